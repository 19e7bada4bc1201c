#include "store/notificationstore.h"

#include <QJsonDocument>

namespace refrain::store {
namespace {

constexpr SqlPiece selectNotifications(
    "SELECT id, category, text, state, error, source, actor_kind, actor_id, actor_name, recipients, created_at,"
    " finished_at, blocks, template, workflow FROM notifications");
constexpr SqlPiece ofAnyWorkflow(" WHERE workspace = ? AND ? = ''");
// The index is of those alone that a workflow sent, and asks to be named by its own condition.
constexpr SqlPiece ofOneWorkflow(" WHERE workspace = ? AND workflow = ? AND workflow <> ''");
constexpr SqlPiece newestFirst(
    " AND (? = '' OR state = ?) AND (? = 0 OR (created_at, id) < (?, ?)) ORDER BY created_at DESC, id DESC LIMIT ?");

NotificationRecipient readRecipient(const Row& row)
{
    NotificationRecipient recipient;
    recipient.position = row.integer(0);
    recipient.subject = row.id<SubjectId>(1);
    recipient.outcome = recipientOutcomeFromString(row.text(2)).value_or(RecipientOutcome::Uncertain);
    recipient.rule = row.text(3);
    recipient.error = row.text(4);
    recipient.channel = row.text(5);
    recipient.ts = row.text(6);
    recipient.address = row.text(7);
    recipient.sameAs = row.id<SubjectId>(8);
    recipient.at = row.maybeInteger(9);
    return recipient;
}

QString textOf(const QJsonArray& blocks)
{
    return blocks.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(blocks).toJson(QJsonDocument::Compact));
}

Notification readNotification(const Row& row)
{
    Notification notification;
    notification.id = row.text(0);
    notification.category = row.id<CategorySlug>(1);
    notification.text = row.text(2);
    notification.state = notificationStateFromString(row.text(3)).value_or(NotificationState::Paused);
    notification.error = row.text(4);
    notification.source = sourceFromString(row.text(5)).value_or(Source::Api);
    notification.actor = {actorKindFromString(row.text(6)).value_or(ActorKind::System), row.text(7), row.text(8)};
    notification.recipients = row.integer(9);
    notification.createdAt = row.integer(10);
    notification.finishedAt = row.maybeInteger(11);
    notification.blocks = QJsonDocument::fromJson(row.text(12).toUtf8()).array();
    notification.templateSlug = row.text(13);
    notification.workflow = row.text(14);
    return notification;
}

Result<> nothing(const Result<qint64>& done)
{
    return done ? Result<>() : Result<>(done.error());
}

}  // namespace

Result<> NotificationStore::add(const WorkspaceId& workspace, const Notification& notification,
                                const std::vector<SubjectId>& recipients)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO notifications (workspace, id, category, text, blocks, template, workflow, state, error, source,"
        " actor_kind, actor_id, actor_name, recipients, created_at, finished_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {workspace, notification.id, notification.category, notification.text, textOf(notification.blocks),
         notification.templateSlug, notification.workflow, toString(notification.state), notification.error,
         toString(notification.source), toString(notification.actor.kind), notification.actor.id,
         notification.actor.name, qint64(recipients.size()), notification.createdAt, notification.finishedAt});
    if (!done)
        return done.error();
    qint64 position = 0;
    for (const SubjectId& subject : recipients) {
        const Result<qint64> added = m_database.run(
            "INSERT INTO notification_recipients (workspace, notification, position, subject, outcome, rule, error,"
            " channel, ts, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {workspace, notification.id, ++position, subject, toString(RecipientOutcome::Queued), QString(), QString(),
             QString(), QString(), std::nullopt});
        if (!added)
            return added.error();
    }
    return {};
}

Result<std::optional<Notification>> NotificationStore::find(const NotificationKey& key)
{
    return m_database.first(joinedSql<selectNotifications, " WHERE workspace = ? AND id = ?">, {key.workspace, key.id},
                            readNotification);
}

Result<std::vector<Notification>> NotificationStore::list(const WorkspaceId& workspace,
                                                          const NotificationFilter& filter,
                                                          const NotificationPosition& after, int limit)
{
    const QString state = filter.state ? toString(*filter.state) : QString();
    const Values values{workspace, filter.workflow, state, state, after.createdAt, after.createdAt, after.id, limit};
    return m_database.all(filter.workflow.isEmpty() ? joinedSql<selectNotifications, ofAnyWorkflow, newestFirst>
                                                    : joinedSql<selectNotifications, ofOneWorkflow, newestFirst>,
                          values, readNotification);
}

Result<std::optional<NotificationState>> NotificationStore::state(const NotificationKey& key)
{
    return m_database.first(
        "SELECT state FROM notifications WHERE workspace = ? AND id = ?", {key.workspace, key.id},
        [](const Row& row) { return notificationStateFromString(row.text(0)).value_or(NotificationState::Paused); });
}

Result<> NotificationStore::setState(const NotificationKey& key, NotificationState state, const QString& error,
                                     std::optional<Millis> finishedAt)
{
    return nothing(
        m_database.run("UPDATE notifications SET state = ?, error = ?, finished_at = ? WHERE workspace = ? AND id = ?",
                       {toString(state), error, finishedAt, key.workspace, key.id}));
}

Result<std::vector<NotificationKey>> NotificationStore::unfinished()
{
    return m_database.all(
        "SELECT workspace, id FROM notifications WHERE finished_at IS NULL AND state IN ('queued', 'sending')"
        " ORDER BY created_at, id",
        {}, [](const Row& row) {
            return NotificationKey{row.id<WorkspaceId>(0), row.text(1)};
        });
}

