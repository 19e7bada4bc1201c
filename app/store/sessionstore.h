#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// One sign-in of one person in one workspace: all tokens that descend from it.
struct SessionFamily {
    WorkspaceId workspace;
    QString id;
    QString user;
    QString name;
    Millis createdAt = 0;
    std::optional<Millis> revokedAt;
};

enum class TokenKind { Access, Refresh };

/// A token of a session as it is stored: its SHA-256, never itself.
struct SessionToken {
    WorkspaceId workspace;
    QByteArray hash;
    QString family;
    TokenKind kind = TokenKind::Access;
    QByteArray predecessor;  ///< Refresh tokens: hash of the one it replaced; empty for the first.
    Millis issuedAt = 0;
    Millis expiresAt = 0;
    std::optional<Millis> usedAt;    ///< Refresh tokens: when a successor was issued.
    std::optional<Millis> killedAt;  ///< Replaced without having been used.
};

class SessionStore {
public:
    explicit SessionStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<> addFamily(const SessionFamily& family);
    [[nodiscard]] Result<std::optional<SessionFamily>> family(const WorkspaceId& workspace, const QString& id);
    [[nodiscard]] Result<> revokeFamily(const WorkspaceId& workspace, const QString& id, Millis at);
    /// Ends all sessions of a person; how many there were.
    [[nodiscard]] Result<qint64> revokeUser(const WorkspaceId& workspace, const QString& user, Millis at);

    [[nodiscard]] Result<> addToken(const SessionToken& token);
    [[nodiscard]] Result<std::optional<SessionToken>> token(const QByteArray& hash);
    /// The living token that replaced this one.
    [[nodiscard]] Result<std::optional<SessionToken>> successor(const SessionToken& token);
    [[nodiscard]] Result<> markUsed(const SessionToken& token, Millis at);
    [[nodiscard]] Result<> kill(const SessionToken& token, Millis at);
    /// Removes tokens that ended before `before`, and families that have none left.
    [[nodiscard]] Result<> forgetExpired(Millis before);

private:
    Database& m_database;
};

}  // namespace refrain::store
