#pragma once

#include "base/clock.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace refrain::service {

enum class StepLength { Hour, Day, Week };

[[nodiscard]] QString toString(StepLength length);
[[nodiscard]] std::optional<StepLength> stepLengthFromString(const QString& name);

/// When the hours, days or weeks (from Monday) of a zone begin, from the one that `from` lies in until before `to`,
/// with the end of the last one as the last element. Days in which the clocks change have 23 or 25 hours. Ends early
/// after `most` steps.
[[nodiscard]] std::vector<Millis> timeSteps(Millis from, Millis to, StepLength length, const QTimeZone& zone, int most);

}  // namespace refrain::service
