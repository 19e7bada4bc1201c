#include "web/router.h"

#include <QByteArrayList>

namespace refrain::web {

void Router::add(QByteArray method, const QString& pattern, Handler handler, RouteOptions options)
{
    m_routes.push_back({std::move(method), PathPattern(pattern), std::move(handler), options});
}

void Router::handle(Request request, Reply reply)
{
    Found found = find(request.method, request.path);
    if (!found.route && request.method == "HEAD")
        found = find("GET", request.path);
    if (!found.route) {
        reply.send(missing(request.path));
        return;
    }
    request.pathParameters = std::move(found.parameters);
    found.route->handler(std::move(request), std::move(reply));
}

qint64 Router::bodyLimit(const Request& head) const
{
    const Found found = find(head.method, head.path);
    return found.route ? found.route->options.bodyLimit : defaultBodyLimit;
}

Response Router::error(const HttpError& error) const
{
    return m_formatter ? m_formatter(error) : Application::error(error);
}

Router::Found Router::find(const QByteArray& method, const QByteArray& path) const
{
    Found best;
    for (const Route& route : m_routes) {
        if (route.method != method || (best.route && !route.pattern.isMoreSpecificThan(best.route->pattern)))
            continue;
        if (auto parameters = route.pattern.match(path))
            best = {&route, std::move(*parameters)};
    }
    return best;
}

Response Router::missing(const QByteArray& path) const
{
    QByteArrayList allowed;
    for (const Route& route : m_routes) {
        if (allowed.contains(route.method) || !route.pattern.match(path))
            continue;
        allowed << route.method;
        if (route.method == "GET" && !allowed.contains("HEAD"))
            allowed << "HEAD";
    }
    if (allowed.isEmpty())
        return error({404, QStringLiteral("There is nothing at this address."), path});
    return error({405, QStringLiteral("This address does not take that method."), path})
        .set("Allow", allowed.join(", "));
}

}  // namespace refrain::web
