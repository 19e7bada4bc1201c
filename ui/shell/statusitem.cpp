#include "ui/shell/statusitem.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace refrain::ui {

namespace {

constexpr int leastWidth = 24;

QColor Theme::*colourOf(console::StatusSentence::Tone tone)
{
    using Tone = console::StatusSentence::Tone;
    switch (tone) {
        case Tone::Danger: return &Theme::danger;
        case Tone::Waiting: return &Theme::pending;
        case Tone::Good: return &Theme::in;
        case Tone::Calm: break;
    }
    return &Theme::muted;
}

}  // namespace

StatusItem::StatusItem(const Theme& theme, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(name);
    setFont(fontFor(TextRole::Secondary));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusItem::setSentence(const console::StatusSentence& sentence)
{
    const bool opens = sentence.about != console::StatusSentence::About::Nothing;
    m_about = sentence.about;
    m_colour = colourOf(sentence.tone);
    setText(sentence.text);
    setEnabled(opens);
    setFocusPolicy(Qt::TabFocus);
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize StatusItem::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 8, fontMetrics().height() + 4};
}

QSize StatusItem::minimumSizeHint() const
{
    return {leastWidth, sizeHint().height()};
}

void StatusItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool opens = m_about != console::StatusSentence::About::Nothing;
    QFont face = font();
    face.setUnderline(opens && (underMouse() || hasFocus()));
    painter.setFont(face);
    painter.setPen(m_theme.*m_colour);
    painter.drawText(rect().adjusted(1, 0, -1, 0), Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 3, 3);
    }
}

void StatusItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool StatusItem::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        setToolTip(width() < sizeHint().width() ? text().toHtmlEscaped() : QString());
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

}  // namespace refrain::ui
