#pragma once

#include "base/clock.h"
#include "console/desk/numbers.h"

#include <QString>

#include <optional>

class QTimeZone;

namespace refrain::ui {

/// "now", "2 min ago", "3 h ago", "yesterday", "14 Mar", "14 Mar 2025"; "—" where there is none.
/// Days are counted in `zone`. Times ahead of `now` by less than a minute are "now" (clocks differ).
[[nodiscard]] QString relativeTime(std::optional<Millis> time, Millis now, const QTimeZone& zone);

/// "3 May 2026, 10:12:05 CEST" - the exact time with its zone; empty where there is none.
[[nodiscard]] QString exactTime(std::optional<Millis> time, const QTimeZone& zone);

/// "3 May 2026, 10:12" - for sentences, where the zone is the reader's own.
[[nodiscard]] QString shortTime(Millis time, const QTimeZone& zone);

/// "Berlin", "UTC": what people call the zone.
[[nodiscard]] QString zoneName(const QTimeZone& zone);

/// "90 ms", "0.4 s", "38 s", "1 h 22 min" - how long something took, or has been waiting.
[[nodiscard]] QString durationText(Millis duration);

using console::grouped;

}  // namespace refrain::ui
