#pragma once

#include "web/application.h"
#include "web/pathpattern.h"

#include <functional>
#include <vector>

namespace refrain::web {

using Handler = std::function<void(Request, Reply)>;

struct RouteOptions {
    qint64 bodyLimit = defaultBodyLimit;
};

/// Sends each request to the handler of its method and path. Built before the Server starts and not
/// changed afterwards, so it needs no lock.
///
/// HEAD goes to the GET handler (the server sends no body). A known path with another method is 405
/// with `Allow`, an unknown path 404.
class Router : public Application {
public:
    using ErrorFormatter = std::function<Response(const HttpError&)>;
    struct Route {
        QByteArray method;
        PathPattern pattern;
        Handler handler;
        RouteOptions options;
    };

    /// How 404, 405 and the server's own refusals look; plain text without it.
    void setErrorFormatter(ErrorFormatter formatter) { m_formatter = std::move(formatter); }

    /// `pattern` as in PathPattern.
    void add(QByteArray method, const QString& pattern, Handler handler, RouteOptions options = {});

    /// All routes, in the order they were added.
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }

    void handle(Request request, Reply reply) override;
    [[nodiscard]] qint64 bodyLimit(const Request& head) const override;
    [[nodiscard]] Response error(const HttpError& error) const override;

private:
    struct Found {
        const Route* route = nullptr;
        QHash<QString, QString> parameters;
    };
    [[nodiscard]] Found find(const QByteArray& method, const QByteArray& path) const;
    [[nodiscard]] Response missing(const QByteArray& path) const;

    std::vector<Route> m_routes;
    ErrorFormatter m_formatter;
};

}  // namespace refrain::web
