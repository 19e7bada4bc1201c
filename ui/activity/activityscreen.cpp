#include "ui/activity/activityscreen.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/entryinspector.h"
#include "ui/activity/logpanel.h"
#include "ui/common/personfield.h"
#include "ui/common/skeleton.h"
#include "ui/common/statepanel.h"
#include "ui/common/textdelegate.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

#include <utility>

namespace refrain::ui {

namespace {

constexpr Millis day = 24LL * 3600 * 1000;
/// Of what the time leaves, so many parts go to each column.
constexpr int parts[] = {0, 13, 18, 15, 14, 15, 12, 14};
constexpr int allFrom = 1060;
constexpr int howFrom = 960;
constexpr int oneRowFrom = 900;

/// No user of Slack has this ID: what Refrain does by itself has no actor's.
const QString refrainItself = QStringLiteral("@refrain");

}  // namespace

ActivityScreen::ActivityScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone,
                               console::AuditReader& audit, console::Desk& desk)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_audit(audit),
      m_desk(desk),
      m_model(new ActivityModel(zone, this)),
      m_table(new QTableView(this)),
      m_inspector(new EntryInspector(theme, zone)),
      m_log(new LogPanel(theme, zone, desk, this)),
      m_state(new StatePanel(theme, this)),
      m_skeleton(new Skeleton(theme, this))
{
    setObjectName(QStringLiteral("activityScreen"));
    build();
    connectParts();
    fillCategories();
}

ActivityScreen::~ActivityScreen() = default;

void ActivityScreen::build()
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setUpTable(*m_table, m_theme, QStringLiteral("activityTable"));
    m_table->setModel(m_model);
    m_table->viewport()->installEventFilter(this);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    auto* body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_table, m_state, m_skeleton})
        m_stack->addWidget(widget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildFilters());
    layout->addWidget(m_log);
    layout->addWidget(body, 1);
    m_stack->setCurrentWidget(m_skeleton);
}

bool ActivityScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        arrangeColumns();
    return Screen::eventFilter(watched, event);
}

void ActivityScreen::arrangeColumns()
{
    // What says nothing, and where there is little room what the details say as well, gives it to the others.
    const int wide = m_table->viewport()->width();
    for (const auto column : {ActivityModel::Before, ActivityModel::Why})
        m_table->setColumnHidden(column, wide < allFrom || !m_model->hasText(column));
    m_table->setColumnHidden(ActivityModel::How, wide < howFrom);
    const int timeWidth = m_model->timeWidth();
    int all = 0;
    for (int column = 1; column < ActivityModel::ColumnCount; ++column)
        all += m_table->isColumnHidden(column) ? 0 : parts[column];
    m_table->setColumnWidth(ActivityModel::When, timeWidth);
    for (int column = 1; column < ActivityModel::ColumnCount; ++column) {
        if (!m_table->isColumnHidden(column))
            m_table->setColumnWidth(column, (wide - timeWidth) * parts[column] / all);
    }
}

QWidget* ActivityScreen::buildFilters()
{
    auto* bar = new QWidget(this);
    m_whom = new PersonField(QStringLiteral("activityWhom"), tr("For whom"), m_desk.people(), &m_desk.channels(), bar);
    m_actor = new PersonField(QStringLiteral("activityActor"), tr("Who did it"), m_desk.people(), nullptr, bar);
    m_actor->setOthers([this](const QString& text) {
        std::vector<PersonField::Pick> others;
        if (QStringLiteral("Refrain").startsWith(text, Qt::CaseInsensitive))
            others.push_back({refrainItself, QStringLiteral("Refrain"), tr("what it does by itself")});
        const QHash<QString, QString> programs = m_model->programs();
        for (auto it = programs.begin(); it != programs.end(); ++it) {
            if (it.value().contains(text, Qt::CaseInsensitive))
                others.push_back({it.key(), it.value(), tr("API key")});
        }
        return others;
    });
    for (PersonField* field : {m_whom, m_actor})
        field->setMinimumWidth(100);
    m_category = new QComboBox(bar);
    m_category->setObjectName(QStringLiteral("activityCategory"));
    m_category->setAccessibleName(tr("Category"));
    m_source = new QComboBox(bar);
    m_source->setObjectName(QStringLiteral("activitySource"));
    m_source->setAccessibleName(tr("How it was done"));
    m_source->addItem(tr("Every way"));
    for (const Source source :
         {Source::Console, Source::SlashCommand, Source::DirectMessage, Source::AppHome, Source::MessageButton,
          Source::Link, Source::OneClick, Source::Api, Source::Import, Source::Connector, Source::Policy})
        m_source->addItem(console::Wording::how(source), int(source));
    m_period = new QComboBox(bar);
    m_period->setObjectName(QStringLiteral("activityPeriod"));
    m_period->setAccessibleName(tr("When"));
    m_period->addItem(tr("At any time"), 0);
    m_period->addItem(tr("In the last day"), 1);
    m_period->addItem(tr("In the last 7 days"), 7);
    m_period->addItem(tr("In the last 30 days"), 30);
    m_export = new QPushButton(tr("Export…"), bar);
    m_export->setObjectName(QStringLiteral("activityExport"));
    m_export->setToolTip(tr("Save what is filtered as CSV"));

    for (QComboBox* box : {m_category, m_source, m_period}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(11);
    }
    m_filters = new QGridLayout(bar);
    m_filters->setContentsMargins(16, 12, 16, 8);
    m_filters->setSpacing(8);
    arrangeFilters();
    return bar;
}

