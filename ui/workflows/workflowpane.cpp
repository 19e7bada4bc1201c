#include "ui/workflows/workflowpane.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/listbody.h"
#include "ui/common/notebox.h"
#include "ui/common/scrolled.h"
#include "ui/common/timetext.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

WorkflowPane::WorkflowPane(const Theme& theme, const Clock& clock, const QTimeZone& zone, SlackMessage::NameOf nameOf)
    : m_clock(clock), m_zone(zone), m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("workflowsInspector"));
    auto* nothing = new QWidget(this);
    auto* empty = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, nothing);
    empty->setText(tr("Choose a workflow to see when it runs and what became of it."));
    empty->setColour(&Theme::muted);
    auto* around = new QVBoxLayout(nothing);
    around->setContentsMargins(20, 20, 20, 20);
    around->addWidget(empty);
    around->addStretch(1);
    m_record = buildRecord(theme);
    m_written = buildWritten(theme, std::move(nameOf));
    for (QWidget* page : {nothing, m_record, m_written})
        m_stack->addWidget(page);
    setMinimumWidth(metric::inspectorWidth - 2);
}

QWidget* WorkflowPane::buildRecord(const Theme& theme)
{
    auto* box = new QWidget(this);
    m_title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, box);
    m_title->setObjectName(QStringLiteral("workflowTitle"));
    m_about = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, box);
    m_about->setColour(&Theme::muted);
    m_note = new NoteBox(theme, box);
    m_note->setObjectName(QStringLiteral("workflowNote"));
    m_problem = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
    m_problem->setObjectName(QStringLiteral("workflowProblem"));
    m_problem->setColour(&Theme::danger);
    m_facts = new FactsList(theme, box);
    auto* heading = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, box);
    heading->setText(tr("Runs"));
    m_open = new QPushButton(tr("Who got it"), box);
    m_open->setObjectName(QStringLiteral("openRun"));
    m_list = new ListBody(theme, QStringLiteral("runs"), {{tr("When")}, {tr("What became of it")}}, {116, 200}, 1, box);
    m_list->table().setAccessibleName(tr("Runs"));
    m_list->table().verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_list->setMinimumHeight(120);
    const auto open = [this] {
        const auto run = std::find_if(m_runs.begin(), m_runs.end(),
                                      [this](const RunShown& shown) { return shown.run.id == m_list->chosen(); });
        if (run != m_runs.end() && !run->run.notification.isEmpty())
            emit notificationWanted(run->run.notification);
    };
    connect(m_list, &ListBody::opened, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_list, &ListBody::chosenChanged, this, [this](const QString& id) {
        const auto run =
            std::find_if(m_runs.begin(), m_runs.end(), [&](const RunShown& shown) { return shown.run.id == id; });
        m_open->setVisible(run != m_runs.end() && !run->run.notification.isEmpty());
    });
    auto* head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_open);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(20, 20, 20, 8);
    top->setSpacing(8);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_title, m_about, m_note, buildButtons(), m_problem, m_facts})
        top->addWidget(widget);
    top->addSpacing(4);
    top->addLayout(head);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    m_open->hide();
    return scrolled(box, this);
}

QWidget* WorkflowPane::buildButtons()
{
    auto* box = new QWidget(this);
    m_run = new QPushButton(tr("Run now…"), box);
    m_pause = new QPushButton(tr("Pause"), box);
    m_edit = new QPushButton(tr("Edit"), box);
    m_archive = new QPushButton(tr("Archive"), box);
    using Signal = void (WorkflowPane::*)();
    const std::tuple<QPushButton*, const char*, Signal> buttons[] = {
        {m_run, "runWorkflow", &WorkflowPane::runWanted},
        {m_pause, "pauseWorkflow", &WorkflowPane::pauseWanted},
        {m_edit, "editWorkflow", &WorkflowPane::editWanted},
        {m_archive, "archiveWorkflow", &WorkflowPane::archiveWanted}};
    for (const auto& [button, name, signal] : buttons) {
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, signal);
    }
    m_grid = new QGridLayout(box);
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setSpacing(8);
    m_grid->setColumnStretch(2, 1);
    return box;
}

QWidget* WorkflowPane::buildWritten(const Theme& theme, SlackMessage::NameOf nameOf)
{
    auto* body = new QWidget(this);
    auto* heading = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, body);
    heading->setText(tr("What it would say"));
    auto* about = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, body);
    about->setText(
        tr("Once it is saved, “Run now” shows who would get it and who would not, before anything is sent."));
    about->setColour(&Theme::muted);
    m_message = new SlackMessage(theme, body);
    m_message->setNameOf(std::move(nameOf));
    m_fault = new NoteBox(theme, body);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, about, m_message, m_fault})
        layout->addWidget(widget);
    layout->addStretch(1);
    QScrollArea* scroll = scrolled(body, this);
    scroll->setObjectName(QStringLiteral("workflowPreviewScroll"));
    m_message->hide();
    m_fault->setNote({}, {});
    return scroll;
}

