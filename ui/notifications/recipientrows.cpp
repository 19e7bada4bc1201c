#include "ui/notifications/recipientrows.h"

namespace refrain::ui {

RecipientRows::RecipientRows(NameOf nameOf, QObject* parent) : QAbstractTableModel(parent), m_nameOf(std::move(nameOf))
{
}

void RecipientRows::reset(std::vector<Row> rows, const QString& next)
{
    m_fetching = false;
    m_next = next;
    const bool sameRows = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                     [](const Row& a, const Row& b) { return a.subject == b.subject; });
    if (sameRows) {  // Progress moves nobody's place.
        m_rows = std::move(rows);
        if (!m_rows.empty())
            emit dataChanged(index(0, Fate), index(rowCount() - 1, Fate));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void RecipientRows::append(std::vector<Row> rows, const QString& next)
{
    m_fetching = false;
    m_next = next;
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

void RecipientRows::setOver(bool over)
{
    if (m_isOver == over)
        return;
    m_isOver = over;
    emit headerDataChanged(Qt::Horizontal, Fate, Fate);
}

int RecipientRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RecipientRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RecipientRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return index.column() == Who ? m_nameOf(row.subject) : row.fate;
        case Qt::ToolTipRole:
            return (index.column() == Who ? m_nameOf(row.subject) + QStringLiteral(" · ") + row.subject.toString()
                                          : row.fate)
                .toHtmlEscaped();
        case StrongRole: return index.column() == Who;
        case ToneRole: return int(index.column() == Who ? Tone::Text : row.tone);
        default: return {};
    }
}

QVariant RecipientRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Who)
        return tr("Who");
    return m_isOver ? tr("What became of it") : tr("What becomes of it");
}

bool RecipientRows::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_fetching && !m_next.isEmpty();
}

void RecipientRows::fetchMore(const QModelIndex&)
{
    m_fetching = true;
    emit moreWanted(m_next);
}

}  // namespace refrain::ui
