#include "console/approvals/approvals.h"
#include "console/desk/desk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/whendone.h"
#include "ui/imports/importresult.h"
#include "ui/imports/importsscreen.h"
#include "ui/imports/importwords.h"

#include <QFileInfo>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

/// What can be done with imports that were made: looking, undoing, going on.
namespace refrain::ui {

ImportRows::Names ImportsScreen::names() const
{
    return {
        [this](const QString& subject) { return nameOf(subject); },
        [this](const QString& slug) {
            const Category* category = m_desk.category(CategorySlug(slug));
            return slug == everyCategory().toString() ? tr("All optional messages") : category ? category->title : slug;
        }};
}

/// What the chosen one did not take over.
void ImportsScreen::showPast()
{
    const Import* import = chosen();
    if (!import)
        return;
    if (!m_past) {
        m_past = new ImportPast(m_theme, m_calls, names(), this);
        m_stack->addWidget(m_past);
        connect(m_past, &ImportPast::said, this, &Screen::said);
        connect(m_past, &ImportPast::closeWanted, this, [this] { showPage(m_stack->widget(0)); });
    }
    m_past->showImport(*import);
    showPage(m_past);
}

void ImportsScreen::undoImport(const QString& import)
{
    whenDone(m_calls.find(import), this, [this](const Result<Import>& found) {
        if (!found) {
            emit said(found.error().message());
            return;
        }
        taken(*found);
        m_stack->setCurrentIndex(0);
        m_list->choose(found->id);
        const bool isOver = found->state == ImportState::Done || found->state == ImportState::Cancelled;
        if (isOver && found->counts.changed + found->counts.waiting > 0)
            askUndo(*found);
        else
            emit said(ImportWords::outcome(*found).headline);
    });
}

void ImportsScreen::askUndo(const Import& import)
{
    auto* dialog =
        new ConfirmDialog(m_theme,
                          {tr("Undo the import of “%1”?").arg(inSentence(import.name.simplified().left(80))),
                           tr("%1 turned back to what was before. What somebody chose since stays, and rows that wait "
                              "for people who are not here yet are forgotten.")
                               .arg(ImportWords::people(import.counts.changed)),
                           tr("Undo it")},
                          this);
    connect(dialog, &QDialog::accepted, this, [this, id = import.id] { turnBack(id); });
    dialog->open();
}

void ImportsScreen::turnBack(const QString& id)
{
    whenDone(m_calls.undo(id), this, [this](const Result<Import>& import) {
        if (!import) {
            emit said(import.error().message());
            return;
        }
        if (m_run && m_run->hasBegun() && m_run->import().id == import->id)
            close();
        taken(*import);
        m_list->choose(import->id);
        if (isUndoable(import->state)) {
            emit said(console::askedSentence());
            m_desk.approvals().watch();
        }
    });
}

/// The one about what is being imported; before that, one about the same file.
void ImportsScreen::showRequest()
{
    if (!m_run || !m_result)
        return;
    const QString file = QFileInfo(m_run->plan().path).fileName().left(255);
    const auto* view = m_desk.approvals().waiting([&](const Approval& approval) {
        const QJsonObject& act = approval.act;
        if (approval.kind != ApprovalKind::Import || act.value(QLatin1String("undo")).toBool())
            return false;
        if (m_run->hasBegun())
            return act.value(QLatin1String("import")).toString() == m_run->import().id;
        return act.value(QLatin1String("name")).toString() == file && approval.size == m_run->people();
    });
    m_result->setRequest(view ? view->approval.id : QString());
}

bool ImportsScreen::canGoOn(const Import& import) const
{
    const auto begun = console::unfinishedImportFromText(m_settings.unfinishedImport());
    return !m_run && takesRows(import.state) && begun && begun->id == import.id;
}

/// As long as it is not over: whatever ends this program, another one goes on there.
void ImportsScreen::remember()
{
    if (!m_run || !m_run->hasBegun())
        return;
    const bool isOver = !takesRows(m_run->import().state);
    const QByteArray text = isOver ? QByteArray() : console::toText(m_run->unfinished());
    if (m_settings.unfinishedImport() != text)
        m_settings.setUnfinishedImport(text);
}

void ImportsScreen::offerToGoOn()
{
    const auto begun = console::unfinishedImportFromText(m_settings.unfinishedImport());
    if (!begun || m_run)
        return;
    const auto known =
        std::find_if(m_rows.begin(), m_rows.end(), [&begun](const Import& import) { return import.id == begun->id; });
    if (known == m_rows.end())
        return;  // Of another workspace.
    if (!takesRows(known->state)) {
        m_settings.setUnfinishedImport({});
        return;
    }
    m_list->choose(known->id);
    if (std::exchange(m_hasOffered, true))
        return;
    emit said(tr("The import of “%1” was interrupted after %2. Imports lets it go on from there.")
                  .arg(inSentence(known->name.simplified().left(80)), ImportWords::rows(known->received)));
}

void ImportsScreen::goOn()
{
    const auto begun = console::unfinishedImportFromText(m_settings.unfinishedImport());
    const Import* import = chosen();
    if (!begun || !import || !canGoOn(*import))
        return;
    const Import known = *import;
    prepareRun();
    m_run->resume(*begun, known);
    showPage(m_result);
}

}  // namespace refrain::ui
