#include "service/routes/profileroutes.h"

#include "service/http/slowroute.h"

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

}  // namespace

void addProfileRoutes(Api& api, ProfileDesk& desk, Repeatable& repeatable, TaskPool& tasks)
{
    const QString path = QStringLiteral("/profiles/{distinctId}");
    api.add("GET", path, Permission::Read, [&desk](const ApiCall& call) -> Result<web::Response> {
        const auto profile = desk.find(call.workspace(), distinctIdOf(call.request));
        if (!profile)
            return profile.error();
        return web::Response::json(wire::toJson(*profile));
    });
    addSlow(api, tasks, "PUT", path, Permission::Administer, [&desk, &repeatable](const ApiCall& call) {
        return repeatable.run(call, [&](const Repeatable::Keep&) { return put(call, desk); });
    });
}

}  // namespace refrain::service
