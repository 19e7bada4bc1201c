#include "ui/activity/activityfilters.h"

#include "console/desk/desk.h"
#include "console/table/builtinwords.h"
#include "ui/common/timetext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

namespace refrain::ui {

namespace {

constexpr Millis day = 24LL * 3600 * 1000;
constexpr int namedPeriod = -1;

/// Stands for what no single category says: no slug looks so.
QString namedChoices()
{
    return QStringLiteral("@named");
}

}  // namespace

ActivityFilters::ActivityFilters(const Clock& clock, const QTimeZone& zone, console::Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_whom(new PersonField(QStringLiteral("activityWhom"), tr("For whom"), desk.people(), &desk.channels(), this)),
      m_actor(new PersonField(QStringLiteral("activityActor"), tr("Who did it"), desk.people(), nullptr, this)),
      m_category(new QComboBox(this)),
      m_source(new QComboBox(this)),
      m_period(new QComboBox(this)),
      m_export(new QPushButton(tr("Export…"), this)),
      m_grid(new QGridLayout(this))
{
    build();
    fillCategories();
    for (PersonField* field : {m_whom, m_actor})
        connect(field, &PersonField::pickedChanged, this, &ActivityFilters::changed);
    for (QComboBox* box : {m_category, m_source, m_period})
        connect(box, &QComboBox::activated, this, &ActivityFilters::changed);
    connect(&desk, &console::Desk::categoriesChanged, this, [this] {
        fillCategories();
        emit titlesChanged();
    });
}

void ActivityFilters::build()
{
    for (PersonField* field : {m_whom, m_actor})
        field->setMinimumWidth(100);
    m_category->setObjectName(QStringLiteral("activityCategory"));
    m_category->setAccessibleName(tr("Category"));
    m_source->setObjectName(QStringLiteral("activitySource"));
    m_source->setAccessibleName(tr("How it was done"));
    m_source->addItem(tr("Every way"));
    for (const Source source :
         {Source::Console, Source::SlashCommand, Source::DirectMessage, Source::AppHome, Source::MessageButton,
          Source::Link, Source::OneClick, Source::Api, Source::Import, Source::Connector, Source::Policy})
        m_source->addItem(console::Wording::how(source), int(source));
    m_period->setObjectName(QStringLiteral("activityPeriod"));
    m_period->setAccessibleName(tr("When"));
    m_period->addItem(tr("At any time"), 0);
    m_period->addItem(tr("In the last day"), 1);
    m_period->addItem(tr("In the last 7 days"), 7);
    m_period->addItem(tr("In the last 30 days"), 30);
    m_export->setObjectName(QStringLiteral("activityExport"));
    m_export->setToolTip(tr("Save what is filtered as CSV"));
    for (QComboBox* box : {m_category, m_source, m_period}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(11);
    }
    m_grid->setContentsMargins(16, 12, 16, 8);
    m_grid->setSpacing(8);
    arrange(true);
}

void ActivityFilters::arrange(bool isOneRow)
{
    const QList<QWidget*> all{m_whom, m_actor, m_category, m_source, m_period, m_export};
    for (QWidget* widget : all)
        m_grid->removeWidget(widget);
    for (int i = 0; i < 6; ++i)
        m_grid->setColumnStretch(i, isOneRow ? (i < 2 ? 1 : 0) : (i < 3 ? 1 : 0));
    for (int i = 0; i < all.size(); ++i) {
        const bool isSecond = !isOneRow && i >= 2 && i < 5;
        m_grid->addWidget(all.at(i), isSecond ? 1 : 0,
                          isOneRow   ? i
                          : isSecond ? i - 2
                                     : qMin(i, 2),
                          all.at(i) == m_export ? Qt::AlignRight : Qt::Alignment());
    }
}

void ActivityFilters::fillCategories()
{
    const console::AuditFilter chosen = filter();
    m_titles = {{everyCategory(), tr("All optional messages")}};
    for (const Category& category : m_desk.allCategories()) {
        if (category.slug != everyCategory())
            m_titles.insert(category.slug, console::builtInWords(category.title));
    }
    m_category->clear();
    m_category->addItem(tr("All categories"));
    m_category->addItem(m_titles.value(everyCategory()), everyCategory().toString());
    for (const Category& category : m_desk.categories())
        m_category->addItem(m_titles.value(category.slug), category.slug.toString());
    chooseCategory(chosen);
}

void ActivityFilters::chooseCategory(const console::AuditFilter& filter)
{
    if (const int named = m_category->findData(namedChoices()); named >= 0)
        m_category->removeItem(named);
    const CategorySlug& slug = filter.category;
    int index = slug.isEmpty() ? 0 : m_category->findData(slug.toString());
    if (index < 0) {  // Archived by now: its past is still asked for.
        m_category->addItem(m_titles.value(slug, slug.toString()), slug.toString());
        index = m_category->count() - 1;
    }
    m_named = filter;
    if (filter.became || !filter.categories.isEmpty()) {
        m_category->addItem(choicesText(filter), namedChoices());
        index = m_category->count() - 1;
    }
    m_category->setCurrentIndex(index);
    m_category->setToolTip(m_category->currentText().toHtmlEscaped());
}

/// "Opt-outs: Reminders": what the points of plots count.
QString ActivityFilters::choicesText(const console::AuditFilter& filter) const
{
    const int many = int(filter.categories.size());
    const QString about = many > 0                    ? tr("%n categories", nullptr, many)
                          : filter.category.isEmpty() ? tr("all categories")
                                                      : m_titles.value(filter.category, filter.category.toString());
    if (!filter.became)
        return about;
    switch (*filter.became) {
        case PreferenceState::OptedOut: return tr("Opt-outs: %1", "of a category").arg(about);
        case PreferenceState::OptedIn: return tr("Opt-ins: %1", "of a category").arg(about);
        case PreferenceState::Default: return tr("Back to default: %1", "of a category").arg(about);
    }
    return about;
}

void ActivityFilters::choosePeriod(const console::AuditFilter& filter)
{
    m_from = filter.from;
    m_to = filter.to;
    int named = m_period->findData(namedPeriod);
    if (!m_from && !m_to) {
        if (named >= 0)
            m_period->removeItem(named);
        m_period->setCurrentIndex(0);
        return;
    }
    if (named < 0) {
        named = m_period->count();
        m_period->addItem(QString(), namedPeriod);
    }
    const auto text = [this](std::optional<Millis> time) { return time ? shortTime(*time, m_zone) : tr("now"); };
    m_period->setItemText(named, tr("%1 to %2", "two times").arg(text(m_from), text(m_to)));
    m_period->setCurrentIndex(named);
    m_period->setToolTip(m_period->currentText());
}

void ActivityFilters::setFilter(const console::AuditFilter& filter)
{
    m_whom->reset();
    m_actor->reset();
    chooseCategory(filter);
    m_source->setCurrentIndex(filter.source ? qMax(0, m_source->findData(int(*filter.source))) : 0);
    choosePeriod(filter);
}

console::AuditFilter ActivityFilters::filter() const
{
    console::AuditFilter filter;
    if (m_category->currentData().toString() == namedChoices()) {
        filter.category = m_named.category;
        filter.categories = m_named.categories;
        filter.became = m_named.became;
    } else {
        filter.category = CategorySlug(m_category->currentData().toString());
    }
    filter.subject = SubjectId(m_whom->picked());
    const bool byItself = m_actor->picked() == refrainItself();
    if (!byItself)
        filter.actor = m_actor->picked();
    if (m_source->currentIndex() > 0)
        filter.source = Source(m_source->currentData().toInt());
    else if (byItself)
        filter.source = Source::Policy;
    const int days = m_period->currentData().toInt();
    if (days == namedPeriod) {
        filter.from = m_from;
        filter.to = m_to;
    } else if (days > 0) {
        filter.from = m_clock.now() - days * day;
    }
    return filter;
}

bool ActivityFilters::asksSame(const console::AuditFilter& other) const
{
    console::AuditFilter asked = filter();
    if (m_period->currentData().toInt() != namedPeriod)
        asked.from = other.from;
    return asked == other;
}

}  // namespace refrain::ui
