#pragma once

#include <QtGlobal>

namespace refrain::sandbox {

/// splitmix64's finaliser: a cheap, well-spread hash of one word.
[[nodiscard]] constexpr quint64 mix(quint64 word)
{
    word += 0x9e3779b97f4a7c15ULL;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ULL;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebULL;
    return word ^ (word >> 31);
}

[[nodiscard]] constexpr quint64 mix(quint64 a, quint64 b)
{
    return mix(mix(a) ^ b);
}

[[nodiscard]] constexpr quint64 mix(quint64 a, quint64 b, quint64 c)
{
    return mix(mix(a, b) ^ c);
}

/// A short run of draws that depends on nothing but (seed, stream, index): the same on every
/// machine, which QRandomGenerator's distributions do not promise.
class Draw {
public:
    Draw(quint64 seed, quint64 stream, quint64 index) : m_state(mix(seed, stream, index)) {}

    [[nodiscard]] quint64 next() { return m_state = mix(m_state); }
    /// 0 to count - 1. REQUIRES: count > 0.
    [[nodiscard]] quint32 below(quint32 count) { return quint32(((next() >> 32) * quint64(count)) >> 32); }
    [[nodiscard]] bool oneIn(quint32 count) { return below(count) == 0; }
    [[nodiscard]] bool percent(quint32 share) { return below(100) < share; }

private:
    quint64 m_state;
};

}  // namespace refrain::sandbox
