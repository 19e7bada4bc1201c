#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// Takes over from the database that a backup replaces what must not go back in time: the audit log, and what
/// opens doors. The replaced database is only read.
class CarryOver {
public:
    /// Attaches the replaced file. An error where it cannot be read. REQUIRES: no transaction of `restored` open.
    [[nodiscard]] static Result<CarryOver> attach(Database& restored, const QString& replacedFile);

    /// Number of the replaced database's last change; nothing where it does not know the workspace.
    [[nodiscard]] Result<std::optional<qint64>> lastSeq(const WorkspaceId& workspace);
    /// True where the replaced audit log begins with all that the restored one has: the backup is of its past.
    [[nodiscard]] Result<bool> extendsLog(const WorkspaceId& workspace);

    /// Who was erased in entries that the restored log does not have.
    [[nodiscard]] Result<std::vector<SubjectId>> erasedSince(const WorkspaceId& workspace);

    /// The audit log with its openings, checkpoints and signing keys. REQUIRES: extendsLog(), a write transaction.
    [[nodiscard]] Result<> takeLog(const WorkspaceId& workspace);
    /// Slack's tokens, sessions, API keys, and links that people hold. REQUIRES: a write transaction.
    [[nodiscard]] Result<> takeCredentials(const WorkspaceId& workspace);

private:
    explicit CarryOver(Database& restored) : m_database(restored) {}
    Database& m_database;
};

/// What waited to be sent when the backup was made may have been sent since: it is called uncertain and not sent again,
/// and of workflows nothing is due that was due before now.
[[nodiscard]] Result<> settleWhatWaited(Database& restored, Millis now);

}  // namespace refrain::store
