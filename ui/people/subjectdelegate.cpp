#include "ui/people/subjectdelegate.h"

#include "ui/common/cellwords.h"
#include "ui/common/rowpainter.h"
#include "ui/common/tabular.h"
#include "ui/common/tagpainter.h"
#include "ui/people/nameplaces.h"
#include "ui/people/subjectmodel.h"

#include <QPainter>
#include <QStyle>
#include <QTableView>

namespace refrain::ui {

namespace {

/// So much of what tells namesakes apart is kept readable; narrower cells have no room for all their tags.
constexpr int distinctionWidth = 76;
constexpr int roomForTags = 150;
constexpr int selectedBar = 3;

}  // namespace

SubjectDelegate::SubjectDelegate(const Theme& theme, const SubjectModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{
}

void SubjectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option, index);
    if (m_model.categoryOf(index.column()) >= 0) {
        const console::Cell cell = m_model.cell(index);
        paintMark(*painter, QRectF(option.rect), markOf(cell), ringOf(cell), m_theme);
    } else {
        const QRect inner = option.rect.adjusted(12, 0, -12, 0);
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->setPen(m_theme.muted);
        painter->setFont(fontFor(TextRole::Body));
        if (index.column() == SubjectModel::Name)
            paintName(*painter, inner, index.row(), isToldBeside(option, index));
        else if (index.column() == m_model.changedColumn())
            drawTabular(*painter, inner, painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 2));
        else
            painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
    }
    // Qt may make a row the current one that nobody chose: it bears no ring.
    if (option.state.testFlag(QStyle::State_Selected))
        paintCellFocus(*painter, option, m_theme);
    painter->restore();
}

void SubjectDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem shown = option;
    if (m_model.hasSelection())
        shown.state.setFlag(QStyle::State_Selected, m_model.isSelected(index.row()));
    paintRowGround(painter, shown, m_theme);
    // Many selected rows are told by more than their ground.
    if (m_model.hasSelection() && index.column() == SubjectModel::Name && m_model.isSelected(index.row()))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), selectedBar, option.rect.height() - 1),
                         m_theme.accent);
}

bool SubjectDelegate::isToldBeside(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const QString email = index.siblingAtColumn(SubjectModel::Email).data().toString();
    const int room = view && !email.isEmpty() ? view->columnWidth(SubjectModel::Email) - 24 : 0;
    // The part before the @ is what differs.
    const QString person = email.section(u'@', 0, 0) + QStringLiteral("@…");
    return !email.isEmpty() && room >= QFontMetrics(fontFor(TextRole::Body)).horizontalAdvance(person);
}

void SubjectDelegate::paintName(QPainter& painter, const QRect& rect, int row, bool isTold) const
{
    painter.setFont(fontFor(TextRole::Name));
    painter.setPen(m_model.isGone(row) ? m_theme.muted : m_theme.text);
    const QString name = m_model.displayName(row);
    const QStringList tags = m_model.tags(row);
    std::vector<int> widths;
    for (const QString& tag : tags)
        widths.push_back(tagWidth(tag));
    // Of namesakes every tag tells, and so does the beginning of what tells them apart, unless the address does.
    const QString distinction = m_model.distinction(row);
    const QFontMetrics small(fontFor(TextRole::Secondary));
    const int kept =
        distinction.isEmpty() || isTold ? 0 : qMin(distinctionWidth, small.horizontalAdvance(distinction) + 1);
    const bool isOut = !tags.isEmpty() && tags.constFirst() == optOutTag();
    const int precious = kept > 0 && rect.width() >= roomForTags ? int(tags.size()) : isOut ? 1 : 0;
    const QString more = QStringLiteral("…");  // the tooltip has them all
    const NamePlaces places = NamePlaces::of(rect.width(), painter.fontMetrics().horizontalAdvance(name), widths,
                                             precious, kept, tagWidth(more));
    // A whole name is drawn as it is: measured to the pixel, eliding could still cut it.
    const bool isWhole = places.nameWidth >= painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                     isWhole ? name : painter.fontMetrics().elidedText(name, Qt::ElideRight, places.nameWidth));
    const auto paintAt = [&](int left, int width, const QString& tag) {
        const QRect place(rect.left() + left, rect.top(), width, rect.height());
        if (left >= 0)
            paintTag(painter, QStyle::visualRect(painter.layoutDirection(), rect, place), tag, m_theme);
    };
    for (qsizetype i = 0; i < tags.size(); ++i)
        paintAt(places.tags[size_t(i)], widths[size_t(i)], tags.at(i));
    paintAt(places.more, tagWidth(more), more);
    const QRect rest = QStyle::visualRect(painter.layoutDirection(), rect, rect.adjusted(places.rest, 0, 0, 0));
    if (!distinction.isEmpty() && rest.width() > 24) {
        painter.setFont(fontFor(TextRole::Secondary));
        painter.setPen(m_theme.muted);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(distinction, Qt::ElideRight, rest.width()));
    }
}

}  // namespace refrain::ui
