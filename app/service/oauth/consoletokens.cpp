#include "service/oauth/consoletokens.h"

#include "service/access/bearertokens.h"
#include "store/memberstore.h"
#include "store/oauthstore.h"
#include "store/sessionstore.h"

#include <QCryptographicHash>

namespace refrain::service {
namespace {

Error refused(const QString& sentence)
{
    return Error::unauthorized(sentence);
}

/// RFC 7636, 4.6: base64url(SHA-256(verifier)) without padding.
bool proves(const QByteArray& verifier, const QString& challenge)
{
    const QByteArray computed = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return equalInConstantTime(computed, challenge.toLatin1());
}

}  // namespace

Result<Secret> ConsoleTokens::issueCode(const SessionOwner& owner, const QString& redirectUri,
                                        const QString& codeChallenge)
{
    const Secret code = newToken(codePrefix, m_random);
    const store::OAuthCode record{owner.workspace, tokenHash(code.reveal()), owner.user, owner.name, redirectUri,
                                  codeChallenge,   m_clock.now() + codeLife, {}};
    const Result<> written =
        m_pool.write<void>([&](store::Database& database) { return store::OAuthStore(database).addCode(record); });
    if (!written)
        return written.error();
    return code;
}

Result<ConsoleSession> ConsoleTokens::redeem(const QByteArray& code, const QByteArray& verifier,
                                             const QString& redirectUri)
{
    const Result<Outcome> outcome = m_pool.write<Outcome>(
        [&](store::Database& database) { return redeemIn(database, code, verifier, redirectUri); });
    if (!outcome)
        return outcome.error();
    if (!*outcome)
        return refused(QStringLiteral("The code is unknown, used, expired, or was given to somebody else."));
    return **outcome;
}

Result<ConsoleTokens::Outcome> ConsoleTokens::redeemIn(store::Database& database, const QByteArray& code,
                                                       const QByteArray& verifier, const QString& redirectUri)
{
    store::OAuthStore codes(database);
    const QByteArray hash = tokenHash(code);
    const Result<std::optional<store::OAuthCode>> found = codes.code(hash);
    if (!found)
        return found.error();
    if (!*found)
        return Outcome();
    const store::OAuthCode& record = **found;
    if (!record.family.isEmpty())
        return endFamily(database, record.workspace, record.family);
    if (record.expiresAt <= m_clock.now() || record.redirectUri != redirectUri ||
        !proves(verifier, record.codeChallenge))
        return Outcome();
    const SessionOwner owner{record.workspace, record.user, record.name};
    const QString family = QString::fromLatin1(m_random.token(16));
    const store::SessionFamily session{owner.workspace, family, owner.user, owner.name, m_clock.now(), std::nullopt};
    if (Result<> added = store::SessionStore(database).addFamily(session); !added)
        return added.error();
    if (Result<bool> redeemed = codes.redeem(hash, family); !redeemed || !*redeemed)
        return redeemed ? Error::conflict(QStringLiteral("The code was used meanwhile.")) : redeemed.error();
    return issuePair(database, owner, family, {});
}

Result<std::optional<SessionOwner>> ConsoleTokens::ownerOf(const QByteArray& refreshToken)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    store::SessionStore sessions(**database);
    const Result<std::optional<store::SessionToken>> token = sessions.token(tokenHash(refreshToken));
    if (!token)
        return token.error();
    if (!*token)
        return std::optional<SessionOwner>();
    const Result<std::optional<store::SessionFamily>> family = sessions.family((*token)->workspace, (*token)->family);
    if (!family)
        return family.error();
    if (!*family)
        return std::optional<SessionOwner>();
    return std::optional<SessionOwner>({(*token)->workspace, (*family)->user, (*family)->name});
}

Result<ConsoleSession> ConsoleTokens::refresh(const QByteArray& refreshToken)
{
    const Result<Outcome> outcome =
        m_pool.write<Outcome>([&](store::Database& database) { return refreshIn(database, refreshToken); });
    if (!outcome)
        return outcome.error();
    if (!*outcome)
        return refused(QStringLiteral("The session is over. Sign in again."));
    return **outcome;
}

