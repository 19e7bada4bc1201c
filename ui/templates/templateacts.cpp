// What the Templates screen does: writing, trying, archiving.

#include "console/desk/desk.h"
#include "console/drafts/drafts.h"
#include "console/drafts/draftshapes.h"
#include "ui/common/listbody.h"
#include "ui/common/whendone.h"
#include "ui/templates/templateeditor.h"
#include "ui/templates/templatesscreen.h"

#include <QStackedWidget>

#include <algorithm>

namespace refrain::ui {

using console::RenderedMessage;
using console::StoredTemplate;

void TemplatesScreen::connectEditor()
{
    connect(m_editor, &TemplateEditor::edited, this, [this] {
        m_renderSoon.start();
        keepDraft();
    });
    connect(m_editor, &FormPage::saveWanted, this, [this] { save(false); });
    connect(m_editor, &FormPage::mineWanted, this, [this] { save(true); });
    connect(m_editor, &FormPage::theirsWanted, this, [this] {
        whenDone(m_templates.list(), this, [this](const Result<std::vector<StoredTemplate>>& all) {
            if (!all) {
                m_editor->setProblem(all.error());
                return;
            }
            m_rows = *all;
            if (const StoredTemplate* theirs = find(m_editor->before().slug)) {
                m_back = backToWritten();
                begin(*theirs, *theirs, jsonText(theirs->sample));
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

std::function<void()> TemplatesScreen::backToWritten()
{
    return [this, before = m_editor->before(), mine = m_editor->written(), sample = m_editor->sampleText()] {
        begin(before, mine, sample);
        keepDraft();
    };
}

void TemplatesScreen::keepDraft()
{
    m_desk.drafts().keep(name(), m_editor->draft());
}

void TemplatesScreen::restoreDraft()
{
    const QJsonObject draft = m_desk.drafts().draft(name());
    if (m_restored || !isVisible() || !m_desk.mayAdminister())
        return;
    m_restored = true;
    if (draft.isEmpty() || isEditing())
        return;
    begin(console::templateFromDraft(draft.value(QLatin1String("before")).toObject()),
          console::templateFromDraft(draft.value(QLatin1String("written")).toObject()),
          draft.value(QLatin1String("sample")).toString());
    tellOfDraft();
}

void TemplatesScreen::begin(const StoredTemplate& before, const StoredTemplate& written, const QString& sample)
{
    m_editor->edit(before, written, sample);
    m_pages->setCurrentWidget(m_editor);
    TemplatePane::Shown shown = shownOf(written);
    shown.isWritten = true;
    m_pane->show(shown);
    render();
    emit besideWanted();
    m_editor->focusFirst();
}

void TemplatesScreen::leaveEditor()
{
    m_renderSoon.stop();
    m_desk.drafts().keep(name(), {});
    m_pages->setCurrentWidget(m_listPage);
    showRows();
    mainPane()->setFocus(Qt::OtherFocusReason);
}

void TemplatesScreen::render()
{
    if (!m_pane)
        return;
    const quint64 generation = ++m_generation;
    const StoredTemplate* stored = find(m_list->chosen());
    if (!maySend()) {
        m_pane->setNotTried(tr("Senders and admins try templates."));
        return;
    }
    if (!isEditing() && !stored)
        return;
    const Result<QJsonObject> data = isEditing() ? m_editor->sample() : Result<QJsonObject>(stored->sample);
    if (!data)
        return;  // The field says so.
    const QString source = isEditing() ? m_editor->written().source : stored->source;
    if (source.trimmed().isEmpty())
        return;
    whenDone(m_templates.render(source, *data, m_pane->category()), this,
             [this, generation](const Result<RenderedMessage>& message) {
                 if (generation != m_generation || !m_pane)
                     return;
                 m_pane->setRendered(message);
                 if (!message && isEditing())
                     m_editor->showFault(message.error());
             });
}

void TemplatesScreen::save(bool over)
{
    const StoredTemplate wish = m_editor->written();
    m_editor->clearProblems();
    m_editor->setBusy(true);
    if (!over) {
        store(wish, wish.version == 0);
        return;
    }
    whenDone(m_templates.list(), this, [this, wish](const Result<std::vector<StoredTemplate>>& all) {
        StoredTemplate mine = wish;
        if (all)
            m_rows = *all;
        if (const StoredTemplate* theirs = find(wish.slug))
            mine.version = theirs->version;
        store(mine, false);
    });
}

void TemplatesScreen::store(const StoredTemplate& wish, bool isNew)
{
    const auto before = find(wish.slug) ? std::optional(*find(wish.slug)) : std::nullopt;
    whenDone(isNew ? m_templates.create(wish) : m_templates.save(wish), this,
             [this, isNew, before](const Result<StoredTemplate>& stored) {
                 m_editor->setBusy(false);
                 if (!stored) {
                     m_editor->setProblem(stored.error());
                     m_editor->showFault(stored.error());
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
                 emit said(isNew ? tr("“%1” can be used now.").arg(stored->title)
                                 : tr("“%1” is saved. Ctrl+Z takes it back.").arg(stored->title));
             });
}

void TemplatesScreen::archive()
{
    const StoredTemplate* stored = find(m_list->chosen());
    if (!stored)
        return;
    StoredTemplate wish = *stored;
    wish.archived = !stored->archived;
    put(wish,
        wish.archived ? tr("“%1” is archived. Ctrl+Z takes it back.").arg(wish.title)
                      : tr("“%1” can be used again.").arg(wish.title),
        true);
}

void TemplatesScreen::put(const StoredTemplate& wish, const QString& sentence, bool canGoBack)
{
    const auto before = find(wish.slug) ? std::optional(*find(wish.slug)) : std::nullopt;
    mainPane()->setFocus(Qt::OtherFocusReason);  // The button pressed may be gone afterwards.
    m_pane->setBusy(true);
    whenDone(m_templates.save(wish), this, [this, before, sentence, canGoBack](const Result<StoredTemplate>& stored) {
        if (!m_pane)
            return;
        m_pane->setBusy(false);
        if (!stored) {
            m_pane->setProblem(stored.error().message());
            emit said(stored.error().message());
            load();
            return;
        }
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

void TemplatesScreen::keep(const StoredTemplate& stored)
{
    const auto known =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const StoredTemplate& row) { return row.slug == stored.slug; });
    if (known == m_rows.end())
        m_rows.push_back(stored);
    else
        *known = stored;
}

}  // namespace refrain::ui
