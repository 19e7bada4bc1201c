#include "slack/methods/appsconnectionsopen.h"

#include "slack/failure.h"

#include <QHostAddress>

namespace refrain::slack {
namespace {

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

}  // namespace

Call AppsConnectionsOpen::call() const
{
    // Slack's pages name tier 3, its SDK tier 1. SocketMode paces itself, and a 429 is obeyed.
    return Call{QStringLiteral("apps.connections.open"), Tier::Three, {}, true};
}

Result<AppsConnectionsOpen::Response> AppsConnectionsOpen::parse(const QJsonObject& answer)
{
    const QUrl url(answer.value(QLatin1String("url")).toString(), QUrl::StrictMode);
    const bool safe = url.scheme() == QLatin1String("wss") || (url.scheme() == QLatin1String("ws") && isLoopback(url));
    if (!safe)
        return unreadable(QStringLiteral("apps.connections.open"), QStringLiteral("no address for a WebSocket"));
    return Response{url};
}

}  // namespace refrain::slack
