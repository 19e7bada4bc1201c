#include "service/routes/linkroutes.h"

#include "wire/link.h"

namespace refrain::service {
namespace {

Result<web::Response> mint(const ApiCall& call, const LinkParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<wire::LinkRequest> request = wire::linkRequestFromJson(*body);
    if (!request)
        return request.error();
    store::Link wish;
    wish.workspace = call.workspace();
    wish.subject = request->subject;
    wish.category = request->category;
    wish.expiresAt = request->expiresAt;
    wish.notification = request->notification;
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const Secret& token) -> Result<> {
        const QString url = parts.publicUrl + QStringLiteral("/o/") + QString::fromLatin1(token.reveal());
        response = web::Response::json({{QStringLiteral("url"), url}}, 201);
        return keep(database, response);
    };
    const EditContext context{call.principal.source, call.principal.actor, {}, {}};
    const Result<Secret> token = parts.minter.mint(wish, context, beforeCommit);
    if (!token)
        return token.error();
    return response;
}

}  // namespace

void addLinkRoutes(Api& api, const LinkParts& parts)
{
    api.add("POST", QStringLiteral("/links"), Permission::MintLinks, [parts](const ApiCall& call) {
        return parts.repeatable.run(
            call, [&](const Repeatable::Keep& keep) { return mint(call, parts, keep); }, true);
    });
}

}  // namespace refrain::service
