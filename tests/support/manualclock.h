#pragma once

#include "base/clock.h"

#include <atomic>
#include <chrono>

namespace refrain::test {

/// A clock that stands still until the test moves it. Any thread.
class ManualClock final : public Clock {
public:
    /// Starts at 2026-05-03T08:12:00.000Z unless told otherwise.
    explicit ManualClock(Millis start = 1'777'795'920'000) : m_now(start) {}

    [[nodiscard]] Millis now() const override { return m_now; }
    void set(Millis now) { m_now = now; }
    /// Negative steps turn the clock back, as a corrected computer clock does.
    void advance(std::chrono::milliseconds step) { m_now += step.count(); }

private:
    std::atomic<Millis> m_now;
};

}  // namespace refrain::test
