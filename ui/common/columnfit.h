#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace refrain::ui {

/// Keeps a table's columns in its width: one takes what the others leave, and where they leave it too little, they give
/// of theirs, and the last ones go, which the details tell as well. No header is cut as long as there is room. Widths
/// that a person dragged stay until there is no room.
class ColumnFit final : public QObject {
    Q_OBJECT

public:
    /// `widths`: of each column, in order; of the widest what it keeps, or half of all. REQUIRES: the table has its
    /// model. The table's child.
    ColumnFit(QTableView& table, std::vector<int> widths, int widest);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QTableView& m_table;
    std::vector<int> m_widths;
    const int m_widest;
    bool m_isNarrow = false;
};

}  // namespace refrain::ui
