#pragma once

#include "base/clock.h"
#include "console/table/subjecttable.h"

namespace refrain::ui {

/// A clock that stands still.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Millis now) : m_now(now) {}
    [[nodiscard]] Millis now() const override { return m_now; }

private:
    Millis m_now;
};

inline constexpr Millis sampleNow = 1'780'000'000'000;  // 28 May 2026

[[nodiscard]] Category sampleCategory(const char* slug, const char* title, bool required = false);

/// Three categories (reminders, security which is required, digests) and five people, two of them of one name; Bea has
/// opted out of reminders, Dora out of everything.
void fillSample(console::SubjectTable& table);

}  // namespace refrain::ui
