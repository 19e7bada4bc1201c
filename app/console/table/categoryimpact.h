#pragma once

#include "console/table/tablesnapshot.h"

#include <QFuture>

#include <atomic>

namespace refrain::console {

/// Whose delivery an edit of a category changes, counted before it is made. People who left, bots and archived channels
/// count nowhere. A value.
struct CategoryImpact {
    bool isKnown = true;    ///< False where the category is archived now: its choices are not in the table.
    qint64 starts = 0;      ///< Get it then, and do not now.
    qint64 stops = 0;       ///< Get it now, and would not then.
    qint64 overridden = 0;  ///< Of `starts`: who would get it against a choice of their own.
    qint64 ownOptOuts = 0;  ///< Have turned this very category off.
    qint64 reached = 0;     ///< Would get it then.

    CategoryImpact& operator+=(const CategoryImpact& other);
    [[nodiscard]] qint64 touched() const { return starts + stops; }
    friend bool operator==(const CategoryImpact&, const CategoryImpact&) = default;
};

/// Counts over one table. Any thread; gives up with nothing once `cancelled` is true. For a new category (`before` with
/// an empty slug) nobody is touched.
[[nodiscard]] CategoryImpact impactOf(const TableSnapshot& table, const Category& before, const Category& after,
                                      const std::atomic_bool& cancelled);

/// The same over several tables, on another thread. Setting `cancelled` makes the answer worthless and soon.
[[nodiscard]] QFuture<CategoryImpact> weigh(std::vector<TableSnapshot> tables, const Category& before,
                                            const Category& after, std::shared_ptr<std::atomic_bool> cancelled);

/// How many of all tables have turned each column of the first off by their own choice, on another thread.
[[nodiscard]] QFuture<QHash<CategorySlug, qint64>> countOptOuts(std::vector<TableSnapshot> tables);

}  // namespace refrain::console
