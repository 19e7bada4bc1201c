#include "ui/connect/waycard.h"

#include "ui/common/icons.h"

#include <QPainter>

namespace refrain::ui {

namespace {

constexpr int textLeft = 60;
constexpr int padding = 16;

}  // namespace

WayCard::WayCard(const Theme& theme, const QString& iconName, const QString& title, const QString& meaning,
                 QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(ui::icon(iconName, theme, &Theme::accent)), m_meaning(meaning)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(meaning);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect WayCard::meaningRect(int width) const
{
    const QFontMetrics metrics(fontFor(TextRole::Secondary));
    const int wide = width - textLeft - padding;
    const QRect need = metrics.boundingRect(QRect(0, 0, wide, 1000), Qt::TextWordWrap, m_meaning);
    return {textLeft, padding + 24, wide, need.height()};
}

QSize WayCard::sizeHint() const
{
    return {560, heightForWidth(560)};
}

int WayCard::heightForWidth(int width) const
{
    return meaningRect(width).bottom() + padding;
}

void WayCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || isDown();
    painter.setPen(hasFocus() ? QPen(m_theme.accent, 2) : QPen(m_theme.line, 1));
    painter.setBrush(lit ? m_theme.selection : m_theme.raised);
    const double inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), metric::noteRadius,
                            metric::noteRadius);
    m_icon.paint(&painter, QRect(20, padding + 2, 24, 24));
    painter.setPen(m_theme.text);
    painter.setFont(fontFor(TextRole::Heading));
    painter.drawText(QRect(textLeft, padding, width() - textLeft - padding, 20), Qt::AlignVCenter, text());
    painter.setPen(m_theme.muted);
    painter.setFont(fontFor(TextRole::Secondary));
    painter.drawText(meaningRect(width()), Qt::TextWordWrap, m_meaning);
}

}  // namespace refrain::ui
