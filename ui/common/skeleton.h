#pragma once

#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

namespace refrain::ui {

/// Grey rows where a list is still loading; they come after 150 ms only, so that what is quick never flickers.
class Skeleton final : public QWidget {
    Q_OBJECT

public:
    explicit Skeleton(const Theme& theme, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QTimer m_delay;
};

}  // namespace refrain::ui
