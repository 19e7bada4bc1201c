#include "service/approvals/guardedwriter.h"

#include "service/approvals/approvalground.h"
#include "service/usecases/categoryrules.h"
#include "service/usecases/recordjson.h"
#include "store/categorystore.h"
#include "store/settingstore.h"
#include "wire/category.h"

#include <QSet>

#include <algorithm>

namespace refrain::service {
namespace {

/// Whether the wish gives back what somebody had before the very change that it goes against.
Result<bool> givesBack(WorkspaceTransaction& transaction, const ChangeRequest& request)
{
    if (!request.ifMatch || *request.ifMatch == 0)
        return false;
    const auto change = store::ChangeStore(transaction.database())
                            .preferencesBetween(transaction.workspace(), *request.ifMatch, *request.ifMatch, 1);
    if (!change)
        return change.error();
    const bool isItsOwn =
        !change->empty() && change->front().subject == request.subject && change->front().category == request.category;
    return isItsOwn && fromText(change->front().before).value(QLatin1String("state")) == QLatin1String("opted_in");
}

Result<> refuseOptIns(WorkspaceTransaction& transaction, const ChangePlan& plan)
{
    if (!plan.isBulk)
        return {};
    QSet<SubjectId> optedIn;
    for (const ChangeRequest& request : plan.requests) {
        if (request.state != PreferenceState::OptedIn)
            continue;
        const Result<bool> back = givesBack(transaction, request);
        if (!back)
            return back.error();
        if (!*back)
            optedIn.insert(request.subject);
        if (optedIn.size() > mostOptInsAtOnce)
            return Error::invalid(
                QStringLiteral("Nobody is opted in in bulk: that is each person's own word. Nothing was changed. Send "
                               "“default”, or opt in at most %1 people who asked for it at a time.")
                    .arg(mostOptInsAtOnce),
                QStringLiteral("/changes"));
    }
    return {};
}

bool isStopped(const ChangePlan& plan, const BatchOutcome& outcome)
{
    return plan.mode == BatchMode::All && std::any_of(outcome.items.begin(), outcome.items.end(),
                                                      [](const ChangeOutcome& item) { return item.isFailure(); });
}

qint64 countChanged(const BatchOutcome& batch)
{
    QSet<SubjectId> people;
    for (const ChangeOutcome& outcome : batch.items) {
        if (outcome.kind == ChangeOutcome::Kind::Changed)
            people.insert(outcome.preference.subject);
    }
    return people.size();
}

/// What is asked about as one names people and categories that there are, and what can be wished of them.
Result<> checkWishes(const BatchOutcome& outcome)
{
    for (size_t i = 0; i < outcome.items.size(); ++i) {
        const ChangeOutcome& item = outcome.items[i];
        const QString change = QStringLiteral("/changes/%1").arg(i);
        switch (item.kind) {
            case ChangeOutcome::Kind::UnknownSubject:
                return Error::invalid(item.sentence, change + QStringLiteral("/subject"));
            case ChangeOutcome::Kind::UnknownCategory:
                return Error::invalid(item.sentence, change + QStringLiteral("/category"));
            case ChangeOutcome::Kind::Refused:
                if (item.refusal == Refusal::Unprocessable)
                    return Error::invalid(item.sentence, change + item.pointer);
                break;
            case ChangeOutcome::Kind::Changed:
            case ChangeOutcome::Kind::Unchanged: break;
        }
    }
    return {};
}

Error nothingToAsk(const wire::ApprovalStanding& standing)
{
    return Error::conflict(
        standing.active() ? QStringLiteral("Nothing of it would change anything, so nobody was asked.")
                          : QStringLiteral("Nothing needs approval in this workspace: there is no second admin, or "
                                           "the rule is off. Nothing was asked; do it directly."));
}

}  // namespace

Result<GuardedBatch> GuardedWriter::changeWithin(WorkspaceTransaction& transaction, const ChangePlan& plan,
                                                 const EditContext& context)
{
    GuardedBatch guarded;
    if (Result<> fine = refuseOptIns(transaction, plan); !fine)
        return fine.error();
    const auto standing = ApprovalGate::rule(transaction.database(), transaction.workspace());
    if (!standing)
        return standing.error();
    if ((standing->active() || plan.mustAsk) && !plan.dryRun) {
        Result<BatchOutcome> dryRun =
            m_parts.preferences.applyWithin(transaction, plan.requests, plan.mode, true, plan.tell);
        if (!dryRun)
            return dryRun.error();
        if (const Result<> fine = plan.mustAsk ? checkWishes(*dryRun) : Result<>(); !fine)
            return fine.error();
        if (!isStopped(plan, *dryRun)) {
            auto asked = m_parts.gate.askChanges(
                transaction, {plan.requests, *dryRun, plan.mode, plan.tell, plan.isBulk, plan.mustAsk, plan.ticket},
                context);
            if (!asked)
                return asked.error();
            if (*asked)
                return GuardedBatch{*std::move(dryRun), *std::move(asked)};
        }
    }
    if (plan.mustAsk)
        return nothingToAsk(*standing);
    Result<BatchOutcome> done =
        m_parts.preferences.applyWithin(transaction, plan.requests, plan.mode, plan.dryRun, plan.tell);
    if (!done)
        return done.error();
    guarded.batch = *std::move(done);
    if (plan.dryRun && plan.preview && !isStopped(plan, guarded.batch)) {
        const auto preview = m_parts.gate.previewChanges(
            transaction, {plan.requests, guarded.batch, plan.mode, plan.tell, plan.isBulk, plan.mustAsk, plan.ticket},
            context);
        if (!preview)
            return preview.error();
        guarded.preview = *preview;
    }
    if (standing->active() && plan.isBulk && guarded.batch.written) {
        const qint64 changed = countChanged(guarded.batch);
        if (Result<> noted = store::ApprovalStore(transaction.database())
                                 .noteBulk(transaction.workspace(), context.actor, transaction.now(), changed);
            !noted)
            return noted.error();
    }
    return guarded;
}

Result<GuardedBatch> GuardedWriter::change(const WorkspaceId& workspace, const ChangePlan& plan,
                                           const EditContext& context, const BeforeBatch& beforeCommit)
{
    return m_parts.writer.write<GuardedBatch>(
        workspace, [&](WorkspaceTransaction& transaction) -> Result<GuardedBatch> {
            Result<GuardedBatch> guarded = changeWithin(transaction, plan, context);
            if (guarded && beforeCommit) {
                if (Result<> done = beforeCommit(transaction.database(), *guarded); !done)
                    return done.error();
            }
            return guarded;
        });
}

Result<GuardedEdit> GuardedWriter::editCategory(const WorkspaceId& workspace, const CategorySlug& slug,
                                                const QJsonObject& patch, const EditContext& context,
                                                const BeforeEdit& beforeCommit)
{
    const auto edit = [&](Category& category) { category = wire::patched(category, patch).valueOr(category); };
    const auto work = [&](WorkspaceTransaction& transaction) -> Result<GuardedEdit> {
        const auto before = store::CategoryStore(transaction.database()).find(workspace, slug);
        if (!before)
            return before.error();
        const bool isCurrent = *before && context.ifMatch.value_or((*before)->version) == (*before)->version;
        if (isCurrent) {
            Category after = **before;
            edit(after);
            after.slug = slug;
            const auto fault = checkCategory(transaction.database(), workspace, after, **before);
            if (!fault)
                return fault.error();
            auto asked = fault->sentence.isEmpty() && after != **before
                             ? m_parts.gate.askEdit(transaction, **before, after, patch, context)
                             : ApprovalGate::Asked(std::optional<Approval>());
            if (!asked)
                return asked.error();
            if (*asked)
                return GuardedEdit{{CategoryOutcome::Kind::Unchanged, **before, {}, {}}, *std::move(asked)};
        }
        Result<CategoryOutcome> outcome = CategoryWriter::editWithin(transaction, slug, edit, context);
        return outcome ? Result<GuardedEdit>(GuardedEdit{*std::move(outcome), {}}) : outcome.error();
    };
    return m_parts.writer.write<GuardedEdit>(workspace, [&](WorkspaceTransaction& transaction) -> Result<GuardedEdit> {
        Result<GuardedEdit> guarded = work(transaction);
        if (guarded && beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), *guarded); !done)
                return done.error();
        }
        return guarded;
    });
}

