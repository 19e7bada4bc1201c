#include "console/table/textorders.h"

#include "console/table/allcores.h"

#include <QCollator>

#include <algorithm>

namespace refrain::console {

namespace {

/// So many rows are sorted by one core at a time: after each it is seen whether the answer is still wanted.
constexpr int chunkShift = 16;
/// Where more than one row in so many is new, sorting all of them is quicker than finding their places.
constexpr size_t worthMerging = 40;

QString textOf(const TableSnapshot& table, quint32 row, PackedSubject::Field field)
{
    const std::string_view bytes = table.field(row, field);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QCollator systemCollator()
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

struct Chunk {
    quint32 first = 0;
    std::vector<QCollatorSortKey> keys;
    Rows rows;
    Rows empty;
};

class Sorter {
public:
    Sorter(const TableSnapshot& table, PackedSubject::Field field, const std::atomic_bool& cancelled)
        : m_table(table), m_field(field), m_cancelled(cancelled)
    {
        for (quint32 first = 0; first < static_cast<quint32>(table.rowCount); first += 1U << chunkShift)
            m_chunks.push_back({first, {}, {}, {}});
    }

    TextOrder sorted()
    {
        std::atomic_bool isByRow = true;
        onAllCores(m_chunks.size(), [&](size_t number) {
            if (!hasIdsInOrder(m_chunks[number].first))
                isByRow = false;
        });
        m_isByRow = isByRow;
        onAllCores(m_chunks.size(), [this](size_t number) { sort(m_chunks[number]); });
        TextOrder order;
        Rows empty;
        std::vector<Rows> runs;
        for (Chunk& chunk : m_chunks) {
            runs.push_back(std::move(chunk.rows));
            empty.insert(empty.end(), chunk.empty.begin(), chunk.empty.end());
        }
        while (runs.size() > 1 && !m_cancelled)
            runs = merged(runs);
        if (m_cancelled || runs.empty())
            return {};
        order.rows = std::move(runs.front());
        order.filled = order.rows.size();
        std::sort(empty.begin(), empty.end(), [this](quint32 a, quint32 b) { return isBeforeById(a, b); });
        order.rows.insert(order.rows.end(), empty.begin(), empty.end());
        return order;
    }

private:
    const TableSnapshot& m_table;
    PackedSubject::Field m_field;
    const std::atomic_bool& m_cancelled;
    std::vector<Chunk> m_chunks;
    bool m_isByRow = false;  ///< The ids are in the order of the rows, as a cache is read: no need to look at them.

    [[nodiscard]] quint32 endOf(quint32 first) const
    {
        return std::min(first + (1U << chunkShift), static_cast<quint32>(m_table.rowCount));
    }
    /// To the first row of the next chunk.
    [[nodiscard]] bool hasIdsInOrder(quint32 first) const
    {
        const quint32 last = std::min(endOf(first), static_cast<quint32>(m_table.rowCount) - 1);
        for (quint32 row = first; row < last; ++row) {
            if (m_table.field(row, PackedSubject::Id) >= m_table.field(row + 1, PackedSubject::Id))
                return false;
        }
        return true;
    }

    void sort(Chunk& chunk)
    {
        const QCollator collator = systemCollator();
        const quint32 end = endOf(chunk.first);
        chunk.keys.reserve(end - chunk.first);
        for (quint32 row = chunk.first; row < end; ++row) {
            if (m_cancelled)
                return;
            chunk.keys.push_back(collator.sortKey(textOf(m_table, row, m_field)));
            (m_table.field(row, m_field).empty() ? chunk.empty : chunk.rows).push_back(row);
        }
        std::sort(chunk.rows.begin(), chunk.rows.end(), [this](quint32 a, quint32 b) { return isBefore(a, b); });
    }

    [[nodiscard]] bool isBeforeById(quint32 a, quint32 b) const
    {
        return m_isByRow ? a < b : m_table.field(a, PackedSubject::Id) < m_table.field(b, PackedSubject::Id);
    }
    [[nodiscard]] bool isBefore(quint32 a, quint32 b) const
    {
        const int order = keyOf(a).compare(keyOf(b));
        return order != 0 ? order < 0 : isBeforeById(a, b);
    }
    [[nodiscard]] const QCollatorSortKey& keyOf(quint32 row) const
    {
        return m_chunks[row >> chunkShift].keys[row & ((1U << chunkShift) - 1)];
    }

    /// Two and two become one, each pair on a core.
    [[nodiscard]] std::vector<Rows> merged(const std::vector<Rows>& runs) const
    {
        std::vector<Rows> out((runs.size() + 1) / 2);
        onAllCores(out.size(), [&](size_t pair) {
            const Rows& left = runs[pair * 2];
            if (pair * 2 + 1 == runs.size()) {
                out[pair] = left;
                return;
            }
            const Rows& right = runs[pair * 2 + 1];
            out[pair].resize(left.size() + right.size());
            std::merge(left.begin(), left.end(), right.begin(), right.end(), out[pair].begin(),
                       [this](quint32 a, quint32 b) { return isBefore(a, b); });
        });
        return out;
    }
};

/// Takes `moved` out of an order and puts them into their places.
TextOrder withPlaced(const TextOrder& before, const TableSnapshot& table, PackedSubject::Field field, Rows moved)
{
    const QCollator collator = systemCollator();
    const auto isBefore = [&](quint32 a, quint32 b) {
        const bool emptyA = table.field(a, field).empty();
        if (emptyA != table.field(b, field).empty())
            return !emptyA;
        const int order = emptyA ? 0 : collator.compare(textOf(table, a, field), textOf(table, b, field));
        return order != 0 ? order < 0 : table.field(a, PackedSubject::Id) < table.field(b, PackedSubject::Id);
    };
    std::sort(moved.begin(), moved.end(), isBefore);
    std::vector<char> isMoved(static_cast<size_t>(table.rowCount), 0);
    for (const quint32 row : moved)
        isMoved[row] = 1;
    Rows still;
    still.reserve(before.rows.size());
    std::copy_if(before.rows.begin(), before.rows.end(), std::back_inserter(still),
                 [&](quint32 row) { return row < static_cast<quint32>(table.rowCount) && !isMoved[row]; });
    TextOrder order;
    order.rows.reserve(still.size() + moved.size());
    auto from = still.begin();
    for (const quint32 row : moved) {
        const auto to = std::upper_bound(from, still.end(), row, isBefore);
        order.rows.insert(order.rows.end(), from, to);
        order.rows.push_back(row);
        from = to;
    }
    order.rows.insert(order.rows.end(), from, still.end());
    order.filled =
        static_cast<size_t>(std::partition_point(order.rows.begin(), order.rows.end(),
                                                 [&](quint32 row) { return !table.field(row, field).empty(); }) -
                            order.rows.begin());
    return order;
}

}  // namespace

TextOrder sortedByText(const TableSnapshot& table, PackedSubject::Field field, const std::atomic_bool& cancelled)
{
    return Sorter(table, field, cancelled).sorted();
}

std::shared_ptr<const TextOrder> TextOrders::ascending(const TableSnapshot& table, PackedSubject::Field field,
                                                       const std::atomic_bool& cancelled)
{
    Known& known = m_known[field];
    const std::lock_guard lock(known.mutex);
    const std::shared_ptr<const TextOrder> before = known.order.lock();
    const bool isUsable = before && known.generation == table.generation;
    const size_t rows = static_cast<size_t>(table.rowCount);
    Rows moved;
    if (isUsable) {
        if (known.rewritten < table.rewritten.size())
            moved.assign(table.rewritten.begin() + known.rewritten, table.rewritten.end());
        for (size_t row = before->rows.size(); row < rows; ++row)
            moved.push_back(static_cast<quint32>(row));
        // An order of a moment later will do for who looks at an earlier one, but for rows that are not there yet.
        if (moved.empty() && before->rows.size() == rows)
            return before;
    }
    auto order = std::make_shared<TextOrder>();
    if (isUsable && moved.size() * worthMerging < rows) {
        std::sort(moved.begin(), moved.end());
        moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
        *order = withPlaced(*before, table, field, std::move(moved));
    } else {
        *order = sortedByText(table, field, cancelled);
    }
    if (cancelled)
        return nullptr;
    const bool isNewer = !isUsable || rows >= before->rows.size();
    if (isNewer && table.generation >= known.generation) {
        known.generation = table.generation;
        known.rewritten = table.rewritten.size();
        known.order = order;
        if (field == PackedSubject::Name)
            known.kept = order;
    }
    return order;
}

}  // namespace refrain::console
