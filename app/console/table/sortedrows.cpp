#include "console/table/subjectquery.h"
#include "console/table/subjecttable.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <optional>

namespace refrain::console {

namespace {

using Field = SortKey::Field;

QString textOf(const TableSnapshot& table, quint32 row, PackedSubject::Field field)
{
    const std::string_view bytes = table.field(row, field);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

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
    const SubjectBlock::Row& at = table.block(row).rows[row & (SubjectBlock::capacity - 1)];
    switch (key.field) {
        case Field::Role: return at.role;
        case Field::Changed: return at.changedAt;
        case Field::Category: return cellRank(table.cell(row, key.category));
        default: return 0;
    }
}

std::vector<quint32> sortedByText(const TableSnapshot& table, PackedSubject::Field field,
                                  const std::atomic_bool& cancelled)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(static_cast<size_t>(table.rowCount));
    for (quint32 row = 0; row < static_cast<quint32>(table.rowCount); ++row) {
        if (cancelled)
            return {};
        keys.push_back(collator.sortKey(textOf(table, row, field)));
    }
    std::vector<quint32> rows(static_cast<size_t>(table.rowCount));
    std::iota(rows.begin(), rows.end(), 0U);
    std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
        const int order = keys[a].compare(keys[b]);
        if (order != 0)
            return order < 0;
        return table.field(a, PackedSubject::Id) < table.field(b, PackedSubject::Id);
    });
    return rows;
}

}  // namespace

std::vector<quint32> sortedRows(const TableSnapshot& table, SortKey key, Qt::SortOrder order,
                                const std::atomic_bool& cancelled)
{
    const bool down = order == Qt::DescendingOrder;
    if (const auto field = collatedField(key.field)) {
        std::vector<quint32> rows = sortedByText(table, *field, cancelled);
        if (down)
            std::reverse(rows.begin(), rows.end());
        std::stable_partition(rows.begin(), rows.end(), [&](quint32 row) { return !table.field(row, *field).empty(); });
        return rows;
    }
    if (key.field == Field::Id) {
        std::vector<quint32> rows(static_cast<size_t>(table.rowCount));
        std::iota(rows.begin(), rows.end(), 0U);
        std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
            const int difference = table.field(a, PackedSubject::Id).compare(table.field(b, PackedSubject::Id));
            return down ? difference > 0 : difference < 0;
        });
        return rows;
    }
    std::vector<quint32> rows = sortedByText(table, PackedSubject::Name, cancelled);
    std::vector<qint64> numbers(rows.size());
    for (const quint32 row : rows)
        numbers[row] = numberOf(table, row, key);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](quint32 a, quint32 b) { return down ? numbers[a] > numbers[b] : numbers[a] < numbers[b]; });
    return rows;
}

}  // namespace refrain::console
