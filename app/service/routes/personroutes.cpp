#include "service/routes/apiroutes.h"
#include "service/usecases/subjecteraser.h"
#include "service/usecases/subjectfile.h"
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

}  // namespace

void addPersonRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/subjects/{id}/export"), Permission::Administer,
            [parts](const ApiCall& call) { return exportOne(call, parts); });
    api.add("POST", QStringLiteral("/subjects/{id}:erase"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return erase(call, parts, keep); });
    });
}

}  // namespace refrain::service
