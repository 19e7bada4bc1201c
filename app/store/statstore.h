#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

#include <vector>

namespace refrain::store {

/// From when until when is counted, and in which steps.
struct StatRange {
    Millis from = 0;
    Millis to = 0;          ///< Not included.
    Millis step = 1;        ///< Length of a step.
    Millis origin = 0;      ///< Some step begins here; before `from`.
    CategorySlug category;  ///< Empty: all.
};

/// What happened in one step to one category.
struct StatPoint {
    Millis at = 0;  ///< When the step begins.
    CategorySlug category;
    qint64 optedOut = 0;
    qint64 optedIn = 0;
    qint64 backToDefault = 0;
    qint64 snoozed = 0;
    qint64 sent = 0;
    qint64 skipped = 0;
    qint64 failed = 0;
    qint64 uncertain = 0;
};

/// Counts for plots, from the change feed and the journal of what was sent. Reads only.
class StatStore {
public:
    explicit StatStore(Database& database) : m_database(database) {}

    /// Choices as they were changed, ordered by time and category; those that a change left as they were do not count.
    [[nodiscard]] Result<std::vector<StatPoint>> choices(const WorkspaceId& workspace, const StatRange& range);
    /// Messages by the time of their notification, in the same order.
    [[nodiscard]] Result<std::vector<StatPoint>> messages(const WorkspaceId& workspace, const StatRange& range);

private:
    [[nodiscard]] Result<qint64> firstSeqFrom(const WorkspaceId& workspace, Millis time);
    Database& m_database;
};

}  // namespace refrain::store
