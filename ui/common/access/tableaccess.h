#pragma once

#include <QAccessibleWidget>
#include <QHash>

class QModelIndex;
class QTableView;

namespace refrain::ui {

class CellAccess;

/// A table as a screen reader meets it. Qt's own makes an object of every cell that is walked past and keeps it; here a
/// walk over the children ends after the first rows, any cell of a million is there when it is asked for by row and
/// column, and only those that were asked for last are kept. A cell of a switchable kind (SwitchRole) can be checked
/// and acted on, and whoever holds one hears of its new words.
///
/// Children are counted as QTableView counts them in its focus events: row by row, the header row first, each row with
/// its row header first. UI thread.
class TableAccess final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit TableAccess(QTableView* view);

    [[nodiscard]] QTableView* view() const;
    /// -1 for the header row and for the row headers. Null outside of the table.
    [[nodiscard]] CellAccess* at(int row, int column) const;
    [[nodiscard]] int numberOf(int row, int column) const;

    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;
    [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent* event) override;

protected:
    ~TableAccess() override;

private:
    void forgetAll() const;
    void forgetWhatIsGone();

    mutable QHash<int, QAccessible::Id> m_cells;  ///< By their number.
};

}  // namespace refrain::ui
