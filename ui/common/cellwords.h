#pragma once

#include "console/table/cell.h"
#include "ui/common/markpainter.h"

#include <QString>

class QTimeZone;

namespace refrain::ui {

/// The mark and ring that show a cell.
[[nodiscard]] Mark markOf(const console::Cell& cell);
[[nodiscard]] Ring ringOf(const console::Cell& cell);

/// The same in words, for tooltips and screen readers: "Reminders: off. Waiting to be confirmed."
[[nodiscard]] QString cellWords(const QString& category, const console::Cell& cell, const QTimeZone& zone);
/// The state alone, as it stands on the inspector's switches: "off", "on", "snoozed", "required".
[[nodiscard]] QString stateWord(const console::Cell& cell);

}  // namespace refrain::ui
