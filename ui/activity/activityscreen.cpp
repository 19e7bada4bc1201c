#include "ui/activity/activityscreen.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/activity/activityfilters.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/entryinspector.h"
#include "ui/activity/logpanel.h"
#include "ui/common/fairwidths.h"
#include "ui/common/skeleton.h"
#include "ui/common/statepanel.h"
#include "ui/common/textdelegate.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

#include <utility>

namespace refrain::ui {

namespace {

constexpr int allFrom = 1060;
constexpr int howFrom = 960;
constexpr int oneRowFrom = 900;
constexpr int mostFoldedPages = 50;  // of the largest acts the rest comes by scrolling on or by what asks for it

}  // namespace

ActivityScreen::ActivityScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone,
                               console::AuditReader& audit, console::Desk& desk)
    : m_theme(theme),
      m_audit(audit),
      m_desk(desk),
      m_model(new ActivityModel(zone, this)),
      m_table(new QTableView(this)),
      m_inspector(new EntryInspector(theme, zone)),
      m_filters(new ActivityFilters(clock, zone, desk, this)),
      m_log(new LogPanel(theme, zone, desk, this)),
      m_state(new StatePanel(theme, this)),
      m_skeleton(new Skeleton(theme, this))
{
    setObjectName(QStringLiteral("activityScreen"));
    build();
    connectParts();
    m_model->setTitles(m_filters->titles());
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
    layout->addWidget(m_filters);
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
    std::vector<int> wanted;
    for (int column = 0; column < ActivityModel::ColumnCount; ++column)
        wanted.push_back(m_table->isColumnHidden(column) ? 0 : m_model->wantedWidth(column));
    // The time is never cut.
    const int time = std::exchange(wanted[ActivityModel::When], 0);
    const std::vector<int> given = fairWidths(wanted, wide - time);
    m_table->setColumnWidth(ActivityModel::When, time);
    for (int column = 1; column < ActivityModel::ColumnCount; ++column) {
        if (!m_table->isColumnHidden(column))
            m_table->setColumnWidth(column, given[size_t(column)]);
    }
}

void ActivityScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    m_filters->arrange(width() >= oneRowFrom);
}

void ActivityScreen::connectParts()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(200);
    connect(&m_delay, &QTimer::timeout, this, &ActivityScreen::load);
    connect(m_filters, &ActivityFilters::changed, this, &ActivityScreen::load);
    connect(m_filters, &ActivityFilters::titlesChanged, this, [this] { m_model->setTitles(m_filters->titles()); });
    m_filters->actor().setOthers([this](const QString& text) { return otherActors(text); });
    connect(m_model, &ActivityModel::moreWanted, this, &ActivityScreen::loadMore);
    connect(m_state, &StatePanel::actionTriggered, this, [this] {
        if (!m_hasFailed)
            m_filters->reset();
        load();
    });
    connect(&m_filters->exportButton(), &QPushButton::clicked, this, &ActivityScreen::chooseExport);
    connect(m_log, &LogPanel::said, this, &Screen::said);
    connect(&m_audit, &console::AuditReader::exportProgressed, this, [this](qint64 written) {
        if (m_exporting.isRunning())
            m_filters->exportButton().setText(tr("Cancel, %1 saved").arg(grouped(written)));
    });
    connect(&m_desk, &console::Desk::changeUpdated, this, [this](const console::LocalChange& change) {
        if (!change.isOpen() && isVisible())
            m_delay.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!current.isValid())
                    return;
                const qint64 chosen = m_model->rowAt(current.row()).index;
                if (std::exchange(m_chosen, chosen) != chosen)
                    m_isGathering = false;
                showEntry(current.row());
            });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (m_model->groupSize(index.row()) > 0)
            m_model->toggle(index.row());
        else
            emit inspectorWanted();
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ActivityModel::Whom && m_model->groupSize(index.row()) > 0)
            m_model->toggle(index.row());
    });
    connect(m_inspector, &EntryInspector::subjectWanted, this, &ActivityScreen::subjectWanted);
    connect(m_inspector, &EntryInspector::undoWanted, this, &ActivityScreen::undoChosen);
}

void ActivityScreen::showEntry(int row)
{
    if (!m_inspector)
        return;
    const QString many =
        m_model->groupSize(row) > 0 ? m_model->index(row, ActivityModel::Whom).data().toString().mid(2) : QString();
    m_inspector->showEntry(m_model->rowAt(row), m_model->whatOf(row), many);
    m_inspector->setUndo(undoable(row));
}

/// What staff did in the console, by a program or with a file: how many choices that is. A person's own word is theirs.
int ActivityScreen::undoable(int row) const
{
    const console::AuditRow& entry = m_model->rowAt(row);
    if (!m_desk.mayAdminister() || entry.refused)
        return 0;
    if (!entry.import.isEmpty())
        return 1;
    const bool isOurs = entry.way == Source::Console || entry.way == Source::Api;
    return entry.type == QLatin1String("preference") && isOurs ? std::max(1, m_model->groupSize(row)) : 0;
}

