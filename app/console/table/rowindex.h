#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace refrain::console {

/// From a text's hash to the row that bears it, by open addressing: 8 bytes a slot, at most half of them used.
/// Holds no text itself: the caller compares.
class RowIndex {
public:
    /// The row for which `isIt` holds among those of this hash; -1: none.
    template <class IsIt>
    [[nodiscard]] int find(size_t hash, IsIt isIt) const
    {
        if (m_slots.empty())
            return -1;
        const size_t mask = m_slots.size() - 1;
        for (size_t at = hash & mask; m_slots[at].row >= 0; at = (at + 1) & mask) {
            if (m_slots[at].hash == static_cast<quint32>(hash >> 32) && isIt(m_slots[at].row))
                return m_slots[at].row;
        }
        return -1;
    }
    /// REQUIRES: not there yet. `hashOf` gives the hash of an earlier row when the index grows.
    void insert(size_t hash, int row, const std::function<size_t(int)>& hashOf);
    void clear();

private:
    struct Slot {
        quint32 hash = 0;
        qint32 row = -1;
    };
    std::vector<Slot> m_slots;
    size_t m_used = 0;

    void place(size_t hash, int row);
};

}  // namespace refrain::console