void ActivityScreen::arrangeFilters()
{
    // In one row where they fit with their words, else in two.
    const bool isOneRow = width() >= oneRowFrom;
    const QList<QWidget*> all{m_whom, m_actor, m_category, m_source, m_period, m_export};
    for (QWidget* widget : all)
        m_filters->removeWidget(widget);
    for (int i = 0; i < 6; ++i)
        m_filters->setColumnStretch(i, isOneRow ? (i < 2 ? 1 : 0) : (i < 3 ? 1 : 0));
    for (int i = 0; i < all.size(); ++i) {
        const bool isSecond = !isOneRow && i >= 2 && i < 5;
        m_filters->addWidget(all.at(i), isSecond ? 1 : 0,
                             isOneRow   ? i
                             : isSecond ? i - 2
                                        : qMin(i, 2),
                             all.at(i) == m_export ? Qt::AlignRight : Qt::Alignment());
    }
}

void ActivityScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    arrangeFilters();
}

void ActivityScreen::connectParts()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(200);
    connect(&m_delay, &QTimer::timeout, this, &ActivityScreen::load);
    for (PersonField* field : {m_whom, m_actor})
        connect(field, &PersonField::pickedChanged, this, &ActivityScreen::load);
    for (QComboBox* box : {m_category, m_source, m_period})
        connect(box, &QComboBox::activated, this, &ActivityScreen::load);
    connect(m_model, &ActivityModel::moreWanted, this, &ActivityScreen::loadMore);
    connect(m_state, &StatePanel::actionTriggered, this, [this] {
        m_whom->reset();
        m_actor->reset();
        for (QComboBox* box : {m_category, m_source, m_period})
            box->setCurrentIndex(0);
        load();
    });
    connect(m_export, &QPushButton::clicked, this, &ActivityScreen::chooseExport);
    connect(m_log, &LogPanel::said, this, &Screen::said);
    connect(&m_audit, &console::AuditReader::exportProgressed, this, [this](qint64 written) {
        if (m_exporting.isRunning())
            m_export->setText(tr("Cancel, %1 saved").arg(grouped(written)));
    });
    connect(&m_desk, &console::Desk::categoriesChanged, this, &ActivityScreen::fillCategories);
    connect(&m_desk, &console::Desk::changeUpdated, this, [this](const console::LocalChange& change) {
        if (!change.isOpen() && isVisible())
            m_delay.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!current.isValid())
                    return;
                m_chosen = m_model->rowAt(current.row()).index;
                m_inspector->showEntry(m_model->rowAt(current.row()), m_model->whatOf(current.row()));
            });
    connect(m_table, &QTableView::activated, this, &Screen::inspectorWanted);
    connect(m_inspector, &EntryInspector::subjectWanted, this, &ActivityScreen::subjectWanted);
}

QWidget* ActivityScreen::inspector()
{
    return m_inspector;
}

QLineEdit* ActivityScreen::filterField()
{
    return m_whom;
}

QWidget* ActivityScreen::mainPane()
{
    return m_stack->currentWidget();
}

void ActivityScreen::entered()
{
    load();
}

