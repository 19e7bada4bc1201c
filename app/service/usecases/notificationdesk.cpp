#include "service/usecases/notificationdesk.h"

#include "service/approvals/approvalaudit.h"
#include "store/approvalstore.h"
#include "store/categorystore.h"

namespace refrain::service {
namespace {

using Act = NotificationDesk::Act;

Result<> checkCategory(WorkspaceTransaction& transaction, const CategorySlug& slug)
{
    const auto category = store::CategoryStore(transaction.database()).find(transaction.workspace(), slug);
    if (!category)
        return category.error();
    if (!*category || slug == everyCategory())
        return Error::invalid(
            QStringLiteral("There is no category “%1”, so nothing was sent.").arg(slug.toString().left(80)),
            QStringLiteral("/category"));
    if ((*category)->archived)
        return Error::invalid(
            QStringLiteral("The category “%1” is archived, so nothing was sent.").arg(slug.toString()),
            QStringLiteral("/category"));
    return {};
}

Result<> checkTested(WorkspaceTransaction& transaction, const Notification& notification, qsizetype recipients)
{
    if (recipients <= NotificationDesk::manyRecipients || notification.actor.kind != ActorKind::ConsoleUser)
        return {};
    const Result<bool> tested = store::NotificationStore(transaction.database())
                                    .wasTested(transaction.workspace(), notification, SubjectId(notification.actor.id),
                                               transaction.now() - NotificationDesk::testTime);
    if (!tested)
        return tested.error();
    if (*tested)
        return {};
    return Error::conflict(QStringLiteral("This would go to %1 recipients, so look at it first: send the same text of "
                                          "the same category to yourself alone (%2), then send this again within 24 "
                                          "hours. Nothing was sent.")
                               .arg(recipients)
                               .arg(notification.actor.id));
}

Result<NotificationView> viewOf(store::Database& database, const store::NotificationKey& key)
{
    store::NotificationStore notifications(database);
    const auto found = notifications.find(key);
    const auto summary = notifications.summary(key);
    if (!found || !summary)
        return !found ? found.error() : summary.error();
    if (!*found)
        return Error::notFound(QStringLiteral("There is no such notification."));
    return NotificationView{**found, *summary};
}

/// Not its text: the log outlives messages.
AuditEntry entryFor(const Notification& notification, const NotificationSummary& summary, const EditContext& context)
{
    AuditEntry entry;
    entry.type = QStringLiteral("notification");
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.category = notification.category;
    entry.context = context.approval;
    entry.after = {
        {QStringLiteral("id"), notification.id},         {QStringLiteral("state"), toString(notification.state)},
        {QStringLiteral("queued"), summary.queued},      {QStringLiteral("sent"), summary.sent},
        {QStringLiteral("skipped"), summary.skipped},    {QStringLiteral("failed"), summary.failed},
        {QStringLiteral("uncertain"), summary.uncertain}};
    if (!notification.templateSlug.isEmpty())
        entry.after.insert(QStringLiteral("template"), notification.templateSlug);
    if (!notification.workflow.isEmpty())
        entry.after.insert(QStringLiteral("workflow"), notification.workflow);
    return entry;
}

/// An entry of how it stands now.
Result<> auditStateOf(WorkspaceTransaction& transaction, const store::NotificationKey& key, const EditContext& context)
{
    const Result<NotificationView> view = viewOf(transaction.database(), key);
    if (!view)
        return view.error();
    const Result<qint64> audited = transaction.audit(entryFor(view->notification, view->summary, context));
    return audited ? Result<>() : Result<>(audited.error());
}

NotificationState stateAfter(Act act)
{
    switch (act) {
        case Act::Pause: return NotificationState::Paused;
        case Act::Resume: return NotificationState::Sending;
        case Act::Cancel: return NotificationState::Cancelled;
    }
    return NotificationState::Paused;
}

QString waitsForApproval()
{
    return QStringLiteral("It waits for a second admin's approval. Nothing was sent yet.");
}

/// Nobody goes on with what a second admin was asked about; whoever cancels it withdraws the request.
Result<> settleApproval(WorkspaceTransaction& transaction, const QString& notification, Act act,
                        const EditContext& context)
{
    store::ApprovalStore approvals(transaction.database());
    auto waiting = approvals.waitingFor(transaction.workspace(), notification);
    if (!waiting || !*waiting)
        return waiting ? Result<>() : Result<>(waiting.error());
    if (act == Act::Resume)
        return Error::conflict(
            QStringLiteral("It waits for a second admin's approval, so it was not begun. It goes "
                           "out by itself once somebody approves."));
    if (act == Act::Pause)
        return Error::conflict(
            QStringLiteral("It waits for a second admin's approval and goes out once somebody approves, so it cannot "
                           "be paused. Cancel it instead; the request is then withdrawn."));
    Approval& approval = **waiting;
    approval.state = ApprovalState::Withdrawn;
    approval.decider = context.actor;
    approval.decidedAt = transaction.now();
    approval.decision = QStringLiteral("The message was cancelled.");
    if (Result<> done = approvals.update(transaction.workspace(), approval); !done)
        return done;
    return auditApproval(transaction, approval, context);
}

Result<> add(WorkspaceTransaction& transaction, const NotificationView& view, const std::vector<SubjectId>& recipients,
             const EditContext& context)
{
    const Result<> added =
        store::NotificationStore(transaction.database()).add(transaction.workspace(), view.notification, recipients);
    if (!added)
        return added;
    const Result<qint64> audited = transaction.audit(entryFor(view.notification, view.summary, context));
    return audited ? Result<>() : Result<>(audited.error());
}

bool isSoAlready(NotificationState state, Act act)
{
    return state == stateAfter(act) || (act == Act::Resume && state == NotificationState::Queued);
}

}  // namespace

Result<NotificationView> NotificationDesk::create(const WorkspaceId& workspace, const Notification& wish,
                                                  const std::vector<SubjectId>& recipients, const EditContext& context,
                                                  const BeforeCommit& beforeCommit)
{
    NotificationView view{wish, {}};
    Notification& notification = view.notification;
    notification.id = QString::fromLatin1(m_random.bytes(12).toHex());
    notification.source = context.source;
    notification.actor = context.actor;
    notification.recipients = qint64(recipients.size());
    view.summary.queued = notification.recipients;
    const auto created = m_writer.write<
        NotificationView>(workspace, [&](WorkspaceTransaction& transaction) -> Result<NotificationView> {
        notification.createdAt = transaction.now();
        if (Result<> known = checkCategory(transaction, notification.category); !known)
            return known.error();
        if (Result<> tested = checkTested(transaction, notification, qsizetype(recipients.size())); !tested)
            return tested.error();
        if (m_gate) {
            auto asked = m_gate(transaction, notification, recipients, context);
            if (!asked)
                return asked.error();
            view.approval = *std::move(asked);
        }
        if (view.approval) {
            notification.state = NotificationState::Paused;
            notification.error = waitsForApproval();
        }
        const bool isTwin = view.approval && view.approval->notification != notification.id;
        if (Result<> added = isTwin ? Result<>() : add(transaction, view, recipients, context); !added)
            return added.error();
        if (isTwin) {
            Result<NotificationView> known = viewOf(transaction.database(), {workspace, view.approval->notification});
            if (!known)
                return known;
            known->approval = std::move(view.approval);
            view = *std::move(known);
        }
        if (beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), view); !done)
                return done.error();
        }
        return view;
    });
    if (created && !created->approval)
        m_start({workspace, notification.id});
    return created;
}

