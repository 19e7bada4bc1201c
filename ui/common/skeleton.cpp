#include "ui/common/skeleton.h"

#include <QPainter>

namespace refrain::ui {

Skeleton::Skeleton(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Loading"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void Skeleton::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_delay.start();
}

void Skeleton::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_delay.stop();
}

void Skeleton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    if (m_delay.isActive())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor bar = m_theme.line;
    bar.setAlphaF(0.6F);
    painter.setBrush(bar);
    // Lengths vary by a fixed pattern, as names do.
    constexpr int lengths[] = {96, 120, 84, 132, 108};
    for (int row = 0, y = 36; y + metric::rowHeight < height(); ++row, y += metric::rowHeight) {
        painter.drawRoundedRect(12, y + 12, lengths[row % 5], 10, 5, 5);
        painter.drawRoundedRect(240, y + 12, 60 + lengths[(row + 2) % 5], 10, 5, 5);
        for (int x = 520; x + 12 < width(); x += 90)
            painter.drawRoundedRect(x, y + 13, 8, 8, 4, 4);
    }
}

}  // namespace refrain::ui
