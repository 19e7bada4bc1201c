#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/state/ledger.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace refrain::sandbox {

class World;

enum class TokenKind { Bot, User, App, SignIn };

/// What a token that is good stands for.
struct Grant {
    TokenKind kind = TokenKind::Bot;
    quint64 person = 0;  ///< The token's user: the bot's own for a bot token.
    QString workspace;   ///< `T…`, or `E…` for an organization-wide install.
    bool enterprise = false;
    QStringList scopes;
    std::optional<Millis> expiresAt;
};

/// A grant, or Slack's word for why there is none.
struct TokenCheck {
    std::optional<Grant> grant;
    QString problem;
};

/// A freshly issued token; `refresh` and `expiresIn` only under rotation.
struct IssuedToken {
    QByteArray access;
    QByteArray refresh;
    int expiresIn = 0;  ///< Seconds.
    Grant grant;
};

struct Installation {
    QString workspace;
    QStringList botScopes;
    quint64 installer = 0;
    Millis installedAt = 0;
    bool active = false;
};

/// Who installed the app with which scopes, and every token that came of it, kept as hashes.
///
/// Without rotation a token is the same at each install and never expires. With rotation it lives
/// 12 hours, two may be in use at once, and a refresh token serves once and then for a short grace
/// (docs.slack.dev/authentication/using-token-rotation). Call with the sandbox's lock held.
class Grants {
public:
    struct Options {
        bool rotation = true;
        QByteArray appToken;
    };
    static constexpr int accessSeconds = 43'200;
    static constexpr Millis refreshGrace = 60'000;

    Grants(const World& world, Ledger& ledger, const Clock& clock, Random& random, Options options);

    [[nodiscard]] TokenCheck check(const QByteArray& token) const;

    /// Adds to the scopes that were granted before, and issues the bot's token.
    IssuedToken install(const QString& workspace, quint64 installer, const QStringList& scopes);
    IssuedToken grantUser(const QString& workspace, quint64 person, const QStringList& scopes);
    /// A token for openid.connect.userInfo and nothing else.
    IssuedToken signIn(const QString& workspace, quint64 person, const QStringList& scopes);
    /// A new pair; nullopt for an unknown, used up or revoked refresh token.
    std::optional<IssuedToken> refresh(const QByteArray& refreshToken);

    /// What auth.revoke did.
    struct Revoked {
        bool found = false;
        bool uninstalled = false;  ///< The app is gone from the workspace.
        bool authorizationGone = false;
        Grant grant;
    };
    Revoked revoke(const QByteArray& token, bool dryRun);
    void uninstall(const QString& workspace);
    /// The person's own grants end, as when they are deactivated. True where there were any.
    bool dropUser(quint64 person);

    [[nodiscard]] std::optional<Installation> installation(const QString& workspace) const;
    [[nodiscard]] std::vector<Installation> installations() const;

private:
    [[nodiscard]] QByteArray fixedToken(TokenKind kind, const QString& workspace, quint64 person, int generation) const;
    IssuedToken issue(TokenKind kind, const QString& workspace, quint64 person);
    void keepTwo(TokenKind kind, const QString& workspace, quint64 person);
    void kill(const QString& workspace, TokenKind kind, std::optional<quint64> person, const QString& word);
    [[nodiscard]] QJsonObject owner(TokenKind kind, const QString& workspace, quint64 person) const;
    void setOwner(TokenKind kind, const QString& workspace, quint64 person, const QJsonObject& record);
    [[nodiscard]] Grant grantOf(const QJsonObject& record) const;
    [[nodiscard]] bool hasUsers(const QString& workspace) const;

    const World& m_world;
    Ledger& m_ledger;
    const Clock& m_clock;
    Random& m_random;
    Options m_options;
    QByteArray m_key;  ///< Makes the tokens of a workspace without rotation.
    qint64 m_serial = 0;
};

}  // namespace refrain::sandbox
