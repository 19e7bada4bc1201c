#pragma once

#include "service/http/routetable.h"
#include "store/databasepool.h"

#include <QUrl>

namespace refrain::service {

class BrowserEndpoints;
class TokenEndpoint;

/// Everything that a browser or console needs to get in, and the pages' style sheet.
void addOAuthRoutes(RouteTable& routes, BrowserEndpoints& browser, TokenEndpoint& tokens);

/// Who may read /metrics: whoever has the token, or without one this computer itself.
struct MetricsAccess {
    Secret token;
    QUrl publicUrl;

    [[nodiscard]] bool admits(const web::Request& request) const;
};

/// /healthz, /readyz and /metrics.
void addHealthRoutes(RouteTable& routes, store::DatabasePool& pool, Metrics& metrics, const MetricsAccess& access);

}  // namespace refrain::service
