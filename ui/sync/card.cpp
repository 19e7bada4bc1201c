#include "ui/sync/card.h"

#include "ui/common/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

QColor Theme::*colourOf(Tone tone)
{
    switch (tone) {
        case Tone::Text: return &Theme::text;
        case Tone::Muted: return &Theme::muted;
        case Tone::Good: return &Theme::in;
        case Tone::Waiting: return &Theme::pending;
        case Tone::Danger: return &Theme::danger;
    }
    return &Theme::text;
}

}  // namespace

Card::Card(const Theme& theme, const QString& title, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_title(title),
      m_figure(new TextLabel(theme, TextRole::Figure, TextLabel::Fit::Elided, this)),
      m_meaning(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    auto* name = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Elided, this);
    name->setText(title);
    name->setColour(&Theme::muted);
    m_meaning->setColour(&Theme::muted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(3);
    layout->addWidget(name);
    layout->addWidget(m_figure);
    layout->addWidget(m_meaning);
    layout->addStretch();
}

void Card::setFigure(const QString& figure, Tone tone, const QString& meaning)
{
    m_figure->setText(figure);
    m_figure->setColour(colourOf(tone));
    m_meaning->setText(meaning);
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(m_title, figure, meaning));
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line);
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::noteRadius, metric::noteRadius);
}

}  // namespace refrain::ui
