#pragma once

#include "domain/category.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <vector>

namespace refrain::ui {

/// The categories as a list: all optional messages first, then by their order, archived ones last where they are shown.
class CategoriesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Slug, Default, TurnBack, Off, Status, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCategories(std::vector<Category> categories, bool withArchived);
    /// How many turned each off by their own choice.
    void setCounts(const QHash<CategorySlug, qint64>& counts);
    /// Those with edits that are not saved.
    void setDrafts(const QSet<CategorySlug>& drafts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// REQUIRES: a row of this model.
    [[nodiscard]] const Category& at(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] int rowOf(const CategorySlug& slug) const;
    /// The category that stands `step` places from this one among those in use, `*` aside; null: none.
    [[nodiscard]] const Category* neighbour(const CategorySlug& slug, int step) const;

private:
    [[nodiscard]] QString text(const Category& category, int column) const;

    std::vector<Category> m_rows;
    QHash<CategorySlug, qint64> m_counts;
    QSet<CategorySlug> m_drafts;
};

}  // namespace refrain::ui
