#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// Counts the change feed into what plots are drawn from, each change once. REQUIRES: write transactions of the
/// caller's, in which the progress is kept as well.
class StatCounter {
public:
    /// What is counted is told by quarters of an hour.
    static constexpr Millis quarter = 15LL * 60 * 1000;
    /// An opt-out that is taken back so soon was a slip: it counts as undone, and the way back not at all. The
    /// statements below have it in digits.
    static constexpr Millis slip = 15LL * 60 * 1000;
    /// An opt-out so long after a message counts as one after that message.
    static constexpr Millis echo = 7LL * 24 * 3600 * 1000;

    explicit StatCounter(Database& database) : m_database(database) {}

    /// The number of the last change that is counted.
    [[nodiscard]] Result<qint64> countedTo(const WorkspaceId& workspace);
    /// Counts the next changes, `most` at most; the number of the last one that is counted then.
    [[nodiscard]] Result<qint64> count(const WorkspaceId& workspace, qint64 most);
    /// Counts what became of the next notifications that are over; how many those were.
    [[nodiscard]] Result<qint64> settle(const WorkspaceId& workspace, int most);

private:
    [[nodiscard]] Result<> countChoices(const WorkspaceId& workspace, qint64 after, qint64 to);
    [[nodiscard]] Result<> countSlips(const WorkspaceId& workspace, qint64 after, qint64 to);
    [[nodiscard]] Result<> countDelays(const WorkspaceId& workspace, qint64 after, qint64 to);
    [[nodiscard]] Result<> countOptOuts(const WorkspaceId& workspace, qint64 after, qint64 to);
    [[nodiscard]] Result<> uncountOptOuts(const WorkspaceId& workspace, qint64 after, qint64 to);

    Database& m_database;
};

}  // namespace refrain::store
