#pragma once

#include "ui/common/theme.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace refrain::ui {

/// How a series is told from the others: by colour, and by the form of its marks and the pattern of its areas, so that
/// nobody needs the colour.
inline constexpr int plotLooks = 7;
/// For what is left over: `Others`.
inline constexpr int restLook = -1;

/// After Okabe and Ito (jfly.uni-koeln.de/color), made darker or lighter until each stands at 3:1 or better on the
/// theme's surface (WCAG 1.4.11).
[[nodiscard]] QColor plotColour(int look, const Theme& theme);

/// The mark of one point; `size` is its width.
void drawPlotMark(QPainter& painter, int look, const QPointF& centre, double size, const Theme& theme);
/// An area in the look's pattern, with its outline.
void drawPlotArea(QPainter& painter, int look, const QRectF& area, const Theme& theme);

}  // namespace refrain::ui
