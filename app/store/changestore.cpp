#include "store/changestore.h"

#include "store/manyrows.h"

namespace refrain::store {

namespace {

ChangeRecord read(const Row& row)
{
    ChangeRecord change;
    change.seq = row.integer(0);
    change.type = row.text(1);
    change.subject = row.id<SubjectId>(2);
    change.category = row.id<CategorySlug>(3);
    change.at = row.integer(4);
    change.source = sourceFromString(row.text(5));
    change.actor = {actorKindFromString(row.text(6)).value_or(ActorKind::System), row.text(7), row.text(8)};
    change.reason = row.text(9);
    change.before = row.bytes(10);
    change.after = row.bytes(11);
    return change;
}

}  // namespace

Result<> ChangeStore::append(const WorkspaceId& workspace, const ChangeRecord& change)
{
    return appendAll(workspace, 1, [&change](std::size_t) -> const ChangeRecord& { return change; });
}

Result<> ChangeStore::appendAll(const WorkspaceId& workspace, std::size_t count, const RecordAt& recordAt)
{
    Insertion<
        "INSERT INTO changes (workspace, seq, type, subject, category, at, source, actor_kind, actor_id,"
        " actor_name, reason, before_json, after_json, asked_at) VALUES ",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)">
        rows(m_database);
    for (std::size_t i = 0; i < count; ++i) {
        const ChangeRecord& change = recordAt(i);
        const Result<> added = rows.add(workspace, change.seq, change.type, change.subject, change.category, change.at,
                                        change.source ? toString(*change.source) : QString(),
                                        toString(change.actor.kind), change.actor.id, change.actor.name, change.reason,
                                        Value::utf8(change.before), Value::utf8(change.after), change.askedAt);
        if (!added)
            return added;
    }
    return rows.end();
}

Result<> ChangeStore::setLastSeq(const WorkspaceId& workspace, qint64 seq)
{
    const Result<qint64> done = m_database.run("UPDATE workspaces SET seq = ? WHERE workspace = ?", {seq, workspace});
    if (!done)
        return done.error();
    return {};
}

Result<qint64> ChangeStore::lastSeq(const WorkspaceId& workspace)
{
    const auto seq = m_database.first("SELECT seq FROM workspaces WHERE workspace = ?", {workspace},
                                      [](const Row& row) { return row.integer(0); });
    if (!seq)
        return seq.error();
    if (!*seq)
        return Error::notFound(QStringLiteral("This workspace is not connected."), workspace.toString());
    return **seq;
}

Result<qint64> ChangeStore::keptAfter(const WorkspaceId& workspace)
{
    return m_database.number("SELECT kept_after FROM workspaces WHERE workspace = ?", {workspace});
}

Result<std::vector<ChangeRecord>> ChangeStore::after(const WorkspaceId& workspace, qint64 seq, int limit)
{
    return m_database.all(
        "SELECT seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,"
        " after_json FROM changes WHERE workspace = ? AND seq > ? ORDER BY seq LIMIT ?",
        {workspace, seq, limit}, read);
}

Result<std::vector<ChangeRecord>> ChangeStore::preferencesBetween(const WorkspaceId& workspace, qint64 first,
                                                                  qint64 last, int limit)
{
    return m_database.all(
        "SELECT seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,"
        " after_json FROM changes WHERE workspace = ? AND seq BETWEEN ? AND ? AND type = 'preference'"
        " ORDER BY seq DESC LIMIT ?",
        {workspace, first, last, limit}, read);
}

Result<std::vector<ChangeRecord>> ChangeStore::ofSubject(const WorkspaceId& workspace, const SubjectId& subject,
                                                         qint64 before, int limit)
{
    return m_database.all(
        "SELECT seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,"
        " after_json FROM changes INDEXED BY changes_by_subject WHERE workspace = ? AND subject = ? AND (? = 0 OR seq "
        "< ?)"
        " ORDER BY seq DESC LIMIT ?",
        {workspace, subject, before, before, limit}, read);
}

Result<std::vector<ChangeRecord>> ChangeStore::forOthersBy(const WorkspaceId& workspace, const SubjectId& person,
                                                           int limit)
{
    return m_database.all(
        "SELECT seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,"
        " after_json FROM changes INDEXED BY changes_for_others WHERE workspace = ? AND actor_id = ?"
        " AND type = 'preference' AND actor_kind = 'slack_user' AND subject <> actor_id ORDER BY seq DESC LIMIT ?",
        {workspace, person, limit}, read);
}

Result<std::vector<ChangeRecord>> ChangeStore::directoryOf(const WorkspaceId& workspace, const SubjectId& subject,
                                                           Millis until, int limit)
{
    return m_database.all(
        "SELECT seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,"
        " after_json FROM changes INDEXED BY changes_by_subject WHERE workspace = ? AND subject = ? AND category = ''"
        " AND type = 'subject' AND at <= ? ORDER BY seq DESC LIMIT ?",
        {workspace, subject, until, limit}, read);
}

Result<std::optional<ChangeRecord>> ChangeStore::lastUntil(const WorkspaceId& workspace, const SubjectId& subject,
                                                           const CategorySlug& category, Millis at)
{
    // The index is named, because for "newest first" SQLite would rather walk the whole feed backwards.
    return m_database.first(
        "SELECT seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,"
        " after_json FROM changes INDEXED BY changes_by_subject WHERE workspace = ? AND subject = ? AND category = ? "
        "AND at <= ? AND type <> 'profile'"
        " ORDER BY seq DESC LIMIT 1",
        {workspace, subject, category, at}, read);
}

Result<> ChangeStore::rewrite(const WorkspaceId& workspace, const ChangeRecord& change)
{
    const Result<qint64> done = m_database.run(
        "UPDATE changes SET actor_name = ?, reason = ?, before_json = ?, after_json = ? WHERE workspace = ? AND seq = "
        "?",
        {change.actor.name, change.reason, Value::utf8(change.before), Value::utf8(change.after), workspace,
         change.seq});
    if (!done)
        return done.error();
    return {};
}

Result<> ChangeStore::keepFrom(const WorkspaceId& workspace, qint64 seq)
{
    const Result<qint64> done =
        m_database.run("UPDATE workspaces SET kept_after = ? WHERE workspace = ?", {seq, workspace});
    if (!done)
        return done.error();
    return {};
}

Result<> ChangeStore::forgetDirectory(const WorkspaceId& workspace, qint64 seq)
{
    if (Result<qint64> gone = m_database.run(
            "DELETE FROM changes WHERE workspace = ? AND seq <= ? AND type = 'subject'", {workspace, seq});
        !gone)
        return gone.error();
    const Result<qint64> done = m_database.run(
        "UPDATE workspaces SET kept_after = max(kept_after, min(?, seq)) WHERE workspace = ?", {seq, workspace});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
