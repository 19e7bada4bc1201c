#include "ui/common/textdelegate.h"

#include "ui/common/rowpainter.h"
#include "ui/common/tableheader.h"
#include "ui/common/tabular.h"

#include <QPainter>
#include <QTableView>

namespace refrain::ui {

QColor toneColour(Tone tone, const Theme& theme)
{
    switch (tone) {
        case Tone::Text: return theme.text;
        case Tone::Muted: return theme.muted;
        case Tone::Good: return theme.in;
        case Tone::Waiting: return theme.pending;
        case Tone::Danger: return theme.danger;
    }
    return theme.text;
}

TextDelegate::TextDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void TextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintRowGround(*painter, option, m_theme);
    const QVariant tone = index.data(ToneRole);
    painter->setPen(toneColour(tone.isValid() ? Tone(tone.toInt()) : Tone::Muted, m_theme));
    painter->setFont(fontFor(index.data(StrongRole).toBool() ? TextRole::Name : TextRole::Body));
    const QRect inner = option.rect.adjusted(12, 0, -12, 0);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString text = painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString().simplified(),
                                                           Qt::ElideRight, inner.width());
    if (index.data(TabularRole).toBool())
        drawTabular(*painter, inner, text, alignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft);
    else
        painter->drawText(inner, int(Qt::AlignVCenter | (alignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft)),
                          text);
    paintCellFocus(*painter, option, m_theme);
    painter->restore();
}

void setUpTable(QTableView& table, const Theme& theme, const QString& name)
{
    table.setObjectName(name);
    table.setHorizontalHeader(new TableHeader(theme, &table));
    table.setItemDelegate(new TextDelegate(theme, &table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(metric::rowHeight);
    table.horizontalHeader()->setSortIndicatorShown(false);
    table.horizontalHeader()->setSectionsClickable(false);
}

}  // namespace refrain::ui