void ActivityScreen::fillCategories()
{
    const QVariant chosen = m_category->currentData();
    QHash<CategorySlug, QString> titles{{everyCategory(), tr("All optional messages")}};
    m_category->clear();
    m_category->addItem(tr("All categories"));
    m_category->addItem(titles.value(everyCategory()), everyCategory().toString());
    for (const Category& category : m_desk.categories()) {
        m_category->addItem(category.title, category.slug.toString());
        titles.insert(category.slug, category.title);
    }
    m_category->setCurrentIndex(qMax(0, m_category->findData(chosen)));
    m_model->setTitles(std::move(titles));
}

console::AuditFilter ActivityScreen::filter() const
{
    console::AuditFilter filter;
    filter.category = CategorySlug(m_category->currentData().toString());
    filter.subject = SubjectId(m_whom->picked());
    const bool byItself = m_actor->picked() == refrainItself;
    if (!byItself)
        filter.actor = m_actor->picked();
    if (m_source->currentIndex() > 0)
        filter.source = Source(m_source->currentData().toInt());
    else if (byItself)
        filter.source = Source::Policy;
    if (const int days = m_period->currentData().toInt(); days > 0)
        filter.from = m_clock.now() - days * day;
    return filter;
}

void ActivityScreen::load()
{
    const quint64 generation = ++m_generation;
    whenDone(m_audit.load(filter()), this, [this, generation](const Result<console::AuditPage>& page) {
        if (generation != m_generation)
            return;
        if (!page) {
            showFailure(page.error());
            return;
        }
        m_model->reset(*page);
        m_shownFilter = filter();
        m_shownPeriod = m_period->currentIndex();
        if (m_model->rowCount() > 0)
            m_log->setNewest(m_model->rowAt(0).index);
        arrangeColumns();
        keepChosen();
        if (m_model->rowCount() > 0) {
            m_stack->setCurrentWidget(m_table);
        } else if (filter() == console::AuditFilter{}) {
            m_state->show(QStringLiteral("activity"), tr("Nothing has been changed in this workspace yet."));
            m_stack->setCurrentWidget(m_state);
        } else {
            m_state->show(QStringLiteral("search"), tr("No entry matches these filters."), tr("Clear filters"));
            m_stack->setCurrentWidget(m_state);
        }
    });
}

/// The details are of a row that is shown, or of none.
void ActivityScreen::keepChosen()
{
    const int row = m_model->rowOf(m_chosen);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    else if (std::exchange(m_chosen, -1) >= 0 && m_inspector)
        m_inspector->showNothing();
}

void ActivityScreen::loadMore(const QString& after)
{
    const quint64 generation = m_generation;
    whenDone(m_audit.load(filter(), after), this, [this, generation](const Result<console::AuditPage>& page) {
        if (generation != m_generation)
            return;
        if (page)
            m_model->append(*page);
        else
            m_model->pageFailed();
    });
}

void ActivityScreen::showFailure(const Error& error)
{
    // What is shown stays, as long as it is what was asked for.
    console::AuditFilter asked = filter();
    asked.from = m_shownFilter.from;  // Goes on with the clock.
    if (m_model->rowCount() > 0 && m_shownFilter == asked && m_shownPeriod == m_period->currentIndex()) {
        emit said(tr("What came since could not be had: %1").arg(error.message()));
        return;
    }
    m_state->show(QStringLiteral("offline"), error.message(), tr("Try again"), error.context());
    m_stack->setCurrentWidget(m_state);
}

void ActivityScreen::chooseExport()
{
    if (m_exporting.isRunning()) {
        m_exporting.cancel();
        exportEnded();
        emit said(tr("The export was cancelled. No file was left."));
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Save as CSV"), QString(), tr("CSV files (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("refrain-activity.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityScreen::exportTo);
    dialog->open();
}

void ActivityScreen::exportTo(const QString& path)
{
    m_exporting = m_audit.exportCsv(filter(), path);
    m_export->setText(tr("Cancel"));
    whenDone(m_exporting, this, [this, path](const Result<qint64>& written) {
        exportEnded();
        emit said(written ? tr("%1 entries were saved in %2.", nullptr, int(*written)).arg(grouped(*written), path)
                          : written.error().message());
    });
}

void ActivityScreen::exportEnded()
{
    m_exporting = QFuture<Result<qint64>>();
    m_export->setText(tr("Export…"));
}

}  // namespace refrain::ui
