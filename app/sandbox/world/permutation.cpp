#include "sandbox/world/permutation.h"

#include "sandbox/world/draw.h"

namespace refrain::sandbox {

namespace {
constexpr int rounds = 4;
}

Permutation::Permutation(quint64 key, quint64 size) : m_key(key), m_size(size)
{
    Q_ASSERT(size >= 1 && size <= (quint64(1) << 62));
    while ((quint64(1) << (2 * m_halfBits)) < size)
        ++m_halfBits;
}

quint64 Permutation::round(int number, quint64 half) const
{
    return mix(m_key, quint64(number), half) & ((quint64(1) << m_halfBits) - 1);
}

quint64 Permutation::step(quint64 word) const
{
    quint64 left = word >> m_halfBits;
    quint64 right = word & ((quint64(1) << m_halfBits) - 1);
    for (int i = 0; i < rounds; ++i) {
        const quint64 next = left ^ round(i, right);
        left = right;
        right = next;
    }
    return left << m_halfBits | right;
}

quint64 Permutation::stepBack(quint64 word) const
{
    quint64 left = word >> m_halfBits;
    quint64 right = word & ((quint64(1) << m_halfBits) - 1);
    for (int i = rounds - 1; i >= 0; --i) {
        const quint64 previous = right ^ round(i, left);
        right = left;
        left = previous;
    }
    return left << m_halfBits | right;
}

quint64 Permutation::forward(quint64 index) const
{
    Q_ASSERT(index < m_size);
    quint64 word = step(index);
    while (word >= m_size)
        word = step(word);
    return word;
}

quint64 Permutation::inverse(quint64 value) const
{
    Q_ASSERT(value < m_size);
    quint64 word = stepBack(value);
    while (word >= m_size)
        word = stepBack(word);
    return word;
}

}  // namespace refrain::sandbox
