#include "service/approvals/approvalgate.h"

#include "domain/canonicaljson.h"
#include "domain/notification.h"
#include "service/approvals/approvalaudit.h"
#include "service/approvals/approvalground.h"
#include "service/approvals/weighedchanges.h"
#include "store/apikeystore.h"
#include "store/approvalstore.h"
#include "store/definitionstore.h"
#include "store/memberstore.h"
#include "wire/category.h"

#include <QCryptographicHash>
#include <QJsonDocument>

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

/// The same for two requests that would do the same.
QString fingerprintOf(const Approval& approval, const std::vector<store::ApprovalItem>& items, const QByteArray& same)
{
    QJsonObject act = approval.act;
    act.remove(QStringLiteral("import"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(canonicalJson(QJsonObject{{QStringLiteral("kind"), toString(approval.kind)},
                                           {QStringLiteral("category"), approval.category.toString()},
                                           {QStringLiteral("reason"), approval.reason},
                                           {QStringLiteral("act"), act}}));
    for (const store::ApprovalItem& item : items) {
        for (const QByteArray& part : {item.subject.toString().toUtf8(), item.category.toString().toUtf8(), item.wish,
                                       QByteArray::number(item.ifMatch)})
            hash.addData(part + '\n');
    }
    hash.addData(same);
    return QString::fromLatin1(hash.result().toHex());
}

/// What a message says, and to whom.
QByteArray contentOf(const Notification& notification, const std::vector<SubjectId>& recipients)
{
    QByteArray content =
        notification.text.toUtf8() + '\n' + QJsonDocument(notification.blocks).toJson(QJsonDocument::Compact);
    for (const SubjectId& recipient : recipients)
        content += '\n' + recipient.toString().toUtf8();
    return content;
}

}  // namespace

Result<Approval> ApprovalGate::store(WorkspaceTransaction& transaction, Approval approval, const ApprovalPolicy& policy,
                                     const EditContext& context, const std::vector<store::ApprovalItem>& items,
                                     const QByteArray& same)
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
    const QString fingerprint = fingerprintOf(approval, items, same);
    const auto twin = approvals.twin(workspace, context.actor, fingerprint);
    if (!twin || *twin)
        return twin ? Result<Approval>(**twin) : twin.error();
    if (Result<> done = approvals.add(workspace, approval, fingerprint); !done)
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

Result<ApprovalGate::Draft> ApprovalGate::draftOf(WorkspaceTransaction& transaction, const Changes& changes,
                                                  const EditContext& context)
{
    const auto standing = rule(transaction.database(), transaction.workspace());
    if (!standing)
        return standing.error();
    Draft draft{{}, {}, standing->policy};
    if (!standing->active())
        return draft;
    WeighedChanges weighed = weigh(changes, transaction.now());
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
        return draft;
    Approval& approval = draft.approval.emplace();
    approval.kind = *kind;
    approval.category = weighed.category;
    approval.reason = context.reason;
    approval.size = act.people;
    approval.overridden = act.overridden;
    approval.act = weighed.act;
    draft.items = std::move(weighed.items);
    return draft;
}

ApprovalGate::Asked ApprovalGate::askChanges(WorkspaceTransaction& transaction, const Changes& changes,
                                             const EditContext& context)
{
    Result<Draft> draft = draftOf(transaction, changes, context);
    if (!draft || !draft->approval)
        return draft ? Asked(std::optional<Approval>()) : Asked(draft.error());
    Result<Approval> stored = store(transaction, *std::move(draft->approval), draft->policy, context, draft->items);
    return stored ? Asked(*std::move(stored)) : Asked(stored.error());
}

Result<wire::ApprovalPreview> ApprovalGate::previewChanges(WorkspaceTransaction& transaction, const Changes& changes,
                                                           const EditContext& context)
{
    const Result<Draft> draft = draftOf(transaction, changes, context);
    if (!draft || !draft->approval)
        return draft ? Result<wire::ApprovalPreview>(wire::ApprovalPreview()) : draft.error();
    const auto twin =
        store::ApprovalStore(transaction.database())
            .twin(transaction.workspace(), context.actor, fingerprintOf(*draft->approval, draft->items, {}));
    if (!twin)
        return twin.error();
    return wire::ApprovalPreview{true, *twin ? (*twin)->id : QString()};
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
                                          const std::vector<SubjectId>& recipients, const EditContext& context)
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
    Result<Approval> stored =
        store(transaction, std::move(approval), standing->policy, context, {}, contentOf(notification, recipients));
    return stored ? Asked(*std::move(stored)) : Asked(stored.error());
}

ApprovalGate::Asked ApprovalGate::askImport(WorkspaceTransaction& transaction, const ImportAct& act,
                                            const EditContext& context)
{
    const auto standing = rule(transaction.database(), transaction.workspace());
    const Result<qint64> recent = store::ApprovalStore(transaction.database())
                                      .bulkSince(transaction.workspace(), context.actor, transaction.now() - together);
    if (!standing || !recent)
        return !standing ? standing.error() : recent.error();
    PlannedAct planned;
    planned.people = act.people;
    // What turns a file back gives people what they had: it does not add to what it takes back.
    planned.recent = act.act.value(QLatin1String("undo")).toBool() ? 0 : *recent;
    if (!approvalNeeded(standing->policy, standing->admins, planned))
        return std::optional<Approval>();
    Approval approval;
    approval.kind = ApprovalKind::Import;
    approval.category = act.category;
    approval.size = act.people;
    approval.act = act.act;
    Result<Approval> stored = store(transaction, std::move(approval), standing->policy, context, act.sample, act.same);
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
