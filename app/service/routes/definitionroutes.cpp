#include "service/routes/definitionroutes.h"

#include "base/direction.h"
#include "domain/category.h"
#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/http/slowroute.h"
#include "store/changestore.h"
#include "wire/actor.h"
#include "wire/preferencechange.h"

namespace refrain::service {
namespace {

QJsonObject shown(const ApiCall& call, const store::Definition& definition, const DefinitionRouteParts& parts)
{
    QJsonObject json = toJson(definition);
    if (parts.decorate)
        parts.decorate(call.workspace(), definition, json);
    return json;
}

web::Response answerOf(const ApiCall& call, const DefinitionOutcome& outcome, const DefinitionRouteParts& parts,
                       int made)
{
    using Kind = DefinitionOutcome::Kind;
    const QJsonObject json = shown(call, outcome.definition, parts);
    const QByteArray etag = wire::etag(outcome.definition.version);
    if (outcome.kind == Kind::Mismatch) {
        const wire::Problem problem{
            wire::ProblemCode::PreconditionFailed,
            QStringLiteral("It was changed meanwhile, so this edit was not made. Look at it and edit again."),
            {},
            json};
        return problemResponse(problem).set("ETag", etag);
    }
    return web::Response::json(json, outcome.kind == Kind::Changed ? made : 200).set("ETag", etag);
}

Result<EditContext> contextOf(const ApiCall& call, const QJsonObject& body)
{
    const Result<std::optional<qint64>> version = wire::versionFromIfMatch(call.request.header("If-Match"));
    if (!version)
        return version.error();
    return EditContext{call.principal.source, call.principal.actor,
                       withoutTurns(body.value(QLatin1String("reason")).toString()).left(500), *version};
}

Result<web::Response> list(const ApiCall& call, const DefinitionRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    const auto page = parts.desk.list(call.workspace(), after->first(), *limit + 1);
    if (!seq || !page)
        return !seq ? seq.error() : page.error();
    return pageOf(
        *page, *limit, *seq, [&](const store::Definition& definition) { return shown(call, definition, parts); },
        [](const store::Definition& definition) { return QStringList{definition.slug}; });
}

Result<web::Response> one(const ApiCall& call, const DefinitionRouteParts& parts)
{
    const Result<store::Definition> found = parts.desk.find(call.workspace(), slugOf(call));
    if (!found)
        return found.error();
    return web::Response::json(shown(call, *found, parts)).set("ETag", wire::etag(found->version));
}

Result<web::Response> create(const ApiCall& call, const DefinitionRouteParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const QString slug = body->value(QLatin1String("slug")).toString();
    if (!isCategorySlug(slug) || slug == everyCategory().toString())
        return fieldError(QStringLiteral("/slug"),
                          QStringLiteral("A slug has 1 to 64 lower-case letters, digits and inner hyphens."));
    const Result<EditContext> context = contextOf(call, *body);
    if (!context)
        return context.error();
    const auto outcome = parts.desk.create(call.workspace(), slug, *body, *context,
                                           [&](store::Database& database, const DefinitionOutcome& made) {
                                               return keep(database, answerOf(call, made, parts, 201));
                                           });
    if (!outcome)
        return outcome.error();
    return answerOf(call, *outcome, parts, 201);
}

Result<web::Response> edit(const ApiCall& call, const DefinitionRouteParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<EditContext> context = contextOf(call, *body);
    if (!context)
        return context.error();
    const auto outcome = parts.desk.edit(call.workspace(), slugOf(call), *body, *context,
                                         [&](store::Database& database, const DefinitionOutcome& made) {
                                             return keep(database, answerOf(call, made, parts, 200));
                                         });
    if (!outcome)
        return outcome.error();
    return answerOf(call, *outcome, parts, 200);
}

}  // namespace

QString slugOf(const ApiCall& call)
{
    return call.request.parameter(QStringLiteral("slug"));
}

QJsonObject toJson(const store::Definition& definition)
{
    QJsonObject json = definition.body;
    json.insert(QStringLiteral("slug"), definition.slug);
    json.insert(QStringLiteral("version"), definition.version);
    json.insert(QStringLiteral("updatedAt"), toRfc3339(definition.updatedAt));
    json.insert(QStringLiteral("updatedBy"), wire::toJson(definition.updatedBy));
    return json;
}

void addDefinitionRoutes(Api& api, const QString& path, const DefinitionRouteParts& parts)
{
    const QString onePath = path + QStringLiteral("/{slug}");
    api.add("GET", path, Permission::SeeSent, [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", onePath, Permission::SeeSent, [parts](const ApiCall& call) { return one(call, parts); });
    addSlow(api, parts.tasks, "POST", path, Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return create(call, parts, keep); });
    });
    addSlow(api, parts.tasks, "PATCH", onePath, Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return edit(call, parts, keep); });
    });
}

}  // namespace refrain::service
