#include "store/outboxstore.h"

namespace refrain::store {

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
        "SELECT target, seq, payload, created_at, next_try_at, attempts, error FROM outbox"
        " WHERE workspace = ? AND target = ? AND next_try_at <= ? ORDER BY seq LIMIT ?",
        {workspace, target, now, limit}, [](const Row& row) {
            return OutboxItem{row.text(0),    row.integer(1),      row.text(2).toUtf8(), row.integer(3),
                              row.integer(4), int(row.integer(5)), row.text(6)};
        });
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
        "UPDATE outbox SET next_try_at = ?, attempts = attempts + 1, error = ? WHERE workspace = ? AND target = ? AND "
        "seq = ?",
        {nextTryAt, error, workspace, target, seq});
    if (!done)
        return done.error();
    return {};
}

Result<qint64> OutboxStore::count(const WorkspaceId& workspace)
{
    return m_database.number("SELECT count(*) FROM outbox WHERE workspace = ?", {workspace});
}

}  // namespace refrain::store
