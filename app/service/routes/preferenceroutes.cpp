#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "service/routes/approvalroutes.h"
#include "service/routes/preferenceanswer.h"
#include "store/categorystore.h"
#include "wire/preferencechange.h"

namespace refrain::service {
namespace {

SubjectId subjectOf(const ApiCall& call)
{
    return SubjectId(call.request.parameter(QStringLiteral("id")));
}

Result<web::Response> listOfSubject(const ApiCall& call, const ApiParts& parts)
{
    const Result<std::optional<Millis>> asOf = timeOf(call.request, "asOf");
    if (!asOf)
        return asOf.error();
    const auto views = parts.pool.read<std::vector<PreferenceView>>([&](store::Database& database) {
        return *asOf ? parts.decider.viewsAt(database, call.workspace(), subjectOf(call), **asOf)
                     : parts.decider.views(database, call.workspace(), subjectOf(call));
    });
    if (!views)
        return views.error();
    QJsonArray items;
    for (const PreferenceView& view : *views)
        items.append(wire::toJson(onWire(view)));
    return web::Response::json({{QStringLiteral("items"), items}});
}

Result<ChangeRequest> readChange(const ApiCall& call)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    Result<ChangeRequest> request = wire::changeRequestFromJson(*body);
    if (!request)
        return request;
    const Result<std::optional<qint64>> version = wire::versionFromIfMatch(call.request.header("If-Match"));
    if (!version)
        return version.error();
    request->ifMatch = *version;
    request->subject = subjectOf(call);
    request->category = CategorySlug(call.request.parameter(QStringLiteral("category")));
    request->source = call.principal.source;
    request->actor = call.principal.actor;
    if (needsReason(call.principal.role) && request->reason.isEmpty())
        return fieldError(QStringLiteral("/reason"), QStringLiteral("Say why: your role needs a reason with every "
                                                                    "change."));
    return request;
}

Result<web::Response> change(const ApiCall& call, const ApiParts& parts, const Repeatable::Keep& keep)
{
    const Result<ChangeRequest> request = readChange(call);
    if (!request)
        return request.error();
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const GuardedBatch& guarded) -> Result<> {
        Result<web::Response> answer = guarded.approval ? Result<web::Response>(approvalAnswer(*guarded.approval))
                                                        : changeAnswer(database, parts.decider, call.workspace(),
                                                                       *request, guarded.batch.items.front());
        if (!answer)
            return answer.error();
        response = *std::move(answer);
        return keep(database, response);
    };
    ChangePlan plan;
    plan.requests = {*request};
    const EditContext context{request->source, request->actor, request->reason, {}};
    const Result<GuardedBatch> done = parts.guarded.change(call.workspace(), plan, context, beforeCommit);
    if (!done)
        return done.error();
    return response;
}

/// Nothing where none is asked for. One that there is not is a slip, not a category without choices.
Result<std::optional<CategorySlug>> categoryIn(const ApiCall& call, store::Database& database)
{
    const QString text = call.request.query.value(u"category");
    if (text.isEmpty())
        return std::optional<CategorySlug>();
    const auto known = store::CategoryStore(database).find(call.workspace(), CategorySlug(text));
    if (!known)
        return known.error();
    if (!*known)
        return fieldError(QStringLiteral("/category"), QStringLiteral("There is no category “%1”.").arg(text.left(80)));
    return std::optional(CategorySlug(text));
}

Result<web::Response> listAll(const ApiCall& call, const ApiParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    const auto state = wordOf(call.request, "state", preferenceStateFromString);
    if (!limit || !after || !state)
        return !limit ? limit.error() : !after ? after.error() : state.error();
    store::PreferenceQuery query;
    query.limit = *limit;
    query.state = *state;
    query.afterSubject = SubjectId(after->at(0));
    query.afterCategory = CategorySlug(after->at(1));
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const auto category = categoryIn(call, **database);
    if (!category)
        return category.error();
    query.category = *category;
    const Result<ListPage<Preference>> page = parts.reader.preferences(call.workspace(), query);
    if (!page)
        return page.error();
    const auto views = parts.decider.views(**database, call.workspace(), page->items);
    if (!views)
        return views.error();
    QByteArrayList items;
    for (const PreferenceView& view : *views)
        items << wire::toJsonText(onWire(view));
    const QString next = page->more
                             ? opaque({page->items.back().subject.toString(), page->items.back().category.toString()})
                             : QString();
    return listResponse(items, next, page->seq);
}

Result<web::Response> digest(const ApiCall& call, const ApiParts& parts)
{
    const QString from = call.request.query.value(u"from");
    const QString to = call.request.query.value(u"to");
    const Result<DigestAt> at = parts.reader.digest(call.workspace(), SubjectId(from), SubjectId(to));
    if (!at)
        return at.error();
    return web::Response::json({{QStringLiteral("from"), from},
                                {QStringLiteral("to"), to},
                                {QStringLiteral("digest"), at->digest.hex()},
                                {QStringLiteral("count"), at->digest.count()},
                                {QStringLiteral("seq"), at->seq}});
}

}  // namespace

void addPreferenceRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/subjects/{id}/preferences"), Permission::Read,
            [parts](const ApiCall& call) { return listOfSubject(call, parts); });
    api.add("PUT", QStringLiteral("/subjects/{id}/preferences/{category}"), Permission::ChangeOne,
            [parts](const ApiCall& call) {
                return parts.repeatable.run(call,
                                            [&](const Repeatable::Keep& keep) { return change(call, parts, keep); });
            });
    api.add("GET", QStringLiteral("/preferences"), Permission::Read,
            [parts](const ApiCall& call) { return listAll(call, parts); });
    api.add("GET", QStringLiteral("/digest"), Permission::Read,
            [parts](const ApiCall& call) { return digest(call, parts); });
}

}  // namespace refrain::service
