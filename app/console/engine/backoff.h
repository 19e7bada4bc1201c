#pragma once

#include <algorithm>

namespace refrain::console {

/// How long to wait before trying again: doubled with each failure up to a bound. A value.
class Backoff {
public:
    Backoff(int firstMs, int longestMs) : m_first(firstMs), m_longest(longestMs), m_next(firstMs) {}

    /// The wait before the next attempt, in milliseconds; the one after it is longer.
    [[nodiscard]] int next()
    {
        const int wait = m_next;
        m_next = std::min(m_next * 2, m_longest);
        return wait;
    }
    void succeeded() { m_next = m_first; }

private:
    int m_first;
    int m_longest;
    int m_next;
};

}  // namespace refrain::console
