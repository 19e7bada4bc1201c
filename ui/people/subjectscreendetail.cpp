#include "ui/people/subjectscreen.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/people/changecontroller.h"
#include "ui/people/linkdialog.h"
#include "ui/people/reasonform.h"
#include "ui/people/subjectinspector.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QToolTip>

namespace refrain::ui {

void SubjectScreen::connectInspector()
{
    connect(m_changes, &ChangeController::said, this, &Screen::said);
    connect(m_inspector, &SubjectInspector::undoWanted, this, &Screen::undoWanted);
    connect(m_inspector, &SubjectInspector::toggleWanted, this,
            [this](const CategorySlug& category) { m_changes->toggle(m_view->currentSubject(), category); });
    connect(m_inspector, &SubjectInspector::stopAllWanted, this,
            [this] { m_changes->stopAll(m_view->currentSubject()); });
    connect(m_inspector, &SubjectInspector::linkWanted, this, [this] {
        if (const int row = m_table.rowOf(m_view->currentSubject()); row >= 0)
            (new LinkDialog(m_theme, m_desk.calls(), m_table.subject(row), m_desk.categories(), this))->open();
    });
    connect(m_inspector, &SubjectInspector::namesakesWanted, this,
            [this](const QString& name) { setFilter(u'"' + name + u'"'); });
    connect(m_inspector, &SubjectInspector::subjectWanted, this, &SubjectScreen::subjectWanted);
    connect(m_inspector, &SubjectInspector::detailLate, this, &SubjectScreen::showKnown);
    connect(&m_desk, &console::Desk::undoTextChanged, this, &SubjectScreen::updateUndo);
    connect(&m_table, &console::SubjectTable::cellsChanged, this, [this](const QList<int>& rows) {
        updateCells();
        if (rows.contains(m_table.rowOf(m_view->currentSubject())))
            m_detailDelay.start();  // Whoever changed it, the sentences follow the marks.
    });
    connect(&m_desk, &console::Desk::workspaceChanged, this, [this] {
        m_inspector->setMayChange(m_desk.mayChange());
        m_inspector->reasonForm().setReasonNeeded(m_desk.needsReason());
    });
    connect(&m_desk, &console::Desk::changeUpdated, this, [this](const console::LocalChange& change) {
        if (change.order.subject != m_view->currentSubject())
            return;
        updateProblems();
        if (!change.isOpen())
            m_detailDelay.start();
    });
    connectPerson();
    updateUndo();
    showContact();
}

void SubjectScreen::showContact()
{
    const console::ConnectionState& state = m_desk.connection();
    const bool online = state.kind == console::ConnectionState::Kind::Online;
    if (m_inspector)
        m_inspector->setContact(online,
                                state.since ? console::Wording(m_zone).moment(*state.since, m_clock.now()) : QString());
}

void SubjectScreen::showSubject(const SubjectId& subject)
{
    m_isPartial = false;
    m_detailAgain.stop();
    ++m_generation;  // What is on its way is about somebody else.
    m_changes->lookedAt(subject);
    const int row = m_table.rowOf(subject);
    if (row < 0) {
        m_inspector->showNothing();
        updateUndo();
        return;
    }
    Subject shown = m_table.subject(row);
    shown.topic = m_model->mentionsNamed(shown.topic);
    m_inspector->showSubject(shown, m_table.namesakes(row));
    updateCells();
    updateUndo();
    m_detailDelay.start();
}

/// The button in somebody's details takes back a change of theirs or is not there; Ctrl+Z takes back anybody's.
void SubjectScreen::updateUndo()
{
    const SubjectId shown = m_view->currentSubject();
    m_inspector->setUndoText(!shown.isEmpty() && shown == m_desk.undoSubject() ? m_desk.undoText() : QString());
}

void SubjectScreen::loadDetail()
{
    const SubjectId subject = m_view->currentSubject();
    if (subject.isEmpty())
        return;
    const quint64 generation = ++m_generation;
    const auto asked = m_desk.detail(subject, console::DetailAsk::at(m_inspector->moment()));
    whenDone(asked, this, [this, generation](const Result<console::SubjectDetail>& detail) {
        if (generation != m_generation || !m_inspector)
            return;
        if (detail)
            m_inspector->showDetail(*detail, currentCategory());
        else
            m_inspector->showFailure(detail.error().message());
        // What could not be had comes by itself: at once when the backend is back, else after a while.
        m_isPartial = !detail || !detail->historyNote.isEmpty();
        if (m_isPartial && m_inspector->isVisible())
            m_detailAgain.start();
        updateCells();
        updateProblems();
    });
}

/// The backend takes its time: what is known here stands there meanwhile.
void SubjectScreen::showKnown()
{
    const SubjectId subject = m_view->currentSubject();
    if (subject.isEmpty())
        return;
    const auto known = m_desk.detail(subject, console::DetailAsk::ofCache());
    whenDone(known, this, [this, generation = m_generation](const Result<console::SubjectDetail>& detail) {
        if (detail && generation == m_generation && m_inspector && !m_inspector->hasDetail())
            m_inspector->showDetail(*detail, currentCategory());
    });
}

void SubjectScreen::updateCells()
{
    const int row = m_table.rowOf(m_view->currentSubject());
    if (row < 0 || !m_inspector)
        return;
    QHash<CategorySlug, console::Cell> cells;
    cells.insert(everyCategory(), m_table.cell(row, console::SubjectTable::everything));
    for (size_t i = 0; i < m_table.categories().size(); ++i)
        cells.insert(m_table.categories()[i].slug, m_table.cell(row, int(i)));
    m_inspector->setCells(cells);
}

void SubjectScreen::updateProblems()
{
    QHash<CategorySlug, QString> problems;
    for (const console::LocalChange& change : m_desk.localChangesOf(m_view->currentSubject())) {
        const bool bad = change.stage == console::ChangeStage::Refused || change.stage == console::ChangeStage::Failed;
        if (bad && !problems.contains(change.order.category))
            problems.insert(change.order.category, (change.sentence + u' ' + change.historyLine).trimmed());
    }
    m_inspector->setProblems(problems);
    if (!problems.isEmpty() && m_inspector->isVisible())
        m_sawRefusal = m_view->currentSubject();
}

void SubjectScreen::showProvenance(const QModelIndex& index, const QPoint& globalPos)
{
    const int category = m_model->categoryOf(index.column());
    const QString words = index.data(Qt::AccessibleTextRole).toString();
    if (category < 0) {
        const QString full = index.column() == m_model->changedColumn()
                                 ? exactTime(m_table.changedAt(m_model->tableRow(index.row())), m_zone)
                                 : words;
        QToolTip::showText(globalPos, full.toHtmlEscaped(), m_view);
        return;
    }
    QToolTip::showText(globalPos, words.toHtmlEscaped(), m_view);
    if (m_model->cell(index).own.version == 0)
        return;
    // Who and when is in the record: asked for once the pointer rests, added while it still does.
    const CategorySlug slug = m_table.categories()[size_t(category)].slug;
    whenDone(m_desk.detail(m_model->subjectAt(index.row())), this,
             [this, slug, words, globalPos](const Result<console::SubjectDetail>& detail) {
                 if (!detail || !QToolTip::isVisible() || QToolTip::text() != words.toHtmlEscaped())
                     return;
                 for (const console::CategoryDetail& one : detail->categories) {
                     if (one.category.slug == slug && !one.provenance.isEmpty())
                         QToolTip::showText(globalPos, (words + u' ' + one.provenance).toHtmlEscaped(), m_view);
                 }
             });
}

}  // namespace refrain::ui
