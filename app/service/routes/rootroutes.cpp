#include "service/routes/rootroutes.h"

#include "service/http/problem.h"
#include "service/oauth/browserendpoints.h"
#include "service/oauth/tokenendpoint.h"
#include "service/pages/page.h"

namespace refrain::service {

void addOAuthRoutes(RouteTable& routes, BrowserEndpoints& browser, TokenEndpoint& tokens)
{
    routes.add("GET", QStringLiteral("/.well-known/oauth-authorization-server"),
               [&tokens](const web::Request&) { return tokens.metadata(); });
    routes.add("GET", QStringLiteral("/oauth/authorize"),
               [&browser](const web::Request& request) { return browser.authorize(request); });
    routes.addLate("POST", QStringLiteral("/oauth/token"), [&tokens](const web::Request& request, web::Reply reply) {
        tokens.token(request, std::move(reply));
    });
    routes.add("POST", QStringLiteral("/oauth/revoke"),
               [&tokens](const web::Request& request) { return tokens.revoke(request); });
    routes.add("GET", QStringLiteral("/slack/install"),
               [&browser](const web::Request& request) { return browser.install(request); });
    routes.addLate(
        "GET", QStringLiteral("/slack/oauth/callback"),
        [&browser](const web::Request& request, web::Reply reply) { browser.callback(request, std::move(reply)); });
    routes.add("GET", QStringLiteral("/pages/page.css"), [](const web::Request&) { return pageStyle(); });
}

bool MetricsAccess::admits(const web::Request& request) const
{
    if (!token.isEmpty())
        return token.equals(request.bearerToken().reveal());
    const bool isForwarded = request.headers.contains("Forwarded") || request.headers.contains("X-Forwarded-For") ||
                             request.headers.contains("X-Real-IP");
    const QString host = publicUrl.host();
    const bool isLocal =
        host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
    // A name that is not of this computer was rebound to it by somebody's page.
    return request.peerIsLoopback && web::isLoopbackHost(request.header("Host")) && !isForwarded && isLocal;
}

void addHealthRoutes(RouteTable& routes, store::DatabasePool& pool, Metrics& metrics, const MetricsAccess& access)
{
    routes.add("GET", QStringLiteral("/healthz"), [](const web::Request&) { return web::Response::text("ok\n"); });
    routes.add("GET", QStringLiteral("/readyz"), [&pool](const web::Request&) {
        const Result<store::Database*> database = pool.connection();
        const Result<qint64> answer =
            database ? (*database)->number("SELECT count(*) FROM workspaces") : Result<qint64>(database.error());
        return answer ? web::Response::text("ready\n") : problemResponse(answer.error());
    });
    routes.add("GET", QStringLiteral("/metrics"), [&metrics, access](const web::Request& request) {
        if (!access.admits(request))
            return problemResponse(Error::unauthorized(
                QStringLiteral("Metrics need the token of REFRAIN_METRICS_TOKEN, or a caller on this computer.")));
        return web::Response::text(metrics.text()).set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    });
}

}  // namespace refrain::service
