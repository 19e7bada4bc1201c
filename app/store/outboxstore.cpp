#include "store/outboxstore.h"

namespace refrain::store {

namespace {

OutboxItem read(const Row& row)
{
    return {row.text(0),    row.integer(1),      row.text(2).toUtf8(), row.integer(3),
            row.integer(4), int(row.integer(5)), row.text(6),          row.maybeInteger(7)};
}

}  // namespace

Result<> OutboxStore::add(const WorkspaceId& workspace, const OutboxItem& item)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO outbox (workspace, target, seq, payload, created_at, next_try_at, attempts, error)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {workspace, item.target, item.seq, QString::fromUtf8(item.payload), item.createdAt, item.nextTryAt,
         item.attempts, item.error});
    if (!done)
        return done.error();
    return {};
}

Result<std::vector<OutboxItem>> OutboxStore::due(const WorkspaceId& workspace, const QString& target, Millis now,
                                                 int limit)
{
    return m_database.all(
        "SELECT target, seq, payload, created_at, next_try_at, attempts, error, begun_at FROM outbox"
        " WHERE workspace = ? AND target = ? AND next_try_at <= ? ORDER BY seq LIMIT ?",
        {workspace, target, now, limit}, read);
}

Result<> OutboxStore::confirm(const WorkspaceId& workspace, const QString& target, qint64 seq)
{
    const Result<qint64> done =
        m_database.run("DELETE FROM outbox WHERE workspace = ? AND target = ? AND seq = ?", {workspace, target, seq});
    if (!done)
        return done.error();
    return {};
}

Result<> OutboxStore::postpone(const WorkspaceId& workspace, const QString& target, qint64 seq, Millis nextTryAt,
                               const QString& error)
{
    const Result<qint64> done = m_database.run(
        "UPDATE outbox SET next_try_at = ?, attempts = attempts + 1, error = ?, begun_at = NULL WHERE workspace = ?"
        " AND target = ? AND seq = ?",
        {nextTryAt, error, workspace, target, seq});
    if (!done)
        return done.error();
    return {};
}

Result<qint64> OutboxStore::count(const WorkspaceId& workspace)
{
    return m_database.number("SELECT count(*) FROM outbox WHERE workspace = ?", {workspace});
}

Result<std::vector<WorkspaceId>> OutboxStore::waiting(const QString& target, Millis now)
{
    return m_database.all(
        "SELECT DISTINCT workspace FROM outbox WHERE target = ? AND next_try_at <= ? AND begun_at IS NULL",
        {target, now}, [](const Row& row) { return row.id<WorkspaceId>(0); });
}

Result<std::vector<OutboxItem>> OutboxStore::pending(const WorkspaceId& workspace, const QString& target, int limit)
{
    return m_database.all(
        "SELECT target, seq, payload, created_at, next_try_at, attempts, error, begun_at FROM outbox"
        " WHERE workspace = ? AND target = ? AND begun_at IS NULL ORDER BY seq LIMIT ?",
        {workspace, target, limit}, read);
}

Result<bool> OutboxStore::begin(const WorkspaceId& workspace, const QString& target, qint64 seq, Millis now)
{
    const Result<qint64> marked = m_database.run(
        "UPDATE outbox SET begun_at = ? WHERE workspace = ? AND target = ? AND seq = ? AND begun_at IS NULL",
        {now, workspace, target, seq});
    if (!marked)
        return marked.error();
    return *marked == 1;
}

Result<std::vector<OutboxStore::Interrupted>> OutboxStore::interrupted(const QString& target, Millis before)
{
    return m_database.all(
        "SELECT target, seq, payload, created_at, next_try_at, attempts, error, begun_at, workspace FROM outbox"
        " WHERE target = ? AND begun_at < ? ORDER BY workspace, seq",
        {target, before}, [](const Row& row) {
            return Interrupted{row.id<WorkspaceId>(8), read(row)};
        });
}

}  // namespace refrain::store
