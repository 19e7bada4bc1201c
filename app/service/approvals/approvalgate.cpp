#include "service/approvals/approvalgate.h"

#include "domain/notification.h"
#include "service/approvals/approvalaudit.h"
#include "service/approvals/approvalground.h"
#include "service/approvals/weighedchanges.h"
#include "store/apikeystore.h"
#include "store/approvalstore.h"
#include "store/definitionstore.h"
#include "store/memberstore.h"
#include "wire/category.h"

namespace refrain::service {
namespace {

constexpr Millis hour = 60LL * 60 * 1000;

/// Who stands behind a requester that is no person: who made the key, or edited the workflow last.
Result<QString> keeperOf(store::Database& database, const WorkspaceId& workspace, const Actor& requester,
                         const QString& workflow)
{
    if (requester.kind == ActorKind::ApiKey) {
        const auto keys = store::ApiKeyStore(database).all(workspace);
        if (!keys)
            return keys.error();
        for (const store::ApiKey& key : *keys) {
            if (key.id == requester.id)
                return key.createdBy;
        }
    }
    if (requester.kind == ActorKind::System && !workflow.isEmpty()) {
        const auto found = store::DefinitionStore(database, QStringLiteral("workflow")).find(workspace, workflow);
        if (!found)
            return found.error();
        return *found ? (*found)->updatedBy.id : QString();
    }
    return QString();
}

}  // namespace

Result<Approval> ApprovalGate::store(WorkspaceTransaction& transaction, Approval approval, const ApprovalPolicy& policy,
                                     const EditContext& context, const std::vector<store::ApprovalItem>& items)
{
    const WorkspaceId& workspace = transaction.workspace();
    const QString workflow = approval.act.value(QLatin1String("workflow")).toString();
    Result<QString> keeper = keeperOf(transaction.database(), workspace, context.actor, workflow);
    if (!keeper)
        return keeper.error();
    approval.id = QString::fromLatin1(m_random.bytes(12).toHex());
    approval.source = context.source;
    approval.requester = context.actor;
    approval.keeper = *std::move(keeper);
    approval.reason = context.reason;
    approval.requestedAt = transaction.now();
    approval.expiresAt = transaction.now() + policy.expiresAfterHours * hour;
    store::ApprovalStore approvals(transaction.database());
    if (Result<> done = approvals.add(workspace, approval); !done)
        return done.error();
    for (const store::ApprovalItem& item : items) {
        if (Result<> done = approvals.addItem({workspace, approval.id}, item); !done)
            return done.error();
    }
    const Result<ApprovalGround> ground = groundOf(transaction.database(), workspace, approval);
    if (!ground)
        return ground.error();
    approval.digest = ground->digest;
    if (Result<> done = approvals.update(workspace, approval); !done)
        return done.error();
    if (Result<> done = auditApproval(transaction, approval, context); !done)
        return done.error();
    return approval;
}

ApprovalGate::Asked ApprovalGate::askChanges(WorkspaceTransaction& transaction, const Changes& changes,
                                             const EditContext& context)
{
    const auto standing = rule(transaction.database(), transaction.workspace());
    if (!standing)
        return standing.error();
    if (!standing->active())
        return std::optional<Approval>();
    const WeighedChanges weighed = weigh(changes, transaction.now());
    PlannedAct act;
    act.people = weighed.people.size();
    act.overridden = weighed.overridden.size();
    if (changes.isBulk) {
        const Result<qint64> recent =
            store::ApprovalStore(transaction.database())
                .bulkSince(transaction.workspace(), context.actor, transaction.now() - together);
        if (!recent)
            return recent.error();
        act.recent = *recent;
    }
    std::optional<ApprovalKind> kind = approvalNeeded(standing->policy, standing->admins, act);
    if (!kind && changes.mustAsk && act.people > 0)
        kind = ApprovalKind::ManyChanges;
    if (!kind)
        return std::optional<Approval>();
    Approval approval;
    approval.kind = *kind;
    approval.category = weighed.category;
    approval.size = act.people;
    approval.overridden = act.overridden;
    approval.act = weighed.act;
    Result<Approval> stored = store(transaction, std::move(approval), standing->policy, context, weighed.items);
    return stored ? Asked(*std::move(stored)) : Asked(stored.error());
}

ApprovalGate::Asked ApprovalGate::askEdit(WorkspaceTransaction& transaction, const Category& before,
                                          const Category& after, const QJsonObject& patch, const EditContext& context)
{
    const auto standing = rule(transaction.database(), transaction.workspace());
    if (!standing)
        return standing.error();
    if (!standing->active())
        return std::optional<Approval>();
    const Result<qint64> overridden = overriddenBy(transaction.database(), transaction.workspace(), before, after);
    if (!overridden)
        return overridden.error();
    PlannedAct act{PlannedAct::Sort::CategoryEdit};
    act.people = act.overridden = *overridden;
    const std::optional<ApprovalKind> kind = approvalNeeded(standing->policy, standing->admins, act);
    if (!kind)
        return std::optional<Approval>();
    Approval approval;
    approval.kind = *kind;
    approval.category = before.slug;
    approval.size = approval.overridden = *overridden;
    approval.act = {{QStringLiteral("patch"), patch},
                    {QStringLiteral("before"), wire::toJson(before)},
                    {QStringLiteral("after"), wire::toJson(after)}};
    Result<Approval> stored = store(transaction, std::move(approval), standing->policy, context);
    return stored ? Asked(*std::move(stored)) : Asked(stored.error());
}

ApprovalGate::Asked ApprovalGate::askSend(WorkspaceTransaction& transaction, const Notification& notification,
                                          const EditContext& context)
{
    const auto standing = rule(transaction.database(), transaction.workspace());
    if (!standing)
        return standing.error();
    PlannedAct act{PlannedAct::Sort::Send};
    act.people = notification.recipients;
    const std::optional<ApprovalKind> kind = approvalNeeded(standing->policy, standing->admins, act);
    if (!kind)
        return std::optional<Approval>();
    Approval approval;
    approval.kind = *kind;
    approval.category = notification.category;
    approval.size = notification.recipients;
    approval.notification = notification.id;
    approval.act = {{QStringLiteral("template"), wire::orNull(notification.templateSlug)},
                    {QStringLiteral("workflow"), wire::orNull(notification.workflow)}};
    Result<Approval> stored = store(transaction, std::move(approval), standing->policy, context);
    return stored ? Asked(*std::move(stored)) : Asked(stored.error());
}

ApprovalGate::Asked ApprovalGate::askPolicy(WorkspaceTransaction& transaction, const ApprovalPolicy& before,
                                            const ApprovalPolicy& after, const EditContext& context)
{
    const Result<qint64> admins = store::MemberStore(transaction.database()).admins(transaction.workspace());
    if (!admins)
        return admins.error();
    PlannedAct act{PlannedAct::Sort::Policy};
    act.weakens = isWeaker(before, after);
    const std::optional<ApprovalKind> kind = approvalNeeded(before, *admins, act);
    if (!kind)
        return std::optional<Approval>();
    Approval approval;
    approval.kind = *kind;
    approval.act = {{QStringLiteral("before"), wire::toJson(before)}, {QStringLiteral("after"), wire::toJson(after)}};
    Result<Approval> stored = store(transaction, std::move(approval), before, context);
    return stored ? Asked(*std::move(stored)) : Asked(stored.error());
}

Result<wire::ApprovalStanding> ApprovalGate::rule(store::Database& database, const WorkspaceId& workspace)
{
    const Result<ApprovalPolicy> policy = policyOf(database, workspace);
    const Result<qint64> admins = store::MemberStore(database).admins(workspace);
    if (!policy || !admins)
        return !policy ? policy.error() : admins.error();
    wire::ApprovalStanding standing;
    standing.policy = *policy;
    standing.admins = *admins;
    return standing;
}

Result<wire::ApprovalStanding> ApprovalGate::standing(store::Database& database, const WorkspaceId& workspace,
                                                      const Actor& actor, Millis now)
{
    Result<wire::ApprovalStanding> standing = rule(database, workspace);
    if (!standing)
        return standing;
    store::ApprovalStore approvals(database);
    const Result<qint64> recent = approvals.bulkSince(workspace, actor, now - together);
    const Result<qint64> waiting = approvals.count(workspace, ApprovalState::Waiting);
    if (!recent || !waiting)
        return !recent ? recent.error() : waiting.error();
    standing->recent = *recent;
    standing->waiting = *waiting;
    return standing;
}

}  // namespace refrain::service