void WorkflowPane::showNothing()
{
    m_stack->setCurrentIndex(0);
}

void WorkflowPane::show(const Shown& shown)
{
    const bool another = shown.workflow.slug != m_shown.workflow.slug;
    m_shown = shown;
    const console::StoredWorkflow& workflow = shown.workflow;
    m_title->setText(workflow.title.isEmpty() ? workflow.slug : workflow.title);
    m_about->setText(workflow.description);
    m_about->setVisible(!workflow.description.isEmpty());
    m_facts->setFacts(shown.facts);
    showNote();
    const bool runs = shown.maySend && !workflow.archived;
    const bool edits = shown.mayEdit && !workflow.archived;
    m_pause->setText(workflow.paused ? tr("Go on") : tr("Pause"));
    m_archive->setText(workflow.archived ? tr("Bring back") : tr("Archive"));
    const std::pair<QPushButton*, bool> offers[] = {
        {m_run, runs}, {m_pause, edits && workflow.schedule.has_value()}, {m_edit, edits}, {m_archive, shown.mayEdit}};
    int place = 0;
    for (const auto& [button, isOffered] : offers) {
        button->setVisible(isOffered);
        m_grid->removeWidget(button);
        if (!isOffered)
            continue;
        m_grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    m_grid->parentWidget()->setVisible(place > 0);
    if (another) {
        setProblem({});
        m_runs.clear();
        m_list->showLoading();
        m_open->hide();
    }
    m_stack->setCurrentWidget(m_record);
}

void WorkflowPane::showNote()
{
    const console::StoredWorkflow& workflow = m_shown.workflow;
    if (workflow.archived)
        m_note->setNote(tr("Archived."), tr("It does not run, and cannot be triggered."));
    else if (!workflow.schedule)
        m_note->setNote(tr("It waits to be triggered."), tr("A program with an API key does that, or somebody here."));
    else if (workflow.paused)
        m_note->setNote(tr("Paused."), tr("It does not run by itself until somebody lets it go on."), &Theme::pending);
    else if (workflow.nextRunAt)
        m_note->setNote(tr("Next: %1").arg(shortTime(*workflow.nextRunAt, zoneOf(workflow, m_zone))),
                        tr("By the workspace's clocks, %1.").arg(QString::fromLatin1(zoneOf(workflow, m_zone).id())));
    else
        m_note->setNote(tr("It is not known when it runs next."), {}, &Theme::pending);
}

void WorkflowPane::showRuns(const std::vector<RunShown>& runs)
{
    m_runs = runs;
    std::vector<TextRow> rows;
    const QTimeZone zone = zoneOf(m_shown.workflow, m_zone);
    for (const RunShown& shown : runs)
        rows.push_back({shown.run.id,
                        {{relativeTime(shown.run.startedAt, m_clock.now(), zone), Tone::Text, false, true,
                          exactTime(shown.run.startedAt, zone)},
                         {runWords(shown), runTone(shown), false, false, runWords(shown)}}});
    m_list->setNone(QStringLiteral("workflows"), tr("It has not run yet."));
    m_list->setRows(std::move(rows));
    if (m_list->chosen().isEmpty() && !m_runs.empty())
        m_list->choose(m_runs.front().run.id);
}

void WorkflowPane::showNoRuns(const QString& sentence)
{
    if (m_runs.empty())
        m_list->showState(QStringLiteral("offline"), sentence);
}

void WorkflowPane::showMessage(const Result<console::RenderedMessage>& message)
{
    m_message->setVisible(message.ok());
    if (message) {
        m_message->setMessage(message->text, message->blocks);
        m_fault->setNote({}, {});
    } else {
        m_fault->setNote(tr("That yields no message."), message.error().message(), &Theme::danger);
    }
    m_stack->setCurrentWidget(m_written);
}

void WorkflowPane::showNoMessage(const QString& sentence)
{
    m_message->hide();
    m_fault->setNote(sentence.isEmpty() ? QString() : tr("There is no preview yet."), sentence);
    m_stack->setCurrentWidget(m_written);
}

void WorkflowPane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void WorkflowPane::setBusy(bool busy)
{
    for (QPushButton* button : {m_run, m_pause, m_edit, m_archive})
        button->setEnabled(!busy);
}

}  // namespace refrain::ui
