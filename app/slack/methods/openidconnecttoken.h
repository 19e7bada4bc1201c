#pragma once

#include "base/result.h"
#include "slack/call.h"
#include "slack/methods/oauthv2access.h"

#include <QJsonObject>

namespace refrain::slack {

/// openid.connect.token: exchanges the code of Sign in with Slack for an id_token. Verify it before use.
class OpenIdConnectToken {
public:
    struct Response {
        QByteArray idToken;
    };

    OpenIdConnectToken(AppCredential app, QString code, QString redirectUri);

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    AppCredential m_app;
    QString m_code;
    QString m_redirectUri;
};

}  // namespace refrain::slack
