#include "service/access/authenticator.h"

#include "service/access/bearertokens.h"
#include "store/apikeystore.h"
#include "store/memberstore.h"
#include "store/sessionstore.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

/// How exactly the last use of an API key is kept: a write for each request would cost too much.
constexpr Millis touchEvery = 60 * 1000;

Error unauthorized()
{
    return Error::unauthorized(QStringLiteral("You are not signed in, or your session is over. Sign in again."));
}

}  // namespace

Result<Principal> Authenticator::authenticate(const Secret& token) const
{
    if (token.isEmpty())
        return unauthorized();
    Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    const QByteArray hash = tokenHash(token.reveal());
    return token.reveal().startsWith(apiKeyPrefix) ? byApiKey(**database, hash) : bySession(**database, hash);
}

Result<Principal> Authenticator::bySession(store::Database& database, const QByteArray& hash) const
{
    store::SessionStore sessions(database);
    const Result<std::optional<store::SessionToken>> token = sessions.token(hash);
    if (!token)
        return token.error();
    if (!*token || (*token)->kind != store::TokenKind::Access || (*token)->killedAt ||
        (*token)->expiresAt <= m_clock.now())
        return unauthorized();
    const Result<std::optional<store::SessionFamily>> family = sessions.family((*token)->workspace, (*token)->family);
    if (!family)
        return family.error();
    if (!*family || (*family)->revokedAt)
        return unauthorized();
    const QString user = (*family)->user;
    const Result<std::optional<store::Member>> member = store::MemberStore(database).find((*token)->workspace, user);
    if (!member)
        return member.error();
    const Result<std::optional<Subject>> subject =
        store::SubjectStore(database).find((*token)->workspace, SubjectId(user));
    if (!subject)
        return subject.error();
    if (!*member || (*subject && (*subject)->deleted))
        return unauthorized();
    return Principal{(*token)->workspace,
                     {ActorKind::ConsoleUser, user, (*family)->name},
                     (*member)->role,
                     Source::Console,
                     QStringLiteral("user:%1").arg(user)};
}

Result<Principal> Authenticator::byApiKey(store::Database& database, const QByteArray& hash) const
{
    store::ApiKeyStore keys(database);
    const Result<std::optional<store::ApiKey>> key = keys.findByHash(hash);
    if (!key)
        return key.error();
    if (!*key || (*key)->revokedAt)
        return unauthorized();
    const Millis now = m_clock.now();
    if ((*key)->lastUsedAt.value_or(0) + touchEvery <= now) {
        const Result<> touched = m_pool.write<void>([&](store::Database& writable) {
            return store::ApiKeyStore(writable).touch((*key)->workspace, (*key)->id, now);
        });
        if (!touched)
            return touched.error();
    }
    return Principal{(*key)->workspace,
                     {ActorKind::ApiKey, (*key)->id, (*key)->name},
                     (*key)->role,
                     Source::Api,
                     QStringLiteral("key:%1").arg((*key)->id)};
}

}  // namespace refrain::service
