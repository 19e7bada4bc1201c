#include "ui/bulk/bulkform.h"

#include "ui/bulk/bulkwords.h"
#include "ui/common/labels.h"
#include "ui/common/timetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace refrain::ui {

namespace {

constexpr Millis otherTime = -1;

TextLabel* fieldLabel(const Theme& theme, const QString& text, QWidget* field, QWidget* parent)
{
    auto* label = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, parent);
    label->setText(text);
    label->setColour(&Theme::muted);
    label->setBuddy(field);
    field->setAccessibleName(text);
    return label;
}

}  // namespace

BulkForm::BulkForm(const Theme& theme, const Facts& facts, QWidget* parent)
    : QWidget(parent),
      m_kind(facts.kind),
      m_categories(facts.categories),
      m_zone(facts.zone),
      m_category(new QComboBox(this)),
      m_until(new QComboBox(this)),
      m_untilTime(new QDateTimeEdit(this)),
      m_reason(new QLineEdit(this)),
      m_ticket(new QLineEdit(this)),
      m_tell(new QCheckBox(this)),
      m_tellHelp(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    m_category->setObjectName(QStringLiteral("bulkCategory"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Category& category : m_categories)
        m_category->addItem(category.slug == everyCategory() ? quotedTitle(category) : category.title,
                            category.slug.toString());
    m_reason->setObjectName(QStringLiteral("bulkReason"));
    m_reason->setMaxLength(500);
    m_ticket->setObjectName(QStringLiteral("bulkTicket"));
    m_ticket->setMaxLength(200);
    m_tell->setObjectName(QStringLiteral("bulkTell"));
    m_tellHelp->setColour(&Theme::muted);
    m_tellHelp->setText(
        tr("Each gets one message from the app, some 15 seconds after the change. Without this nobody "
           "is told."));
    buildUntil(facts);
    build(theme);
    connect(m_category, &QComboBox::currentIndexChanged, this, &BulkForm::actChanged);
    setFocusProxy(m_category);
}

void BulkForm::buildUntil(const Facts& facts)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(facts.now, facts.zone);
    const auto nine = [&](int days) {
        return QDateTime(now.date().addDays(days), QTime(9, 0), facts.zone).toMSecsSinceEpoch();
    };
    const int toMonday = 8 - now.date().dayOfWeek();
    m_until->setObjectName(QStringLiteral("bulkUntil"));
    m_until->addItem(tr("Tomorrow, 9:00"), nine(1));
    m_until->addItem(tr("Monday, 9:00"), nine(toMonday));
    m_until->addItem(tr("In a week"), nine(7));
    m_until->addItem(tr("In 30 days"), nine(30));
    m_until->addItem(tr("Another time"), otherTime);
    m_until->setCurrentIndex(2);
    m_untilTime->setObjectName(QStringLiteral("bulkUntilTime"));
    m_untilTime->setDateTime(QDateTime(now.date().addDays(14), QTime(9, 0)));
    m_untilTime->setMinimumDate(now.date());
    m_untilTime->setCalendarPopup(true);
    m_untilTime->setAccessibleName(tr("Until when exactly"));
    m_untilTime->hide();
    connect(m_until, &QComboBox::currentIndexChanged, this, [this] {
        m_untilTime->setVisible(m_until->currentData().toLongLong() == otherTime);
        emit actChanged();
    });
    connect(m_untilTime, &QDateTimeEdit::dateTimeChanged, this, &BulkForm::actChanged);
}

void BulkForm::build(const Theme& theme)
{
    const bool snoozes = m_kind == console::BulkKind::Snooze;
    auto* times = new QHBoxLayout;
    times->setSpacing(8);
    times->addWidget(m_until, 1);
    times->addWidget(m_untilTime, 1);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, snoozes ? 3 : 1);
    TextLabel* untilLabel = fieldLabel(theme, tr("Until"), m_until, this);
    grid->addWidget(fieldLabel(theme, tr("Category"), m_category, this), 0, 0, 1, snoozes ? 1 : 2);
    grid->addWidget(m_category, 1, 0, 1, snoozes ? 1 : 2);
    grid->addWidget(untilLabel, 0, 1);
    grid->addLayout(times, 1, 1);
    untilLabel->setVisible(snoozes);
    m_until->setVisible(snoozes);
    grid->setRowMinimumHeight(2, 4);
    grid->addWidget(fieldLabel(theme, tr("Reason, for the activity log"), m_reason, this), 3, 0);
    grid->addWidget(m_reason, 4, 0);
    grid->addWidget(fieldLabel(theme, tr("Ticket"), m_ticket, this), 3, 1);
    grid->addWidget(m_ticket, 4, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(grid);
    layout->addSpacing(6);
    layout->addWidget(m_tell);
    layout->addWidget(m_tellHelp);
}

void BulkForm::fix(const console::BulkAct& act)
{
    m_fixed = act;
    m_category->setCurrentIndex(m_category->findData(act.category.toString()));
    m_category->setEnabled(false);
    m_reason->setText(act.reason);
    m_ticket->setText(act.ticket);
    m_tell->setChecked(act.tell);
}

console::BulkAct BulkForm::act() const
{
    console::BulkAct act = m_fixed;
    act.kind = m_kind;
    act.category = CategorySlug(m_category->currentData().toString());
    if (m_kind == console::BulkKind::Snooze)
        act.until = until();
    act.reason = m_reason->text().trimmed();
    act.ticket = m_ticket->text().trimmed();
    act.tell = m_tell->isChecked();
    return act;
}

Millis BulkForm::until() const
{
    const Millis chosen = m_until->currentData().toLongLong();
    if (chosen != otherTime)
        return chosen;
    const QDateTime time = m_untilTime->dateTime();
    return QDateTime(time.date(), time.time(), m_zone).toMSecsSinceEpoch();
}

const Category& BulkForm::category() const
{
    return m_categories[size_t(qMax(0, m_category->currentIndex()))];
}

void BulkForm::setTellText(const QString& text)
{
    m_tell->setText(text);
}

void BulkForm::setEditable(bool editable)
{
    m_category->setEnabled(editable && m_kind != console::BulkKind::TakeBack);
    for (QWidget* field : std::initializer_list<QWidget*>{m_until, m_untilTime, m_reason, m_ticket, m_tell})
        field->setEnabled(editable);
}

}  // namespace refrain::ui
