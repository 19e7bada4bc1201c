#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// apps.uninstall: removes the app from the workspace and ends all its tokens, rotating or not.
class AppsUninstall {
public:
    struct Response {};

    AppsUninstall(QString clientId, Secret clientSecret)
        : m_clientId(std::move(clientId)), m_clientSecret(std::move(clientSecret))
    {
    }

    [[nodiscard]] Call call() const
    {
        return Call{QStringLiteral("apps.uninstall"), Tier::One, {}, true}
            .with("client_id", m_clientId)
            .with("client_secret", QString::fromUtf8(m_clientSecret.reveal()));
    }
    [[nodiscard]] static Result<Response> parse(const QJsonObject&) { return Response{}; }

private:
    QString m_clientId;
    Secret m_clientSecret;
};

}  // namespace refrain::slack
