#include "service/routes/approvalroutes.h"

#include "service/approvals/approvalwords.h"
#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/usecases/recordjson.h"

namespace refrain::service {
namespace {

constexpr qint64 wishLimit = 64 * 1024 * 1024;

store::ApprovalKey keyOf(const ApiCall& call)
{
    return {call.workspace(), call.request.parameter(QStringLiteral("id"))};
}

ApprovalDesk::Asker askerOf(const ApiCall& call)
{
    return {call.principal.actor, call.principal.role == Role::Admin};
}

EditContext contextOf(const ApiCall& call)
{
    return {call.principal.source, call.principal.actor, {}, {}};
}

Result<web::Response> answerOf(const Result<wire::ApprovalView>& view)
{
    return view ? Result<web::Response>(web::Response::json(wire::toJson(*view))) : view.error();
}

Result<web::Response> list(const ApiCall& call, const ApprovalRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    const auto state = wordOf(call.request, "state", approvalStateFromString);
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!limit || !after || !state || !seq)
        return !limit ? limit.error() : !after ? after.error() : !state ? state.error() : seq.error();
    const auto page = parts.desk.list(call.workspace(), {*state}, {after->at(0).toLongLong(), after->at(1)}, *limit + 1,
                                      askerOf(call));
    if (!page)
        return page.error();
    return pageOf(
        *page, *limit, *seq, [](const wire::ApprovalView& view) { return wire::toJson(view); },
        [](const wire::ApprovalView& view) {
            return QStringList{QString::number(view.approval.requestedAt), view.approval.id};
        });
}

Result<web::Response> changes(const ApiCall& call, const ApprovalRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!limit || !after || !seq)
        return !limit ? limit.error() : !after ? after.error() : seq.error();
    const auto items = parts.desk.items(keyOf(call), after->at(0).toLongLong(), *limit + 1);
    if (!items)
        return items.error();
    return pageOf(
        *items, *limit, *seq,
        [](const store::ApprovalItem& item) {
            QJsonObject object = fromText(item.wish);
            object.insert(QStringLiteral("subject"), item.subject.toString());
            object.insert(QStringLiteral("category"), item.category.toString());
            object.insert(QStringLiteral("ifMatch"), item.ifMatch);
            return object;
        },
        [](const store::ApprovalItem& item) { return QStringList{QString::number(item.position)}; });
}

Result<web::Response> ask(const ApiCall& call, const ApprovalRouteParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    Result<wire::ApprovalWish> wish = wire::approvalWishFromJson(*body);
    if (!wish)
        return wish.error();
    EditContext context = contextOf(call);
    context.reason = wish->reason;
    ChangePlan plan;
    plan.requests = std::move(wish->changes);
    plan.tell = wish->tell;
    plan.isBulk = plan.mustAsk = true;
    plan.ticket = wish->ticket;
    for (ChangeRequest& request : plan.requests) {
        request.source = context.source;
        request.actor = context.actor;
    }
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const GuardedBatch& guarded) {
        response = approvalAnswer(*guarded.approval);
        return keep(database, response);
    };
    const Result<GuardedBatch> asked = parts.guarded.change(call.workspace(), plan, context, beforeCommit);
    return asked ? Result<web::Response>(response) : asked.error();
}

/// What stands now goes with a refusal to approve what moved.
Result<web::Response> decide(const ApiCall& call, const ApprovalRouteParts& parts)
{
    const Result<QJsonObject> body = call.body();
    const Result<wire::ApprovalDecision> decision =
        body ? wire::approvalDecisionFromJson(*body) : Result<wire::ApprovalDecision>(body.error());
    if (!decision)
        return decision.error();
    const auto decided = parts.desk.decide(keyOf(call), *decision, contextOf(call));
    if (!decided)
        return decided.error();
    if (decided->kind == ApprovalDesk::Decided::Kind::Over)
        return Error::conflict(decided->sentence);
    const Result<wire::ApprovalView> view = parts.desk.find(keyOf(call), askerOf(call));
    if (!view || decided->kind == ApprovalDesk::Decided::Kind::Done)
        return answerOf(view);
    wire::Problem problem;
    problem.code = wire::ProblemCode::PreconditionFailed;
    problem.detail = decided->sentence;
    problem.current = wire::toJson(*view);
    return problemResponse(problem);
}

Result<web::Response> withdraw(const ApiCall& call, const ApprovalRouteParts& parts)
{
    const Result<Approval> withdrawn = parts.desk.withdraw(keyOf(call), contextOf(call));
    if (!withdrawn)
        return withdrawn.error();
    return answerOf(parts.desk.find(keyOf(call), askerOf(call)));
}

}  // namespace

web::Response approvalAnswer(const Approval& approval)
{
    QJsonObject object = wire::toJson(approval);
    object.insert(QStringLiteral("detail"),
                  QStringLiteral("This needs a second admin's approval and waits for it until %1. Nothing was changed "
                                 "yet.")
                      .arg(toRfc3339(approval.expiresAt)));
    return web::Response::json(object, 202);
}

void addApprovalRoutes(Api& api, const ApprovalRouteParts& parts)
{
    const QString path = QStringLiteral("/approvals");
    const QString one = path + QStringLiteral("/{id}");
    api.add("GET", path, Permission::Read, [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", one, Permission::Read,
            [parts](const ApiCall& call) { return answerOf(parts.desk.find(keyOf(call), askerOf(call))); });
    api.add("GET", one + QStringLiteral("/changes"), Permission::Read,
            [parts](const ApiCall& call) { return changes(call, parts); });
    api.add("POST", path, Permission::Administer,
            [parts](const ApiCall& call) {
                return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return ask(call, parts, keep); });
            },
            {wishLimit});
    api.add("PATCH", one, Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep&) { return decide(call, parts); });
    });
    api.add("DELETE", one, Permission::ChangeOne, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep&) { return withdraw(call, parts); });
    });
}

}  // namespace refrain::service
