#include "ui/common/markpainter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace refrain::ui {

namespace {

/// The square of `size` centred in `cell`, moved onto whole device pixels, so that edges stay sharp.
QRectF centred(const QPainter& painter, const QRectF& cell, double size)
{
    const double scale = painter.device()->devicePixelRatioF();
    const auto snapped = [scale](double value) { return std::round(value * scale) / scale; };
    return {snapped(cell.center().x() - size / 2), snapped(cell.center().y() - size / 2), size, size};
}

void cross(QPainter& painter, const QPointF& centre, const QColor& colour)
{
    constexpr double arm = 3.5;
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm));
    painter.drawLine(centre + QPointF(arm, -arm), centre + QPointF(-arm, arm));
}

void check(QPainter& painter, const QPointF& centre, const QColor& colour)
{
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF line[] = {centre + QPointF(-3.8, 0.4), centre + QPointF(-1.2, 3), centre + QPointF(3.8, -2.8)};
    painter.drawPolyline(line, 3);
}

void moon(QPainter& painter, const QPointF& centre, const QColor& colour)
{
    QPainterPath disc;
    disc.addEllipse(centre, 4.5, 4.5);
    QPainterPath bite;
    bite.addEllipse(centre + QPointF(2.7, -1.7), 4.2, 4.2);
    painter.fillPath(disc.subtracted(bite), colour);
}

void lock(QPainter& painter, const QPointF& centre, const QColor& colour)
{
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    QPainterPath shackle(centre + QPointF(-2.6, -1));
    shackle.lineTo(centre + QPointF(-2.6, -2.6));
    shackle.arcTo(QRectF(centre.x() - 2.6, centre.y() - 5.2, 5.2, 5.2), 180, -180);
    shackle.lineTo(centre + QPointF(2.6, -1));
    painter.drawPath(shackle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(centre.x() - 4, centre.y() - 1.2, 8, 6), 1.5, 1.5);
}

void outline(QPainter& painter, const QRectF& box, const QColor& colour, Qt::PenStyle style)
{
    QPen pen(colour, 1.25, style);
    if (style == Qt::CustomDashLine)
        pen.setDashPattern({2.4, 2.0});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
}

void paintOut(QPainter& painter, const QRectF& box, const Theme& theme, double opacity)
{
    QColor fill = theme.out;
    fill.setAlphaF(float(opacity));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 4, 4);
    cross(painter, box.center(), theme.scheme == Scheme::Dark ? theme.window : theme.surface);
}

void paintShape(QPainter& painter, const QRectF& box, Mark mark, const Theme& theme)
{
    switch (mark) {
        case Mark::DefaultOn:
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.muted);
            painter.drawEllipse(box.center(), 1.6, 1.6);
            return;
        case Mark::DefaultOff:
            painter.setPen(QPen(theme.muted, 1.6, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(box.center() - QPointF(3.5, 0), box.center() + QPointF(3.5, 0));
            return;
        case Mark::OptedOut: paintOut(painter, box, theme, 1.0); return;
        case Mark::AllOff: paintOut(painter, box, theme, 0.62); return;
        case Mark::OptedIn:
            outline(painter, box, theme.in, Qt::SolidLine);
            check(painter, box.center(), theme.in);
            return;
        case Mark::Snoozed:
            outline(painter, box, theme.pending, Qt::CustomDashLine);
            moon(painter, box.center(), theme.pending);
            return;
        case Mark::Required: lock(painter, box.center(), theme.muted); return;
        case Mark::Unknown: return;
    }
}

}  // namespace

void paintGlyph(QPainter& painter, const QPointF& centre, Mark mark, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (mark) {
        case Mark::OptedOut:
        case Mark::AllOff: cross(painter, centre, colour); break;
        case Mark::OptedIn: check(painter, centre, colour); break;
        case Mark::Snoozed: moon(painter, centre, colour); break;
        case Mark::Required: lock(painter, centre, colour); break;
        case Mark::DefaultOn:
        case Mark::DefaultOff:
        case Mark::Unknown: break;
    }
    painter.restore();
}

void paintMark(QPainter& painter, const QRectF& cell, Mark mark, Ring ring, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = centred(painter, cell, metric::mark);
    paintShape(painter, box, mark, theme);
    if (ring != Ring::None) {
        painter.setPen(QPen(ring == Ring::Pending ? theme.pending : theme.danger, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 6.5, 6.5);
    }
    painter.restore();
}

}  // namespace refrain::ui