Result<NotificationSummary> NotificationStore::summary(const NotificationKey& key)
{
    NotificationSummary summary;
    const Result<> read = m_database.each(
        "SELECT outcome, count(*) FROM notification_recipients WHERE workspace = ? AND notification = ?"
        " GROUP BY outcome",
        {key.workspace, key.id}, [&](const Row& row) {
            switch (recipientOutcomeFromString(row.text(0)).value_or(RecipientOutcome::Uncertain)) {
                case RecipientOutcome::Underway:
                    summary.underway = row.integer(1);
                    summary.queued += row.integer(1);
                    break;
                case RecipientOutcome::Queued: summary.queued += row.integer(1); break;
                case RecipientOutcome::Sent: summary.sent = row.integer(1); break;
                case RecipientOutcome::Skipped: summary.skipped = row.integer(1); break;
                case RecipientOutcome::Failed: summary.failed = row.integer(1); break;
                case RecipientOutcome::Uncertain: summary.uncertain = row.integer(1); break;
            }
        });
    if (!read)
        return read.error();
    const Result<> tried = m_database.each(
        "SELECT count(*), error, max(at) FROM notification_recipients WHERE workspace = ? AND notification = ?"
        " AND outcome = 'queued' AND error <> ''",
        {key.workspace, key.id}, [&](const Row& row) {
            summary.retrying = row.integer(0);
            summary.trouble = row.text(1);
        });
    return tried ? Result<NotificationSummary>(summary) : tried.error();
}

Result<std::vector<NotificationRecipient>> NotificationStore::page(const NotificationKey& key, qint64 after, int limit)
{
    return m_database.all(
        "SELECT position, subject, outcome, rule, error, channel, ts, address, same_as, at"
        " FROM notification_recipients"
        " WHERE workspace = ? AND notification = ? AND position > ? ORDER BY position LIMIT ?",
        {key.workspace, key.id, after, limit}, readRecipient);
}

Result<std::vector<NotificationRecipient>> NotificationStore::queued(const NotificationKey& key, qint64 after,
                                                                     int limit)
{
    return m_database.all(
        "SELECT position, subject, outcome, rule, error, channel, ts, address, same_as, at"
        " FROM notification_recipients"
        " WHERE workspace = ? AND notification = ? AND outcome = 'queued' AND position > ? ORDER BY position LIMIT ?",
        {key.workspace, key.id, after, limit}, readRecipient);
}

Result<std::optional<NotificationRecipient>> NotificationStore::atSameAddress(const NotificationKey& key,
                                                                              const NotificationRecipient& recipient)
{
    if (recipient.address.isEmpty())
        return std::optional<NotificationRecipient>();
    return m_database.first(
        "SELECT position, subject, outcome, rule, error, channel, ts, address, same_as, at FROM notification_recipients"
        " WHERE workspace = ? AND notification = ? AND address = ? AND address <> '' AND position <> ?"
        " AND outcome IN ('underway', 'sent', 'uncertain') ORDER BY position LIMIT 1",
        {key.workspace, key.id, recipient.address, recipient.position}, readRecipient);
}

Result<bool> NotificationStore::move(const NotificationKey& key, RecipientOutcome from, const NotificationRecipient& to)
{
    const Result<qint64> moved = m_database.run(
        "UPDATE notification_recipients SET outcome = ?, rule = ?, error = ?, channel = ?, ts = ?, address = ?,"
        " same_as = ?, at = ? WHERE workspace = ? AND notification = ? AND position = ? AND outcome = ?",
        {toString(to.outcome), to.rule, to.error, to.channel, to.ts, to.address, to.sameAs, to.at, key.workspace,
         key.id, to.position, toString(from)});
    return moved ? Result<bool>(*moved == 1) : moved.error();
}

Result<qint64> NotificationStore::moveAll(const NotificationKey& key, RecipientOutcome from, RecipientOutcome to,
                                          const QString& error, Millis at)
{
    return m_database.run(
        "UPDATE notification_recipients SET outcome = ?, error = ?, at = ? WHERE workspace = ? AND notification = ?"
        " AND outcome = ?",
        {toString(to), error, at, key.workspace, key.id, toString(from)});
}

Result<qint64> NotificationStore::settleInterrupted(Millis at)
{
    return m_database.run(
        "UPDATE notification_recipients SET outcome = 'uncertain', error = 'interrupted', at = ?"
        " WHERE outcome = 'underway'",
        {at});
}

Result<bool> NotificationStore::wasTested(const WorkspaceId& workspace, const Notification& notification,
                                          const SubjectId& self, Millis since)
{
    const Result<qint64> count = m_database.number(
        "SELECT count(*) FROM notifications AS n JOIN notification_recipients AS r"
        " ON r.workspace = n.workspace AND r.notification = n.id"
        " WHERE n.workspace = ? AND n.created_at >= ? AND n.category = ? AND n.text = ? AND n.blocks = ? AND "
        "n.actor_id = ?"
        " AND n.recipients = 1 AND r.subject = ? AND r.outcome IN ('sent', 'skipped')",
        {workspace, since, notification.category, notification.text, textOf(notification.blocks), notification.actor.id,
         self});
    return count ? Result<bool>(*count > 0) : count.error();
}

Result<qint64> forgetSender(Database& database, const WorkspaceId& workspace, const SubjectId& sender)
{
    return database.run(
        "UPDATE notifications SET actor_name = '' WHERE workspace = ? AND actor_id = ? AND actor_name <> ''",
        {workspace, sender});
}

}  // namespace refrain::store