Result<ConsoleTokens::Outcome> ConsoleTokens::refreshIn(store::Database& database, const QByteArray& refreshToken)
{
    store::SessionStore sessions(database);
    const Result<std::optional<store::SessionToken>> found = sessions.token(tokenHash(refreshToken));
    if (!found)
        return found.error();
    if (!*found || (*found)->kind != store::TokenKind::Refresh)
        return Outcome();
    const store::SessionToken& token = **found;
    const Result<std::optional<store::SessionFamily>> family = sessions.family(token.workspace, token.family);
    if (!family)
        return family.error();
    const Millis now = m_clock.now();
    if (!*family || (*family)->revokedAt || token.expiresAt <= now)
        return Outcome();
    if (token.killedAt)
        return endFamily(database, token.workspace, token.family);
    if (token.usedAt) {
        const Result<std::optional<store::SessionToken>> successor = sessions.successor(token);
        if (!successor)
            return successor.error();
        if (now - *token.usedAt > replayGrace || !*successor || (*successor)->usedAt)
            return endFamily(database, token.workspace, token.family);
        if (Result<> killed = sessions.kill(**successor, now); !killed)
            return killed.error();
    } else if (Result<> used = sessions.markUsed(token, now); !used) {
        return used.error();
    }
    return issuePair(database, {token.workspace, (*family)->user, (*family)->name}, token.family, token.hash);
}

Result<ConsoleTokens::Outcome> ConsoleTokens::issuePair(store::Database& database, const SessionOwner& owner,
                                                        const QString& family, const QByteArray& predecessor)
{
    const Result<std::optional<store::Member>> member = store::MemberStore(database).find(owner.workspace, owner.user);
    if (!member)
        return member.error();
    if (!*member)
        return endFamily(database, owner.workspace, family);
    ConsoleSession session{owner, (*member)->role, newToken(accessTokenPrefix, m_random),
                           newToken(refreshTokenPrefix, m_random), accessLife / 1000};
    store::SessionToken record;
    record.workspace = owner.workspace;
    record.family = family;
    record.issuedAt = m_clock.now();
    record.hash = tokenHash(session.access.reveal());
    record.kind = store::TokenKind::Access;
    record.expiresAt = record.issuedAt + accessLife;
    store::SessionStore sessions(database);
    if (Result<> added = sessions.addToken(record); !added)
        return added.error();
    record.hash = tokenHash(session.refresh.reveal());
    record.kind = store::TokenKind::Refresh;
    record.predecessor = predecessor;
    record.expiresAt = record.issuedAt + refreshLife;
    if (Result<> added = sessions.addToken(record); !added)
        return added.error();
    return Outcome(std::move(session));
}

Result<ConsoleTokens::Outcome> ConsoleTokens::endFamily(store::Database& database, const WorkspaceId& workspace,
                                                        const QString& family)
{
    if (Result<> ended = store::SessionStore(database).revokeFamily(workspace, family, m_clock.now()); !ended)
        return ended.error();
    return Outcome();
}

Result<> ConsoleTokens::revoke(const QByteArray& token)
{
    return m_pool.write<void>([&](store::Database& database) -> Result<> {
        store::SessionStore sessions(database);
        const Result<std::optional<store::SessionToken>> found = sessions.token(tokenHash(token));
        if (!found)
            return found.error();
        if (!*found)
            return {};
        return sessions.revokeFamily((*found)->workspace, (*found)->family, m_clock.now());
    });
}

Result<> ConsoleTokens::revokeAll(const WorkspaceId& workspace, const QString& user)
{
    return m_pool.write<void>([&](store::Database& database) -> Result<> {
        const Result<qint64> ended = store::SessionStore(database).revokeUser(workspace, user, m_clock.now());
        return ended ? Result<>() : Result<>(ended.error());
    });
}

Result<> ConsoleTokens::forgetExpired()
{
    return m_pool.write<void>([&](store::Database& database) -> Result<> {
        if (Result<> forgotten = store::OAuthStore(database).forgetExpired(m_clock.now()); !forgotten)
            return forgotten.error();
        return store::SessionStore(database).forgetExpired(m_clock.now());
    });
}

}  // namespace refrain::service
