#include "store/messagestore.h"

namespace refrain::store {
namespace {

PostedMessage readMessage(const Row& row)
{
    PostedMessage message;
    message.notification = row.text(0);
    message.category = row.id<CategorySlug>(1);
    message.subject = row.id<SubjectId>(2);
    message.channel = row.text(3);
    message.ts = row.text(4);
    message.at = row.maybeInteger(5).value_or(0);
    message.source = sourceFromString(row.text(6)).value_or(Source::Api);
    message.actor = {actorKindFromString(row.text(7)).value_or(ActorKind::System), row.text(8), row.text(9)};
    return message;
}

MessageFate readFate(const Row& row)
{
    MessageFate fate;
    fate.notification = row.text(0);
    fate.category = row.id<CategorySlug>(1);
    fate.outcome = recipientOutcomeFromString(row.text(2)).value_or(RecipientOutcome::Uncertain);
    fate.rule = row.text(3);
    fate.error = row.text(4);
    fate.sameAs = row.id<SubjectId>(5);
    fate.at = row.maybeInteger(6).value_or(0);
    fate.source = sourceFromString(row.text(7)).value_or(Source::Api);
    fate.actor = {actorKindFromString(row.text(8)).value_or(ActorKind::System), row.text(9), row.text(10)};
    fate.text = row.text(11);
    return fate;
}

}  // namespace

Result<std::vector<PostedMessage>> MessageStore::at(const WorkspaceId& workspace, const QString& channel,
                                                    const QString& ts)
{
    // The index holds what was posted alone, hence the last condition.
    return m_database.all(
        "SELECT r.notification, n.category, r.subject, r.channel, r.ts, r.at, n.source, n.actor_kind, n.actor_id,"
        " n.actor_name FROM notification_recipients r"
        " JOIN notifications n ON n.workspace = r.workspace AND n.id = r.notification"
        " WHERE r.workspace = ? AND r.channel = ? AND r.ts = ? AND r.ts <> '' ORDER BY r.position",
        {workspace, channel, ts}, readMessage);
}

Result<std::vector<PostedMessage>> MessageStore::between(const WorkspaceId& workspace, const SubjectId& subject,
                                                         Millis from, Millis to, int limit)
{
    return m_database.all(
        "SELECT r.notification, n.category, r.subject, r.channel, r.ts, r.at, n.source, n.actor_kind, n.actor_id,"
        " n.actor_name FROM notification_recipients r"
        " JOIN notifications n ON n.workspace = r.workspace AND n.id = r.notification"
        " WHERE r.workspace = ? AND r.subject = ? AND r.at >= ? AND r.at < ? AND r.outcome = 'sent'"
        " ORDER BY r.at, r.notification LIMIT ?",
        {workspace, subject, from, to, limit}, readMessage);
}

Result<std::vector<MessageFate>> MessageStore::fates(const WorkspaceId& workspace, const SubjectId& subject,
                                                     Millis until, int limit)
{
    return m_database.all(
        "SELECT r.notification, n.category, r.outcome, r.rule, r.error, r.same_as, r.at, n.source, n.actor_kind,"
        " n.actor_id, n.actor_name, n.text FROM notification_recipients r"
        " JOIN notifications n ON n.workspace = r.workspace AND n.id = r.notification"
        " WHERE r.workspace = ? AND r.subject = ? AND r.at <= ? AND r.outcome NOT IN ('queued', 'underway')"
        " ORDER BY r.at DESC, r.notification DESC LIMIT ?",
        {workspace, subject, until, limit}, readFate);
}

Result<std::optional<SubjectId>> MessageStore::subjectOf(const WorkspaceId& workspace, const QString& channel)
{
    return m_database.first(
        "SELECT subject FROM notification_recipients WHERE workspace = ? AND channel = ? AND ts <> '' LIMIT 1",
        {workspace, channel}, [](const Row& row) { return row.id<SubjectId>(0); });
}

}  // namespace refrain::store
