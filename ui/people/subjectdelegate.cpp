#include "ui/people/subjectdelegate.h"

#include "ui/common/cellwords.h"
#include "ui/common/rowpainter.h"
#include "ui/common/tabular.h"
#include "ui/common/tagpainter.h"
#include "ui/people/nameplaces.h"
#include "ui/people/subjectmodel.h"

#include <QPainter>

namespace refrain::ui {

SubjectDelegate::SubjectDelegate(const Theme& theme, const SubjectModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{
}

void SubjectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintRowGround(*painter, option, m_theme);
    if (m_model.categoryOf(index.column()) >= 0) {
        const console::Cell cell = m_model.cell(index);
        paintMark(*painter, QRectF(option.rect), markOf(cell), ringOf(cell), m_theme);
    } else {
        const QRect inner = option.rect.adjusted(12, 0, -12, 0);
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->setPen(m_theme.muted);
        painter->setFont(fontFor(TextRole::Body));
        if (index.column() == SubjectModel::Name)
            paintName(*painter, inner, index.row());
        else if (index.column() == m_model.changedColumn())
            drawTabular(*painter, inner, text);
        else
            painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
    }
    // Qt may make a row the current one that nobody chose: it bears no ring.
    if (option.state.testFlag(QStyle::State_Selected))
        paintCellFocus(*painter, option, m_theme);
    painter->restore();
}

void SubjectDelegate::paintName(QPainter& painter, const QRect& rect, int row) const
{
    painter.setFont(fontFor(TextRole::Name));
    painter.setPen(m_model.isGone(row) ? m_theme.muted : m_theme.text);
    const QString name = m_model.displayName(row);
    const QStringList tags = m_model.tags(row);
    std::vector<int> widths;
    for (const QString& tag : tags)
        widths.push_back(tagWidth(tag));
    const NamePlaces places = NamePlaces::of(rect.width(), painter.fontMetrics().horizontalAdvance(name), widths,
                                             !tags.isEmpty() && tags.constFirst() == optOutTag() ? 1 : 0);
    // A whole name is drawn as it is: measured to the pixel, eliding could still cut it.
    const bool isWhole = places.nameWidth >= painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                     isWhole ? name : painter.fontMetrics().elidedText(name, Qt::ElideRight, places.nameWidth));
    for (qsizetype i = 0; i < tags.size(); ++i) {
        if (const int left = places.tags[size_t(i)]; left >= 0)
            paintTag(painter, rect.adjusted(left, 0, 0, 0), tags.at(i), m_theme);
    }
    const QRect rest = rect.adjusted(places.rest, 0, 0, 0);
    const QString distinction = m_model.distinction(row);
    if (!distinction.isEmpty() && rest.width() > 24) {
        painter.setFont(fontFor(TextRole::Secondary));
        painter.setPen(m_theme.muted);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(distinction, Qt::ElideRight, rest.width()));
    }
}

}  // namespace refrain::ui
