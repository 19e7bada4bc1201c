#pragma once

#include "ui/common/theme.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace refrain::ui {

/// What the cell of a category shows (ui.md, "The cell of a category").
enum class Mark {
    DefaultOn,   ///< Dot.
    DefaultOff,  ///< Short dash.
    OptedOut,    ///< Filled square with a cross.
    OptedIn,     ///< Outlined square with a check.
    Snoozed,     ///< Dashed outline with a moon.
    Required,    ///< Lock.
    AllOff,      ///< Off because all optional messages are: filled, thinned.
    Unknown,     ///< Not loaded yet, or the person cannot be reached: nothing is drawn.
};
inline constexpr int markCount = int(Mark::Unknown) + 1;

/// What is drawn around a mark while a change is on its way or was turned back.
enum class Ring { None, Pending, Refused };

/// The sign inside a mark alone (cross, check, moon, lock), for switches with words; draws nothing for the others.
void paintGlyph(QPainter& painter, const QPointF& centre, Mark mark, const QColor& colour);

/// Paints a mark centred in `cell`, 20 px, crisp at every scale. Shape carries the meaning, colour repeats it.
void paintMark(QPainter& painter, const QRectF& cell, Mark mark, Ring ring, const Theme& theme);

}  // namespace refrain::ui
