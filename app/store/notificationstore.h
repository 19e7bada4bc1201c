#pragma once

#include "domain/notification.h"
#include "store/database.h"

namespace refrain::store {

/// A notification and the workspace it belongs to.
struct NotificationKey {
    WorkspaceId workspace;
    QString id;

    friend bool operator==(const NotificationKey&, const NotificationKey&) = default;
};

/// A notification's place in the list of all.
struct NotificationPosition {
    Millis createdAt = 0;  ///< 0: the beginning.
    QString id;
};

/// Which notifications a list shows.
struct NotificationFilter {
    std::optional<NotificationState> state;
    QString workflow;  ///< Those that it sent; empty: all.
};

/// Messages to many, and what became of each recipient.
class NotificationStore {
public:
    explicit NotificationStore(Database& database) : m_database(database) {}

    /// REQUIRES: a write transaction of the caller's. Positions count from 1 in the order given.
    [[nodiscard]] Result<> add(const WorkspaceId& workspace, const Notification& notification,
                               const std::vector<SubjectId>& recipients);
    [[nodiscard]] Result<std::optional<Notification>> find(const NotificationKey& key);
    [[nodiscard]] Result<std::optional<NotificationState>> state(const NotificationKey& key);
    /// `finishedAt`: for Done and Cancelled.
    [[nodiscard]] Result<> setState(const NotificationKey& key, NotificationState state, const QString& error,
                                    std::optional<Millis> finishedAt);
    /// Newest first, after the notification `after`, where one is given.
    [[nodiscard]] Result<std::vector<Notification>> list(const WorkspaceId& workspace, const NotificationFilter& filter,
                                                         const NotificationPosition& after, int limit);
    /// Those of all workspaces that are queued or being sent, oldest first.
    [[nodiscard]] Result<std::vector<NotificationKey>> unfinished();

    [[nodiscard]] Result<NotificationSummary> summary(const NotificationKey& key);
    /// In order of position, after position `after`.
    [[nodiscard]] Result<std::vector<NotificationRecipient>> page(const NotificationKey& key, qint64 after, int limit);
    /// Those that wait, after position `after`.
    [[nodiscard]] Result<std::vector<NotificationRecipient>> queued(const NotificationKey& key, qint64 after,
                                                                    int limit);
    /// Whoever else is reached at this recipient's address, where a message went there or may have gone.
    [[nodiscard]] Result<std::optional<NotificationRecipient>> atSameAddress(const NotificationKey& key,
                                                                             const NotificationRecipient& recipient);
    /// Writes all but position and subject where the recipient stands at `from`; false where it does not.
    [[nodiscard]] Result<bool> move(const NotificationKey& key, RecipientOutcome from, const NotificationRecipient& to);
    /// All recipients of one notification from one outcome to another; how many they were.
    [[nodiscard]] Result<qint64> moveAll(const NotificationKey& key, RecipientOutcome from, RecipientOutcome to,
                                         const QString& error, Millis at);
    /// Whatever was underway when the program last ended may have been sent or not.
    [[nodiscard]] Result<qint64> settleInterrupted(Millis at);

    /// True where this person sent this very message, since then, to themselves alone, and it arrived or their own
    /// choice kept it away.
    [[nodiscard]] Result<bool> wasTested(const WorkspaceId& workspace, const Notification& notification,
                                         const SubjectId& self, Millis since);

private:
    Database& m_database;
};

/// Deletes the name of whoever sent notifications; their id stays. How many those were.
[[nodiscard]] Result<qint64> forgetSender(Database& database, const WorkspaceId& workspace, const SubjectId& sender);

}  // namespace refrain::store
