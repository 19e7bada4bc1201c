#pragma once

#include "sandbox/appsettings.h"
#include "web/parameters.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace refrain::sandbox {

/// A request to authorize the app, read and found good.
struct Authorization {
    bool signIn = false;  ///< Sign in with Slack, rather than an installation.
    QStringList botScopes;
    QStringList userScopes;
    QString redirectUri;
    QString state;
    QString nonce;

    [[nodiscard]] bool wantsWebhook() const { return botScopes.contains(QStringLiteral("incoming-webhook")); }
    /// The address the browser goes back to, with one more `name=value` and the state.
    [[nodiscard]] QByteArray back(const QString& name, const QString& value) const;

    /// Slack's word and a sentence for what is wrong; nothing is sent back to a redirect then.
    struct Problem {
        QString word;
        QString sentence;
    };
    struct Read;
    /// Reads the query of /oauth/v2/authorize.
    [[nodiscard]] static Read install(const web::Parameters& query, const AppSettings& app);
    /// Reads the query of /openid/connect/authorize.
    [[nodiscard]] static Read signingIn(const web::Parameters& query, const AppSettings& app);
};

struct Authorization::Read {
    Authorization request;
    std::optional<Problem> problem;
};

}  // namespace refrain::sandbox
