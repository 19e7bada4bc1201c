#include "store/oauthstore.h"

namespace refrain::store {

Result<> OAuthStore::addState(const OAuthState& state)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO oauth_states (hash, cookie_hash, intent, redirect_uri, client_state,"
        " code_challenge, team, nonce, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {state.hash, state.cookieHash, state.intent, state.redirectUri, state.clientState, state.codeChallenge,
         state.team, state.nonce, state.expiresAt});
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<OAuthState>> OAuthStore::takeState(const QByteArray& hash)
{
    return m_database.first(
        "DELETE FROM oauth_states WHERE hash = ? RETURNING hash, cookie_hash, intent, redirect_uri, client_state,"
        " code_challenge, team, nonce, expires_at",
        {hash}, [](const Row& row) {
            return OAuthState{row.bytes(0), row.bytes(1), row.text(2), row.text(3),   row.text(4),
                              row.text(5),  row.text(6),  row.text(7), row.integer(8)};
        });
}

Result<> OAuthStore::addCode(const OAuthCode& code)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO oauth_codes (workspace, hash, user, name, redirect_uri, code_challenge,"
        " expires_at, family) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {code.workspace, code.hash, code.user, code.name, code.redirectUri, code.codeChallenge, code.expiresAt,
         code.family});
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<OAuthCode>> OAuthStore::code(const QByteArray& hash)
{
    return m_database.first(
        "SELECT workspace, hash, user, name, redirect_uri, code_challenge, expires_at, family FROM oauth_codes"
        " WHERE hash = ?",
        {hash}, [](const Row& row) {
            return OAuthCode{row.id<WorkspaceId>(0), row.bytes(1), row.text(2), row.text(3), row.text(4), row.text(5),
                             row.integer(6),         row.text(7)};
        });
}

Result<bool> OAuthStore::redeem(const QByteArray& hash, const QString& family)
{
    const Result<qint64> done =
        m_database.run("UPDATE oauth_codes SET family = ? WHERE hash = ? AND family = ''", {family, hash});
    if (!done)
        return done.error();
    return *done == 1;
}

Result<> OAuthStore::forgetExpired(Millis before)
{
    if (Result<qint64> done = m_database.run("DELETE FROM oauth_states WHERE expires_at < ?", {before}); !done)
        return done.error();
    if (Result<qint64> done = m_database.run("DELETE FROM oauth_codes WHERE expires_at < ?", {before}); !done)
        return done.error();
    return {};
}

}  // namespace refrain::store
