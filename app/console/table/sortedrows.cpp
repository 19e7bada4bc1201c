#include "console/table/sortedrows.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace refrain::console {

namespace {

using Field = SortKey::Field;

std::optional<PackedSubject::Field> collatedField(Field field)
{
    switch (field) {
        case Field::Name: return PackedSubject::Name;
        case Field::Email: return PackedSubject::Email;
        case Field::Title: return PackedSubject::Title;
        case Field::Topic: return PackedSubject::Topic;
        case Field::Role:
        case Field::Changed:
        case Field::Id:
        case Field::Category: return std::nullopt;
    }
    return std::nullopt;
}

/// Exceptions first: what is seen from across the room comes before what is nearly silent.
int cellRank(const Cell& cell)
{
    switch (cell.state) {
        case CellState::OptedOut: return 0;
        case CellState::Snoozed: return 1;
        case CellState::OptedIn: return 2;
        case CellState::Paused: return 3;
        case CellState::DefaultOff: return 4;
        case CellState::DefaultOn: return 5;
        case CellState::Required: return 6;
    }
    return 7;
}

qint64 numberOf(const TableSnapshot& table, quint32 row, SortKey key)
{
    const SubjectBlock::Row& at = table.row(row);
    switch (key.field) {
        case Field::Role: return at.role;
        case Field::Changed: return at.changedAt;
        case Field::Category: return cellRank(table.cell(row, key.category));
        default: return 0;
    }
}

/// From what is known already where the table keeps it.
std::shared_ptr<const TextOrder> ascending(const TableSnapshot& table, PackedSubject::Field field,
                                           const std::atomic_bool& cancelled)
{
    return table.orders ? table.orders->ascending(table, field, cancelled)
                        : std::make_shared<const TextOrder>(sortedByText(table, field, cancelled));
}

Rows byId(const TableSnapshot& table, bool down)
{
    Rows rows(static_cast<size_t>(table.rowCount));
    std::iota(rows.begin(), rows.end(), 0U);
    std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
        const int difference = table.field(a, PackedSubject::Id).compare(table.field(b, PackedSubject::Id));
        return down ? difference > 0 : difference < 0;
    });
    return rows;
}

}  // namespace

Rows sortedRows(const TableSnapshot& table, SortKey key, Qt::SortOrder order, const std::atomic_bool& cancelled)
{
    const bool down = order == Qt::DescendingOrder;
    if (key.field == Field::Id)
        return byId(table, down);
    const auto field = collatedField(key.field);
    const auto texts = ascending(table, field.value_or(PackedSubject::Name), cancelled);
    if (!texts || cancelled)
        return {};
    Rows rows = texts->rows;
    if (field) {
        if (down)
            std::reverse(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(texts->filled));
        return rows;
    }
    std::vector<qint64> numbers(rows.size());
    for (quint32 row = 0; row < numbers.size(); ++row) {
        if (row % SubjectBlock::capacity == 0 && cancelled)
            return {};
        numbers[row] = numberOf(table, row, key);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [&](quint32 a, quint32 b) { return down ? numbers[a] > numbers[b] : numbers[a] < numbers[b]; });
    return rows;
}

}  // namespace refrain::console
