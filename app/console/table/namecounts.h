#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace refrain::console {

/// How many rows bear a name, by the name's hash: 8 bytes a slot, in 256 parts that grow one by one. Two names of one
/// hash would be counted together: with 42 bits of it, once in several such workspaces of a million people.
class NameCounts {
public:
    [[nodiscard]] int count(quint64 hash) const;
    void add(quint64 hash);
    /// REQUIRES: added before.
    void remove(quint64 hash);
    void clear();

private:
    static constexpr quint64 countBits = 22;
    static constexpr quint64 countMask = (1ULL << countBits) - 1;
    struct Part {
        std::vector<quint64> entries;  ///< Hash above, count below; 0: free.
        size_t used = 0;
    };
    std::array<Part, 256> m_parts;

    /// Never 0, and nothing in the count's bits.
    [[nodiscard]] static quint64 keyOf(quint64 hash) { return (hash | (1ULL << countBits)) & ~countMask; }
    [[nodiscard]] static size_t find(const std::vector<quint64>& entries, quint64 hash);
    static void grow(Part& part);
};

}  // namespace refrain::console
