#include "service/approvals/approvalaudit.h"

#include "wire/actor.h"

namespace refrain::service {

Result<> auditApproval(WorkspaceTransaction& transaction, const Approval& approval, const EditContext& context)
{
    AuditEntry entry;
    entry.type = QStringLiteral("approval");
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.category = approval.category;
    entry.reason = approval.state == ApprovalState::Waiting ? approval.reason : approval.decision;
    entry.context = {{QStringLiteral("approval"), approval.id}};
    entry.after = {{QStringLiteral("kind"), toString(approval.kind)},
                   {QStringLiteral("state"), toString(approval.state)},
                   {QStringLiteral("size"), approval.size},
                   {QStringLiteral("overridden"), approval.overridden},
                   {QStringLiteral("changed"), approval.changed},
                   {QStringLiteral("requestedBy"), wire::toJson(approval.requester)}};
    if (approval.decider)
        entry.after.insert(QStringLiteral("decidedBy"), wire::toJson(*approval.decider));
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

QJsonObject approvalContext(const Approval& approval)
{
    return {{QStringLiteral("approval"), approval.id},
            {QStringLiteral("approvedBy"), wire::toJson(approval.decider.value_or(Actor()))}};
}

EditContext requesterOf(const Approval& approval)
{
    EditContext context{approval.source, approval.requester, approval.reason, {}};
    context.approval = approvalContext(approval);
    return context;
}

}  // namespace refrain::service
