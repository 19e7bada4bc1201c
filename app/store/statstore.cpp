#include "store/statstore.h"

namespace refrain::store {

Result<std::vector<ChoiceCount>> StatStore::choices(const WorkspaceId& workspace, const TimeSpan& span)
{
    return m_database.all(
        "SELECT category, source, sum(opted_out), sum(opted_in), sum(back_to_default), sum(snoozed), sum(undone)"
        " FROM choice_counts"
        " WHERE workspace = ? AND quarter >= ? AND quarter < ? GROUP BY category, source ORDER BY category, source",
        {workspace, span.from, span.to}, [](const Row& row) {
            return ChoiceCount{row.id<CategorySlug>(0), row.text(1),    row.integer(2), row.integer(3),
                               row.integer(4),          row.integer(5), row.integer(6)};
        });
}

Result<std::vector<DelayCount>> StatStore::delays(const WorkspaceId& workspace, const TimeSpan& span)
{
    return m_database.all(
        "SELECT source, at_most, sum(choices) FROM choice_delays WHERE workspace = ? AND quarter >= ? AND quarter < ?"
        " GROUP BY source, at_most ORDER BY source, at_most",
        {workspace, span.from, span.to}, [](const Row& row) {
            return DelayCount{row.text(0), row.integer(1), row.integer(2)};
        });
}

Result<std::vector<MessageCount>> StatStore::messages(const WorkspaceId& workspace, const TimeSpan& span)
{
    const auto read = [](const Row& row) {
        MessageCount count;
        count.notification = row.text(0);
        count.at = row.integer(1);
        count.category = row.id<CategorySlug>(2);
        count.recipients = row.integer(3);
        count.sent = row.integer(4);
        count.skipped = row.integer(5);
        count.failed = row.integer(6);
        count.uncertain = row.integer(7);
        count.optedOut = row.integer(8);
        count.byButton = row.integer(9);
        return count;
    };
    return m_database.all(
        "SELECT n.id, n.created_at, n.category, n.recipients,"
        " coalesce(o.sent, (SELECT count(*) FROM notification_recipients AS r WHERE r.workspace = ?1"
        " AND r.notification = n.id AND r.outcome = 'sent')),"
        " coalesce(o.skipped, (SELECT count(*) FROM notification_recipients AS r WHERE r.workspace = ?1"
        " AND r.notification = n.id AND r.outcome = 'skipped')),"
        " coalesce(o.failed, (SELECT count(*) FROM notification_recipients AS r WHERE r.workspace = ?1"
        " AND r.notification = n.id AND r.outcome = 'failed')),"
        " coalesce(o.uncertain, (SELECT count(*) FROM notification_recipients AS r WHERE r.workspace = ?1"
        " AND r.notification = n.id AND r.outcome = 'uncertain')), coalesce(e.opted_out, 0), coalesce(e.by_button, 0)"
        " FROM notifications AS n LEFT JOIN notification_outcomes AS o ON o.workspace = ?1 AND o.notification = n.id"
        " LEFT JOIN notification_opt_outs AS e ON e.workspace = ?1 AND e.notification = n.id"
        " WHERE n.workspace = ?1 AND n.created_at >= ?2 AND n.created_at < ?3 ORDER BY n.created_at, n.id",
        {workspace, span.from, span.to}, read);
}

Result<std::vector<SyncRun>> StatStore::syncs(const WorkspaceId& workspace, const TimeSpan& span)
{
    return m_database.all(
        "SELECT id, kind, started_at, finished_at, outcome FROM sync_runs"
        " WHERE workspace = ? AND started_at >= ? AND started_at < ? ORDER BY started_at, id",
        {workspace, span.from, span.to}, [](const Row& row) {
            SyncRun run;
            run.id = row.text(0);
            run.kind = syncKindFromString(row.text(1)).value_or(SyncKind::Directory);
            run.startedAt = row.integer(2);
            run.finishedAt = row.maybeInteger(3);
            run.outcome = syncOutcomeFromString(row.text(4)).value_or(SyncOutcome::Failed);
            return run;
        });
}

Result<std::vector<WaitingCount>> StatStore::waiting(const WorkspaceId& workspace)
{
    return m_database.all(
        "SELECT 'outbox', target, count(*), sum(attempts > 0), min(created_at) FROM outbox WHERE workspace = ?1"
        " GROUP BY target UNION ALL"
        " SELECT 'notifications', n.id, count(*), sum(r.error <> ''), n.created_at FROM notifications AS n"
        " JOIN notification_recipients AS r ON r.workspace = n.workspace AND r.notification = n.id"
        " AND r.outcome = 'queued' WHERE n.workspace = ?1 AND n.finished_at IS NULL GROUP BY n.id UNION ALL"
        " SELECT 'imports', i.id, count(*), 0, i.started_at FROM imports AS i JOIN import_waiting AS w"
        " ON w.workspace = i.workspace AND w.import = i.id WHERE i.workspace = ?1 GROUP BY i.id UNION ALL"
        " SELECT 'approvals', '', count(*), 0, min(requested_at) FROM approvals WHERE workspace = ?1"
        " AND state = 'waiting' HAVING count(*) > 0",
        {workspace}, [](const Row& row) {
            return WaitingCount{row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4)};
        });
}

}  // namespace refrain::store
