#include "wire/subject.h"

#include "service/http/listquery.h"
#include "service/routes/apiroutes.h"
#include "service/routes/privatenames.h"

namespace refrain::service {
namespace {

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    const auto kind = wordOf(call.request, "kind", subjectKindFromString);
    if (!limit || !after || !kind)
        return !limit ? limit.error() : !after ? after.error() : kind.error();
    const Role role = call.principal.role;
    store::SubjectQuery query;
    query.kind = *kind;
    query.text = call.request.query.value(u"q");
    query.after = SubjectId(after->first());
    query.limit = *limit;
    // A search that finds a private channel by its name would tell the name.
    query.withPrivate = query.text.isEmpty() || seesPrivateChannels(role);
    const Result<ListPage<Subject>> page = parts.reader.subjects(call.workspace(), query);
    if (!page)
        return page.error();
    QByteArrayList items;
    for (const Subject& subject : page->items)
        items << wire::toJsonText(visibleTo(role, subject));
    return listResponse(items, page->more ? opaque({page->items.back().id.toString()}) : QString(), page->seq);
}

Result<web::Response> one(const ApiCall& call, const ApiParts& parts)
{
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const SubjectId id(call.request.parameter(QStringLiteral("id")));
    const Result<std::optional<Subject>> subject = store::SubjectStore(**database).find(call.workspace(), id);
    if (!subject)
        return subject.error();
    if (!*subject)
        return Error::notFound(QStringLiteral("There is nobody and no channel with this id."));
    return web::Response::json(wire::toJson(visibleTo(call.principal.role, **subject)));
}

}  // namespace

void addSubjectRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/subjects"), Permission::Read,
            [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", QStringLiteral("/subjects/{id}"), Permission::Read,
            [parts](const ApiCall& call) { return one(call, parts); });
}

}  // namespace refrain::service
