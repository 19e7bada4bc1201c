#pragma once

#include "base/clock.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace refrain {

/// The longest time that a person can snooze by words: what is meant for longer is an opt-out.
inline constexpr int longestSnoozeDays = 731;

/// What is wrong with words that speak of a time.
enum class SnoozeFault {
    None,
    Unreadable,
    TooLong,
    Passed,
    MinutesOrMonths,  ///< `2m` may be either.
};

/// What people write for "how long". Either the end, or why there is none.
struct SnoozeEnd {
    std::optional<Millis> end;
    SnoozeFault fault = SnoozeFault::None;

    /// False for words that speak of no time.
    [[nodiscard]] bool isTime() const { return end || fault != SnoozeFault::None; }
};

/// Reads `2w`, `3 days`, `for a week`, `today`, `until monday`, `tomorrow`, `next week`, `until 2026-12-24`,
/// `until 24 december`, `24.12.2026`, `für 2 wochen`, `bis freitag`. English and German, any case; blanks are single.
///
/// Durations count from now by the person's own calendar, so that a day stays a day when clocks are changed; a day is
/// meant from its beginning in `zone`. A weekday is the next one to come.
[[nodiscard]] SnoozeEnd parseSnoozeEnd(const QString& words, Millis now, const QTimeZone& zone);

}  // namespace refrain
