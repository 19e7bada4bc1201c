#include "service/approvals/approvaldesk.h"

#include "service/approvals/approvalaudit.h"
#include "service/approvals/approvalground.h"
#include "service/approvals/approvalwords.h"
#include "service/approvals/guardedwriter.h"
#include "store/memberstore.h"
#include "wire/category.h"
#include "wire/preferencechange.h"

#include <QJsonDocument>

namespace refrain::service {
namespace {

using Kind = ApprovalDesk::Decided::Kind;

constexpr int sampleSize = 20;

Result<Approval> found(store::Database& database, const store::ApprovalKey& key)
{
    const auto approval = store::ApprovalStore(database).find(key);
    if (!approval)
        return approval.error();
    return *approval ? Result<Approval>(**approval)
                     : Result<Approval>(Error::notFound(QStringLiteral("There is no such request.")));
}

bool isOf(const Approval& approval, const Actor& actor)
{
    const bool asked = approval.requester.kind == actor.kind && approval.requester.id == actor.id;
    return asked || (actor.kind == ActorKind::ConsoleUser && actor.id == approval.keeper);
}

/// Why somebody may not decide; empty: they may.
Result<QString> whyNot(store::Database& database, const WorkspaceId& workspace, const Approval& approval,
                       const Actor& actor)
{
    if (actor.kind != ActorKind::ConsoleUser)
        return QStringLiteral("A person decides this, not a program: sign in with the console.");
    if (isOf(approval, actor))
        return approval.requester.id == actor.id
                   ? QStringLiteral("You asked for this, so another admin decides.")
                   : QStringLiteral("You stand behind what asked for this, so another admin decides.");
    const auto member = store::MemberStore(database).find(workspace, actor.id);
    if (!member)
        return member.error();
    const bool madeForIt = *member && (*member)->grantedBy == approval.requester.id &&
                           (*member)->grantedAt >= approval.requestedAt && !approval.requester.id.isEmpty();
    return madeForIt ? QStringLiteral("Whoever asked for this made you admin after that, so another admin decides.")
                     : QString();
}

Result<wire::ApprovalView> viewOf(store::Database& database, const WorkspaceId& workspace, const Approval& approval,
                                  const ApprovalDesk::Asker& asker, Millis now)
{
    wire::ApprovalView view;
    view.approval = approval;
    view.ground.digest = approval.digest;
    view.isMine = isOf(approval, asker.actor);
    if (approval.state != ApprovalState::Waiting)
        return view;
    const Result<QString> why = whyNot(database, workspace, approval, asker.actor);
    if (!why)
        return why.error();
    view.whyNot = approval.expiresAt <= now          ? QStringLiteral("Its time is over.")
                  : asker.isAdmin || !why->isEmpty() ? *why
                                                     : QStringLiteral("Admins decide this.");
    view.mayDecide = view.whyNot.isEmpty();
    return view;
}

Result<> addSample(store::Database& database, const store::ApprovalKey& key, wire::ApprovalView& view)
{
    const auto items = store::ApprovalStore(database).items(key, 0, sampleSize);
    if (!items)
        return items.error();
    for (const store::ApprovalItem& item : *items) {
        const Result<wire::ApprovalSubject> subject = shown(database, key.workspace, item);
        if (!subject)
            return subject.error();
        view.subjects.push_back(*subject);
    }
    return {};
}

}  // namespace

Result<wire::ApprovalView> ApprovalDesk::find(const store::ApprovalKey& key, const Asker& asker)
{
    return m_parts.pool.read<wire::ApprovalView>([&](store::Database& database) -> Result<wire::ApprovalView> {
        const Result<Approval> approval = found(database, key);
        Result<wire::ApprovalView> view = approval
                                              ? viewOf(database, key.workspace, *approval, asker, m_parts.clock.now())
                                              : Result<wire::ApprovalView>(approval.error());
        if (!view)
            return view;
        if (approval->state == ApprovalState::Waiting) {
            Result<ApprovalGround> ground = groundOf(database, key.workspace, *approval);
            if (!ground)
                return ground.error();
            view->ground = *std::move(ground);
        }
        if (Result<> done = addSample(database, key, *view); !done)
            return done.error();
        return view;
    });
}

Result<std::vector<wire::ApprovalView>> ApprovalDesk::list(const WorkspaceId& workspace,
                                                           const store::ApprovalStore::Filter& filter,
                                                           const store::ApprovalStore::Position& after, int limit,
                                                           const Asker& asker)
{
    using Views = std::vector<wire::ApprovalView>;
    return m_parts.pool.read<Views>([&](store::Database& database) -> Result<Views> {
        const auto page = store::ApprovalStore(database).page(workspace, filter, after, limit);
        if (!page)
            return page.error();
        Views views;
        for (const Approval& approval : *page) {
            Result<wire::ApprovalView> view = viewOf(database, workspace, approval, asker, m_parts.clock.now());
            if (!view)
                return view.error();
            views.push_back(*std::move(view));
        }
        return views;
    });
}

Result<std::vector<store::ApprovalItem>> ApprovalDesk::items(const store::ApprovalKey& key, qint64 after, int limit)
{
    using Items = std::vector<store::ApprovalItem>;
    return m_parts.pool.read<Items>([&](store::Database& database) -> Result<Items> {
        const Result<Approval> approval = found(database, key);
        return approval ? store::ApprovalStore(database).items(key, after, limit) : Result<Items>(approval.error());
    });
}

Result<ApprovalDesk::Decided> ApprovalDesk::decide(const store::ApprovalKey& key,
                                                   const wire::ApprovalDecision& decision, const EditContext& context)
{
    Result<Decided> decided =
        m_parts.writer.write<Decided>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<Decided> {
            Result<Approval> approval = found(transaction.database(), key);
            if (!approval)
                return approval.error();
            return decideWithin(transaction, *std::move(approval), decision, context);
        });
    if (!decided || decided->kind != Kind::Done || !decision.approve)
        return decided;
    if (decided->approval.kind == ApprovalKind::Send)
        m_parts.notifications.start({key.workspace, decided->approval.notification});
    if (decided->approval.kind == ApprovalKind::Import)
        m_parts.imports.start(key.workspace, decided->approval);
    if (decided->approval.state != ApprovalState::Applying)
        return decided;
    // The first portion is most often all of it, and its decider sees at once what became of it.
    const Result<bool> more = step(key);
    if (!more)
        return more.error();
    if (*more)
        m_portions.start(key);
    const Result<store::Database*> database = m_parts.pool.connection();
    Result<Approval> now = database ? found(**database, key) : Result<Approval>(database.error());
    if (!now)
        return now.error();
    decided->approval = *std::move(now);
    return decided;
}

