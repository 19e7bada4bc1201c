#include "store/memberstore.h"

namespace refrain::store {

namespace {

Member read(const Row& row)
{
    return {row.text(0), row.text(1), roleFromString(row.text(2)).value_or(Role::Viewer), row.text(3), row.integer(4)};
}

}  // namespace

Result<std::optional<Member>> MemberStore::find(const WorkspaceId& workspace, const QString& user)
{
    return m_database.first(
        "SELECT user, name, role, granted_by, granted_at FROM members WHERE workspace = ? AND user = ?",
        {workspace, user}, read);
}

Result<std::vector<Member>> MemberStore::all(const WorkspaceId& workspace)
{
    return m_database.all(
        "SELECT user, name, role, granted_by, granted_at FROM members WHERE workspace = ? ORDER BY user", {workspace},
        read);
}

Result<> MemberStore::put(const WorkspaceId& workspace, const Member& member)
{
    const Result<qint64> done = m_database.run(
        "INSERT OR REPLACE INTO members (workspace, user, name, role, granted_by, granted_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        {workspace, member.user, member.name, toString(member.role), member.grantedBy, member.grantedAt});
    if (!done)
        return done.error();
    return {};
}

Result<bool> MemberStore::remove(const WorkspaceId& workspace, const QString& user)
{
    const Result<qint64> done =
        m_database.run("DELETE FROM members WHERE workspace = ? AND user = ?", {workspace, user});
    if (!done)
        return done.error();
    return *done > 0;
}

Result<bool> MemberStore::hasOtherAdmin(const WorkspaceId& workspace, const QString& user)
{
    const Result<qint64> found = m_database.number(
        "SELECT EXISTS (SELECT 1 FROM members AS m LEFT JOIN subjects AS s ON s.workspace = m.workspace AND s.id = "
        "m.user"
        " WHERE m.workspace = ? AND m.role = 'admin' AND m.user <> ? AND coalesce(s.deleted, 0) = 0)",
        {workspace, user});
    return found ? Result<bool>(*found == 1) : found.error();
}

Result<qint64> MemberStore::admins(const WorkspaceId& workspace)
{
    return m_database.number(
        "SELECT count(*) FROM members AS m LEFT JOIN subjects AS s ON s.workspace = m.workspace AND s.id = m.user"
        " WHERE m.workspace = ? AND m.role = 'admin' AND coalesce(s.deleted, 0) = 0",
        {workspace});
}

Result<qint64> MemberStore::adminsBesides(const WorkspaceId& workspace, const QString& user, const QString& granter,
                                          Millis since)
{
    return m_database.number(
        "SELECT count(*) FROM members AS m LEFT JOIN subjects AS s ON s.workspace = m.workspace AND s.id = m.user"
        " WHERE m.workspace = ? AND m.role = 'admin' AND m.user <> ? AND coalesce(s.deleted, 0) = 0"
        " AND NOT (m.granted_by = ? AND m.granted_at > ?)",
        {workspace, user, granter, since});
}

}  // namespace refrain::store
