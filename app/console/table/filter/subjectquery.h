#pragma once

#include "console/table/filter/filterterms.h"
#include "console/table/tablesnapshot.h"

#include <QString>

#include <atomic>
#include <vector>

namespace refrain::console {

/// A filter as a person types it, understood: words, all of which must occur in name, display name, former names,
/// email, title, topic or id, blind to case and accents, and these marks. Quotes keep words together, `-` turns a term
/// round, and `or` stands between two sets of terms of which one is enough.
///
///     is:guest is:member is:admin is:owner is:external is:active is:deleted is:bot is:archived is:private is:linked
///     out:<category> in:<category> snoozed: pending: (each with or without one; out:* is all optional messages)
///     changed:<7d changed:>30d changed:never (when a choice last changed; h, d, w)
///     by:person by:staff by:api by:system source:slash ... (of the choice asked for beside it, else of any)
class SubjectQuery {
public:
    [[nodiscard]] static SubjectQuery parse(const QString& text, const std::vector<Category>& categories);

    /// Lets every row through.
    [[nodiscard]] bool isEmpty() const { return m_filter.alternatives.empty() && !m_filter.problem; }
    /// What could not be understood; nothing matches then.
    [[nodiscard]] const std::optional<FilterProblem>& problem() const { return m_filter.problem; }
    /// Its sentence; empty: all was understood.
    [[nodiscard]] QString hint() const { return problem() ? problem()->sentence : QString(); }
    /// In every alternative.
    void require(RowTest::What what);

    /// One byte a row, 1 where it matches; all cores take part. Any thread; gives up with an empty answer once
    /// `cancelled` is true.
    [[nodiscard]] std::vector<char> matches(const TableSnapshot& table, const std::atomic_bool& cancelled) const;
    [[nodiscard]] bool matchesRow(const TableSnapshot& table, quint32 row) const;
    /// Whatever matches this one matches `wider` too, as far as can be told at a glance: somebody typed on.
    [[nodiscard]] bool narrows(const SubjectQuery& wider) const;
    /// It asks about marks, which change more often than texts.
    [[nodiscard]] bool looksAtCells() const;
    /// Its answer changes as time goes by.
    [[nodiscard]] bool looksAtTime() const;

private:
    ParsedFilter m_filter;
};

}  // namespace refrain::console
