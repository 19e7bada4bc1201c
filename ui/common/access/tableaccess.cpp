#include "ui/common/access/tableaccess.h"

#include "ui/common/access/cellaccess.h"

#include <QHeaderView>
#include <QTableView>

#include <utility>

namespace refrain::ui {

namespace {

/// So many rows are met by whoever walks over all children.
constexpr int walkedRows = 100;
/// So many cells are kept for whoever may still hold them.
constexpr qsizetype mostKept = 2048;

}  // namespace

TableAccess::TableAccess(QTableView* view) : QAccessibleWidget(view, QAccessible::Table) {}

TableAccess::~TableAccess()
{
    forgetAll();
}

QTableView* TableAccess::view() const
{
    return static_cast<QTableView*>(object());
}

int TableAccess::rowCount() const
{
    return view()->model() ? view()->model()->rowCount() : 0;
}

int TableAccess::columnCount() const
{
    return view()->model() ? view()->model()->columnCount() : 0;
}

int TableAccess::numberOf(int row, int column) const
{
    return (row + 1) * (columnCount() + 1) + column + 1;
}

CellAccess* TableAccess::at(int row, int column) const
{
    if (row < -1 || column < -1 || row >= rowCount() || column >= columnCount())
        return nullptr;
    const int number = numberOf(row, column);
    if (const auto kept = m_cells.constFind(number); kept != m_cells.constEnd())
        return static_cast<CellAccess*>(QAccessible::accessibleInterface(*kept));
    if (m_cells.size() >= mostKept)
        forgetAll();
    auto* cell = new CellAccess(*this, row, column);
    m_cells.insert(number, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

QAccessibleInterface* TableAccess::child(int index) const
{
    const int inRow = columnCount() + 1;
    return index < 0 ? nullptr : at(index / inRow - 1, index % inRow - 1);
}

int TableAccess::childCount() const
{
    return (qMin(rowCount(), walkedRows) + 1) * (columnCount() + 1);
}

int TableAccess::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* cell = dynamic_cast<const CellAccess*>(child);
    return cell && cell->isValid() ? numberOf(cell->row(), cell->column()) : -1;
}

QAccessibleInterface* TableAccess::childAt(int x, int y) const
{
    const QModelIndex index = view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? at(index.row(), index.column()) : nullptr;
}

QAccessibleInterface* TableAccess::focusChild() const
{
    const QModelIndex current = view()->currentIndex();
    return view()->hasFocus() && current.isValid() ? at(current.row(), current.column()) : nullptr;
}

void* TableAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface* TableAccess::cellAt(int row, int column) const
{
    return row < 0 || column < 0 ? nullptr : at(row, column);
}

int TableAccess::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

QList<QAccessibleInterface*> TableAccess::selectedCells() const
{
    QList<QAccessibleInterface*> cells;
    for (const int row : selectedRows()) {
        for (int column = 0; column < columnCount(); ++column)
            cells << at(row, column);
    }
    return cells;
}

QString TableAccess::columnDescription(int column) const
{
    return view()->model() ? view()->model()->headerData(column, Qt::Horizontal).toString() : QString();
}

QString TableAccess::rowDescription(int row) const
{
    const CellAccess* header = row < 0 ? nullptr : at(row, -1);
    return header ? header->text(QAccessible::Name) : QString();
}

int TableAccess::selectedRowCount() const
{
    return int(selectedRows().size());
}

QList<int> TableAccess::selectedRows() const
{
    QList<int> rows;
    if (const QItemSelectionModel* selection = view()->selectionModel()) {
        for (const QModelIndex& index :
             selection->selectedRows().first(qMin(selection->selectedRows().size(), walkedRows)))
            rows << index.row();
    }
    return rows;
}

bool TableAccess::isRowSelected(int row) const
{
    return view()->selectionModel() && view()->selectionModel()->isRowSelected(row);
}

bool TableAccess::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    view()->setCurrentIndex(view()->model()->index(row, qMax(0, view()->currentIndex().column())));
    return true;
}

void TableAccess::modelChange(QAccessibleTableModelChangeEvent* event)
{
    if (event->modelChangeType() != QAccessibleTableModelChangeEvent::DataChanged) {
        forgetWhatIsGone();
        return;
    }
    for (const QAccessible::Id id : QHash(m_cells)) {
        auto* cell = static_cast<CellAccess*>(QAccessible::accessibleInterface(id));
        if (cell && cell->row() >= event->firstRow() && cell->row() <= event->lastRow())
            cell->tellChange();
    }
}

void TableAccess::forgetAll() const
{
    for (const QAccessible::Id id : std::exchange(m_cells, {}))
        QAccessible::deleteAccessibleInterface(id);
}

void TableAccess::forgetWhatIsGone()
{
    // What moved has another number now.
    const auto cells = std::exchange(m_cells, {});
    for (const QAccessible::Id id : cells) {
        const auto* cell = static_cast<CellAccess*>(QAccessible::accessibleInterface(id));
        if (cell && cell->isValid())
            m_cells.insert(numberOf(cell->row(), cell->column()), id);
        else
            QAccessible::deleteAccessibleInterface(id);
    }
}

}  // namespace refrain::ui
