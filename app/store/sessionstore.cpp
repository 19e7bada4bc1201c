#include "store/sessionstore.h"

namespace refrain::store {

namespace {

Result<> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

QString name(TokenKind kind)
{
    return kind == TokenKind::Access ? QStringLiteral("access") : QStringLiteral("refresh");
}

SessionToken readToken(const Row& row)
{
    return {row.id<WorkspaceId>(0),
            row.bytes(1),
            row.text(2),
            row.text(3) == QLatin1String("access") ? TokenKind::Access : TokenKind::Refresh,
            row.bytes(4),
            row.integer(5),
            row.integer(6),
            row.maybeInteger(7),
            row.maybeInteger(8)};
}

}  // namespace

Result<> SessionStore::addFamily(const SessionFamily& family)
{
    return done(
        m_database.run("INSERT INTO session_families (workspace, family, user, name, created_at, revoked_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)",
                       {family.workspace, family.id, family.user, family.name, family.createdAt, family.revokedAt}));
}

Result<std::optional<SessionFamily>> SessionStore::family(const WorkspaceId& workspace, const QString& id)
{
    return m_database.first(
        "SELECT workspace, family, user, name, created_at, revoked_at FROM session_families"
        " WHERE workspace = ? AND family = ?",
        {workspace, id}, [](const Row& row) {
            return SessionFamily{row.id<WorkspaceId>(0), row.text(1),        row.text(2), row.text(3),
                                 row.integer(4),         row.maybeInteger(5)};
        });
}

Result<> SessionStore::revokeFamily(const WorkspaceId& workspace, const QString& id, Millis at)
{
    return done(m_database.run(
        "UPDATE session_families SET revoked_at = ? WHERE workspace = ? AND family = ? AND revoked_at IS NULL",
        {at, workspace, id}));
}

Result<qint64> SessionStore::revokeUser(const WorkspaceId& workspace, const QString& user, Millis at)
{
    return m_database.run(
        "UPDATE session_families SET revoked_at = ? WHERE workspace = ? AND user = ? AND revoked_at IS NULL",
        {at, workspace, user});
}

Result<> SessionStore::addToken(const SessionToken& token)
{
    return done(
        m_database.run("INSERT INTO session_tokens (workspace, hash, family, kind, predecessor, issued_at,"
                       " expires_at, used_at, killed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       {token.workspace, token.hash, token.family, name(token.kind), token.predecessor, token.issuedAt,
                        token.expiresAt, token.usedAt, token.killedAt}));
}

Result<std::optional<SessionToken>> SessionStore::token(const QByteArray& hash)
{
    return m_database.first(
        "SELECT workspace, hash, family, kind, predecessor, issued_at, expires_at, used_at, killed_at"
        " FROM session_tokens WHERE hash = ?",
        {hash}, readToken);
}

Result<std::optional<SessionToken>> SessionStore::successor(const SessionToken& token)
{
    return m_database.first(
        "SELECT workspace, hash, family, kind, predecessor, issued_at, expires_at, used_at, killed_at"
        " FROM session_tokens WHERE workspace = ? AND family = ? AND kind = 'refresh' AND predecessor = ?"
        " AND killed_at IS NULL",
        {token.workspace, token.family, token.hash}, readToken);
}

Result<> SessionStore::markUsed(const SessionToken& token, Millis at)
{
    return done(m_database.run("UPDATE session_tokens SET used_at = ? WHERE workspace = ? AND hash = ?",
                               {at, token.workspace, token.hash}));
}

Result<> SessionStore::kill(const SessionToken& token, Millis at)
{
    return done(m_database.run("UPDATE session_tokens SET killed_at = ? WHERE workspace = ? AND hash = ?",
                               {at, token.workspace, token.hash}));
}

Result<> SessionStore::forgetExpired(Millis before)
{
    if (Result<qint64> gone = m_database.run("DELETE FROM session_tokens WHERE expires_at < ?", {before}); !gone)
        return gone.error();
    return done(m_database.run(
        "DELETE FROM session_families WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM session_tokens t"
        " WHERE t.workspace = session_families.workspace AND t.family = session_families.family)",
        {before}));
}

}  // namespace refrain::store
