#include "ui/people/statechip.h"

#include <QPainter>

namespace refrain::ui {

namespace {

constexpr int ringRoom = 4;

QFont chipFont(Mark mark)
{
    QFont font = fontFor(TextRole::Secondary);
    font.setWeight(mark == Mark::DefaultOn || mark == Mark::DefaultOff ? QFont::Medium : QFont::DemiBold);
    return font;
}

}  // namespace

StateChip::StateChip(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void StateChip::setState(Mark mark, Ring ring, const QString& word)
{
    m_mark = mark;
    m_ring = ring;
    setText(word);
    updateGeometry();
    update();
}

bool StateChip::hasGlyph() const
{
    return m_mark != Mark::DefaultOn && m_mark != Mark::DefaultOff && m_mark != Mark::Unknown;
}

QSize StateChip::sizeHint() const
{
    const int words = QFontMetrics(chipFont(m_mark)).horizontalAdvance(this->text());
    return {words + 18 + (hasGlyph() ? 15 : 0) + 2 * ringRoom, 23 + 2 * ringRoom};
}

QColor StateChip::colour() const
{
    switch (m_mark) {
        case Mark::OptedOut:
        case Mark::AllOff: return m_theme.out;
        case Mark::OptedIn: return m_theme.in;
        case Mark::Snoozed: return m_theme.pending;
        case Mark::DefaultOn:
        case Mark::DefaultOff:
        case Mark::Required:
        case Mark::Unknown: break;
    }
    return m_theme.muted;
}

void StateChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool filled = m_mark == Mark::OptedOut || m_mark == Mark::AllOff;
    const bool calm = !hasGlyph() || m_mark == Mark::Required;
    QPen pen(calm ? m_theme.line : colour(), 1, m_mark == Mark::Snoozed ? Qt::DashLine : Qt::SolidLine);
    painter.setPen(filled ? QPen(Qt::NoPen) : pen);
    painter.setBrush(filled ? colour() : underMouse() ? m_theme.selection : m_theme.raised);
    painter.drawRoundedRect(box, 5, 5);

    const QColor ink = filled ? (m_theme.scheme == Scheme::Dark ? m_theme.window : m_theme.surface) : colour();
    QRectF words = box.adjusted(8, 0, -8, 0);
    if (hasGlyph()) {
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        const double x = isMirrored ? words.right() - 5 : words.left() + 5;
        paintGlyph(painter, QPointF(x, box.center().y()), m_mark, ink);
        words.adjust(isMirrored ? 0 : 15, 0, isMirrored ? -15 : 0, 0);
    }
    painter.setPen(ink);
    painter.setFont(chipFont(m_mark));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_ring == Ring::None && !hasFocus())
        return;
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_ring == Ring::Pending ? m_theme.pending : m_theme.danger, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
}

}  // namespace refrain::ui
