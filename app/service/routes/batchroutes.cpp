#include "service/routes/apiroutes.h"
#include "service/routes/preferenceanswer.h"
#include "wire/batch.h"

namespace refrain::service {
namespace {

constexpr qint64 batchLimit = 16 * 1024 * 1024;

Result<wire::BatchItem> itemOf(store::Database& database, const Decider& decider, const WorkspaceId& workspace,
                               const ChangeRequest& request, const ChangeOutcome& outcome)
{
    using Kind = ChangeOutcome::Kind;
    wire::BatchItem item{request.subject, request.category, Judgement::Outcome::Refused, codeInBatch(outcome), {}};
    if (!outcome.isFailure())
        item.outcome = outcome.kind == Kind::Changed ? Judgement::Outcome::Changed : Judgement::Outcome::Unchanged;
    if (outcome.kind == Kind::UnknownSubject || outcome.kind == Kind::UnknownCategory)
        return item;
    const Result<PreferenceView> view = decider.view(database, workspace, request.subject, request.category);
    if (!view)
        return view.error();
    item.preference = onWire({outcome.preference, view->decision});
    return item;
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
    const auto beforeCommit = [&](store::Database& database, const BatchOutcome& outcome) -> Result<> {
        std::vector<wire::BatchItem> items;
        items.reserve(outcome.items.size());
        for (size_t i = 0; i < outcome.items.size(); ++i) {
            Result<wire::BatchItem> item =
                itemOf(database, parts.decider, call.workspace(), batch->changes[i], outcome.items[i]);
            if (!item)
                return item.error();
            items.push_back(*std::move(item));
        }
        response = web::Response::json(wire::batchReplyToJson(items));
        return keep(database, response);
    };
    const BatchMode mode = batch->mode == wire::BatchRequest::Mode::All ? BatchMode::All : BatchMode::Each;
    const Result<BatchOutcome> outcome =
        parts.preferences.applyAll(call.workspace(), batch->changes, mode, batch->dryRun, beforeCommit);
    if (!outcome)
        return outcome.error();
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
