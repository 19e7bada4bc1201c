#include "slack/methods/oauthv2access.h"

#include "slack/failure.h"

namespace refrain::slack {
namespace {

QString text(const QJsonObject& object, QLatin1String name)
{
    return object.value(name).toString();
}

TokenPair tokens(const QJsonObject& object)
{
    TokenPair pair;
    pair.access = Secret(text(object, QLatin1String("access_token")).toUtf8());
    pair.refresh = Secret(text(object, QLatin1String("refresh_token")).toUtf8());
    if (object.contains(QLatin1String("expires_in")))
        pair.expiresInSeconds = object.value(QLatin1String("expires_in")).toInteger();
    return pair;
}

}  // namespace

WorkspaceId OAuthGrant::workspace() const
{
    return WorkspaceId(isEnterpriseInstall || teamId.isEmpty() ? enterpriseId : teamId);
}

QString OAuthGrant::workspaceName() const
{
    return isEnterpriseInstall || teamId.isEmpty() ? enterpriseName : teamName;
}

OAuthV2Access OAuthV2Access::forCode(AppCredential app, QString code, QString redirectUri)
{
    OAuthV2Access access;
    access.m_app = std::move(app);
    access.m_code = std::move(code);
    access.m_redirectUri = std::move(redirectUri);
    return access;
}

OAuthV2Access OAuthV2Access::forRefresh(AppCredential app, Secret refreshToken)
{
    OAuthV2Access access;
    access.m_app = std::move(app);
    access.m_refreshToken = std::move(refreshToken);
    return access;
}

Call OAuthV2Access::call() const
{
    Call call{QStringLiteral("oauth.v2.access"), Tier::Four, {}, false};
    call.with("client_id", m_app.clientId).with("client_secret", QString::fromUtf8(m_app.clientSecret.reveal()));
    if (m_refreshToken.isEmpty())
        return call.with("code", m_code).with("redirect_uri", m_redirectUri);
    return call.with("grant_type", QStringLiteral("refresh_token"))
        .with("refresh_token", QString::fromUtf8(m_refreshToken.reveal()));
}

Result<OAuthGrant> OAuthV2Access::parse(const QJsonObject& answer)
{
    OAuthGrant grant;
    grant.appId = text(answer, QLatin1String("app_id"));
    if (text(answer, QLatin1String("token_type")) != QLatin1String("user"))
        grant.bot = tokens(answer);
    grant.scopes = text(answer, QLatin1String("scope")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    grant.botUserId = text(answer, QLatin1String("bot_user_id"));
    const QJsonObject team = answer.value(QLatin1String("team")).toObject();
    grant.teamId = text(team, QLatin1String("id"));
    grant.teamName = text(team, QLatin1String("name"));
    const QJsonObject enterprise = answer.value(QLatin1String("enterprise")).toObject();
    grant.enterpriseId = text(enterprise, QLatin1String("id"));
    grant.enterpriseName = text(enterprise, QLatin1String("name"));
    grant.isEnterpriseInstall = answer.value(QLatin1String("is_enterprise_install")).toBool();
    grant.authedUserId = text(answer.value(QLatin1String("authed_user")).toObject(), QLatin1String("id"));
    const QJsonObject hook = answer.value(QLatin1String("incoming_webhook")).toObject();
    if (!hook.isEmpty())
        grant.webhook = IncomingWebhook{Secret(text(hook, QLatin1String("url")).toUtf8()),
                                        text(hook, QLatin1String("channel_id")), text(hook, QLatin1String("channel"))};
    if (grant.workspace().isEmpty())
        return unreadable(QStringLiteral("oauth.v2.access"), QStringLiteral("neither team nor enterprise"));
    return grant;
}

}  // namespace refrain::slack
