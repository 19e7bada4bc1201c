#include "ui/common/textrows.h"

#include <algorithm>

namespace refrain::ui {

TextRows::TextRows(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns))
{
}

void TextRows::setRows(std::vector<TextRow> rows)
{
    const bool sameRows = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                     [](const TextRow& a, const TextRow& b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] == m_rows[row])
            continue;
        m_rows[row] = std::move(rows[row]);
        emit dataChanged(index(int(row), 0), index(int(row), columnCount() - 1));
    }
}

int TextRows::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TextRow& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString TextRows::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_rows[size_t(row)].id;
}

int TextRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TextRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TextCell& cell = m_rows[size_t(index.row())].cells[size_t(index.column())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return cell.text;
        case Qt::ToolTipRole: return cell.toolTip.toHtmlEscaped();
        case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | m_columns[size_t(index.column())].alignment);
        case StrongRole: return cell.strong;
        case TabularRole: return cell.tabular;
        case ToneRole: return int(cell.tone);
        default: return {};
    }
}

QVariant TextRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(m_columns[size_t(section)].alignment);
    return role == Qt::DisplayRole ? QVariant(m_columns[size_t(section)].title) : QVariant();
}

}  // namespace refrain::ui
