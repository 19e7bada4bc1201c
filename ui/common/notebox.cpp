#include "ui/common/notebox.h"

#include "ui/common/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace refrain::ui {

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
    m_headline->setText(headline);
    m_headline->setColour(headlineColour);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setVisible(!headline.isEmpty());
}

void NoteBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.highContrast ? QPen(m_theme.text) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.selection);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::noteRadius, metric::noteRadius);
}

}  // namespace refrain::ui
