#include "ui/people/rowselection.h"

#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace refrain::ui {

namespace {

bool isWalk(int key)
{
    const int keys[] = {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End};
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

/// A hand that trembles selects nobody else.
constexpr int leastDrag = 10;

}  // namespace

RowSelection::RowSelection(SubjectTableView& view, SubjectModel& model, console::TableView& rows,
                           console::SubjectTable& table)
    : QObject(&view), m_view(view), m_model(model), m_rows(rows)
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    model.setSelection(m_set);
    connect(&table, &console::SubjectTable::wasReset, this, &RowSelection::clear);
    connect(&rows, &console::TableView::changed, this, [this] {
        if (m_wantsAll && m_rows.isComplete())
            takeAll();
        else if (!m_set.isEmpty())
            emit changed();  // What is hidden may be another part of it.
    });
}

int RowSelection::hidden() const
{
    if (m_set.isEmpty())
        return 0;
    int shown = 0;
    for (int position = 0; position < m_rows.count(); ++position)
        shown += m_set.contains(quint32(m_rows.rowAt(position))) ? 1 : 0;
    return m_set.count() - shown;
}

void RowSelection::selectAll()
{
    m_wantsAll = true;
    if (m_rows.isComplete() && !m_rows.isBusy())
        takeAll();
}

void RowSelection::takeAll()
{
    m_wantsAll = false;
    m_set.clear();
    for (int position = 0; position < m_rows.count(); ++position)
        m_set.set(quint32(m_rows.rowAt(position)), true);
    told();
}

void RowSelection::select(const std::vector<quint32>& rows)
{
    m_set.clear();
    m_set.add(rows);
    told();
}

void RowSelection::clear()
{
    m_wantsAll = false;
    m_anchor = -1;
    if (m_set.isEmpty())
        return;
    m_set.clear();
    told();
}

void RowSelection::told()
{
    m_view.viewport()->update();
    emit changed();
}

bool RowSelection::eventFilter(QObject* watched, QEvent* event)
{
    if (m_walking)
        return false;
    if (watched == m_view.viewport()) {
        switch (event->type()) {
            case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
            case QEvent::MouseMove: return drag(*static_cast<QMouseEvent*>(event));
            case QEvent::MouseButtonRelease: m_isPressed = false; return false;
            default: return false;
        }
    }
    return event->type() == QEvent::KeyPress && key(*static_cast<QKeyEvent*>(event));
}

bool RowSelection::press(const QMouseEvent& event)
{
    const QModelIndex index = m_view.indexAt(event.position().toPoint());
    if (event.button() != Qt::LeftButton || !index.isValid())
        return false;
    m_isPressed = true;
    m_pressedAt = event.position().toPoint();
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        reach(index.row(), event.modifiers().testFlag(Qt::ControlModifier));
        m_view.setCurrentIndex(index);
        return true;
    }
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        toggle(index);
        return true;
    }
    clear();
    m_anchor = m_model.tableRow(index.row());
    return false;
}

bool RowSelection::drag(const QMouseEvent& event)
{
    if (!m_isPressed || !event.buttons().testFlag(Qt::LeftButton))
        return false;
    const QPoint at = event.position().toPoint();
    const QModelIndex index = m_view.indexAt(at);
    const bool isFar = qAbs(at.y() - m_pressedAt.y()) >= leastDrag || !m_set.isEmpty();
    if (index.isValid() && isFar && m_anchor >= 0 && m_model.tableRow(index.row()) != m_anchor)
        reach(index.row(), false);
    return true;  // Qt's own way would move the one row whose details are shown.
}

bool RowSelection::key(const QKeyEvent& event)
{
    const bool isPlain = !(event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier));
    if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if (event.matches(QKeySequence::Copy) && !m_set.isEmpty()) {
        emit copyWanted();
        return true;
    }
    if (event.key() == Qt::Key_Escape && !m_set.isEmpty()) {
        clear();
        return true;
    }
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier && m_view.currentIndex().isValid()) {
        toggle(m_view.currentIndex());
        return true;
    }
    if (isWalk(event.key()) && event.modifiers() == Qt::ShiftModifier && m_view.currentIndex().isValid()) {
        walk(event);
        return true;
    }
    if (isWalk(event.key()) && isPlain)
        clear();
    return false;
}

void RowSelection::walk(const QKeyEvent& event)
{
    if (m_anchor < 0)
        m_anchor = m_model.tableRow(m_view.currentIndex().row());
    {
        const QScopedValueRollback guard(m_walking, true);
        // Home and End mean the list here, as they do without Shift together with Ctrl.
        const bool isEnd = event.key() == Qt::Key_Home || event.key() == Qt::Key_End;
        QKeyEvent plain(QEvent::KeyPress, event.key(), isEnd ? Qt::ControlModifier : Qt::NoModifier);
        QCoreApplication::sendEvent(&m_view, &plain);
    }
    reach(m_view.currentIndex().row(), false);
}

void RowSelection::toggle(const QModelIndex& index)
{
    const auto row = quint32(m_model.tableRow(index.row()));
    const QModelIndex current = m_view.currentIndex();
    // The row that was selected alone is the first of the many.
    const bool joins = m_set.isEmpty() && current.isValid() && current.row() != index.row() &&
                       m_view.selectionModel()->isRowSelected(current.row());
    if (joins)
        m_set.set(quint32(m_model.tableRow(current.row())), true);
    m_set.set(row, !m_set.contains(row));
    m_anchor = int(row);
    m_view.setCurrentIndex(index);
    told();
}

void RowSelection::reach(int position, bool added)
{
    const QModelIndex current = m_view.currentIndex();
    if (m_anchor < 0)
        m_anchor = current.isValid() ? m_model.tableRow(current.row()) : m_model.tableRow(position);
    const int anchor = m_rows.positionOf(m_anchor);
    const int from = anchor < 0 ? position : anchor;  // Another filter hid it.
    if (!added)
        m_set.clear();
    for (int at = std::min(from, position); at <= std::max(from, position); ++at)
        m_set.set(quint32(m_rows.rowAt(at)), true);
    told();
}

}  // namespace refrain::ui
