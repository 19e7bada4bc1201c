#include "service/routes/profileroutes.h"

#include "service/http/problem.h"

#include <memory>

namespace refrain::service {
namespace {

QString distinctIdOf(const web::Request& request)
{
    return request.parameter(QStringLiteral("distinctId"));
}

Result<web::Response> put(const ApiCall& call, ProfileDesk& desk)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<wire::ProfileRequest> request = wire::profileRequestFromJson(*body);
    if (!request)
        return request.error();
    const EditContext context{call.principal.source, call.principal.actor, {}, {}};
    const auto profile = desk.put(call.workspace(), distinctIdOf(call.request), *request, context);
    if (!profile)
        return profile.error();
    return web::Response::json(wire::toJson(*profile));
}

/// One PUT that waits its turn; answers when it goes, whatever becomes of the task.
struct WaitingPut {
    web::Request request;
    Principal principal;
    web::Reply reply;
    qint64 startedAt;
};

}  // namespace

void addProfileRoutes(Api& api, ProfileDesk& desk, TaskPool& tasks)
{
    const QString path = QStringLiteral("/profiles/{distinctId}");
    api.add("GET", path, Permission::Read, [&desk](const ApiCall& call) -> Result<web::Response> {
        const auto profile = desk.find(call.workspace(), distinctIdOf(call.request));
        if (!profile)
            return profile.error();
        return web::Response::json(wire::toJson(*profile));
    });
    api.addWatching("PUT", path, Permission::Administer,
                    [&desk, &tasks, &routes = api.routes(), path](const ApiCall& call, web::Reply reply) {
                        const auto waiting = std::make_shared<WaitingPut>(
                            WaitingPut{call.request, call.principal, std::move(reply), RouteTable::ticks()});
                        const auto answer = [waiting, &desk, &routes, path] {
                            const Result<web::Response> done = put({waiting->request, waiting->principal}, desk);
                            web::Response response = done ? *done : problemResponse(done.error());
                            response.set("Cache-Control", "no-store");
                            routes.count("PUT", "/v1/workspaces/{workspace}" + path.toLatin1(), response.status,
                                         waiting->startedAt);
                            waiting->reply.send(std::move(response));
                        };
                        if (!tasks.run(answer))
                            waiting->reply.send(problemResponse(Error::unavailable(
                                QStringLiteral("Too much waits for Slack right now; try again in a moment."))));
                    });
}

}  // namespace refrain::service
