#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"
#include "domain/actor.h"
#include "store/databasepool.h"

#include <QString>

#include <optional>

namespace refrain::service {

/// One person in one workspace, let in.
struct SessionOwner {
    WorkspaceId workspace;
    QString user;
    QString name;
};

/// What /oauth/token answers.
struct ConsoleSession {
    SessionOwner owner;
    Role role = Role::Viewer;
    Secret access;
    Secret refresh;
    qint64 expiresInSeconds = 0;
};

/// Codes and tokens of consoles: made here, stored as hashes (contract, OAuth). Errors: Unauthorized = the code or
/// token is no good (`invalid_grant`), Unavailable = the store. Any thread.
class ConsoleTokens {
public:
    static constexpr Millis codeLife = 60 * 1000;
    static constexpr Millis accessLife = 15 * 60 * 1000;
    static constexpr Millis refreshLife = 30LL * 24 * 60 * 60 * 1000;
    static constexpr Millis replayGrace = 60 * 1000;

    ConsoleTokens(store::DatabasePool& pool, const Clock& clock, Random& random)
        : m_pool(pool), m_clock(clock), m_random(random)
    {
    }

    /// A code for the console that waits at `redirectUri` and holds the verifier of `codeChallenge`.
    [[nodiscard]] Result<Secret> issueCode(const SessionOwner& owner, const QString& redirectUri,
                                           const QString& codeChallenge);

    /// Exchanges a code, once. A second try ends the session that the first one made (RFC 6749, 4.1.2).
    [[nodiscard]] Result<ConsoleSession> redeem(const QByteArray& code, const QByteArray& verifier,
                                                const QString& redirectUri);

    /// Whose refresh token this is; nothing where it is unknown.
    [[nodiscard]] Result<std::optional<SessionOwner>> ownerOf(const QByteArray& refreshToken);

    /// A new pair. The direct predecessor may be replayed for 60 s while its successor is unused, which dies
    /// of it; any other reuse ends the session.
    [[nodiscard]] Result<ConsoleSession> refresh(const QByteArray& refreshToken);

    /// Ends the session that a token of either kind belongs to; success where it is unknown (RFC 7009, 2.2).
    [[nodiscard]] Result<> revoke(const QByteArray& token);

    /// Ends all sessions of a person.
    [[nodiscard]] Result<> revokeAll(const WorkspaceId& workspace, const QString& user);

    /// Removes what ended long ago.
    [[nodiscard]] Result<> forgetExpired();

private:
    struct Pair;
    using Outcome = std::optional<ConsoleSession>;  // nothing: refused, and what the refusal wrote is kept
    [[nodiscard]] Result<Outcome> redeemIn(store::Database& database, const QByteArray& code,
                                           const QByteArray& verifier, const QString& redirectUri);
    [[nodiscard]] Result<Outcome> refreshIn(store::Database& database, const QByteArray& refreshToken);
    [[nodiscard]] Result<Outcome> issuePair(store::Database& database, const SessionOwner& owner, const QString& family,
                                            const QByteArray& predecessor);
    [[nodiscard]] Result<Outcome> endFamily(store::Database& database, const WorkspaceId& workspace,
                                            const QString& family);

    store::DatabasePool& m_pool;
    const Clock& m_clock;
    Random& m_random;
};

}  // namespace refrain::service
