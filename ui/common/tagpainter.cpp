#include "ui/common/tagpainter.h"

#include <QFontMetrics>
#include <QPainter>

namespace refrain::ui {

int paintTag(QPainter& painter, const QRect& rect, const QString& text, const Theme& theme)
{
    QFont font = fontFor(TextRole::Secondary);
    font.setPixelSize(font.pixelSize() - 1);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + 13;
    if (width > rect.width())
        return 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QRectF box(rect.left() + 0.5, rect.center().y() - 8 + 0.5, width - 1, 17);
    painter.setPen(theme.line);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(theme.muted);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

}  // namespace refrain::ui
