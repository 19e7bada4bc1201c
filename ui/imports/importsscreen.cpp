#include "ui/imports/importsscreen.h"

#include "console/approvals/approvals.h"
#include "console/desk/desk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/imports/importform.h"
#include "ui/imports/importresult.h"
#include "ui/imports/importwords.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::ImportRun;

namespace {

constexpr int followEvery = 700;
/// More are named before they are done.
constexpr qint64 manyChanges = 25;

bool movesByItself(const Import& import)
{
    return import.state == ImportState::Undoing || import.state == ImportState::Applying;
}

}  // namespace

ImportsScreen::ImportsScreen(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone,
                             console::Desk& desk)
    : m_theme(theme),
      m_settings(settings),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_calls(console::ImportCalls::to(desk.calls())),
      m_stack(new QStackedLayout(this)),
      m_list(new ListBody(theme, name(), {{tr("File")}, {tr("Outcome")}, {tr("Changed")}, {tr("By")}, {tr("When")}},
                          {260, 190, 100, 170, 130}, 0, this)),
      m_form(new ImportForm(theme, this)),
      m_pane(new ImportPane(theme, zone))
{
    setObjectName(QStringLiteral("importsScreen"));
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(
        tr("Imports\nChoices from a file, such as the list of who left in another tool. Whoever is not here yet is "
           "remembered, and each import can be undone as one."));
    m_list->table().setAccessibleName(tr("Imports"));
    m_list->setNone(QStringLiteral("imports"), tr("Nothing was imported yet."), tr("Import a file…"));
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_form);
    connectForm();
    connect(m_list, &ListBody::chosenChanged, this, &ImportsScreen::showChosen);
    connect(m_list, &ListBody::opened, this, &Screen::inspectorWanted);
    connect(m_list, &ListBody::actionTriggered, this, [this] {
        if (m_loaded)
            begin();
        else
            load();
    });
    connect(m_pane, &ImportPane::endWanted, this, &ImportsScreen::end);
    connect(m_pane, &ImportPane::goOnWanted, this, &ImportsScreen::goOn);
    connect(m_pane, &ImportPane::leftWanted, this, &ImportsScreen::showPast);
    connect(m_pane, &ImportPane::undoWanted, this, [this] {
        if (const Import* import = chosen())
            askUndo(*import);
    });
    connect(&m_desk, &console::Desk::workspaceChanged, this, &Screen::offerChanged);
    connect(&m_desk.approvals(), &console::Approvals::changed, this, [this] {
        showRequest();
        if (isVisible() && m_loaded)
            load();  // one that waited may have been decided
    });
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        const bool hasUnfinished = !m_run && !m_settings.unfinishedImport().isEmpty();
        if (state.kind == console::ConnectionState::Kind::Online && (isVisible() || hasUnfinished))
            load();
    });
    m_follow.setInterval(followEvery);
    connect(&m_follow, &QTimer::timeout, this, &ImportsScreen::follow);
}

ImportsScreen::~ImportsScreen()
{
    delete m_result;
}

QWidget* ImportsScreen::buildList()
{
    auto* page = new QWidget(this);
    auto* bar = new QWidget(page);
    auto* wanted = new QPushButton(tr("Import a file…"), bar);
    wanted->setObjectName(QStringLiteral("newImport"));
    connect(wanted, &QPushButton::clicked, this, &ImportsScreen::begin);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(wanted);
    row->addStretch();
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_list, 1);
    return page;
}

void ImportsScreen::connectForm()
{
    connect(m_form, &FormPage::saveWanted, this, &ImportsScreen::check);
    connect(m_form, &FormPage::cancelWanted, this, &ImportsScreen::close);
}

bool ImportsScreen::isOffered() const
{
    return m_desk.mayAdminister();
}

QWidget* ImportsScreen::mainPane()
{
    if (m_result && m_stack->currentWidget() == m_result)
        return m_result->pane();
    if (m_past && m_stack->currentWidget() == m_past)
        return m_past->pane();
    return m_stack->currentWidget() == m_form ? static_cast<QWidget*>(m_form) : m_list->pane();
}

void ImportsScreen::entered()
{
    load();
}

void ImportsScreen::showPage(QWidget* page)
{
    m_stack->setCurrentWidget(page);
    if (isVisible())
        mainPane()->setFocus(Qt::OtherFocusReason);
}

void ImportsScreen::begin()
{
    if (m_run && m_result) {
        showPage(m_result);
        return;
    }
    if (m_stack->currentWidget() == m_form)
        return;
    m_form->clear(m_desk.allCategories());
    showPage(m_form);
}

void ImportsScreen::check()
{
    prepareRun();
    m_run->check(m_form->plan());
    showPage(m_result);
}

void ImportsScreen::prepareRun()
{
    if (!m_run) {
        m_run = std::make_unique<ImportRun>(m_calls, m_clock);
        m_run->setNeedsApproval([this](qint64 people) { return m_desk.approvals().needsForMany(people); });
        m_desk.approvals().watch();  // another admin may have been made a moment ago
        m_result = new ImportResult(m_theme, *m_run, m_clock, names(), this);
        m_stack->addWidget(m_result);
        connect(m_result, &ImportResult::backWanted, this, [this] {
            m_run->stop();
            showPage(m_form);
        });
        connect(m_result, &ImportResult::closeWanted, this, &ImportsScreen::close);
        connect(m_result, &ImportResult::undoWanted, this, [this] { askUndo(m_run->import()); });
        connect(m_result, &ImportResult::applyWanted, this, &ImportsScreen::apply);
        connect(m_result, &ImportResult::said, this, &Screen::said);
        connect(m_result, &ImportResult::requestWanted, this, &Screen::requestWanted);
        connect(m_run.get(), &ImportRun::progressed, this, &ImportsScreen::remember);
        connect(m_run.get(), &ImportRun::stageChanged, this, [this] {
            remember();
            if (m_run->stage() == ImportRun::Stage::Done)
                m_desk.approvals().watch();
            showRequest();
            if (isVisible())
                return;
            const QString headline = ImportWords::note(*m_run, m_clock.now()).headline;
            if (m_run->stage() == ImportRun::Stage::Done)
                emit said(tr("Imported: %1").arg(headline));
            else if (m_run->stage() == ImportRun::Stage::Stuck)
                emit said(tr("An import needs you: %1").arg(headline));
        });
    }
}

