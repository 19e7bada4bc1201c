#include "console/table/rowindex.h"

namespace refrain::console {

void RowIndex::insert(size_t hash, int row, const std::function<size_t(int)>& hashOf)
{
    if ((m_used + 1) * 2 > m_slots.size()) {
        std::vector<Slot> old(std::max<size_t>(1024, m_slots.size() * 2));
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.row >= 0)
                place(hashOf(slot.row), slot.row);
        }
    }
    place(hash, row);
    ++m_used;
}

void RowIndex::clear()
{
    m_slots.clear();
    m_used = 0;
}

void RowIndex::place(size_t hash, int row)
{
    const size_t mask = m_slots.size() - 1;
    size_t at = hash & mask;
    while (m_slots[at].row >= 0)
        at = (at + 1) & mask;
    m_slots[at] = {static_cast<quint32>(hash >> 32), row};
}

}  // namespace refrain::console
