#include "store/apikeystore.h"

namespace refrain::store {

namespace {

ApiKey read(const Row& row)
{
    return {row.id<WorkspaceId>(0),
            row.text(1),
            row.text(2),
            roleFromString(row.text(3)).value_or(Role::Viewer),
            row.text(4),
            row.integer(5),
            row.maybeInteger(6),
            row.maybeInteger(7)};
}

}  // namespace

Result<> ApiKeyStore::add(const ApiKey& key, const QByteArray& hash)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO api_keys (workspace, id, name, role, hash, created_by, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        {key.workspace, key.id, key.name, toString(key.role), hash, key.createdBy, key.createdAt});
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<ApiKey>> ApiKeyStore::findByHash(const QByteArray& hash)
{
    return m_database.first(
        "SELECT workspace, id, name, role, created_by, created_at, last_used_at, revoked_at FROM api_keys"
        " WHERE hash = ?",
        {hash}, read);
}

Result<std::vector<ApiKey>> ApiKeyStore::all(const WorkspaceId& workspace)
{
    return m_database.all(
        "SELECT workspace, id, name, role, created_by, created_at, last_used_at, revoked_at FROM api_keys"
        " WHERE workspace = ? ORDER BY created_at, id",
        {workspace}, read);
}

Result<bool> ApiKeyStore::revoke(const WorkspaceId& workspace, const QString& id, Millis at)
{
    const Result<qint64> done =
        m_database.run("UPDATE api_keys SET revoked_at = ? WHERE workspace = ? AND id = ? AND revoked_at IS NULL",
                       {at, workspace, id});
    if (!done)
        return done.error();
    return *done > 0;
}

Result<> ApiKeyStore::touch(const WorkspaceId& workspace, const QString& id, Millis at)
{
    const Result<qint64> done =
        m_database.run("UPDATE api_keys SET last_used_at = ? WHERE workspace = ? AND id = ?", {at, workspace, id});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
