#pragma once

#include "domain/category.h"
#include "wire/importrow.h"

#include <QStringList>

#include <vector>

namespace refrain::console {

/// Which column of a file says what of a row, and what is the same for all of them. Fields are those of
/// wire::importFields.
struct ColumnMapping {
    QHash<QString, QString> columns;     ///< Field to column.
    QHash<QString, QString> same;        ///< Field to what holds where no column says it, or its cell is empty.
    QHash<QString, QString> categories;  ///< Slugs and titles, as the file may name them, to slugs.

    /// The row as the backend understands it.
    [[nodiscard]] wire::ImportRow mapped(const wire::ImportRow& row) const;

    /// By the names of the columns and what stands in the first rows, where a column whose cells are mostly categories
    /// says which; opted out where no column says otherwise.
    [[nodiscard]] static ColumnMapping guess(const QStringList& columns, const std::vector<wire::ImportRow>& rows,
                                             const std::vector<Category>& all = {});
    void know(const std::vector<Category>& all);

    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// What files call a state, as the backend does: "unsubscribed" is opted_out. Others stay as they are.
[[nodiscard]] QString stateWord(const QString& text);

}  // namespace refrain::console
