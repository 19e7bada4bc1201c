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
    QString error;  ///< The last failure as a sentence.
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

private:
    Database& m_database;
};

}  // namespace refrain::store
