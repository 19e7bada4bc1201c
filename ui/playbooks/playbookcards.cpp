#include "ui/playbooks/playbookcards.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace refrain::ui {

namespace {

constexpr int margin = 16;
constexpr int padding = 14;
constexpr int sectionHeight = 34;
constexpr int cardHeight = 86;
constexpr int gap = 8;

/// At most two lines of `text`, the last elided.
void drawTwoLines(QPainter& painter, const QRect& rect, const QString& text)
{
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int y = rect.top();
    for (int line = 0; line < 2; ++line) {
        QTextLine made = layout.createLine();
        if (!made.isValid())
            break;
        made.setLineWidth(rect.width());
        const QString rest = text.mid(made.textStart());
        const QString words = line == 1 ? painter.fontMetrics().elidedText(rest, Qt::ElideRight, rect.width())
                                        : rest.left(made.textLength()).trimmed();
        painter.drawText(QRect(rect.left(), y, rect.width(), painter.fontMetrics().lineSpacing()), Qt::AlignLeft,
                         words);
        y += painter.fontMetrics().lineSpacing() + 1;
    }
    layout.endLayout();
}

}  // namespace

void PlaybookCards::setCards(std::vector<PlaybookCard> cards)
{
    const bool same = std::equal(cards.begin(), cards.end(), m_cards.begin(), m_cards.end(),
                                 [](const PlaybookCard& a, const PlaybookCard& b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_cards = std::move(cards);
        endResetModel();
        return;
    }
    m_cards = std::move(cards);
    if (!m_cards.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int PlaybookCards::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(), [&](const PlaybookCard& c) { return c.id == id; });
    return found == m_cards.end() ? -1 : int(found - m_cards.begin());
}

int PlaybookCards::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant PlaybookCards::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlaybookCard& card = m_cards[size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole: return card.title;
        case Qt::AccessibleTextRole: {
            QStringList words{card.title, card.state, card.about};
            words.removeAll(QString());
            return words.join(QStringLiteral(". "));
        }
        case AboutRole: return card.about;
        case StateRole: return card.state;
        case StateToneRole: return int(card.tone);
        case IdRole: return card.id;
        case SectionRole: {
            const bool isFirst = index.row() == 0 || m_cards[size_t(index.row()) - 1].section != card.section;
            return isFirst ? card.section : QString();
        }
        default: return {};
    }
}

PlaybookCardDelegate::PlaybookCardDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize PlaybookCardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool hasSection = !index.data(PlaybookCards::SectionRole).toString().isEmpty();
    return {option.rect.width(), cardHeight + gap + (hasSection ? sectionHeight : 0)};
}

void PlaybookCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect rect = option.rect.adjusted(margin, 0, -margin, -gap);
    if (const QString section = index.data(PlaybookCards::SectionRole).toString(); !section.isEmpty()) {
        QFont font = fontFor(TextRole::Secondary);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(m_theme.muted);
        painter->drawText(QRect(rect.left(), rect.top(), rect.width(), sectionHeight - 8),
                          Qt::AlignLeft | Qt::AlignBottom, section);
        rect.setTop(rect.top() + sectionHeight);
    }
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isFocused = isChosen && option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(isFocused ? QPen(m_theme.accent, 2) : QPen(m_theme.line, 1));
    painter->setBrush(isChosen ? m_theme.selection : m_theme.raised);
    const double inset = isFocused ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), metric::noteRadius,
                             metric::noteRadius);
    const QRect inner = rect.adjusted(padding, 12, -padding, -10);
    painter->setFont(fontFor(TextRole::Secondary));
    const QString state = index.data(PlaybookCards::StateRole).toString();
    const int stateWidth = state.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(state) + 16;
    painter->setPen(toneColour(Tone(index.data(PlaybookCards::StateToneRole).toInt()), m_theme));
    painter->drawText(QRect(inner.left(), inner.top(), inner.width(), 20), Qt::AlignRight | Qt::AlignVCenter, state);
    painter->setFont(fontFor(TextRole::Heading));
    painter->setPen(m_theme.text);
    const int titleWidth = inner.width() - stateWidth;
    painter->drawText(
        QStyle::visualRect(option.direction, inner, QRect(inner.left(), inner.top(), titleWidth, 20)),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, titleWidth));
    painter->setFont(fontFor(TextRole::Secondary));
    painter->setPen(m_theme.muted);
    drawTwoLines(*painter, inner.adjusted(0, 26, 0, 0), index.data(PlaybookCards::AboutRole).toString());
    painter->restore();
}

}  // namespace refrain::ui
