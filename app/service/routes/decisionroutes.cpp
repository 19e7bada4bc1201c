#include "service/http/listquery.h"
#include "service/routes/apiroutes.h"
#include "store/changestore.h"
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
        parts.decider.decide(call.workspace(), request->category, request->subjects, request->asOf, request->whatIf);
    if (!decisions)
        return decisions.error();
    // Who only looks, looks at the past or supposes something is about to send nothing.
    if (!request->preview && !request->asOf && request->whatIf.isEmpty())
        parts.journal.add(call.workspace(), call.principal.actor, *decisions, request->subjects);
    wire::DecisionsReply reply{decisions->category.slug, decisions->category.onFailure, decisions->seq, {}};
    reply.items.reserve(decisions->items.size());
    for (size_t i = 0; i < decisions->items.size(); ++i)
        reply.items.push_back({request->subjects[i], decisions->items[i]});
    return web::Response::jsonText(wire::toBody(reply));
}

Result<web::Response> journal(const ApiCall& call, const ApiParts& parts)
{
    const web::Request& request = call.request;
    const Result<int> limit = limitOf(request);
    const Result<QStringList> after = positionOf(request, 2);
    const Result<std::optional<Millis>> from = timeOf(request, "from");
    const Result<std::optional<Millis>> to = timeOf(request, "to");
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    if (!from || !to)
        return !from ? from.error() : to.error();
    const store::DecisionStore::Filter filter{SubjectId(request.query.value(QStringLiteral("subject"))),
                                              CategorySlug(request.query.value(QStringLiteral("category"))),
                                              request.query.value(QStringLiteral("caller")), *from, *to};
    std::optional<store::DecisionStore::Position> position;
    if (!after->first().isEmpty())
        position = {after->at(0).toLongLong(), after->at(1).toLongLong()};
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    const auto page = parts.journal.page(call.workspace(), filter, position, *limit);
    if (!seq || !page)
        return !seq ? seq.error() : page.error();
    QJsonArray items;
    for (const store::DecisionRecord& record : page->records)
        items.append(toJson(record));
    return listResponse(
        items, page->next ? opaque({QString::number(page->next->at), QString::number(page->next->id)}) : QString(),
        *seq);
}

Result<web::Response> one(const ApiCall& call, const ApiParts& parts)
{
    const auto record = parts.journal.find(call.workspace(), call.request.parameter(QStringLiteral("id")).toLongLong());
    if (!record)
        return record.error();
    if (!*record)
        return Error::notFound(QStringLiteral("The journal holds no such question; it is kept for 90 days."));
    return web::Response::json(toJson(**record));
}

}  // namespace

void addDecisionRoutes(Api& api, const ApiParts& parts)
{
    api.add("POST", QStringLiteral("/decisions"), Permission::Decide,
            [parts](const ApiCall& call) { return decide(call, parts); }, {decisionsLimit});
    api.add("GET", QStringLiteral("/decisions"), Permission::Read,
            [parts](const ApiCall& call) { return journal(call, parts); });
    api.add("GET", QStringLiteral("/decisions/{id}"), Permission::Read,
            [parts](const ApiCall& call) { return one(call, parts); });
}

}  // namespace refrain::service
