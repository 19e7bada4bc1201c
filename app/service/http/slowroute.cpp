#include "service/http/slowroute.h"

#include "service/http/problem.h"

#include <memory>

namespace refrain::service {
namespace {

/// One call that waits its turn; answers when it goes, whatever becomes of the task.
struct WaitingCall {
    web::Request request;
    Principal principal;
    web::Reply reply;
    qint64 startedAt;
};

}  // namespace

void addSlow(Api& api, TaskPool& tasks, const QByteArray& method, const QString& path, Permission permission,
             Api::Handler handler)
{
    const auto shared = std::make_shared<Api::Handler>(std::move(handler));
    const QByteArray pattern = "/v1/workspaces/{workspace}" + path.toLatin1();
    api.addWatching(
        method, path, permission,
        [shared, method, pattern, &tasks, &routes = api.routes()](const ApiCall& call, web::Reply reply) {
            const auto waiting = std::make_shared<WaitingCall>(
                WaitingCall{call.request, call.principal, std::move(reply), RouteTable::ticks()});
            const auto send = [waiting, method, pattern, &routes](const Result<web::Response>& done) {
                web::Response response = done ? *done : problemResponse(done.error());
                if (!response.headers.contains("Cache-Control"))
                    response.set("Cache-Control", "no-store");
                routes.count(method, pattern, response.status, waiting->startedAt);
                waiting->reply.send(std::move(response));
            };
            if (!tasks.run([waiting, shared, send] { send((*shared)({waiting->request, waiting->principal})); }))
                send(Error::unavailable(QStringLiteral("Too much waits right now; try again in a moment.")));
        });
}

}  // namespace refrain::service
