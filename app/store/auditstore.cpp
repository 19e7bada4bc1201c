#include "store/auditstore.h"

#include <limits>

namespace refrain::store {

namespace {

StoredEntry read(const Row& row)
{
    return {row.integer(0), row.bytes(1), {}};
}

}  // namespace

Result<TreeHash> StoredTree::hash(int level, qint64 index) const
{
    const auto found = m_database.first("SELECT hash FROM audit_nodes WHERE workspace = ? AND level = ? AND idx = ?",
                                        {m_workspace, level, index}, [](const Row& row) { return row.bytes(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error::corrupt(QStringLiteral("The audit log lacks a hash of its tree. Restore the database from a "
                                             "backup."),
                              QStringLiteral("%1 level %2 index %3").arg(m_workspace.toString()).arg(level).arg(index));
    return **found;
}

Result<qint64> AuditStore::append(const WorkspaceId& workspace, AuditEntry entry, Random& random)
{
    const Result<qint64> index = size(workspace);
    if (!index)
        return index;
    entry.workspace = workspace;
    entry.index = *index;
    const SealedEntry sealed = seal(entry, random);
    const auto completed = appendLeaf(StoredTree(m_database, workspace), *index, leafHash(sealed.leaf));
    if (!completed)
        return completed.error();
    if (Result<> done = insert(entry, sealed); !done)
        return done.error();
    for (const SubtreeHash& node : *completed) {
        const Result<qint64> done =
            m_database.run("INSERT INTO audit_nodes (workspace, level, idx, hash) VALUES (?, ?, ?, ?)",
                           {workspace, node.level, node.index, node.hash});
        if (!done)
            return done;
    }
    const Result<qint64> counted =
        m_database.run("UPDATE workspaces SET audit_size = ? WHERE workspace = ?", {*index + 1, workspace});
    if (!counted)
        return counted;
    return index;
}

Result<> AuditStore::insert(const AuditEntry& entry, const SealedEntry& sealed)
{
    const Result<qint64> kept = m_database.run(
        "INSERT INTO audit_entries (workspace, idx, leaf, seq, type, category, source, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {entry.workspace, entry.index, sealed.leaf, entry.seq, entry.type, entry.category, toString(entry.source),
         entry.at});
    if (!kept)
        return kept.error();
    for (const Opening& opening : sealed.openings) {
        const Result<qint64> done =
            m_database.run("INSERT INTO audit_openings (workspace, idx, field, value, salt) VALUES (?, ?, ?, ?, ?)",
                           {entry.workspace, entry.index, opening.pointer, opening.value, opening.salt});
        if (!done)
            return done.error();
    }
    return {};
}

Result<qint64> AuditStore::size(const WorkspaceId& workspace)
{
    return m_database.number("SELECT audit_size FROM workspaces WHERE workspace = ?", {workspace});
}

Result<std::optional<StoredEntry>> AuditStore::entry(const WorkspaceId& workspace, qint64 index)
{
    auto found =
        m_database.all("SELECT idx, leaf FROM audit_entries WHERE workspace = ? AND idx = ?", {workspace, index}, read);
    if (!found)
        return found.error();
    if (found->empty())
        return std::optional<StoredEntry>();
    if (Result<> done = addOpenings(workspace, *found); !done)
        return done.error();
    return std::optional(std::move(found->front()));
}

Result<std::vector<StoredEntry>> AuditStore::page(const WorkspaceId& workspace, const AuditQuery& query)
{
    const QString source = query.source ? toString(*query.source) : QString();
    const Values rest{query.after,
                      query.category,
                      query.category,
                      source,
                      source,
                      query.from.value_or(0),
                      query.to.value_or(std::numeric_limits<Millis>::max()),
                      query.actor,
                      query.actor,
                      query.limit};
    Values values{workspace};
    if (!query.subject.isEmpty())
        values.emplace_back(query.subject);
    values.insert(values.end(), rest.begin(), rest.end());
    // Two statements, because one subject's entries are few and found by index, while all entries are many.
    auto found = query.subject.isEmpty()
                     ? m_database.all(
                           "SELECT idx, leaf FROM audit_entries e WHERE workspace = ? AND idx > ?"
                           " AND (? = '' OR category = ?) AND (? = '' OR source = ?) AND at >= ? AND at < ?"
                           " AND (? = '' OR EXISTS (SELECT 1 FROM audit_openings a WHERE"
                           " a.workspace = e.workspace AND a.idx = e.idx AND a.field = '/actor/id'"
                           " AND a.value = ?)) ORDER BY idx LIMIT ?",
                           values, read)
                     : m_database.all(
                           "SELECT e.idx, e.leaf FROM audit_openings o CROSS JOIN audit_entries e"
                           " ON e.workspace = o.workspace AND e.idx = o.idx"
                           " WHERE o.workspace = ? AND o.field = '/subject' AND o.value = ? AND o.idx > ?"
                           " AND (? = '' OR category = ?) AND (? = '' OR source = ?) AND at >= ? AND at < ?"
                           " AND (? = '' OR EXISTS (SELECT 1 FROM audit_openings a WHERE"
                           " a.workspace = e.workspace AND a.idx = e.idx AND a.field = '/actor/id'"
                           " AND a.value = ?)) ORDER BY o.idx LIMIT ?",
                           values, read);
    if (!found)
        return found;
    if (Result<> done = addOpenings(workspace, *found); !done)
        return done.error();
    return found;
}

Result<> AuditStore::addOpenings(const WorkspaceId& workspace, std::vector<StoredEntry>& entries)
{
    for (StoredEntry& entry : entries) {
        auto openings = m_database.all("SELECT field, value, salt FROM audit_openings WHERE workspace = ? AND idx = ?",
                                       {workspace, entry.index}, [](const Row& row) {
                                           return Opening{row.text(0), row.text(1), row.bytes(2)};
                                       });
        if (!openings)
            return openings.error();
        entry.openings = *std::move(openings);
    }
    return {};
}

Result<QByteArray> AuditStore::checkpoint(const WorkspaceId& workspace, qint64 size)
{
    const auto found = m_database.first("SELECT note FROM checkpoints WHERE workspace = ? AND size = ?",
                                        {workspace, size}, [](const Row& row) { return row.text(0).toUtf8(); });
    if (!found)
        return found.error();
    return found->value_or(QByteArray());
}

Result<> AuditStore::keepCheckpoint(const WorkspaceId& workspace, qint64 size, const QByteArray& note, Millis at)
{
    const Result<qint64> done =
        m_database.run("INSERT OR IGNORE INTO checkpoints (workspace, size, note, at) VALUES (?, ?, ?, ?)",
                       {workspace, size, QString::fromUtf8(note), at});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
