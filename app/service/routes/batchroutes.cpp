#include "service/routes/apiroutes.h"
#include "service/routes/approvalroutes.h"
#include "service/routes/preferenceanswer.h"
#include "wire/batch.h"

namespace refrain::service {
namespace {

constexpr qint64 batchLimit = 16 * 1024 * 1024;

bool exists(const ChangeOutcome& outcome)
{
    return outcome.kind != ChangeOutcome::Kind::UnknownSubject && outcome.kind != ChangeOutcome::Kind::UnknownCategory;
}

wire::BatchItem itemOf(const ChangeRequest& request, const ChangeOutcome& outcome)
{
    wire::BatchItem item{request.subject, request.category, Judgement::Outcome::Refused, codeInBatch(outcome), {}};
    if (!outcome.isFailure())
        item.outcome =
            outcome.kind == ChangeOutcome::Kind::Changed ? Judgement::Outcome::Changed : Judgement::Outcome::Unchanged;
    return item;
}

Result<web::Response> answerOf(store::Database& database, const Decider& decider, const WorkspaceId& workspace,
                               const std::vector<ChangeRequest>& requests, const GuardedBatch& guarded)
{
    const std::vector<ChangeOutcome>& outcomes = guarded.batch.items;
    std::vector<Preference> preferences;
    for (const ChangeOutcome& outcome : outcomes) {
        if (exists(outcome))
            preferences.push_back(outcome.preference);
    }
    const auto views = decider.views(database, workspace, std::move(preferences));
    if (!views)
        return views.error();
    std::vector<wire::BatchItem> items;
    items.reserve(outcomes.size());
    auto view = views->begin();
    for (size_t i = 0; i < outcomes.size(); ++i) {
        items.push_back(itemOf(requests[i], outcomes[i]));
        if (exists(outcomes[i]))
            items.back().preference = onWire(*view++);
    }
    return web::Response::jsonText(
        wire::batchReplyToBody(items, guarded.preview ? wire::toJson(*guarded.preview) : QJsonObject()));
}

/// What tells a person nothing that they asked for twice: which it was, and what it found.
web::Response briefAnswerOf(const std::vector<ChangeRequest>& requests, const std::vector<ChangeOutcome>& outcomes)
{
    std::vector<wire::BatchItem> items;
    items.reserve(outcomes.size());
    for (size_t i = 0; i < outcomes.size(); ++i) {
        items.push_back(itemOf(requests[i], outcomes[i]));
        if (exists(outcomes[i])) {
            items.back().before = outcomes[i].before;
            items.back().version = outcomes[i].preference.version;
        }
    }
    return web::Response::jsonText(wire::batchReplyToBody(items));
}

Result<web::Response> applyBatch(const ApiCall& call, const ApiParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    Result<wire::BatchRequest> batch = wire::batchRequestFromJson(*body);
    if (!batch)
        return batch.error();
    for (ChangeRequest& request : batch->changes) {
        request.source = call.principal.source;
        request.actor = call.principal.actor;
    }
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const GuardedBatch& guarded) -> Result<> {
        const std::vector<ChangeOutcome>& items = guarded.batch.items;
        Result<web::Response> answer =
            guarded.approval ? Result<web::Response>(approvalAnswer(*guarded.approval))
            : batch->brief   ? briefAnswerOf(batch->changes, items)
                             : answerOf(database, parts.decider, call.workspace(), batch->changes, guarded);
        if (!answer)
            return answer.error();
        response = *std::move(answer);
        return keep(database, response);
    };
    ChangePlan plan;
    plan.requests = batch->changes;
    plan.mode = batch->mode == wire::BatchRequest::Mode::All ? BatchMode::All : BatchMode::Each;
    plan.dryRun = batch->dryRun;
    plan.preview = batch->dryRun && !batch->brief;
    plan.tell = batch->tell;
    plan.isBulk = true;
    const QString reason = batch->changes.empty() ? QString() : batch->changes.front().reason;
    const EditContext context{call.principal.source, call.principal.actor, reason, {}};
    const Result<GuardedBatch> done = parts.guarded.change(call.workspace(), plan, context, beforeCommit);
    if (!done)
        return done.error();
    return response;
}

}  // namespace

void addBatchRoutes(Api& api, const ApiParts& parts)
{
    api.add("POST", QStringLiteral("/preferences:batch"), Permission::Administer,
            [parts](const ApiCall& call) {
                return parts.repeatable.run(
                    call, [&](const Repeatable::Keep& keep) { return applyBatch(call, parts, keep); });
            },
            {batchLimit});
}

}  // namespace refrain::service
