#pragma once

#include "base/clock.h"
#include "service/metrics/metrics.h"
#include "web/router.h"

#include <functional>

namespace refrain::service {

/// Adds routes to the router so that each answer is counted and logged by its pattern, never by its path.
class RouteTable {
public:
    RouteTable(web::Router& router, Metrics& metrics) : m_router(router), m_metrics(metrics) {}

    using Answer = std::function<web::Response(const web::Request&)>;
    using LateAnswer = std::function<void(const web::Request&, web::Reply)>;

    /// A handler that answers at once.
    void add(const QByteArray& method, const QString& pattern, Answer answer, web::RouteOptions options = {});
    /// A handler that may keep the Reply, but does not need to know when the client leaves.
    void addLate(const QByteArray& method, const QString& pattern, LateAnswer answer);
    /// A handler that keeps the Reply and watches the client: it counts its own answers.
    void addWatching(const QByteArray& method, const QString& pattern, LateAnswer answer);

    void count(const QByteArray& method, const QByteArray& pattern, int status, qint64 startedAtNs) const;
    /// A running clock in nanoseconds, for count().
    [[nodiscard]] static qint64 ticks();

private:
    web::Router& m_router;
    Metrics& m_metrics;
};

}  // namespace refrain::service
