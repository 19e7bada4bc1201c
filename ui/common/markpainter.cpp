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

void cross(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap));
    const QRectF arm = box.adjusted(6.5, 6.5, -6.5, -6.5);
    painter.drawLine(arm.topLeft(), arm.bottomRight());
    painter.drawLine(arm.topRight(), arm.bottomLeft());
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
    cross(painter, box, theme.scheme == Scheme::Dark ? theme.window : theme.surface);
}

void paintIn(QPainter& painter, const QRectF& box, const Theme& theme)
{
    outline(painter, box, theme.in, Qt::SolidLine);
    painter.setPen(QPen(theme.in, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF check[] = {box.topLeft() + QPointF(6.2, 10.4), box.topLeft() + QPointF(8.8, 13),
                             box.topLeft() + QPointF(13.8, 7.2)};
    painter.drawPolyline(check, 3);
}

void paintSnoozed(QPainter& painter, const QRectF& box, const Theme& theme)
{
    outline(painter, box, theme.pending, Qt::CustomDashLine);
    QPainterPath disc;
    disc.addEllipse(box.adjusted(5.5, 5.5, -5.5, -5.5));
    QPainterPath bite;
    bite.addEllipse(box.adjusted(8.5, 4, -3, -7.5));
    painter.fillPath(disc.subtracted(bite), theme.pending);
}

void paintLock(QPainter& painter, const QRectF& box, const Theme& theme)
{
    painter.setPen(QPen(theme.muted, 1.4));
    painter.setBrush(Qt::NoBrush);
    QPainterPath shackle(box.topLeft() + QPointF(7.4, 9));
    shackle.lineTo(box.topLeft() + QPointF(7.4, 7.4));
    shackle.arcTo(QRectF(box.left() + 7.4, box.top() + 4.8, 5.2, 5.2), 180, -180);
    shackle.lineTo(box.topLeft() + QPointF(12.6, 9));
    painter.drawPath(shackle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.muted);
    painter.drawRoundedRect(QRectF(box.left() + 6, box.top() + 8.8, 8, 6), 1.5, 1.5);
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
        case Mark::OptedIn: paintIn(painter, box, theme); return;
        case Mark::Snoozed: paintSnoozed(painter, box, theme); return;
        case Mark::Required: paintLock(painter, box, theme); return;
        case Mark::Unknown: return;
    }
}

}  // namespace

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
