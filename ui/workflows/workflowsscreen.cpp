#include "ui/workflows/workflowsscreen.h"

#include "console/desk/desk.h"
#include "ui/common/listbody.h"
#include "ui/common/recipientfield.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/templates/templateeditor.h"
#include "ui/workflows/workfloweditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::NotificationDetail;
using console::StoredWorkflow;

namespace {

constexpr int mostRuns = 50;

}  // namespace

WorkflowsScreen::WorkflowsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_workflows(desk.calls()),
      m_templates(desk.calls()),
      m_notifications(desk.calls()),
      m_pages(new QStackedWidget(this)),
      m_listPage(new QWidget(m_pages)),
      m_list(new ListBody(theme, name(),
                          {{tr("Name")}, {tr("Category")}, {tr("When")}, {tr("Next run")}, {tr("Last run")}},
                          {160, 112, 130, 96, 176}, 0, m_listPage)),
      m_editor(new WorkflowEditor(theme, desk, m_pages)),
      m_pane(new WorkflowPane(theme, clock, zone, [this](const QString& id) {
          const QString known = shownName(m_desk, SubjectId(id));
          return known == id ? QString() : known.startsWith(u'#') ? known.mid(1) : known;
      }))
{
    setObjectName(QStringLiteral("workflowsScreen"));
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(
        tr("Workflows\nMessages that go out again and again: at a time of day, or when a program triggers them. Whom "
           "they are for is found anew each time, and who opted out is skipped. Each run is kept with what became of "
           "it."));
    m_list->table().setAccessibleName(tr("Workflows"));
    auto* list = new QVBoxLayout(m_listPage);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(buildBar());
    list->addWidget(m_list, 1);
    m_pages->addWidget(m_listPage);
    m_pages->addWidget(m_editor);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connectParts();
    connectEditor();
    m_editor->setCategories(m_desk.categories());
}

WorkflowsScreen::~WorkflowsScreen() = default;

QWidget* WorkflowsScreen::buildBar()
{
    auto* bar = new QWidget(m_listPage);
    m_new = new QPushButton(tr("New workflow"), bar);
    m_new->setObjectName(QStringLiteral("newWorkflow"));
    m_archived = new QCheckBox(tr("Show archived"), bar);
    m_archived->setObjectName(QStringLiteral("showArchivedWorkflows"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(m_new);
    row->addStretch();
    row->addWidget(m_archived);
    connect(m_new, &QPushButton::clicked, this, [this] {
        StoredWorkflow fresh;
        fresh.recipients = console::RecipientWish().query();
        begin(fresh, fresh, jsonText({}));
    });
    connect(m_archived, &QCheckBox::toggled, this, &WorkflowsScreen::showRows);
    m_new->setVisible(m_desk.mayAdminister());
    return bar;
}

void WorkflowsScreen::connectParts()
{
    m_renderSoon.setSingleShot(true);
    m_renderSoon.setInterval(300);
    connect(&m_renderSoon, &QTimer::timeout, this, &WorkflowsScreen::render);
    m_poll.setInterval(1000);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        m_poll.stop();
        if (isVisible())
            readRuns();
    });
    connect(m_list, &ListBody::chosenChanged, this, &WorkflowsScreen::showChosen);
    connect(m_list, &ListBody::opened, this, &Screen::inspectorWanted);
    connect(m_list, &ListBody::actionTriggered, this, [this] {
        if (m_loaded)
            m_new->click();
        else
            load();
    });
    connect(m_pane, &WorkflowPane::runWanted, this, &WorkflowsScreen::runNow);
    connect(m_pane, &WorkflowPane::pauseWanted, this, &WorkflowsScreen::pause);
    connect(m_pane, &WorkflowPane::archiveWanted, this, &WorkflowsScreen::archive);
    connect(m_pane, &WorkflowPane::notificationWanted, this, &WorkflowsScreen::notificationWanted);
    connect(m_pane, &WorkflowPane::editWanted, this, [this] {
        if (const StoredWorkflow* stored = find(m_list->chosen()))
            begin(*stored, *stored, jsonText(stored->data));
    });
    connect(&m_desk, &console::Desk::categoriesChanged, this, [this] {
        m_editor->setCategories(m_desk.categories());
        showRows();
        restoreDraft();
    });
    connect(&m_desk, &console::Desk::workspaceChanged, this, [this] {
        m_new->setVisible(m_desk.mayAdminister());
        showRows();
        restoreDraft();
    });
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (state.kind == console::ConnectionState::Kind::Online && isVisible())
            load();
    });
}

bool WorkflowsScreen::isEditing() const
{
    return m_pages->currentWidget() == m_editor;
}

bool WorkflowsScreen::maySend() const
{
    return m_desk.role() == Role::Sender || m_desk.role() == Role::Admin;
}

QWidget* WorkflowsScreen::mainPane()
{
    return isEditing() ? static_cast<QWidget*>(m_editor) : m_list->pane();
}

void WorkflowsScreen::entered()
{
    load();
    restoreDraft();
    if (!isEditing())
        return;
    loadTemplates();
    emit besideWanted();
}

bool WorkflowsScreen::undo()
{
    if (!m_back)
        return false;
    std::exchange(m_back, nullptr)();
    return true;
}

