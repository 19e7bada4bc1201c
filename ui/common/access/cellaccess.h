#pragma once

#include <QAccessible>
#include <QPersistentModelIndex>

class QTableView;

namespace refrain::ui {

class TableAccess;

/// One cell, column header or row header of a TableAccess, which owns it. A row header bears what the row is known by,
/// so that a screen reader says whose mark it stands on.
class CellAccess final : public QAccessibleInterface,
                         public QAccessibleTableCellInterface,
                         public QAccessibleActionInterface {
public:
    /// -1: the header row, the row headers. REQUIRES: they are in the table.
    CellAccess(const TableAccess& table, int row, int column);

    [[nodiscard]] int row() const { return m_isHeaderRow ? -1 : m_index.row(); }
    [[nodiscard]] int column() const { return m_isHeaderRow || m_isRowHeader ? m_section : m_index.column(); }
    /// Whoever holds it is told where its words are others than those told last.
    void tellChange();

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override;
    [[nodiscard]] int columnIndex() const override { return column(); }
    [[nodiscard]] int rowIndex() const override { return row(); }
    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override;
    /// What the keys do there: Space switches, Enter opens; on a column's header, ordering by it.
    void doAction(const QString& action) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString& action) const override;

private:
    [[nodiscard]] QTableView* view() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isCell() const { return !m_isHeaderRow && !m_isRowHeader; }
    [[nodiscard]] QVariant switched() const;
    void order() const;

    const TableAccess& m_table;
    QPersistentModelIndex m_index;  ///< Of a row header: that of the row's first cell.
    int m_section;
    bool m_isHeaderRow;
    bool m_isRowHeader;
    QString m_told;
};

}  // namespace refrain::ui
