#include "slack/methods/openidconnecttoken.h"

#include "slack/failure.h"

namespace refrain::slack {

OpenIdConnectToken::OpenIdConnectToken(AppCredential app, QString code, QString redirectUri)
    : m_app(std::move(app)), m_code(std::move(code)), m_redirectUri(std::move(redirectUri))
{
}

Call OpenIdConnectToken::call() const
{
    return Call{QStringLiteral("openid.connect.token"), Tier::Four, {}, false}
        .with("client_id", m_app.clientId)
        .with("client_secret", QString::fromUtf8(m_app.clientSecret.reveal()))
        .with("grant_type", QStringLiteral("authorization_code"))
        .with("code", m_code)
        .with("redirect_uri", m_redirectUri);
}

Result<OpenIdConnectToken::Response> OpenIdConnectToken::parse(const QJsonObject& answer)
{
    Response response{answer.value(QLatin1String("id_token")).toString().toLatin1()};
    if (response.idToken.isEmpty())
        return unreadable(QStringLiteral("openid.connect.token"), QStringLiteral("no id_token"));
    return response;
}

}  // namespace refrain::slack
