#pragma once

#include <QtGlobal>

#include <vector>

namespace refrain::console {

/// Some rows of a table, by their number: a bit a row, 125 kB for a million. A value; any thread.
class RowSet {
public:
    [[nodiscard]] bool contains(quint32 row) const
    {
        const size_t word = row >> 6;
        return word < m_bits.size() && (m_bits[word] >> (row & 63) & 1);
    }
    /// False where it is so already.
    bool set(quint32 row, bool in);
    void add(const std::vector<quint32>& rows);
    void clear();

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// Ascending.
    [[nodiscard]] std::vector<quint32> rows() const;

    friend bool operator==(const RowSet& a, const RowSet& b) { return a.rows() == b.rows(); }

private:
    std::vector<quint64> m_bits;
    int m_count = 0;
};

}  // namespace refrain::console
