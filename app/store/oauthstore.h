#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// A sign-in or install on its way through Slack. Hashes are SHA-256 of what the browser carries.
struct OAuthState {
    QByteArray hash;
    QByteArray cookieHash;
    QString intent;         ///< install, signin, webhook
    QString redirectUri;    ///< The console's loopback address; empty where no console waits.
    QString clientState;    ///< The console's own state, handed back to it.
    QString codeChallenge;  ///< PKCE, S256.
    QString team;
    QString nonce;  ///< OpenID Connect.
    Millis expiresAt = 0;
};

/// An authorization code given to a console.
struct OAuthCode {
    WorkspaceId workspace;
    QByteArray hash;
    QString user;
    QString name;
    QString redirectUri;
    QString codeChallenge;
    Millis expiresAt = 0;
    QString family;  ///< The session it was exchanged for; empty: not yet.
};

class OAuthStore {
public:
    explicit OAuthStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<> addState(const OAuthState& state);
    /// Hands it out and removes it, so that no state serves twice; expired ones too: the caller checks.
    [[nodiscard]] Result<std::optional<OAuthState>> takeState(const QByteArray& hash);

    [[nodiscard]] Result<> addCode(const OAuthCode& code);
    [[nodiscard]] Result<std::optional<OAuthCode>> code(const QByteArray& hash);
    /// False where the code was exchanged before, or is unknown.
    [[nodiscard]] Result<bool> redeem(const QByteArray& hash, const QString& family);
    [[nodiscard]] Result<> forgetExpired(Millis before);

private:
    Database& m_database;
};

}  // namespace refrain::store
