#include "ui/common/windowplace.h"

#include <QScreen>
#include <QWidget>

namespace refrain::ui {

QRect placed(QSize wished, const QRect& over, const QRect& available)
{
    QRect place(QPoint(0, 0), wished.boundedTo(available.size()));
    place.moveCenter(over.center());
    place.moveLeft(qBound(available.left(), place.left(), available.right() - place.width() + 1));
    place.moveTop(qBound(available.top(), place.top(), available.bottom() - place.height() + 1));
    return place;
}

void placeOver(QWidget& window, QSize wished)
{
    const QWidget* parent = window.parentWidget() ? window.parentWidget()->window() : nullptr;
    const QRect screen = (parent ? parent : &window)->screen()->availableGeometry();
    const int side = frameAllowance.width() / 2;
    const QRect available = screen.adjusted(side, frameAllowance.height() - side, -side, -side);
    window.setGeometry(placed(wished, parent ? parent->geometry() : screen, available));
}

}  // namespace refrain::ui
