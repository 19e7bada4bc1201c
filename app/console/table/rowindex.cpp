#include "console/table/rowindex.h"

#include <algorithm>

namespace refrain::console {

void RowIndex::insert(quint64 hash, int row)
{
    Part& part = m_parts[hash >> 56];
    if ((part.used + 1) * 4 > part.entries.size() * 3) {
        std::vector<Slot> grown(std::max<size_t>(8, part.entries.size() * 2));
        for (const Slot& slot : part.entries) {
            if (slot.row >= 0)
                place(grown, slot);
        }
        part.entries.swap(grown);
    }
    place(part.entries, {static_cast<quint32>(hash), row});
    ++part.used;
}

void RowIndex::clear()
{
    m_parts = {};
}

void RowIndex::place(std::vector<Slot>& entries, Slot slot)
{
    const size_t mask = entries.size() - 1;
    size_t at = slot.tag & mask;
    while (entries[at].row >= 0)
        at = (at + 1) & mask;
    entries[at] = slot;
}

}  // namespace refrain::console
