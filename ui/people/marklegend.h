#pragma once

#include "ui/common/theme.h"

#include <QFrame>

namespace refrain::ui {

/// What each mark of the table means, one line each. A popup: goes with the next key or click.
class MarkLegend final : public QFrame {
    Q_OBJECT

public:
    MarkLegend(const Theme& theme, QWidget* parent);

    /// Below `anchor`, within its screen; deletes itself when it goes.
    void openBelow(const QWidget& anchor);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace refrain::ui
