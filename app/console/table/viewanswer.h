#pragma once

#include "console/table/filter/subjectquery.h"
#include "console/table/sortedrows.h"

#include <QPromise>

#include <memory>

namespace refrain::console {

/// All rows in the order of a view, and the place of each: made once for many filters.
struct ViewOrder {
    Rows rows;
    Rows places;  ///< By row.
};

/// What a view shows.
struct ViewAnswer {
    std::shared_ptr<const Rows> rows = std::make_shared<const Rows>();
    std::shared_ptr<const ViewOrder> order = std::make_shared<const ViewOrder>();
    SubjectQuery query;
    bool isComplete = false;

    /// -1: it is not among them.
    [[nodiscard]] int positionOf(quint32 row) const;
};

/// What one computation needs, so that it holds nothing of the view.
struct ViewJob {
    TableSnapshot table;
    SubjectQuery query;
    SortKey key;
    Qt::SortOrder direction = Qt::AscendingOrder;
    std::shared_ptr<const ViewOrder> order;  ///< Null: to be sorted.
    /// Rows of `order` of which no other can match; null: any may.
    std::shared_ptr<const Rows> candidates;
    std::shared_ptr<std::atomic_bool> cancelled;
};

/// Answers once, or with the first screenful and then all; not at all where it was cancelled. Any thread.
void compute(QPromise<ViewAnswer>& promise, const ViewJob& job);

}  // namespace refrain::console
