#include "ui/common/rowpainter.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace refrain::ui {

void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    const QRect& rect = option.rect;
    painter.fillRect(rect, option.state.testFlag(QStyle::State_Selected) ? theme.selection : theme.surface);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    // Where contrast is asked for, two lines say what is selected, not the ground alone.
    if (!theme.highContrast || !option.state.testFlag(QStyle::State_Selected))
        return;
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), theme.accent);
    painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.accent);
}

void paintCellFocus(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
}

}  // namespace refrain::ui