Result<NotificationView> NotificationDesk::find(const store::NotificationKey& key)
{
    return m_pool.read<NotificationView>([&](store::Database& database) { return viewOf(database, key); });
}

Result<std::vector<NotificationView>> NotificationDesk::list(const WorkspaceId& workspace,
                                                             const store::NotificationFilter& filter,
                                                             const store::NotificationPosition& after, int limit)
{
    return m_pool.read<std::vector<NotificationView>>(
        [&](store::Database& database) -> Result<std::vector<NotificationView>> {
            store::NotificationStore notifications(database);
            const auto found = notifications.list(workspace, filter, after, limit);
            if (!found)
                return found.error();
            std::vector<NotificationView> views;
            for (const Notification& notification : *found) {
                const auto summary = notifications.summary({workspace, notification.id});
                if (!summary)
                    return summary.error();
                views.push_back({notification, *summary});
            }
            return views;
        });
}

Result<std::vector<NotificationRecipient>> NotificationDesk::recipients(const store::NotificationKey& key, qint64 after,
                                                                        int limit)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::NotificationStore(**database).page(key, after, limit);
}

Result<NotificationView> NotificationDesk::act(const store::NotificationKey& key, Act act, const EditContext& context)
{
    Result<NotificationView> changed = m_writer.write<NotificationView>(
        key.workspace, [&](WorkspaceTransaction& transaction) { return change(transaction, key, act, context); });
    if (!changed)
        return changed;
    if (act == Act::Resume) {
        m_start(key);
        return changed;
    }
    m_settle(key);
    return find(key);
}

Result<> NotificationDesk::moveTo(WorkspaceTransaction& transaction, const store::NotificationKey& key,
                                  NotificationState state, const QString& why)
{
    store::NotificationStore notifications(transaction.database());
    const bool over = isOver(state);
    const auto finishedAt = over ? std::optional(transaction.now()) : std::nullopt;
    if (Result<> done = notifications.setState(key, state, why, finishedAt); !done || !over)
        return done;
    const Result<qint64> left = notifications.moveAll(key, RecipientOutcome::Queued, RecipientOutcome::Failed,
                                                      cancelledError, transaction.now());
    return left ? Result<>() : Result<>(left.error());
}

Result<> NotificationDesk::release(WorkspaceTransaction& transaction, const QString& id, const EditContext& context)
{
    const store::NotificationKey key{transaction.workspace(), id};
    const Result<> moved = moveTo(transaction, key, NotificationState::Queued, {});
    return moved ? auditStateOf(transaction, key, context) : moved;
}

Result<> NotificationDesk::drop(WorkspaceTransaction& transaction, const QString& id, const QString& why,
                                const EditContext& context)
{
    const store::NotificationKey key{transaction.workspace(), id};
    const Result<> moved = moveTo(transaction, key, NotificationState::Cancelled, why);
    return moved ? auditStateOf(transaction, key, context) : moved;
}

Result<NotificationView> NotificationDesk::change(WorkspaceTransaction& transaction, const store::NotificationKey& key,
                                                  Act act, const EditContext& context)
{
    Result<NotificationView> view = viewOf(transaction.database(), key);
    if (!view || isSoAlready(view->notification.state, act))
        return view;
    if (isOver(view->notification.state))
        return Error::conflict(view->notification.state == NotificationState::Done
                                   ? QStringLiteral("It was sent already. Nothing was changed.")
                                   : QStringLiteral("It was cancelled. Nothing was changed; send it anew."));
    if (Result<> settled = settleApproval(transaction, key.id, act, context); !settled)
        return settled.error();
    if (Result<> moved = moveTo(transaction, key, stateAfter(act), {}); !moved)
        return moved.error();
    view = viewOf(transaction.database(), key);
    if (!view)
        return view;
    if (Result<qint64> audited = transaction.audit(entryFor(view->notification, view->summary, context)); !audited)
        return audited.error();
    return view;
}

}  // namespace refrain::service
