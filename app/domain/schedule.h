#pragma once

#include "base/clock.h"

#include <QList>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace refrain {

/// A time of day on some days of the week, by the calendar of a place.
struct Schedule {
    QTime time;           ///< To the minute.
    QList<int> weekdays;  ///< 1 is Monday, 7 Sunday; at least one.

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// The first moment after `after` that the schedule names; once a day, also where clocks are changed: a time that comes
/// twice is meant when it comes first, one that is left out when the clocks go on.
[[nodiscard]] Millis nextMoment(const Schedule& schedule, const QTimeZone& zone, Millis after);

/// The last such moment until `until`, itself included.
[[nodiscard]] Millis lastMoment(const Schedule& schedule, const QTimeZone& zone, Millis until);

/// `mon` to `sun`.
[[nodiscard]] QString weekdayName(int weekday);
[[nodiscard]] std::optional<int> weekdayFromName(const QString& name);

}  // namespace refrain