void ActivityScreen::undoChosen()
{
    const int row = m_model->rowOf(m_chosen);
    if (row < 0 || undoable(row) == 0) {
        m_isGathering = false;
        return;
    }
    const console::AuditRow& entry = m_model->rowAt(row);
    if (!entry.import.isEmpty()) {
        emit importUndoWanted(entry.import);
        return;
    }
    if (m_model->mayGoOn(row)) {
        if (!std::exchange(m_isGathering, true))
            emit said(tr("All that was done then is being gathered."));
        if (m_model->canFetchMore({}))  // else it is on its way
            m_model->fetchMore({});
        return;
    }
    m_isGathering = false;
    console::BulkAct act;
    act.kind = entry.made.snoozedUntil                         ? console::BulkKind::Snooze
               : entry.made.state == PreferenceState::OptedOut ? console::BulkKind::OptOut
                                                               : console::BulkKind::BackToDefault;
    act.until = entry.made.snoozedUntil.value_or(0);
    act.category = entry.category;
    act.reason = entry.reason;
    act.ticket = entry.ticket;
    std::vector<console::BulkItem> items;
    for (const console::AuditRow& one : m_model->entriesOf(row)) {
        if (one.seq)
            items.push_back({one.subject, one.found, *one.seq, console::BulkFate::Changed});
    }
    emit takeBackWanted(act, items);
}

/// Whom the directory does not have: Refrain itself, and the programs that the log names.
std::vector<PersonField::Pick> ActivityScreen::otherActors(const QString& text) const
{
    std::vector<PersonField::Pick> others;
    if (QStringLiteral("Refrain").startsWith(text, Qt::CaseInsensitive))
        others.push_back({ActivityFilters::refrainItself(), QStringLiteral("Refrain"), tr("what it does by itself")});
    const QHash<QString, QString> programs = m_model->programs();
    for (auto it = programs.begin(); it != programs.end(); ++it) {
        if (it.value().contains(text, Qt::CaseInsensitive))
            others.push_back({it.key(), it.value(), tr("API key")});
    }
    return others;
}

QWidget* ActivityScreen::inspector()
{
    return m_inspector;
}

QLineEdit* ActivityScreen::filterField()
{
    return &m_filters->whom();
}

QWidget* ActivityScreen::mainPane()
{
    return m_stack->currentWidget();
}

void ActivityScreen::entered()
{
    load();
}

void ActivityScreen::showOnly(const console::AuditFilter& filter)
{
    m_filters->setFilter(filter);
    load();
}

void ActivityScreen::load()
{
    const quint64 generation = ++m_generation;
    whenDone(m_audit.load(m_filters->filter()), this, [this, generation](const Result<console::AuditPage>& page) {
        if (generation != m_generation)
            return;
        if (!page) {
            showFailure(page.error());
            return;
        }
        m_model->reset(*page);
        m_foldedPages = 0;
        m_hasFailed = false;
        m_shownFilter = m_filters->filter();
        if (m_model->rowCount() > 0)
            m_log->setNewest(m_model->rowAt(0).index);
        arrangeColumns();
        keepChosen();
        if (m_isGathering)
            undoChosen();
        if (m_model->rowCount() > 0) {
            m_stack->setCurrentWidget(m_table);
        } else if (m_filters->filter() == console::AuditFilter{}) {
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
    whenDone(m_audit.load(m_filters->filter(), after), this,
             [this, generation](const Result<console::AuditPage>& page) {
                 if (generation != m_generation)
                     return;
                 const int before = m_model->rowCount();
                 if (page)
                     m_model->append(*page);
                 else
                     m_model->pageFailed();
                 // What went into the row of a large act leaves the view as empty as it was.
                 const bool isFolded = page && m_model->rowCount() == before && m_model->canFetchMore({});
                 if (isFolded && ++m_foldedPages < mostFoldedPages)
                     m_model->fetchMore({});
                 if (const int row = m_model->rowOf(m_chosen); row >= 0)
                     showEntry(row);  // An act may go on in what came.
                 if (!page)
                     m_isGathering = false;
                 if (m_isGathering)
                     undoChosen();
             });
}

void ActivityScreen::showFailure(const Error& error)
{
    // What is shown stays, as long as it is what was asked for.
    if (m_model->rowCount() > 0 && m_filters->asksSame(m_shownFilter)) {
        emit said(tr("What came since could not be had: %1").arg(error.message()));
        return;
    }
    m_hasFailed = true;
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
    m_exporting = m_audit.exportCsv(m_filters->filter(), path);
    m_filters->exportButton().setText(tr("Cancel"));
    whenDone(m_exporting, this, [this, path](const Result<qint64>& written) {
        exportEnded();
        emit said(written ? tr("%1 entries were saved in %2.", nullptr, int(*written)).arg(grouped(*written), path)
                          : written.error().message());
    });
}

void ActivityScreen::exportEnded()
{
    m_exporting = QFuture<Result<qint64>>();
    m_filters->exportButton().setText(tr("Export…"));
}

}  // namespace refrain::ui
