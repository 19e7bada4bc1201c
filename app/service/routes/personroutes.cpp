#include "service/http/listquery.h"
#include "service/routes/apiroutes.h"
#include "service/routes/privatenames.h"
#include "service/usecases/subjecteraser.h"
#include "service/usecases/subjectfile.h"
#include "service/usecases/timeline.h"
#include "wire/fieldreader.h"

namespace refrain::service {
namespace {

constexpr qsizetype longestReason = 500;

SubjectId subjectOf(const ApiCall& call)
{
    return SubjectId(call.request.parameter(QStringLiteral("id")));
}

Result<web::Response> exportOne(const ApiCall& call, const ApiParts& parts)
{
    const Result<QJsonObject> file = parts.pool.read<QJsonObject>(
        [&](store::Database& database) { return subjectFile(database, call.workspace(), subjectOf(call)); });
    if (!file)
        return file.error();
    web::Response response = web::Response::json(*file);
    response.set("Cache-Control", "no-store");
    return response;
}

QJsonObject toJson(const SubjectId& subject, const Erasure& erasure)
{
    QJsonArray kept;
    for (const Erasure::Kept& one : erasure.kept)
        kept.append(QJsonObject{{QStringLiteral("what"), one.what}, {QStringLiteral("why"), one.why}});
    return {{QStringLiteral("subject"), subject.toString()},
            {QStringLiteral("erased"), QJsonObject{{QStringLiteral("directory"), erasure.directory},
                                                   {QStringLiteral("auditEntries"), erasure.auditEntries},
                                                   {QStringLiteral("changes"), erasure.changes},
                                                   {QStringLiteral("preferences"), erasure.preferences},
                                                   {QStringLiteral("profiles"), erasure.profiles}}},
            {QStringLiteral("kept"), kept},
            {QStringLiteral("seq"), erasure.seq}};
}

/// The body may be absent; its reason is for the log.
Result<EditContext> contextOf(const ApiCall& call)
{
    EditContext context{call.principal.source, call.principal.actor, {}, {}};
    if (call.request.body.isEmpty())
        return context;
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    wire::FieldReader in(*body);
    context.reason = in.sentence("reason", longestReason);
    if (Result<> done = in.done(); !done)
        return done.error();
    return context;
}

Result<web::Response> erase(const ApiCall& call, const ApiParts& parts, const Repeatable::Keep& keep)
{
    const Result<EditContext> context = contextOf(call);
    if (!context)
        return context.error();
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const Erasure& erasure) -> Result<> {
        response = web::Response::json(toJson(subjectOf(call), erasure));
        return keep(database, response);
    };
    const Result<Erasure> erasure =
        SubjectEraser(parts.writer).erase(call.workspace(), subjectOf(call), *context, beforeCommit);
    if (!erasure)
        return erasure.error();
    return response;
}

QJsonObject shown(QJsonObject record)
{
    return record;
}

QJsonObject withoutPrivateNames(QJsonObject record)
{
    return recordVisibleTo(Role::Viewer, std::move(record));
}

Result<web::Response> timeline(const ApiCall& call, const ApiParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    std::optional<TimelinePosition> position;
    if (!after->first().isEmpty())
        position = {after->at(0).toLongLong(), after->at(1)};
    const Result<TimelinePage> page =
        Timeline(parts.pool, parts.audit).page(call.workspace(), subjectOf(call), position, *limit);
    if (!page)
        return page.error();
    QJsonArray items;
    for (const TimelineEvent& event : page->events)
        items.append(toJson(event, seesPrivateChannels(call.principal.role) ? shown : withoutPrivateNames));
    const bool more = page->more && !page->events.empty();
    return listResponse(items,
                        more ? opaque({QString::number(page->events.back().at), page->events.back().key()}) : QString(),
                        page->seq);
}

}  // namespace

void addPersonRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/subjects/{id}/timeline"), Permission::Read,
            [parts](const ApiCall& call) { return timeline(call, parts); });
    api.add("GET", QStringLiteral("/subjects/{id}/export"), Permission::Administer,
            [parts](const ApiCall& call) { return exportOne(call, parts); });
    api.add("POST", QStringLiteral("/subjects/{id}:erase"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return erase(call, parts, keep); });
    });
}

}  // namespace refrain::service
