#include "ui/common/tabular.h"

#include <QFontMetricsF>
#include <QPainter>

namespace refrain::ui {

namespace {

// Digits are of one width but for "1" in most text fonts: zero's width fits all.
double advance(const QFontMetricsF& metrics, QChar c)
{
    return metrics.horizontalAdvance(c.isDigit() ? QChar(u'0') : c);
}

}  // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text)
{
    double width = 0;
    for (const QChar c : text)
        width += advance(metrics, c);
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, const QString& text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter.font());
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    double x =
        alignment.testFlag(Qt::AlignLeft) != isMirrored ? rect.left() : rect.right() - tabularWidth(metrics, text);
    const double y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const double width = advance(metrics, c);
        painter.drawText(QPointF(x + (width - metrics.horizontalAdvance(c)) / 2, y), QString(c));
        x += width;
    }
}

}  // namespace refrain::ui
