#pragma once

#include <QObject>

class QWidget;

namespace refrain::ui {

/// Who scrolls past a box or a date with the wheel does not change it: the wheel goes to what lies behind.
class WheelGuard final : public QObject {
    Q_OBJECT

public:
    /// Goes with the widget.
    explicit WheelGuard(QWidget* guarded);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace refrain::ui
