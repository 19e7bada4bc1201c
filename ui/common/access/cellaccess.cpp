#include "ui/common/access/cellaccess.h"

#include "ui/common/access/accessible.h"
#include "ui/common/access/tableaccess.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QWindow>

namespace refrain::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CellAccess)
};

QString textOf(const QModelIndex& index)
{
    const QString said = index.data(Qt::AccessibleTextRole).toString();
    return said.isEmpty() ? index.data(Qt::DisplayRole).toString() : said;
}

void press(QWidget* widget, Qt::Key key)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
    }
}

}  // namespace

CellAccess::CellAccess(const TableAccess& table, int row, int column)
    : m_table(table),
      m_index(row < 0 ? QModelIndex() : table.view()->model()->index(row, qMax(0, column))),
      m_section(column),
      m_isHeaderRow(row < 0),
      m_isRowHeader(row >= 0 && column < 0),
      m_told(name())
{
}

QTableView* CellAccess::view() const
{
    return m_table.view();
}

void CellAccess::tellChange()
{
    if (!isCell() || !isValid() || name() == m_told)
        return;
    m_told = name();
    QAccessibleEvent renamed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    if (switched().isValid()) {
        QAccessible::State changed;
        changed.checked = true;
        QAccessibleStateChangeEvent event(this, changed);
        QAccessible::updateAccessibility(&event);
    }
}

bool CellAccess::isValid() const
{
    return m_isHeaderRow ? m_section < m_table.columnCount() : m_index.isValid();
}

QWindow* CellAccess::window() const
{
    return view()->window()->windowHandle();
}

QAccessibleInterface* CellAccess::parent() const
{
    return QAccessible::queryAccessibleInterface(view());
}

QString CellAccess::name() const
{
    if (!isValid())
        return {};
    if (!m_isHeaderRow)
        return textOf(m_index);
    return m_section < 0 ? m_table.text(QAccessible::Name) : m_table.columnDescription(m_section);
}

QString CellAccess::text(QAccessible::Text text) const
{
    if (text == QAccessible::Name)
        return name();
    if (text == QAccessible::Help && isCell())
        return m_index.data(Qt::WhatsThisRole).toString();
    const QHeaderView* header = view()->horizontalHeader();
    const bool isOrder = m_isHeaderRow && header->isSortIndicatorShown() && header->sortIndicatorSection() == m_section;
    if (text == QAccessible::Description && isOrder && m_section >= 0)
        return header->sortIndicatorOrder() == Qt::AscendingOrder ? Words::tr("The list is in this order.")
                                                                  : Words::tr("The list is in this order, backwards.");
    return {};
}

QRect CellAccess::rect() const
{
    if (!isValid() || column() < 0)
        return {};
    if (!m_isHeaderRow) {
        const QRect cell = view()->visualRect(m_index);
        return {view()->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    const QHeaderView* header = view()->horizontalHeader();
    return {header->viewport()->mapToGlobal(QPoint(header->sectionViewportPosition(m_section), 0)),
            QSize(header->sectionSize(m_section), header->height())};
}

QAccessible::Role CellAccess::role() const
{
    if (m_isHeaderRow)
        return QAccessible::ColumnHeader;
    return m_isRowHeader ? QAccessible::RowHeader : QAccessible::Cell;
}

QAccessible::State CellAccess::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid)
        return state;
    state.invisible = column() < 0 || view()->isColumnHidden(column());
    state.offscreen =
        state.invisible || (!m_isHeaderRow && !view()->viewport()->rect().intersects(view()->visualRect(m_index)));
    state.readOnly = true;
    if (!isCell())
        return state;
    state.focusable = state.selectable = true;
    state.selected = isSelected();
    state.focused = view()->hasFocus() && view()->currentIndex() == m_index;
    state.active = view()->currentIndex() == m_index;
    const QVariant on = switched();
    state.checkable = on.isValid();
    state.checked = on.toBool();
    return state;
}

void* CellAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface*>(this);
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QList<QAccessibleInterface*> CellAccess::columnHeaderCells() const
{
    return isCell() && isValid() ? QList<QAccessibleInterface*>{m_table.at(-1, column())}
                                 : QList<QAccessibleInterface*>();
}

QList<QAccessibleInterface*> CellAccess::rowHeaderCells() const
{
    return isCell() && isValid() ? QList<QAccessibleInterface*>{m_table.at(row(), -1)} : QList<QAccessibleInterface*>();
}

bool CellAccess::isSelected() const
{
    return isCell() && isValid() && view()->selectionModel()->isSelected(m_index);
}

QVariant CellAccess::switched() const
{
    return isCell() ? m_index.data(SwitchRole) : QVariant();
}

QStringList CellAccess::actionNames() const
{
    if (m_isHeaderRow && m_section >= 0 && view()->horizontalHeader()->sectionsClickable())
        return {pressAction()};
    if (!isCell())
        return {};
    return switched().isValid() ? QStringList{toggleAction(), pressAction(), setFocusAction()}
                                : QStringList{pressAction(), setFocusAction()};
}

void CellAccess::doAction(const QString& action)
{
    if (!isValid() || !actionNames().contains(action) || !view()->isEnabled())
        return;
    if (m_isHeaderRow) {
        order();
        return;
    }
    QTableView* table = view();
    table->setCurrentIndex(m_index);
    if (action == setFocusAction())
        table->setFocus(Qt::OtherFocusReason);
    else
        press(table, action == toggleAction() ? Qt::Key_Space : Qt::Key_Return);
}

QStringList CellAccess::keyBindingsForAction(const QString& action) const
{
    if (!isCell() || action == setFocusAction())
        return {};
    return {QKeySequence(action == toggleAction() ? Qt::Key_Space : Qt::Key_Return).toString(QKeySequence::NativeText)};
}

void CellAccess::order() const
{
    QHeaderView* header = view()->horizontalHeader();
    const bool turns =
        header->sortIndicatorSection() == m_section && header->sortIndicatorOrder() == Qt::AscendingOrder;
    header->setSortIndicator(m_section, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
}

}  // namespace refrain::ui
