#include "ui/common/tableheader.h"

#include <QPainter>

namespace refrain::ui {

TableHeader::TableHeader(const Theme& theme, QWidget* parent, int lines)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme), m_lines(lines)
{
    setSectionsClickable(true);
    setSectionsMovable(false);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setMinimumSectionSize(48);
}

QFont TableHeader::headerFont()
{
    QFont font = fontFor(TextRole::Secondary);
    font.setWeight(QFont::DemiBold);
    return font;
}

QStringList TableHeader::linesOf(const QString& title, int width, int most)
{
    const QFontMetrics metrics(headerFont());
    QStringList words = title.split(u' ', Qt::SkipEmptyParts);
    QStringList lines;
    while (!words.isEmpty() && lines.size() < most) {
        QString line = words.takeFirst();
        const bool last = lines.size() + 1 == most;
        while (!words.isEmpty() && (last || metrics.horizontalAdvance(line + u' ' + words.constFirst()) <= width))
            line += u' ' + words.takeFirst();
        lines << metrics.elidedText(line, Qt::ElideRight, width);
    }
    return lines;
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 32 + 14 * (m_lines - 1)};
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, m_theme.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.line);
    const auto alignment =
        Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool ordered = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QString arrow = !ordered                                     ? QString()
                          : sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑")
                                                                       : QStringLiteral(" ↓");
    const QRect inner =
        rect.adjusted(alignment & Qt::AlignHCenter ? 2 : 12, 0, alignment & Qt::AlignHCenter ? -2 : -12, 0);
    // Not fontMetrics(): a style sheet has its own idea of the widget's font.
    const QFontMetrics metrics(headerFont());
    const int lines = alignment & Qt::AlignHCenter ? m_lines : 1;
    QStringList shown = linesOf(title, inner.width() - metrics.horizontalAdvance(arrow), lines);
    if (!shown.isEmpty())
        shown.last() += arrow;
    painter->setFont(headerFont());
    painter->setPen(ordered ? m_theme.text : m_theme.muted);
    painter->drawText(inner.adjusted(0, 0, 0, m_lines > 1 ? -7 : 0),
                      int((m_lines > 1 ? Qt::AlignBottom : Qt::AlignVCenter) |
                          (alignment ? alignment : Qt::Alignment(Qt::AlignLeft))),
                      shown.join(u'\n'));
    painter->restore();
}

}  // namespace refrain::ui
