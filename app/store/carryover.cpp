#include "store/carryover.h"

#include "store/auditstore.h"
#include "store/backup.h"

#include <QFile>

#include <span>

namespace refrain::store {

namespace {

/// Statements of one parameter each, the workspace.
Result<> runAll(Database& database, const WorkspaceId& workspace, std::span<const Sql> statements)
{
    for (const Sql& statement : statements) {
        if (Result<qint64> done = database.run(statement, {workspace}); !done)
            return done.error();
    }
    return {};
}

constexpr Sql logStatements[] = {
    "DELETE FROM audit_openings WHERE workspace = ?",
    "DELETE FROM audit_nodes WHERE workspace = ?",
    "DELETE FROM audit_entries WHERE workspace = ?",
    "DELETE FROM checkpoints WHERE workspace = ?",
    "DELETE FROM signing_keys WHERE workspace = ?",
    "INSERT INTO audit_entries (workspace, idx, leaf, seq, type, category, source, at)"
    " SELECT workspace, idx, leaf, seq, type, category, source, at FROM replaced.audit_entries WHERE workspace = ?",
    "INSERT INTO audit_openings (workspace, idx, subject, actor, openings)"
    " SELECT workspace, idx, subject, actor, openings FROM replaced.audit_openings WHERE workspace = ?",
    "INSERT INTO audit_nodes (workspace, level, idx, hash)"
    " SELECT workspace, level, idx, hash FROM replaced.audit_nodes WHERE workspace = ?",
    "INSERT INTO checkpoints (workspace, size, note, at)"
    " SELECT workspace, size, note, at FROM replaced.checkpoints WHERE workspace = ?",
    "INSERT INTO signing_keys (workspace, public_key, secret_key, created_at)"
    " SELECT workspace, public_key, secret_key, created_at FROM replaced.signing_keys WHERE workspace = ?",
    "UPDATE workspaces SET audit_size = r.audit_size FROM replaced.workspaces AS r"
    " WHERE workspaces.workspace = ? AND r.workspace = workspaces.workspace",
};

// Tokens that were rotated since are dead, and what was ended since stays ended.
constexpr Sql credentialStatements[] = {
    "UPDATE workspaces SET bot_token = r.bot_token, refresh_token = r.refresh_token,"
    " token_expires_at = r.token_expires_at, scopes = r.scopes, bot_user = r.bot_user, status = r.status"
    " FROM replaced.workspaces AS r WHERE workspaces.workspace = ? AND r.workspace = workspaces.workspace",
    "DELETE FROM session_families WHERE workspace = ?",
    "INSERT INTO session_families (workspace, family, user, name, created_at, revoked_at)"
    " SELECT workspace, family, user, name, created_at, revoked_at FROM replaced.session_families WHERE workspace = ?",
    "INSERT INTO session_tokens (workspace, hash, family, kind, predecessor, issued_at, expires_at, used_at, killed_at)"
    " SELECT workspace, hash, family, kind, predecessor, issued_at, expires_at, used_at, killed_at"
    " FROM replaced.session_tokens WHERE workspace = ?",
    "DELETE FROM api_keys WHERE workspace = ?",
    "INSERT INTO api_keys (workspace, id, name, role, hash, created_by, created_at, last_used_at, revoked_at)"
    " SELECT workspace, id, name, role, hash, created_by, created_at, last_used_at, revoked_at"
    " FROM replaced.api_keys WHERE workspace = ?",
    "INSERT OR IGNORE INTO links (workspace, hash, subject, category, created_by, created_at, expires_at)"
    " SELECT workspace, hash, subject, category, created_by, created_at, expires_at"
    " FROM replaced.links WHERE workspace = ?",
};

}  // namespace

Result<CarryOver> CarryOver::attach(Database& restored, const QString& replacedFile)
{
    if (!QFile::exists(replacedFile))
        return Error::notFound(QStringLiteral("There is no database to take over from."));
    {
        const auto replaced = Database::open({replacedFile});
        if (!replaced)
            return replaced.error();
        if (Result<> sound = checkIntegrity(**replaced); !sound)
            return sound.error();
    }
    if (Result<qint64> done = restored.run("ATTACH DATABASE ? AS replaced", {replacedFile}); !done)
        return done.error();
    return CarryOver(restored);
}

Result<std::optional<qint64>> CarryOver::lastSeq(const WorkspaceId& workspace)
{
    return m_database.first("SELECT seq FROM replaced.workspaces WHERE workspace = ?", {workspace},
                            [](const Row& row) { return row.integer(0); });
}

Result<bool> CarryOver::extendsLog(const WorkspaceId& workspace)
{
    const Result<qint64> found = m_database.number(
        "SELECT count(*) FROM replaced.workspaces AS r JOIN main.workspaces AS w USING (workspace)"
        " WHERE workspace = ? AND r.audit_size >= w.audit_size AND NOT EXISTS (SELECT 1 FROM main.audit_entries AS b"
        " LEFT JOIN replaced.audit_entries AS l USING (workspace, idx) WHERE workspace = ? AND b.leaf IS NOT l.leaf)",
        {workspace, workspace});
    return found ? Result<bool>(*found == 1) : found.error();
}

Result<std::vector<SubjectId>> CarryOver::erasedSince(const WorkspaceId& workspace)
{
    return m_database.all(
        "SELECT DISTINCT o.subject FROM replaced.audit_entries AS e JOIN replaced.audit_openings AS o"
        " USING (workspace, idx) WHERE workspace = ?1 AND e.type = ?2 AND o.subject <> '' AND idx >="
        " (SELECT audit_size FROM main.workspaces WHERE workspace = ?1)",
        {workspace, QString(erasureEntry)}, [](const Row& row) { return row.id<SubjectId>(0); });
}

Result<> CarryOver::takeLog(const WorkspaceId& workspace)
{
    return runAll(m_database, workspace, logStatements);
}

Result<> CarryOver::takeCredentials(const WorkspaceId& workspace)
{
    return runAll(m_database, workspace, credentialStatements);
}

Result<> settleWhatWaited(Database& restored, Millis now)
{
    const QString why = QStringLiteral("A backup was restored before this was sent. It may have been sent in between.");
    if (Result<qint64> done = restored.run("UPDATE notification_recipients SET outcome = 'uncertain', error = ?, at = ?"
                                           " WHERE outcome IN ('queued', 'underway')",
                                           {why, now});
        !done)
        return done.error();
    if (Result<qint64> done = restored.run(
            "UPDATE notifications SET state = 'cancelled', error = ?, finished_at = ? WHERE finished_at IS NULL",
            {why, now});
        !done)
        return done.error();
    if (Result<qint64> done =
            restored.run("UPDATE definitions SET body = json_set(body, '$.activeSince', ?) WHERE kind = 'workflow'",
                         {toRfc3339(now)});
        !done)
        return done.error();
    // As after a crash in the middle of a try, which is never repeated.
    if (Result<qint64> done = restored.run("UPDATE outbox SET begun_at = 0 WHERE begun_at IS NULL"); !done)
        return done.error();
    return {};
}

}  // namespace refrain::store
