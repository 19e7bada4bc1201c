#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/syncrun.h"
#include "store/database.h"

#include <vector>

namespace refrain::store {

/// From one moment, included, to another, excluded; both begin quarters of an hour.
struct TimeSpan {
    Millis from = 0;
    Millis to = 0;
};

/// Choices of one category by one way; those that a change left as they were do not count.
struct ChoiceCount {
    CategorySlug category;
    QString source;
    qint64 optedOut = 0;
    qint64 optedIn = 0;
    qint64 backToDefault = 0;
    qint64 snoozed = 0;
    qint64 undone = 0;  ///< Opt-outs that were taken back at once; not among `optedOut`.
};

/// So many choices took less than `atMost` from the click until they were in force.
struct DelayCount {
    QString source;
    Millis atMost = 0;
    qint64 choices = 0;
};

/// A message and what came of it.
struct MessageCount {
    QString notification;
    Millis at = 0;
    CategorySlug category;
    qint64 recipients = 0;
    qint64 sent = 0;
    qint64 skipped = 0;
    qint64 failed = 0;
    qint64 uncertain = 0;
    qint64 optedOut = 0;  ///< In the seven days after it, as their own wish.
    qint64 byButton = 0;  ///< Of those: with its own button.
};

/// Work that another system has not confirmed.
struct WaitingCount {
    QString kind;  ///< `outbox`, `notifications`, or `imports`: rows for people who are not here yet.
    QString target;
    qint64 count = 0;
    qint64 retrying = 0;  ///< Of those: tried in vain, and tried again.
    Millis oldestAt = 0;
};

/// What plots are drawn from. Reads only; the counting is StatCounter's.
class StatStore {
public:
    explicit StatStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::vector<ChoiceCount>> choices(const WorkspaceId& workspace, const TimeSpan& span);
    /// By source and duration.
    [[nodiscard]] Result<std::vector<DelayCount>> delays(const WorkspaceId& workspace, const TimeSpan& span);
    /// By the time of their notification.
    [[nodiscard]] Result<std::vector<MessageCount>> messages(const WorkspaceId& workspace, const TimeSpan& span);
    /// By their start.
    [[nodiscard]] Result<std::vector<SyncRun>> syncs(const WorkspaceId& workspace, const TimeSpan& span);
    [[nodiscard]] Result<std::vector<WaitingCount>> waiting(const WorkspaceId& workspace);

private:
    Database& m_database;
};

}  // namespace refrain::store
