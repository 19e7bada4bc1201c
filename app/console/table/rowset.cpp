#include "console/table/rowset.h"

#include <bit>

namespace refrain::console {

bool RowSet::set(quint32 row, bool in)
{
    if (contains(row) == in)
        return false;
    const size_t word = row >> 6;
    if (word >= m_bits.size())
        m_bits.resize(word + 1);
    m_bits[word] ^= quint64(1) << (row & 63);
    m_count += in ? 1 : -1;
    return true;
}

void RowSet::add(const std::vector<quint32>& rows)
{
    for (const quint32 row : rows)
        set(row, true);
}

void RowSet::clear()
{
    m_bits.clear();
    m_count = 0;
}

std::vector<quint32> RowSet::rows() const
{
    std::vector<quint32> rows;
    rows.reserve(size_t(m_count));
    for (size_t word = 0; word < m_bits.size(); ++word) {
        for (quint64 bits = m_bits[word]; bits != 0; bits &= bits - 1)
            rows.push_back(quint32(word << 6) + quint32(std::countr_zero(bits)));
    }
    return rows;
}

}  // namespace refrain::console
