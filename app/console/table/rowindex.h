#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace refrain::console {

/// From a text's hash to the row that bears it, by open addressing: 8 bytes a slot, at most three of four used.
/// Holds no text itself: the caller compares. It lies in 256 parts that grow one by one, so that no insertion is slow.
class RowIndex {
public:
    /// The row for which `isIt` holds among those of this hash; -1: none.
    template <class IsIt>
    [[nodiscard]] int find(quint64 hash, IsIt isIt) const
    {
        const std::vector<Slot>& entries = m_parts[hash >> 56].entries;
        if (entries.empty())
            return -1;
        const auto tag = static_cast<quint32>(hash);
        const size_t mask = entries.size() - 1;
        for (size_t at = tag & mask; entries[at].row >= 0; at = (at + 1) & mask) {
            if (entries[at].tag == tag && isIt(entries[at].row))
                return entries[at].row;
        }
        return -1;
    }
    /// REQUIRES: not there yet.
    void insert(quint64 hash, int row);
    void clear();

private:
    struct Slot {
        quint32 tag = 0;  ///< The lower half of the hash: its place follows from it when a part grows.
        qint32 row = -1;
    };
    struct Part {
        std::vector<Slot> entries;
        size_t used = 0;
    };
    std::array<Part, 256> m_parts;

    static void place(std::vector<Slot>& entries, Slot slot);
};

}  // namespace refrain::console