void WorkflowsScreen::load()
{
    if (!m_loaded)
        m_list->showLoading();
    whenDone(m_workflows.list(), this, [this](const Result<std::vector<StoredWorkflow>>& all) {
        if (!all && !m_loaded)
            m_list->showState(QStringLiteral("offline"), all.error().message(), tr("Try again"), all.error().context());
        if (!all)
            return;
        m_loaded = true;
        m_rows = *all;
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const StoredWorkflow& a, const StoredWorkflow& b) {
            return a.archived != b.archived ? b.archived : QString::localeAwareCompare(a.title, b.title) < 0;
        });
        for (const StoredWorkflow& stored : m_rows) {
            if (!stored.archived && stored.slug != m_list->chosen())
                readLast(stored.slug);
        }
        showRows();
    });
}

void WorkflowsScreen::readLast(const QString& slug)
{
    whenDone(m_workflows.runs(slug, 1), this, [this, slug](const Result<std::vector<WorkflowRun>>& runs) {
        // Of the chosen one all are read.
        if (!runs || runs->empty() || slug == m_list->chosen())
            return;
        m_runs[slug] = {{runs->front(), {}}};
        readSummaries(slug);
        showRows();
    });
}

void WorkflowsScreen::readRuns()
{
    const QString slug = m_list->chosen();
    if (slug.isEmpty() || !find(slug))
        return;
    whenDone(m_workflows.runs(slug, mostRuns), this, [this, slug](const Result<std::vector<WorkflowRun>>& runs) {
        if (!m_pane)
            return;
        if (!runs) {
            m_pane->showNoRuns(runs.error().message());
            return;
        }
        std::vector<RunShown> shown;
        for (const WorkflowRun& run : *runs) {
            const std::vector<RunShown>& before = m_runs[slug];
            const auto known =
                std::find_if(before.begin(), before.end(), [&](const RunShown& old) { return old.run.id == run.id; });
            shown.push_back({run, known == before.end() ? std::nullopt : known->summary});
        }
        m_runs[slug] = std::move(shown);
        readSummaries(slug);
        showRows();
    });
}

void WorkflowsScreen::readSummaries(const QString& slug)
{
    for (const RunShown& shown : std::as_const(m_runs[slug])) {
        const bool isSettled = shown.summary && shown.summary->queued == 0;
        if (isSettled || shown.run.notification.isEmpty())
            continue;
        whenDone(m_notifications.read(shown.run.notification, {}, 1), this,
                 [this, slug, id = shown.run.id](const Result<NotificationDetail>& detail) {
                     if (!detail)
                         return;
                     for (RunShown& known : m_runs[slug]) {
                         if (known.run.id == id)
                             known.summary = detail->sent.summary;
                     }
                     if (detail->sent.summary.queued > 0)
                         m_poll.start();
                     showRows();
                 });
    }
}

void WorkflowsScreen::showRows()
{
    if (!m_loaded)
        return;
    std::vector<TextRow> rows;
    for (const StoredWorkflow& stored : m_rows) {
        if (!stored.archived || m_archived->isChecked())
            rows.push_back(rowFor(stored));
    }
    m_list->setNone(QStringLiteral("workflows"),
                    m_desk.mayAdminister()
                        ? tr("There is no workflow yet. With one, a reminder goes out by itself, and "
                             "never to who opted out.")
                        : tr("There is no workflow yet. Admins write them."),
                    m_desk.mayAdminister() ? tr("New workflow") : QString());
    const QString first = rows.empty() ? QString() : rows.front().id;
    m_list->setRows(std::move(rows));
    if (m_list->chosen().isEmpty() && !first.isEmpty()) {
        m_list->choose(first);
        return;
    }
    const StoredWorkflow* stored = find(m_list->chosen());
    if (!m_pane || isEditing())
        return;
    if (!stored) {
        m_pane->showNothing();
        return;
    }
    m_pane->show(shownOf(*stored));
    if (m_runs.contains(stored->slug))
        m_pane->showRuns(m_runs.value(stored->slug));
}

void WorkflowsScreen::showChosen()
{
    if (isEditing())
        return;
    showRows();
    readRuns();
}

TextRow WorkflowsScreen::rowFor(const StoredWorkflow& stored) const
{
    const Category* category = m_desk.category(stored.category);
    const std::vector<RunShown> runs = m_runs.value(stored.slug);
    const QTimeZone zone = zoneOf(stored, m_zone);
    TextCell last;
    if (!runs.empty())
        last = {runWords(runs.front()), runTone(runs.front()), false, false,
                exactTime(runs.front().run.startedAt, zone) + u'\n' + runWords(runs.front())};
    return {stored.slug,
            {{stored.title.isEmpty() ? stored.slug : stored.title, stored.archived ? Tone::Muted : Tone::Text, true,
              false, stored.description},
             {category ? category->title : stored.category.toString()},
             {stored.archived ? tr("archived") : scheduleWords(stored.schedule)},
             {nextWords(stored, m_zone, m_clock.now()), stored.paused ? Tone::Waiting : Tone::Muted, false, true,
              exactTime(stored.nextRunAt, zone)},
             last}};
}

WorkflowPane::Shown WorkflowsScreen::shownOf(const StoredWorkflow& stored) const
{
    const Category* category = m_desk.category(stored.category);
    return {stored,
            {{tr("Category"), category ? category->title : stored.category.toString()},
             {tr("Template"), stored.templateSlug},
             {tr("When"), scheduleWords(stored.schedule)},
             {tr("To whom"), recipientWords(m_desk, stored.recipients)}},
            m_desk.mayAdminister(),
            maySend()};
}

const StoredWorkflow* WorkflowsScreen::find(const QString& slug) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const StoredWorkflow& stored) { return stored.slug == slug; });
    return found == m_rows.end() ? nullptr : &*found;
}

QString WorkflowsScreen::zoneName() const
{
    return m_rows.empty() ? QString() : QString::fromLatin1(m_rows.front().timeZone);
}

}  // namespace refrain::ui
