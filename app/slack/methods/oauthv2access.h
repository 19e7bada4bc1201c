#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "slack/call.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace refrain::slack {

/// A token with its successor, where the app rotates tokens.
struct TokenPair {
    Secret access;
    Secret refresh;                          ///< Empty without rotation.
    std::optional<qint64> expiresInSeconds;  ///< Absent: never expires.
};

/// A channel's webhook, which the scope incoming_webhook brings.
struct IncomingWebhook {
    Secret url;
    QString channelId;
    QString channel;
};

/// What oauth.v2.access grants. The same for an installation and for a refresh, whose answer is flat.
struct OAuthGrant {
    QString appId;
    TokenPair bot;       ///< Empty access: a grant without a bot.
    QStringList scopes;  ///< Of the bot; may lack optional ones that were declined.
    QString botUserId;
    QString teamId;  ///< Empty for an installation in a whole organization.
    QString teamName;
    QString enterpriseId;
    QString enterpriseName;
    bool isEnterpriseInstall = false;
    QString authedUserId;  ///< Empty in a refresh.
    std::optional<IncomingWebhook> webhook;

    /// The tenant: the team, or the organization where that was installed as a whole.
    [[nodiscard]] WorkspaceId workspace() const;
    [[nodiscard]] QString workspaceName() const;
};

/// The Slack app's own name and password.
struct AppCredential {
    QString clientId;
    Secret clientSecret;
};

/// oauth.v2.access: exchanges a code, or a refresh token, for tokens.
class OAuthV2Access {
public:
    using Response = OAuthGrant;

    [[nodiscard]] static OAuthV2Access forCode(AppCredential app, QString code, QString redirectUri);
    [[nodiscard]] static OAuthV2Access forRefresh(AppCredential app, Secret refreshToken);

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    AppCredential m_app;
    QString m_code;
    QString m_redirectUri;
    Secret m_refreshToken;
};

}  // namespace refrain::slack
