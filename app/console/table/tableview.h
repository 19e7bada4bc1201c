#pragma once

#include "base/clock.h"
#include "console/table/filter/subjectquery.h"
#include "console/table/sortedrows.h"

#include <QObject>

#include <memory>

namespace refrain::console {

class SubjectTable;

/// The rows of a SubjectTable that a filter lets through, in the order of one column: what a list shows.
///
/// A change of filter or order is computed off the UI thread; a newer one cancels an older one, whose answer is
/// dropped (generations). Who types on has only what matched before looked at again. Long answers come twice: the first
/// screenful, then all. Marks that change do not move rows: nothing moves unless the person moved it. Rows that arrive
/// (first load, new people) are taken in soon, the first of them at once. UI thread only.
class TableView : public QObject {
    Q_OBJECT
public:
    enum class Shows {
        Always,
        WhenFiltered,  ///< Nothing without a filter: a list of offers costs nothing until it is asked.
    };

    /// REQUIRES: the table outlives the view.
    TableView(SubjectTable& table, QObject* parent = nullptr, Shows shows = Shows::Always);
    ~TableView() override;

    void setFilter(const QString& text);
    [[nodiscard]] QString filter() const;
    /// What of the filter was not understood; nothing is shown then, but where it is unfinished what was shown before.
    [[nodiscard]] const std::optional<FilterProblem>& problem() const;
    void setSort(SortKey key, Qt::SortOrder order);
    [[nodiscard]] SortKey sortKey() const;
    [[nodiscard]] Qt::SortOrder sortOrder() const;
    /// Computes again with the same filter and order, so that changed marks find their place.
    void refresh();

    /// How many rows are shown; while !isComplete() the first screenful alone.
    [[nodiscard]] int count() const;
    /// REQUIRES: 0 <= position < count().
    [[nodiscard]] int rowAt(int position) const;
    /// All of them at this moment, for as long as somebody holds on to it. Never null.
    [[nodiscard]] std::shared_ptr<const Rows> rows() const;
    /// The position of a row, -1 where the filter hides it.
    [[nodiscard]] int positionOf(int row) const;
    [[nodiscard]] bool isComplete() const;
    /// True while an answer is being computed.
    [[nodiscard]] bool isBusy() const;

signals:
    /// The permutation is about to be replaced, and was: a model resets (or moves its indexes) between the two.
    void aboutToChange();
    void changed();
    void busyChanged(bool busy);

private:
    struct Data;
    std::unique_ptr<Data> d;
};

}  // namespace refrain::console
