#include "service/routes/workflowroutes.h"

#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/http/slowroute.h"
#include "service/workflows/workflowclock.h"
#include "service/workflows/workspacezone.h"
#include "store/changestore.h"
#include "store/workflowrunstore.h"
#include "wire/approval.h"
#include "wire/fieldreader.h"
#include "wire/workflowrun.h"

namespace refrain::service {
namespace {

constexpr size_t mostShown = 1'000;  // of those whom a message would go to

/// By whose clocks it runs, and when next.
void addTimes(const WorkflowRouteParts& parts, const WorkspaceId& workspace, const store::Definition& definition,
              QJsonObject& json)
{
    const Result<store::Database*> database = parts.definitions.pool.connection();
    const auto zone = database ? zoneOf(**database, parts.vault, workspace) : Result<QTimeZone>(database.error());
    const Result<wire::Workflow> workflow = wire::workflowFromJson(definition.body);
    const bool known = zone && workflow;
    json.insert(QStringLiteral("timeZone"), known ? QJsonValue(QString::fromLatin1(zone->id())) : QJsonValue());
    json.insert(QStringLiteral("nextRunAt"),
                known ? wire::orNull(WorkflowClock::nextRun(*workflow, *zone, parts.clock.now())) : QJsonValue());
}

Result<web::Response> runs(const ApiCall& call, const WorkflowRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    if (const auto known = parts.definitions.desk.find(call.workspace(), slugOf(call)); !known)
        return known.error();
    const Result<store::Database*> database = parts.definitions.pool.connection();
    if (!database)
        return database.error();
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    const auto page = store::WorkflowRunStore(**database)
                          .page(call.workspace(), slugOf(call), after->first().toLongLong(), after->last(), *limit + 1);
    if (!seq || !page)
        return !seq ? seq.error() : page.error();
    return pageOf(
        *page, *limit, *seq, [](const WorkflowRun& run) { return wire::toJson(run); },
        [](const WorkflowRun& run) {
            return QStringList{QString::number(run.startedAt), run.id};
        });
}

Result<wire::TriggerRequest> requestOf(const ApiCall& call)
{
    const Result<QJsonObject> body = call.request.body.isEmpty() ? Result<QJsonObject>(QJsonObject()) : call.body();
    if (!body)
        return body.error();
    if (const QString fault = wire::dataFault(body->value(QLatin1String("data")).toObject(), templateLimits);
        !fault.isEmpty())
        return fieldError(QStringLiteral("/data"), fault);
    return wire::triggerRequestFromJson(*body);
}

Result<web::Response> trigger(const ApiCall& call, const WorkflowRouteParts& parts, const Repeatable::Keep& keep)
{
    const Result<wire::TriggerRequest> request = requestOf(call);
    if (!request)
        return request.error();
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const WorkflowRun& run,
                                  const std::optional<Approval>& approval) {
        QJsonObject answer = wire::toJson(run);
        if (approval)
            answer.insert(QStringLiteral("approval"), wire::toJson(*approval));
        response = web::Response::json(answer, 202);
        return keep(database, response);
    };
    const Result<WorkflowRun> run = parts.runner.trigger(
        call.workspace(), slugOf(call), *request, {call.principal.source, call.principal.actor, {}, {}}, beforeCommit);
    if (!run)
        return run.error();
    return response;
}

Result<web::Response> preview(const ApiCall& call, const WorkflowRouteParts& parts)
{
    const Result<wire::TriggerRequest> request = requestOf(call);
    if (!request)
        return request.error();
    const Result<WorkflowMessage> made =
        parts.runner.prepare(call.workspace(), slugOf(call), *request, RunCause::Trigger, parts.clock.now());
    if (!made)
        return made.error();
    const Result<Decisions> decisions =
        parts.decider.decide(call.workspace(), made->workflow.category, made->recipients);
    if (!decisions)
        return decisions.error();
    QJsonArray items;
    int deliver = 0;
    for (size_t i = 0; i < decisions->items.size(); ++i) {
        const Decision& decision = decisions->items[i];
        deliver += decision.deliver ? 1 : 0;
        if (i < mostShown)
            items.append(QJsonObject{
                {QStringLiteral("subject"), made->recipients[i].toString()},
                {QStringLiteral("decision"), decision.deliver ? QStringLiteral("deliver") : QStringLiteral("skip")},
                {QStringLiteral("rule"), toString(decision.rule)}});
    }
    const int total = int(made->recipients.size());
    return web::Response::json(
        {{QStringLiteral("text"), made->message.text},
         {QStringLiteral("blocks"), messageBlocks(made->message, parts.buttons(call.principal, decisions->category))},
         {QStringLiteral("recipients"), QJsonObject{{QStringLiteral("total"), total},
                                                    {QStringLiteral("deliver"), deliver},
                                                    {QStringLiteral("skip"), total - deliver},
                                                    {QStringLiteral("items"), items}}}});
}

}  // namespace

void addWorkflowRoutes(Api& api, WorkflowRouteParts parts)
{
    const QString path = QStringLiteral("/workflows");
    parts.definitions.decorate = [parts](const WorkspaceId& workspace, const store::Definition& definition,
                                         QJsonObject& json) { addTimes(parts, workspace, definition, json); };
    addDefinitionRoutes(api, path, parts.definitions);
    api.add("GET", path + QStringLiteral("/{slug}/runs"), Permission::SeeSent,
            [parts](const ApiCall& call) { return runs(call, parts); });
    addSlow(api, parts.definitions.tasks, "POST", path + QStringLiteral("/{slug}:trigger"), Permission::Send,
            [parts](const ApiCall& call) {
                return parts.definitions.repeatable.run(
                    call, [&](const Repeatable::Keep& keep) { return trigger(call, parts, keep); });
            });
    addSlow(api, parts.definitions.tasks, "POST", path + QStringLiteral("/{slug}:preview"), Permission::Send,
            [parts](const ApiCall& call) { return preview(call, parts); });
}

}  // namespace refrain::service
