#include "ui/categories/categoriesmodel.h"

#include "console/table/builtinwords.h"
#include "console/table/statewords.h"
#include "ui/categories/categorywords.h"
#include "ui/common/textdelegate.h"
#include "ui/common/timetext.h"

#include <algorithm>
#include <tuple>

namespace refrain::ui {

void CategoriesModel::setCategories(std::vector<Category> categories, bool withArchived)
{
    if (!withArchived)
        std::erase_if(categories, [](const Category& category) { return category.archived; });
    const auto place = [](const Category& c) {
        return std::tuple(c.slug != everyCategory(), c.archived, c.position, c.slug.toString());
    };
    std::sort(categories.begin(), categories.end(),
              [&](const Category& a, const Category& b) { return place(a) < place(b); });
    beginResetModel();
    m_rows = std::move(categories);
    endResetModel();
}

void CategoriesModel::setCounts(const QHash<CategorySlug, qint64>& counts)
{
    m_counts = counts;
    if (!m_rows.empty())
        emit dataChanged(index(0, Off), index(rowCount() - 1, Off));
}

void CategoriesModel::setDrafts(const QSet<CategorySlug>& drafts)
{
    if (drafts == m_drafts)
        return;
    m_drafts = drafts;
    if (!m_rows.empty())
        emit dataChanged(index(0, Status), index(rowCount() - 1, Status));
}

int CategoriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CategoriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CategoriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Category& category = at(index.row());
    const bool isDraft = index.column() == Status && m_drafts.contains(category.slug);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return isDraft ? tr("Not saved") : text(category, index.column());
        case Qt::ToolTipRole:
            return index.column() == Title ? console::builtInWords(category.description).toHtmlEscaped() : QVariant();
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter | (index.column() == Off ? Qt::AlignRight : Qt::AlignLeft));
        case StrongRole: return index.column() == Title;
        case TabularRole: return index.column() == Off;
        case ToneRole: {
            const bool waits = isDraft || (index.column() == Status && category.paused);
            return int(waits                                           ? Tone::Waiting
                       : index.column() == Title && !category.archived ? Tone::Text
                                                                       : Tone::Muted);
        }
        default: return {};
    }
}

QString CategoriesModel::text(const Category& category, int column) const
{
    const bool isAll = category.slug == everyCategory();
    switch (Column(column)) {
        case Title: return category.parent.isEmpty() ? titleOf(category) : QStringLiteral("  ↳ ") + category.title;
        case Slug: return category.slug.toString();
        case Default:
            return isAll || category.required
                       ? QString()
                       : console::StateWords::sentence(category.defaultIn ? console::StateWords::on()
                                                                          : console::StateWords::off());
        case TurnBack: return category.required ? QString() : resubscribeText(category.resubscribe);
        case Off: return m_counts.contains(category.slug) ? grouped(m_counts.value(category.slug)) : QString();
        case Status: return statusText(category);
        case ColumnCount: break;
    }
    return {};
}

QVariant CategoriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Off ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
        case Title: return tr("Title");
        case Slug: return tr("Slug");
        case Default: return tr("Default");
        case TurnBack: return tr("Turned back by");
        case Off: return tr("Turned off by");
        case Status: return tr("Status");
        case ColumnCount: break;
    }
    return {};
}

int CategoriesModel::rowOf(const CategorySlug& slug) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Category& c) { return c.slug == slug; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const Category* CategoriesModel::neighbour(const CategorySlug& slug, int step) const
{
    const int row = rowOf(slug) + step;
    if (row - step < 0 || row < 0 || row >= rowCount() || slug == everyCategory())
        return nullptr;
    const Category& other = at(row);
    return other.archived || other.slug == everyCategory() || at(row - step).archived ? nullptr : &other;
}

}  // namespace refrain::ui
