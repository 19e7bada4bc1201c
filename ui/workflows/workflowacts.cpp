// What the Workflows screen does: writing, running, pausing, archiving.

#include "console/desk/desk.h"
#include "console/drafts/drafts.h"
#include "console/drafts/draftshapes.h"
#include "ui/common/listbody.h"
#include "ui/common/whendone.h"
#include "ui/templates/templateeditor.h"
#include "ui/workflows/rundialog.h"
#include "ui/workflows/workfloweditor.h"
#include "ui/workflows/workflowsscreen.h"

#include <QDateTime>
#include <QStackedWidget>

#include <algorithm>

namespace refrain::ui {

using console::RenderedMessage;
using console::StoredTemplate;
using console::StoredWorkflow;

void WorkflowsScreen::connectEditor()
{
    connect(m_editor, &WorkflowEditor::edited, this, [this] {
        m_renderSoon.start();
        keepDraft();
    });
    connect(m_editor, &FormPage::saveWanted, this, [this] { save(false); });
    connect(m_editor, &FormPage::mineWanted, this, [this] { save(true); });
    connect(m_editor, &FormPage::theirsWanted, this, [this] {
        whenDone(m_workflows.list(), this, [this](const Result<std::vector<StoredWorkflow>>& all) {
            if (!all) {
                m_editor->setProblem(all.error());
                return;
            }
            m_rows = *all;
            if (const StoredWorkflow* theirs = find(m_editor->before().slug)) {
                m_back = backToWritten();
                begin(*theirs, *theirs, jsonText(theirs->data));
                emit said(tr("These are theirs. Ctrl+Z brings yours back."));
            }
        });
    });
    connect(m_editor, &FormPage::cancelWanted, this, [this] {
        if (m_editor->isDirty()) {
            m_back = backToWritten();
            emit said(tr("What you wrote was thrown away. Ctrl+Z brings it back."));
        }
        leaveEditor();
    });
}

std::function<void()> WorkflowsScreen::backToWritten()
{
    return [this, before = m_editor->before(), mine = m_editor->written(), data = m_editor->dataText()] {
        begin(before, mine, data);
        keepDraft();
    };
}

void WorkflowsScreen::keepDraft()
{
    m_desk.drafts().keep(name(), m_editor->draft());
}

void WorkflowsScreen::restoreDraft()
{
    const QJsonObject draft = m_desk.drafts().draft(name());
    if (m_restored || !isVisible() || !m_desk.mayAdminister() || m_desk.categories().empty())
        return;
    m_restored = true;
    if (draft.isEmpty() || isEditing())
        return;
    begin(console::workflowFromDraft(draft.value(QLatin1String("before")).toObject()),
          console::workflowFromDraft(draft.value(QLatin1String("written")).toObject()),
          draft.value(QLatin1String("data")).toString());
    tellOfDraft();
}

void WorkflowsScreen::begin(const StoredWorkflow& before, const StoredWorkflow& written, const QString& data)
{
    m_editor->edit(before, written, data, zoneName());
    m_pages->setCurrentWidget(m_editor);
    m_pane->showNoMessage({});
    loadTemplates();
    emit besideWanted();
    m_editor->focusFirst();
}

void WorkflowsScreen::loadTemplates()
{
    whenDone(m_templates.list(), this, [this](const Result<std::vector<StoredTemplate>>& all) {
        if (!isEditing())
            return;
        if (all)
            m_editor->setTemplates(*all);
        else
            m_editor->setProblem(all.error());
        render();
    });
}

void WorkflowsScreen::leaveEditor()
{
    m_renderSoon.stop();
    m_desk.drafts().keep(name(), {});
    ++m_generation;
    m_pages->setCurrentWidget(m_listPage);
    showChosen();
    mainPane()->setFocus(Qt::OtherFocusReason);
}

void WorkflowsScreen::render()
{
    const quint64 generation = ++m_generation;
    const StoredTemplate* chosen = m_editor->chosenTemplate();
    const Result<QJsonObject> written = m_editor->data();
    if (!m_pane || !isEditing())
        return;
    if (!chosen) {
        m_pane->showNoMessage(m_editor->hasTemplates() ? tr("Choose a template.")
                                                       : tr("A workflow needs a template, and there is none."));
        return;
    }
    if (!written) {
        m_pane->showMessage(Error::invalid(tr("The data is no JSON object.")));
        return;
    }
    // What a run brings along by itself.
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now(), zoneOf(m_editor->before(), m_zone));
    QJsonObject data = *written;
    data.insert(QStringLiteral("run"),
                QJsonObject{{QStringLiteral("cause"), QStringLiteral("schedule")},
                            {QStringLiteral("date"), now.date().toString(Qt::ISODate)},
                            {QStringLiteral("time"), now.time().toString(QStringLiteral("HH:mm"))},
                            {QStringLiteral("weekday"), weekdayName(now.date().dayOfWeek())}});
    whenDone(m_templates.render(chosen->source, data, m_editor->written().category), this,
             [this, generation](const Result<RenderedMessage>& message) {
                 if (generation == m_generation && m_pane && isEditing())
                     m_pane->showMessage(message);
             });
}

