#include "ui/common/tagpainter.h"

#include <QFontMetrics>
#include <QPainter>

namespace refrain::ui {

namespace {

QFont tagFont()
{
    QFont font = fontFor(TextRole::Secondary);
    font.setPixelSize(font.pixelSize() - 1);
    return font;
}

}  // namespace

int tagWidth(const QString& text)
{
    return QFontMetrics(tagFont()).horizontalAdvance(text) + 13;
}

void paintTag(QPainter& painter, const QRect& rect, const QString& text, const Theme& theme)
{
    const int width = tagWidth(text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tagFont());
    const QRectF box(rect.left() + 0.5, rect.center().y() - 8 + 0.5, width - 1, 17);
    painter.setPen(theme.line);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(theme.muted);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace refrain::ui
