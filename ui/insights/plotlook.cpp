#include "ui/insights/plotlook.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace refrain::ui {

namespace {

constexpr QRgb lightColours[plotLooks] = {0x0072B2, 0xC24A00, 0x00805C, 0xA8487E, 0x946200, 0x2A7DB0, 0x5B5FC7};
constexpr QRgb darkColours[plotLooks] = {0x56B4E9, 0xF08A4B, 0x2FC79A, 0xDE9AC2, 0xE6B422, 0x9AD1F5, 0xB3B5F5};
constexpr double hatch = 5;

/// Lines through `area` at a slope of one, `rising` or falling, cut off where it ends: clipping and brushes of patterns
/// do not come out alike in SVG.
void drawHatch(QPainter& painter, const QRectF& area, bool rising)
{
    for (double c = -area.height(); c < area.width(); c += hatch) {
        // x = left + c + t, for t from 0 to the height.
        const double from = std::max(0.0, -c);
        const double to = std::min(area.height(), area.width() - c);
        if (from >= to)
            continue;
        const auto at = [&](double t) {
            return QPointF(area.left() + c + t, rising ? area.bottom() - t : area.top() + t);
        };
        painter.drawLine(at(from), at(to));
    }
}

void drawRules(QPainter& painter, const QRectF& area, bool upright)
{
    const double length = upright ? area.width() : area.height();
    for (double at = hatch / 2; at < length; at += hatch) {
        if (upright)
            painter.drawLine(QPointF(area.left() + at, area.top()), QPointF(area.left() + at, area.bottom()));
        else
            painter.drawLine(QPointF(area.left(), area.bottom() - at), QPointF(area.right(), area.bottom() - at));
    }
}

QPolygonF polygon(const QPointF& centre, double radius, std::initializer_list<QPointF> corners)
{
    QPolygonF shape;
    for (const QPointF& corner : corners)
        shape << centre + corner * radius;
    return shape;
}

}  // namespace

QColor plotColour(int look, const Theme& theme)
{
    if (look < 0)
        return theme.muted;
    return QColor(theme.scheme == Scheme::Dark ? darkColours[look % plotLooks] : lightColours[look % plotLooks]);
}

void drawPlotMark(QPainter& painter, int look, const QPointF& centre, double size, const Theme& theme)
{
    const double r = size / 2;
    const QColor colour = plotColour(look, theme);
    painter.save();
    painter.setPen(QPen(colour, 1.5));
    // Filled and open forms in turn.
    painter.setBrush(look % 2 == 0 ? colour : theme.surface);
    switch (look < 0 ? restLook : look % plotLooks) {
        case 0: painter.drawEllipse(centre, r, r); break;
        case 1: painter.drawRect(QRectF(centre - QPointF(r, r) * 0.9, QSizeF(size, size) * 0.9)); break;
        case 2: painter.drawPolygon(polygon(centre, r * 1.2, {{0, -1}, {0.9, 0.7}, {-0.9, 0.7}})); break;
        case 3: painter.drawPolygon(polygon(centre, r * 1.2, {{0, -1}, {1, 0}, {0, 1}, {-1, 0}})); break;
        case 4: painter.drawPolygon(polygon(centre, r * 1.2, {{0, 1}, {0.9, -0.7}, {-0.9, -0.7}})); break;
        case 5: painter.drawEllipse(centre, r, r); break;
        case 6: painter.drawPolygon(polygon(centre, r, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}})); break;
        default:
            painter.drawLine(centre - QPointF(r, r), centre + QPointF(r, r));
            painter.drawLine(centre - QPointF(r, -r), centre + QPointF(r, -r));
    }
    painter.restore();
}

void drawPlotArea(QPainter& painter, int look, const QRectF& area, const Theme& theme)
{
    const QColor colour = plotColour(look, theme);
    painter.save();
    painter.setPen(QPen(colour, 1));
    painter.setBrush(look == 0 ? colour : theme.surface);
    painter.drawRect(area);
    switch (look < 0 ? restLook : look % plotLooks) {
        case 1: drawHatch(painter, area, true); break;
        case 2: drawRules(painter, area, false); break;
        case 3:
            drawHatch(painter, area, true);
            drawHatch(painter, area, false);
            break;
        case 4: drawRules(painter, area, true); break;
        case 5: drawHatch(painter, area, false); break;
        case 6:
            drawRules(painter, area, true);
            drawRules(painter, area, false);
            break;
        default: break;
    }
    painter.restore();
}

}  // namespace refrain::ui
