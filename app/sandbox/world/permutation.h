#pragma once

#include <QtGlobal>

namespace refrain::sandbox {

/// A keyed shuffle of 0 to size - 1 that needs no memory and runs both ways: a Feistel network with
/// cycle walking. It gives ids that look random yet name their index, and members of a channel
/// that can be listed as well as asked about one by one.
class Permutation {
public:
    /// REQUIRES: 1 <= size <= 2^62.
    Permutation(quint64 key, quint64 size);

    /// REQUIRES: index < size.
    [[nodiscard]] quint64 forward(quint64 index) const;
    /// REQUIRES: value < size.
    [[nodiscard]] quint64 inverse(quint64 value) const;
    [[nodiscard]] quint64 size() const { return m_size; }

private:
    [[nodiscard]] quint64 round(int number, quint64 half) const;
    [[nodiscard]] quint64 step(quint64 word) const;
    [[nodiscard]] quint64 stepBack(quint64 word) const;

    quint64 m_key;
    quint64 m_size;
    int m_halfBits = 1;
};

}  // namespace refrain::sandbox
