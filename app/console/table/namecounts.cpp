#include "console/table/namecounts.h"

#include <algorithm>

namespace refrain::console {

size_t NameCounts::find(const std::vector<quint64>& entries, quint64 hash)
{
    const quint64 key = keyOf(hash);
    const size_t mask = entries.size() - 1;
    size_t at = (key >> countBits) & mask;
    while (entries[at] != 0 && (entries[at] & ~countMask) != key)
        at = (at + 1) & mask;
    return at;
}

int NameCounts::count(quint64 hash) const
{
    const Part& part = m_parts[hash >> 56];
    return part.entries.empty() ? 0 : static_cast<int>(part.entries[find(part.entries, hash)] & countMask);
}

void NameCounts::add(quint64 hash)
{
    Part& part = m_parts[hash >> 56];
    if ((part.used + 1) * 4 > part.entries.size() * 3)
        grow(part);
    quint64& slot = part.entries[find(part.entries, hash)];
    part.used += slot == 0;
    if (slot == 0)
        slot = keyOf(hash);
    if ((slot & countMask) != countMask)
        ++slot;
}

void NameCounts::remove(quint64 hash)
{
    Part& part = m_parts[hash >> 56];
    // The slot stays: others may lie behind it.
    --part.entries[find(part.entries, hash)];
}

void NameCounts::clear()
{
    m_parts = {};
}

void NameCounts::grow(Part& part)
{
    std::vector<quint64> grown(std::max<size_t>(8, part.entries.size() * 2));
    const size_t mask = grown.size() - 1;
    for (const quint64 slot : part.entries) {
        size_t at = (slot >> countBits) & mask;
        while (slot != 0 && grown[at] != 0)
            at = (at + 1) & mask;
        if (slot != 0)
            grown[at] = slot;
    }
    part.entries.swap(grown);
}

}  // namespace refrain::console
