#include "ui/common/wheelguard.h"

#include <QEvent>
#include <QWidget>

namespace refrain::ui {

WheelGuard::WheelGuard(QWidget* guarded) : QObject(guarded)
{
    guarded->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

}  // namespace refrain::ui
