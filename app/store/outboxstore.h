#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// A piece of work that another system has not confirmed yet.
struct OutboxItem {
    QString target;
    qint64 seq = 0;      ///< Of the change it carries; target and seq name the item.
    QByteArray payload;  ///< JSON.
    Millis createdAt = 0;
    Millis nextTryAt = 0;
    int attempts = 0;
    QString error;                                 ///< The last failure as a sentence.
    std::optional<Millis> begunAt = std::nullopt;  ///< Of a try whose end is not known yet.
};

/// refraind's outgoing outbox, per target in the order of the changes.
class OutboxStore {
public:
    explicit OutboxStore(Database& database) : m_database(database) {}

    /// REQUIRES: the write transaction in which the change itself is written.
    [[nodiscard]] Result<> add(const WorkspaceId& workspace, const OutboxItem& item);
    /// Oldest first, those due at `now`.
    [[nodiscard]] Result<std::vector<OutboxItem>> due(const WorkspaceId& workspace, const QString& target, Millis now,
                                                      int limit);
    [[nodiscard]] Result<> confirm(const WorkspaceId& workspace, const QString& target, qint64 seq);
    [[nodiscard]] Result<> postpone(const WorkspaceId& workspace, const QString& target, qint64 seq, Millis nextTryAt,
                                    const QString& error);
    [[nodiscard]] Result<qint64> count(const WorkspaceId& workspace);

    /// Workspaces that have something for `target` which is due and not begun.
    [[nodiscard]] Result<std::vector<WorkspaceId>> waiting(const QString& target, Millis now);
    /// All of the target's items that are not begun, due or not, oldest first.
    [[nodiscard]] Result<std::vector<OutboxItem>> pending(const WorkspaceId& workspace, const QString& target,
                                                          int limit);
    /// Notes that a try begins; false where one is under way already or the item is gone. What cannot be repeated
    /// unseen is marked so before it is done, in a transaction of its own; postpone() and confirm() end the try.
    [[nodiscard]] Result<bool> begin(const WorkspaceId& workspace, const QString& target, qint64 seq, Millis now);

    struct Interrupted {
        WorkspaceId workspace;
        OutboxItem item;
    };
    /// Of all workspaces what was begun before `before` and did not end: a crash came between.
    [[nodiscard]] Result<std::vector<Interrupted>> interrupted(const QString& target, Millis before);

private:
    Database& m_database;
};

}  // namespace refrain::store
