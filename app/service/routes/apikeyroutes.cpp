#include "base/direction.h"
#include "service/http/listquery.h"
#include "service/routes/apiroutes.h"
#include "wire/fieldreader.h"

namespace refrain::service {
namespace {

QJsonObject toJson(const store::ApiKey& key)
{
    return {{QStringLiteral("id"), key.id},
            {QStringLiteral("name"), key.name},
            {QStringLiteral("role"), toString(key.role)},
            {QStringLiteral("createdBy"), key.createdBy},
            {QStringLiteral("createdAt"), toRfc3339(key.createdAt)},
            {QStringLiteral("lastUsedAt"), wire::orNull(key.lastUsedAt)},
            {QStringLiteral("revokedAt"), wire::orNull(key.revokedAt)}};
}

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!seq)
        return seq.error();
    const Result<std::vector<store::ApiKey>> keys = parts.keys.all(call.workspace());
    if (!keys)
        return keys.error();
    QJsonArray items;
    for (const store::ApiKey& key : *keys)
        items.append(toJson(key));
    return pageResponse(call.request, items, *seq);
}

Result<web::Response> create(const ApiCall& call, const ApiParts& parts)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    wire::FieldReader in(*body);
    const QString name = withoutTurns(in.requiredText("name", 100));
    const Role role = in.word("role", roleFromString, Role::Service);
    if (Result<> done = in.done(); !done)
        return done.error();
    const Result<ApiKeys::Made> made =
        parts.keys.create(call.workspace(), name, role, call.principal.actor, call.principal.source);
    if (!made)
        return made.error();
    QJsonObject answer = toJson(made->key);
    answer.insert(QStringLiteral("key"), QString::fromLatin1(made->secret.reveal()));
    return web::Response::json(answer, 201);
}

Result<web::Response> revoke(const ApiCall& call, const ApiParts& parts)
{
    const QString id = call.request.parameter(QStringLiteral("id"));
    if (Result<> done = parts.keys.revoke(call.workspace(), id, call.principal.actor, call.principal.source); !done)
        return done.error();
    return web::Response::empty();
}

}  // namespace

void addApiKeyRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/apikeys"), Permission::Administer,
            [parts](const ApiCall& call) { return list(call, parts); });
    api.add("POST", QStringLiteral("/apikeys"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(
            call, [&](const Repeatable::Keep&) { return create(call, parts); }, true);
    });
    api.add("DELETE", QStringLiteral("/apikeys/{id}"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep&) { return revoke(call, parts); });
    });
}

}  // namespace refrain::service
