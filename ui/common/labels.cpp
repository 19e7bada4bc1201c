#include "ui/common/labels.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace refrain::ui {

TextLabel::TextLabel(const Theme& theme, TextRole role, Fit fit, QWidget* parent)
    : QLabel(parent), m_theme(theme), m_fit(fit)
{
    setTextFormat(Qt::PlainText);
    setFont(fontFor(role));
    setWordWrap(fit == Fit::Wrapped);
    // A Latin name in a window that reads from the right begins at the right as well.
    if (layoutDirection() == Qt::RightToLeft)
        setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (fit == Fit::Elided)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    recolour();
}

void TextLabel::setColour(QColor Theme::*colour)
{
    m_colour = colour;
    recolour();
}

void TextLabel::setText(const QString& text)
{
    constexpr QChar leftToRightMark(0x200E);
    const QString shown = layoutDirection() == Qt::LeftToRight && text.isRightToLeft() ? leftToRightMark + text : text;
    if (shown != this->text())  // Screen readers are told of every text that is set.
        QLabel::setText(shown);
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_fit == Fit::Elided ? QSize(24, hint.height()) : hint;
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (m_fit == Fit::Wrapped) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect rect = contentsRect();
    painter.drawText(rect, int(alignment()), fontMetrics().elidedText(text(), Qt::ElideRight, rect.width()));
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        recolour();
}

bool TextLabel::event(QEvent* event)
{
    if (event->type() == QEvent::Show)
        recolour();  // The theme may have changed before it was ever shown.
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        // Escaped, because Qt would read text that looks like markup as such.
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

bool TextLabel::isCut() const
{
    return m_fit == Fit::Elided && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

void TextLabel::recolour()
{
    const QColor colour = m_theme.*m_colour;
    if (palette().color(QPalette::WindowText) == colour)
        return;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, colour);
    setPalette(changed);
}

}  // namespace refrain::ui