Result<std::optional<Approval>> GuardedWriter::setPolicy(const WorkspaceId& workspace, const QJsonObject& patch,
                                                         const EditContext& context, const BeforePolicy& beforeCommit)
{
    using Asked = std::optional<Approval>;
    return m_parts.writer.write<Asked>(workspace, [&](WorkspaceTransaction& transaction) -> Result<Asked> {
        const Result<ApprovalPolicy> before = policyOf(transaction.database(), workspace);
        const Result<ApprovalPolicy> after =
            before ? wire::approvalPolicyFromJson(patch, *before, QStringLiteral("/settings/") + policySetting)
                   : Result<ApprovalPolicy>(before.error());
        if (!after)
            return after.error();
        Result<Asked> asked =
            *after == *before ? Result<Asked>(Asked()) : m_parts.gate.askPolicy(transaction, *before, *after, context);
        if (!asked)
            return asked;
        if (!*asked && *after != *before) {
            if (Result<> done = putPolicy(transaction, *before, *after, context); !done)
                return done.error();
        }
        if (beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), *asked); !done)
                return done.error();
        }
        return asked;
    });
}

Result<> putPolicy(WorkspaceTransaction& transaction, const ApprovalPolicy& before, const ApprovalPolicy& after,
                   const EditContext& context)
{
    const QJsonObject value = wire::toJson(after);
    if (Result<> done =
            store::SettingStore(transaction.database()).put(transaction.workspace(), policySetting, toText(value));
        !done)
        return done;
    AuditEntry entry;
    entry.type = QStringLiteral("setting");
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.reason = context.reason;
    entry.context = context.approval;
    entry.before = {{policySetting, wire::toJson(before)}};
    entry.after = {{policySetting, value}};
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

}  // namespace refrain::service
