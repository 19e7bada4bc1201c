#include "service/http/routetable.h"

#include "base/log.h"

#include <chrono>
#include <memory>

namespace refrain::service {

void RouteTable::add(const QByteArray& method, const QString& pattern, Answer answer, web::RouteOptions options)
{
    const auto handler = [this, method, name = pattern.toLatin1(), answer = std::move(answer)](
                             const web::Request& request, web::Reply reply) {
        const qint64 start = ticks();
        web::Response response = answer(request);
        count(method, name, response.status, start);
        reply.send(std::move(response));
    };
    m_router.add(method, pattern, handler, options);
}

void RouteTable::addLate(const QByteArray& method, const QString& pattern, LateAnswer answer)
{
    const auto handler = [this, method, name = pattern.toLatin1(), answer = std::move(answer)](
                             const web::Request& request, web::Reply reply) {
        const auto client = std::make_shared<web::Reply>(std::move(reply));
        answer(request, web::Reply::capture([this, method, name, client, start = ticks()](web::Response response) {
                   count(method, name, response.status, start);
                   client->send(std::move(response));
               }));
    };
    m_router.add(method, pattern, handler);
}

void RouteTable::addWatching(const QByteArray& method, const QString& pattern, LateAnswer answer)
{
    m_router.add(method, pattern, std::move(answer));
}

void RouteTable::count(const QByteArray& method, const QByteArray& pattern, int status, qint64 startedAtNs) const
{
    const double seconds = double(ticks() - startedAtNs) / 1e9;
    m_metrics.countRequest(method, pattern, status, seconds);
    qCDebug(log::web) << method.constData() << pattern.constData() << status << seconds;
}

qint64 RouteTable::ticks()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

}  // namespace refrain::service