void ImportsScreen::apply(bool tell)
{
    const qint64 changes = m_run->counts().changed;
    const QString name = QFileInfo(m_run->plan().path).fileName().simplified();
    // What a second admin looks at first needs no second look here.
    if ((changes <= manyChanges && !tell) || m_run->needsApproval()) {
        m_run->apply(tell);
        return;
    }
    const QString told = tell ? tr("Those whom it changes are told in Slack, and that cannot be taken back.")
                              : tr("Nobody is told. It can be undone as one.");
    auto* dialog = new ConfirmDialog(
        m_theme,
        {tr("Import “%1”?").arg(inSentence(name.left(80))),
         (ImportWords::lines(m_run->counts(), false) + QStringList{told}).join(u'\n'), tr("Import it")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, tell] { m_run->apply(tell); });
    dialog->open();
}

void ImportsScreen::close()
{
    if (m_run && m_run->hasBegun() && m_run->isUnderWay()) {
        m_stack->setCurrentIndex(0);  // it goes on
    } else {
        if (m_run && m_run->hasBegun())
            m_settings.setUnfinishedImport({});
        if (m_run && m_run->hasBegun() && takesRows(m_run->import().state))
            whenDone(m_calls.cancel(m_run->import().id), this, [this](const Result<Import>&) { load(); });
        if (m_result) {
            m_stack->removeWidget(m_result);
            m_result->disconnect(this);
            m_result->deleteLater();
            m_result.clear();
            m_run.release()->deleteLater();
        }
        m_stack->setCurrentIndex(0);
    }
    load();
    mainPane()->setFocus(Qt::OtherFocusReason);
}

void ImportsScreen::load()
{
    if (!m_loaded)
        m_list->showLoading();
    whenDone(m_calls.list(), this, [this](const Result<std::vector<Import>>& imports) {
        if (!imports && m_loaded) {
            emit said(tr("What changed since could not be had: %1").arg(imports.error().message()));
            return;
        }
        if (!imports) {
            m_list->showState(QStringLiteral("offline"), imports.error().message(), tr("Try again"),
                              imports.error().context());
            return;
        }
        m_loaded = true;
        m_rows = *imports;
        offerToGoOn();
        showRows();
    });
}

void ImportsScreen::showRows()
{
    std::vector<TextRow> rows;
    bool isMoving = false;
    for (const Import& import : m_rows) {
        isMoving = isMoving || movesByItself(import);
        const QString by = import.actor.name.isEmpty() ? import.actor.id : import.actor.name;
        rows.push_back(
            {import.id,
             {{import.name.simplified(), Tone::Text, true, false, import.name},
              {ImportWords::state(import), ImportWords::tone(import)},
              {isTakenOver(import.state) ? grouped(import.counts.changed) : QString(), Tone::Text, false, true},
              {by.simplified()},
              {relativeTime(import.startedAt, m_clock.now(), m_zone), Tone::Muted, false, true,
               exactTime(import.startedAt, m_zone)}}});
    }
    m_list->setRows(std::move(rows));
    emit countChanged(m_rows.empty() ? -1 : qint64(m_rows.size()));
    if (m_list->chosen().isEmpty() && !m_rows.empty())
        m_list->choose(m_rows.front().id);
    if (isMoving)
        m_follow.start();
    else
        m_follow.stop();
    showChosen();
}

void ImportsScreen::showChosen()
{
    if (!m_pane)
        return;
    if (const Import* import = chosen())
        m_pane->showImport(*import, m_desk.mayAdminister(), canGoOn(*import));
    else
        m_pane->showNothing();
}

void ImportsScreen::end()
{
    const Import* import = chosen();
    if (!import)
        return;
    whenDone(m_calls.cancel(import->id), this, [this](const Result<Import>& ended) {
        if (ended)
            taken(*ended);
        else
            emit said(ended.error().message());
    });
}

void ImportsScreen::taken(const Import& import)
{
    const auto known =
        std::find_if(m_rows.begin(), m_rows.end(), [&import](const Import& row) { return row.id == import.id; });
    if (known == m_rows.end())
        m_rows.insert(m_rows.begin(), import);
    else
        *known = import;
    showRows();
}

void ImportsScreen::follow()
{
    for (const Import& import : m_rows) {
        if (!movesByItself(import))
            continue;
        whenDone(m_calls.find(import.id), this, [this](const Result<Import>& found) {
            if (!found)
                return;
            taken(*found);
            if (!movesByItself(*found))
                emit said(ImportWords::outcome(*found).headline);
        });
    }
}

const Import* ImportsScreen::chosen() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [this](const Import& import) { return import.id == m_list->chosen(); });
    return found == m_rows.end() ? nullptr : &*found;
}

QString ImportsScreen::nameOf(const QString& subject) const
{
    return subject.isEmpty() ? QString() : shownName(m_desk, SubjectId(subject));
}

}  // namespace refrain::ui
