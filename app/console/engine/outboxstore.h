#pragma once

#include "base/result.h"
#include "console/desk/localchange.h"
#include "store/database.h"

#include <memory>
#include <optional>
#include <vector>

namespace refrain::console {

/// A change as it lies in the outbox.
struct OutboxRow {
    LocalChange change;             ///< Stage Waiting, Refused or Failed.
    LocalChangeId follows;          ///< An earlier change of the same cell that must be confirmed first; empty: none.
    std::optional<qint64> ifMatch;  ///< What goes out as If-Match; absent until it is settled, before the first send.
};

/// The durable queue of changes that the backend has not confirmed: every call is on disk (synchronous=FULL) when it
/// returns. Engine thread only; rows of other accounts are never touched.
class OutboxStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<OutboxStore>> open(const QString& path, const QString& account);

    /// Writes a new change behind all others.
    [[nodiscard]] Result<> add(const OutboxRow& row);
    [[nodiscard]] Result<std::vector<OutboxRow>> all();  ///< Oldest first.
    [[nodiscard]] Result<std::optional<OutboxRow>> find(const LocalChangeId& id);
    /// Settles If-Match and counts the attempt, before the request leaves.
    [[nodiscard]] Result<> beginSend(const LocalChangeId& id, qint64 ifMatch);
    [[nodiscard]] Result<> setStage(const LocalChangeId& id, ChangeStage stage, const QString& sentence,
                                    const QString& historyLine);
    [[nodiscard]] Result<> remove(const LocalChangeId& id);
    /// Confirmed: the row goes, and who follows it takes the new version, in one commit.
    [[nodiscard]] Result<> confirm(const LocalChangeId& id, qint64 version);
    /// Refused or discarded: who follows it, directly or not, is refused with `sentence`; their ids.
    [[nodiscard]] Result<std::vector<LocalChangeId>> refuseFollowers(const LocalChangeId& id, const QString& sentence);

    /// For what lies beside the changes: the pins of the audit log.
    [[nodiscard]] store::Database& database() { return *m_database; }

private:
    OutboxStore(std::unique_ptr<store::Database> database, QString account);
    std::unique_ptr<store::Database> m_database;
    QString m_account;
};

}  // namespace refrain::console
