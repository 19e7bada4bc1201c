#include "ui/common/notebox.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

/// What the sign of a warning takes beside the text.
constexpr int signRoom = 26;

}  // namespace

NoteBox::NoteBox(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_headline(new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, this)),
      m_text(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    m_headline->setObjectName(QStringLiteral("noteHeadline"));
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(2);
    layout->addWidget(m_headline);
    layout->addWidget(m_text);
}

void NoteBox::setNote(const QString& headline, const QString& text, QColor Theme::*headlineColour)
{
    m_colour = headlineColour;
    m_headline->setText(headline);
    m_headline->setColour(headlineColour);
    const QMargins plain(12, 10, 12, 10);
    const QMargins room = warns() ? QMargins(signRoom, 0, 0, 0) : QMargins();
    layout()->setContentsMargins(plain + (isRightToLeft() ? QMargins(0, 0, room.left(), 0) : room));
    update();
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setVisible(!headline.isEmpty());
}

bool NoteBox::warns() const
{
    return m_colour == &Theme::danger || m_colour == &Theme::pending;
}

void NoteBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor colour = m_theme.*m_colour;
    painter.setPen(warns() ? QPen(colour) : m_theme.highContrast ? QPen(m_theme.text) : QPen(Qt::NoPen));
    painter.setBrush(warns() ? m_theme.surface : m_theme.selection);
    painter.drawRoundedRect(box, metric::noteRadius, metric::noteRadius);
    if (!warns())
        return;
    const QRect sign(0, 0, 4, height());
    painter.setClipRect(QStyle::visualRect(layoutDirection(), rect(), sign));
    painter.setBrush(colour);
    painter.drawRoundedRect(box, metric::noteRadius, metric::noteRadius);
    painter.setClipping(false);
    const QRect place(14, 11, 16, 16);
    icon(QStringLiteral("warning"), m_theme, m_colour)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
}

}  // namespace refrain::ui
