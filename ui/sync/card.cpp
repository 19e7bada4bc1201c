#include "ui/sync/card.h"

#include "ui/common/labels.h"

#include <QEvent>
#include <QKeyEvent>
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
    : QAbstractButton(parent),
      m_theme(theme),
      m_title(title),
      m_figure(new TextLabel(theme, TextRole::Figure, TextLabel::Fit::Elided, this)),
      m_meaning(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    auto* name = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this);
    name->setText(title);
    name->setColour(&Theme::muted);
    m_meaning->setColour(&Theme::muted);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setCursor(Qt::PointingHandCursor);
    for (QWidget* label : std::initializer_list<QWidget*>{name, m_figure, m_meaning}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setForegroundRole(QPalette::WindowText);  // not the button's
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(3);
    layout->addWidget(name);
    layout->addWidget(m_figure);
    layout->addWidget(m_meaning);
    layout->addStretch();
}

void Card::setOpens(const QString& name, const QString& opens)
{
    setObjectName(name);
    setAccessibleDescription(opens);
    m_opens = opens;
    setCompact(m_isCompact);
}

void Card::setCompact(bool compact)
{
    m_isCompact = compact;
    const int side = compact ? 8 : 16;
    layout()->setContentsMargins(side, 12, side, 12);
    m_meaning->setVisible(!compact);
    setToolTip((compact ? m_meaning->text() + QStringLiteral("\n") + m_opens : m_opens).toHtmlEscaped());
}

QSize Card::sizeHint() const
{
    return layout()->sizeHint();
}

void Card::setFigure(const QString& figure, Tone tone, const QString& meaning)
{
    m_figure->setText(figure);
    m_figure->setColour(colourOf(tone));
    m_meaning->setText(meaning);
    setCompact(m_isCompact);
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(m_title, figure, meaning));
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = hasFocus() ? 1 : 0.5;
    painter.setPen(hasFocus() ? QPen(m_theme.accent, 2) : QPen(underMouse() ? m_theme.muted : m_theme.line, 1));
    painter.setBrush(isDown() ? m_theme.selection : m_theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), metric::noteRadius, metric::noteRadius);
}

void Card::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool Card::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

}  // namespace refrain::ui
