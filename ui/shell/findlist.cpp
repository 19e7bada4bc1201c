#include "ui/shell/findlist.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace refrain::ui {

namespace {

constexpr int rowHeight = 32;
constexpr int headingHeight = 26;
constexpr int offerRole = Qt::UserRole;
constexpr int detailRole = Qt::UserRole + 1;
constexpr int frame = 10;

class FindDelegate final : public QStyledItemDelegate {
public:
    FindDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, index.flags().testFlag(Qt::ItemIsSelectable) ? rowHeight : headingHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const bool canBeChosen = index.flags().testFlag(Qt::ItemIsSelectable);
        const QRect inner = option.rect.adjusted(8, 0, -8, 0);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.selection);
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        const QString title = index.data(Qt::DisplayRole).toString();
        painter->setFont(fontFor(canBeChosen ? TextRole::Name : TextRole::Secondary));
        painter->setPen(canBeChosen ? m_theme.text : m_theme.muted);
        const int whole = painter->fontMetrics().horizontalAdvance(title);
        const QString detail = index.data(detailRole).toString();
        // Two people of one name are told apart by what stands behind it: it keeps a third at least.
        const int room =
            detail.isEmpty() ? inner.width() : qMax(inner.width() * 2 / 3, inner.width() - detailWidth(detail));
        const int wide = qMin(whole, room);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                          whole <= wide ? title : painter->fontMetrics().elidedText(title, Qt::ElideRight, wide));
        if (!detail.isEmpty()) {
            painter->setFont(fontFor(TextRole::Secondary));
            painter->setPen(m_theme.muted);
            const bool isLeft = option.direction == Qt::LeftToRight;
            const QRect rest = isLeft ? inner.adjusted(wide + 10, 0, 0, 0) : inner.adjusted(0, 0, -wide - 10, 0);
            painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(detail, Qt::ElideRight, rest.width()));
        }
        painter->restore();
    }

private:
    [[nodiscard]] static int detailWidth(const QString& detail)
    {
        return QFontMetrics(fontFor(TextRole::Secondary)).horizontalAdvance(detail) + 12;
    }

    const Theme& m_theme;
};

QString headingOf(FindOffer::Kind kind)
{
    switch (kind) {
        case FindOffer::Kind::Change: return FindList::tr("Change");
        case FindOffer::Kind::Person: return FindList::tr("People");
        case FindOffer::Kind::Channel: return FindList::tr("Channels");
        case FindOffer::Kind::Category: return FindList::tr("Categories");
        case FindOffer::Kind::Record: return FindList::tr("Receipts and links");
        case FindOffer::Kind::Action: return FindList::tr("Actions");
        case FindOffer::Kind::Setting: return FindList::tr("Settings");
    }
    return {};
}

}  // namespace

FindList::FindList(const Theme& theme, QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("findResults"));
    setAccessibleName(tr("Found"));
    setProperty("offers", true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new FindDelegate(theme, this));
    hide();
}

void FindList::addHeading(FindOffer::Kind kind)
{
    auto* heading = new QListWidgetItem(headingOf(kind), this);
    heading->setFlags(Qt::NoItemFlags);
}

void FindList::setOffers(FindOffers offers, const QString& none, bool mustChoose)
{
    clear();
    m_offers = std::move(offers);
    for (size_t i = 0; i < m_offers.size(); ++i) {
        const FindOffer& offer = m_offers[i];
        if (i == 0 || m_offers[i - 1].kind != offer.kind)
            addHeading(offer.kind);
        auto* item = new QListWidgetItem(offer.title.simplified(), this);
        item->setData(offerRole, int(i));
        item->setData(detailRole, offer.detail.simplified());
        const QString spoken = offer.detail.isEmpty() ? offer.title : offer.title + QStringLiteral(", ") + offer.detail;
        item->setData(Qt::AccessibleTextRole, spoken.simplified());
        item->setToolTip(spoken.simplified().toHtmlEscaped());
    }
    if (m_offers.empty())
        (new QListWidgetItem(none, this))->setFlags(Qt::NoItemFlags);
    if (mustChoose)
        item(0)->setText(tr("Several match: choose whom with ↓"));
    setCurrentRow(m_offers.empty() ? -1 : mustChoose ? 0 : 1);
    scrollToTop();
}

void FindList::step(int by)
{
    for (int row = currentRow() + by; row >= 0 && row < count(); row += by) {
        if (item(row)->flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentRow(row);
            // The heading over the first line is seen again too.
            if (row == 1)
                scrollToTop();
            return;
        }
    }
}

const FindOffer* FindList::chosen() const
{
    const QListWidgetItem* item = currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsSelectable))
        return nullptr;
    return &m_offers[size_t(item->data(offerRole).toInt())];
}

int FindList::wantedHeight(int most) const
{
    int height = frame;
    for (int row = 0; row < count(); ++row)
        height += item(row)->flags().testFlag(Qt::ItemIsSelectable) ? rowHeight : headingHeight;
    return qMin(height, most);
}

}  // namespace refrain::ui
