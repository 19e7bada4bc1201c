#include "wire/syncrun.h"

#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "store/changestore.h"
#include "store/syncstore.h"

namespace refrain::service {
namespace {

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    const auto runs =
        store::SyncStore(**database).page(call.workspace(), {after->at(0).toLongLong(), after->at(1)}, *limit + 1);
    if (!seq || !runs)
        return !seq ? seq.error() : runs.error();
    return pageOf(
        *runs, *limit, *seq, [](const SyncRun& run) { return wire::toJson(run); },
        [](const SyncRun& run) {
            return QStringList{QString::number(run.startedAt), run.id};
        });
}

/// Disagreements with connected systems. There is no connector yet, and what nobody follows, nobody can differ from.
Result<web::Response> drift(const ApiCall& call, const ApiParts& parts)
{
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    return seq ? pageResponse(call.request, {}, *seq) : seq.error();
}

Result<web::Response> begin(const ApiCall& call, const ApiParts& parts)
{
    const Result<SyncRun> run = parts.syncs.request(call.workspace());
    if (!run)
        return run.error();
    return web::Response::json(wire::toJson(*run), 202);
}

}  // namespace

void addSyncRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/syncs"), Permission::Read,
            [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", QStringLiteral("/drift"), Permission::Read,
            [parts](const ApiCall& call) { return drift(call, parts); });
    api.add("POST", QStringLiteral("/syncs"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep&) { return begin(call, parts); });
    });
}

}  // namespace refrain::service
