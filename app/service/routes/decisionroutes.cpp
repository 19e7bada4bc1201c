#include "service/routes/apiroutes.h"
#include "wire/decisions.h"

namespace refrain::service {
namespace {

constexpr qint64 decisionsLimit = 16 * 1024 * 1024;

Result<web::Response> decide(const ApiCall& call, const ApiParts& parts)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<wire::DecisionsRequest> request = wire::decisionsRequestFromJson(*body);
    if (!request)
        return request.error();
    const Result<Decisions> decisions =
        parts.decider.decide(call.workspace(), request->category, request->subjects, request->asOf);
    if (!decisions)
        return decisions.error();
    wire::DecisionsReply reply{decisions->category.slug, decisions->category.onFailure, decisions->seq, {}};
    reply.items.reserve(decisions->items.size());
    for (size_t i = 0; i < decisions->items.size(); ++i)
        reply.items.push_back({request->subjects[i], decisions->items[i]});
    return web::Response::jsonText(wire::toBody(reply));
}

}  // namespace

void addDecisionRoutes(Api& api, const ApiParts& parts)
{
    api.add("POST", QStringLiteral("/decisions"), Permission::Decide,
            [parts](const ApiCall& call) { return decide(call, parts); }, {decisionsLimit});
}

}  // namespace refrain::service