Result<ApprovalDesk::Decided> ApprovalDesk::decideWithin(WorkspaceTransaction& transaction, Approval approval,
                                                         const wire::ApprovalDecision& decision,
                                                         const EditContext& context)
{
    const Result<QString> why = whyNot(transaction.database(), transaction.workspace(), approval, context.actor);
    if (!why)
        return why.error();
    if (!why->isEmpty())
        return Error::forbidden(*why);
    if (approval.state != ApprovalState::Waiting) {
        const bool isRefused = approval.state == ApprovalState::Refused;
        const bool isSame = approval.decider && approval.decider->id == context.actor.id &&
                            approval.state != ApprovalState::Outdated && isRefused != decision.approve;
        return isSame ? Decided{Kind::Done, approval} : Decided{Kind::Over, approval, overSentence(approval)};
    }
    if (transaction.now() >= approval.expiresAt) {
        if (Result<> done = close(transaction, approval, ApprovalState::Expired, {Source::Policy, {}, {}, {}}); !done)
            return done.error();
        return Decided{Kind::Over, approval, overSentence(approval)};
    }
    if (decision.approve)
        return approve(transaction, std::move(approval), decision, context);
    approval.decider = context.actor;
    approval.decision = decision.reason;
    if (Result<> done = close(transaction, approval, ApprovalState::Refused, context); !done)
        return done.error();
    return Decided{Kind::Done, approval};
}

