#include "ui/common/tableheader.h"

#include <QPainter>

namespace refrain::ui {

TableHeader::TableHeader(const Theme& theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
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

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 32};
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, m_theme.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.line);
    const auto alignment =
        Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    QString title = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool ordered = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QString arrow = !ordered                                     ? QString()
                          : sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑")
                                                                       : QStringLiteral(" ↓");
    const QRect inner =
        rect.adjusted(alignment & Qt::AlignHCenter ? 2 : 12, 0, alignment & Qt::AlignHCenter ? -2 : -12, 0);
    // Not fontMetrics(): a style sheet has its own idea of the widget's font.
    const QFontMetrics metrics(headerFont());
    title = metrics.elidedText(title, Qt::ElideRight, inner.width() - metrics.horizontalAdvance(arrow));
    painter->setFont(headerFont());
    painter->setPen(ordered ? m_theme.text : m_theme.muted);
    painter->drawText(inner, int(Qt::AlignVCenter | (alignment ? alignment : Qt::Alignment(Qt::AlignLeft))),
                      title + arrow);
    painter->restore();
}

}  // namespace refrain::ui