void WorkflowsScreen::save(bool over)
{
    const StoredWorkflow wish = m_editor->written();
    m_editor->clearProblems();
    m_editor->setBusy(true);
    if (!over) {
        store(wish, wish.version == 0);
        return;
    }
    whenDone(m_workflows.list(), this, [this, wish](const Result<std::vector<StoredWorkflow>>& all) {
        StoredWorkflow mine = wish;
        if (all)
            m_rows = *all;
        if (const StoredWorkflow* theirs = find(wish.slug))
            mine.version = theirs->version;
        store(mine, false);
    });
}

void WorkflowsScreen::store(const StoredWorkflow& wish, bool isNew)
{
    const auto before = find(wish.slug) ? std::optional(*find(wish.slug)) : std::nullopt;
    whenDone(isNew ? m_workflows.create(wish) : m_workflows.save(wish), this,
             [this, isNew, before](const Result<StoredWorkflow>& stored) {
                 m_editor->setBusy(false);
                 if (!stored) {
                     m_editor->setProblem(stored.error());
                     return;
                 }
                 if (before && !isNew)
                     m_back = [this, before = *before, version = stored->version]() mutable {
                         before.version = version;
                         put(before, tr("“%1” is as it was before.").arg(before.title), false);
                     };
                 keep(*stored);
                 leaveEditor();
                 m_list->choose(stored->slug);
                 emit said(isNew ? tr("“%1” is set up.").arg(stored->title)
                                 : tr("“%1” is saved. Ctrl+Z takes it back.").arg(stored->title));
             });
}

void WorkflowsScreen::runNow()
{
    const StoredWorkflow* stored = find(m_list->chosen());
    if (!stored)
        return;
    auto* dialog = new RunDialog(m_theme, m_desk, *stored, this);
    connect(dialog, &RunDialog::ran, this, [this, title = stored->title](const WorkflowRun& run) {
        emit said(run.outcome == RunOutcome::Nobody ? tr("“%1” ran; nobody fits whom it is for.").arg(title)
                  : run.waits ? tr("“%1” waits for a second admin under Approvals. Nothing was sent yet.").arg(title)
                              : tr("“%1” runs. Its runs show how far it is.").arg(title));
        readRuns();
    });
    dialog->open();
}

void WorkflowsScreen::pause()
{
    const StoredWorkflow* stored = find(m_list->chosen());
    if (!stored)
        return;
    StoredWorkflow wish = *stored;
    wish.paused = !stored->paused;
    put(wish,
        wish.paused ? tr("“%1” is paused. Ctrl+Z takes it back.").arg(wish.title)
                    : tr("“%1” runs by itself again.").arg(wish.title),
        true);
}

void WorkflowsScreen::archive()
{
    const StoredWorkflow* stored = find(m_list->chosen());
    if (!stored)
        return;
    StoredWorkflow wish = *stored;
    wish.archived = !stored->archived;
    put(wish,
        wish.archived ? tr("“%1” is archived. Ctrl+Z takes it back.").arg(wish.title)
                      : tr("“%1” can be used again.").arg(wish.title),
        true);
}

void WorkflowsScreen::put(const StoredWorkflow& wish, const QString& sentence, bool canGoBack)
{
    const auto before = find(wish.slug) ? std::optional(*find(wish.slug)) : std::nullopt;
    mainPane()->setFocus(Qt::OtherFocusReason);  // The button pressed may be gone afterwards.
    m_pane->setBusy(true);
    whenDone(m_workflows.save(wish), this, [this, before, sentence, canGoBack](const Result<StoredWorkflow>& stored) {
        if (!m_pane)
            return;
        m_pane->setBusy(false);
        if (!stored) {
            m_pane->setProblem(stored.error().message());
            emit said(stored.error().message());
            load();
            return;
        }
        m_pane->setProblem({});
        if (before && canGoBack)
            m_back = [this, before = *before, version = stored->version]() mutable {
                before.version = version;
                put(before, tr("“%1” is as it was before.").arg(before.title), false);
            };
        keep(*stored);
        showRows();
        emit said(sentence);
    });
}

void WorkflowsScreen::keep(const StoredWorkflow& stored)
{
    const auto known =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const StoredWorkflow& row) { return row.slug == stored.slug; });
    if (known == m_rows.end())
        m_rows.push_back(stored);
    else
        *known = stored;
}

}  // namespace refrain::ui