Result<ApprovalDesk::Decided> ApprovalDesk::approve(WorkspaceTransaction& transaction, Approval approval,
                                                    const wire::ApprovalDecision& decision, const EditContext& context)
{
    const Result<ApprovalGround> ground = groundOf(transaction.database(), transaction.workspace(), approval);
    if (!ground)
        return ground.error();
    QString fault = ground->isGone ? ground->sentence : QString();
    const QString& seen = decision.digest.isEmpty() ? approval.digest : decision.digest;
    if (fault.isEmpty() && seen != ground->digest)
        return Decided{Kind::Moved, approval,
                       QStringLiteral("%1 Nothing was done. Look at it again, and approve what stands now.")
                           .arg(ground->sentence)
                           .trimmed()};
    approval.decider = context.actor;
    approval.decision = decision.reason;
    approval.decidedAt = transaction.now();
    if (fault.isEmpty()) {
        const Result<QString> performed = perform(transaction, approval);
        if (!performed)
            return performed.error();
        fault = *performed;
    }
    if (!fault.isEmpty()) {
        approval.decision = fault;
        if (Result<> done = close(transaction, approval, ApprovalState::Outdated, context); !done)
            return done.error();
        return Decided{Kind::Over, approval, overSentence(approval)};
    }
    const bool isList = approval.kind == ApprovalKind::ManyChanges || approval.kind == ApprovalKind::TurnBack;
    // Of an import its own entry tells, once it is done.
    approval.changed = isList || approval.kind == ApprovalKind::Import ? 0 : approval.size;
    if (Result<> done =
            close(transaction, approval, isList ? ApprovalState::Applying : ApprovalState::Applied, context);
        !done)
        return done.error();
    return Decided{Kind::Done, approval};
}

Result<QString> ApprovalDesk::perform(WorkspaceTransaction& transaction, const Approval& approval)
{
    EditContext context = requesterOf(approval);
    switch (approval.kind) {
        case ApprovalKind::ManyChanges:
        case ApprovalKind::TurnBack: break;  // in portions, see step()
        case ApprovalKind::CategoryEdit: {
            const QJsonObject patch = approval.act.value(QLatin1String("patch")).toObject();
            context.ifMatch = approval.act.value(QLatin1String("before"))[QLatin1String("version")].toInteger();
            const auto edited = CategoryWriter::editWithin(
                transaction, approval.category,
                [&](Category& category) { category = wire::patched(category, patch).valueOr(category); }, context);
            if (!edited)
                return edited.error();
            return edited->sentence;
        }
        case ApprovalKind::Send: {
            const Result<> released = m_parts.notifications.release(transaction, approval.notification, context);
            return released ? Result<QString>(QString()) : released.error();
        }
        case ApprovalKind::Import: {
            const Result<> released = m_parts.imports.release(transaction, approval);
            return released ? Result<QString>(QString()) : released.error();
        }
        case ApprovalKind::Policy: {
            const Result<ApprovalPolicy> before = policyOf(transaction.database(), transaction.workspace());
            const Result<ApprovalPolicy> after = wire::approvalPolicyFromJson(
                approval.act.value(QLatin1String("after")).toObject(), before.valueOr(ApprovalPolicy()));
            if (!before || !after)
                return !before ? before.error() : after.error();
            const Result<> put = putPolicy(transaction, *before, *after, context);
            return put ? Result<QString>(QString()) : put.error();
        }
    }
    return QString();
}

Result<> ApprovalDesk::close(WorkspaceTransaction& transaction, Approval& approval, ApprovalState state,
                             const EditContext& context)
{
    approval.state = state;
    approval.decidedAt = transaction.now();
    if (Result<> done = store::ApprovalStore(transaction.database()).update(transaction.workspace(), approval); !done)
        return done;
    const bool isDone = state == ApprovalState::Applied || state == ApprovalState::Applying;
    if (approval.kind == ApprovalKind::Send && !isDone) {
        const auto kept =
            store::NotificationStore(transaction.database()).state({transaction.workspace(), approval.notification});
        if (!kept)
            return kept.error();
        if (*kept == NotificationState::Paused) {
            if (Result<> done =
                    m_parts.notifications.drop(transaction, approval.notification, overSentence(approval), context);
                !done)
                return done;
        }
    }
    if (approval.kind == ApprovalKind::Import && !isDone) {
        if (Result<> done = m_parts.imports.drop(transaction, approval, context); !done)
            return done;
    }
    return auditApproval(transaction, approval, context);
}

Result<Approval> ApprovalDesk::withdraw(const store::ApprovalKey& key, const EditContext& context)
{
    return m_parts.writer.write<Approval>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<Approval> {
        Result<Approval> approval = found(transaction.database(), key);
        if (!approval)
            return approval;
        if (!isOf(*approval, context.actor))
            return Error::forbidden(QStringLiteral("Only whoever asked for this can withdraw it. Refuse it instead."));
        if (approval->state == ApprovalState::Withdrawn)
            return approval;
        if (approval->state != ApprovalState::Waiting)
            return Error::conflict(overSentence(*approval));
        approval->decider = context.actor;
        if (Result<> done = close(transaction, *approval, ApprovalState::Withdrawn, context); !done)
            return done.error();
        return approval;
    });
}

}  // namespace refrain::service
