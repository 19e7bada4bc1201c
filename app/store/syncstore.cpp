#include "store/syncstore.h"

namespace refrain::store {

namespace {

SyncRun read(const Row& row)
{
    SyncRun run;
    run.id = row.text(0);
    run.kind = syncKindFromString(row.text(1)).value_or(SyncKind::Directory);
    run.startedAt = row.integer(2);
    run.finishedAt = row.maybeInteger(3);
    run.outcome = syncOutcomeFromString(row.text(4)).value_or(SyncOutcome::Failed);
    run.counts = {row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9), row.integer(10)};
    run.error = row.text(11);
    return run;
}

Result<> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

}  // namespace

Result<> SyncStore::put(const WorkspaceId& workspace, const SyncRun& run)
{
    return done(m_database.run(
        "INSERT OR REPLACE INTO sync_runs (workspace, id, kind, started_at, finished_at, outcome, read, added, changed,"
        " removed, sent, failed, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {workspace, run.id, toString(run.kind), run.startedAt, run.finishedAt, toString(run.outcome), run.counts.read,
         run.counts.added, run.counts.changed, run.counts.removed, run.counts.sent, run.counts.failed, run.error}));
}

Result<std::optional<SyncRun>> SyncStore::find(const WorkspaceId& workspace, const QString& id)
{
    return m_database.first(
        "SELECT id, kind, started_at, finished_at, outcome, read, added, changed, removed, sent, failed, error"
        " FROM sync_runs WHERE workspace = ? AND id = ?",
        {workspace, id}, read);
}

Result<std::optional<SyncRun>> SyncStore::last(const WorkspaceId& workspace, SyncKind kind)
{
    return m_database.first(
        "SELECT id, kind, started_at, finished_at, outcome, read, added, changed, removed, sent, failed, error"
        " FROM sync_runs WHERE workspace = ? AND kind = ? ORDER BY started_at DESC, id DESC LIMIT 1",
        {workspace, toString(kind)}, read);
}

Result<std::optional<SyncRun>> SyncStore::lastThatSaw(const WorkspaceId& workspace, const SubjectId& subject)
{
    return m_database.first(
        "SELECT id, kind, started_at, finished_at, outcome, read, added, changed, removed, sent, failed, error"
        " FROM sync_runs WHERE workspace = ?1 AND id = (SELECT seen_in FROM subjects WHERE workspace = ?1 AND id = ?2)",
        {workspace, subject}, read);
}

Result<std::vector<SyncRun>> SyncStore::page(const WorkspaceId& workspace, const Position& after, int limit)
{
    return m_database.all(
        "SELECT id, kind, started_at, finished_at, outcome, read, added, changed, removed, sent, failed, error"
        " FROM sync_runs WHERE workspace = ? AND (? = 0 OR (started_at, id) < (?, ?))"
        " ORDER BY started_at DESC, id DESC LIMIT ?",
        {workspace, after.startedAt, after.startedAt, after.id, limit}, read);
}

Result<std::optional<SyncCursor>> SyncStore::cursor(const WorkspaceId& workspace, const QString& name)
{
    return m_database.first("SELECT name, run, cursor, updated_at FROM sync_cursors WHERE workspace = ? AND name = ?",
                            {workspace, name}, [](const Row& row) {
                                return SyncCursor{row.text(0), row.text(1), row.text(2), row.integer(3)};
                            });
}

Result<> SyncStore::putCursor(const WorkspaceId& workspace, const SyncCursor& cursor)
{
    return done(m_database.run(
        "INSERT OR REPLACE INTO sync_cursors (workspace, name, run, cursor, updated_at) VALUES (?, ?, ?, ?, ?)",
        {workspace, cursor.name, cursor.run, cursor.cursor, cursor.updatedAt}));
}

Result<> SyncStore::removeCursor(const WorkspaceId& workspace, const QString& name)
{
    return done(m_database.run("DELETE FROM sync_cursors WHERE workspace = ? AND name = ?", {workspace, name}));
}

}  // namespace refrain::store
