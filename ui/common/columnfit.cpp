#include "ui/common/columnfit.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>

namespace refrain::ui {

namespace {

int headerWidth(const QString& name)
{
    QFont font = fontFor(TextRole::Secondary);
    font.setWeight(QFont::DemiBold);
    return QFontMetrics(font).horizontalAdvance(name) + 26;
}

}  // namespace

ColumnFit::ColumnFit(QTableView& table, std::vector<int> widths, int widest)
    : QObject(&table), m_table(table), m_widths(std::move(widths)), m_widest(widest)
{
    QHeaderView* header = m_table.horizontalHeader();
    header->setMinimumSectionSize(40);
    for (int column = 0; column < int(m_widths.size()); ++column) {
        const QString name = m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int& width = m_widths[size_t(column)];
        width = qMax(width, headerWidth(name));
        header->setSectionResizeMode(column, column == m_widest ? QHeaderView::Stretch : QHeaderView::Interactive);
        header->resizeSection(column, width);
    }
    m_table.viewport()->installEventFilter(this);
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFit::fit()
{
    const int all = m_table.viewport()->width();
    // Names and titles come first, as long as that leaves the others half.
    const int room = all - qMin(all / 2, m_widths[size_t(m_widest)]);
    int others = 0;
    int shown = 0;
    // A column that keeps less than two thirds of its width tells nothing any more.
    for (const int count = int(m_widths.size()); shown < count; ++shown) {
        const int width = shown == m_widest ? 0 : m_widths[size_t(shown)];
        if (shown > m_widest && (others + width) * 2 > room * 3)
            break;
        others += width;
    }
    const bool isNarrow = others > room || shown < int(m_widths.size());
    if (room <= 0 || (!isNarrow && !m_isNarrow))
        return;
    m_isNarrow = isNarrow;
    for (int column = 0; column < int(m_widths.size()); ++column) {
        const int wished = m_widths[size_t(column)];
        m_table.setColumnHidden(column, column >= shown);
        if (column != m_widest && column < shown)
            m_table.setColumnWidth(column, others > room ? wished * room / others : wished);
    }
}

}  // namespace refrain::ui
