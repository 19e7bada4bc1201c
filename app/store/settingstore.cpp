#include "store/settingstore.h"

namespace refrain::store {

namespace {

Vault::Place place(const WorkspaceId& workspace)
{
    return {QStringLiteral("signing_keys"), workspace.toString(), QStringLiteral("secret_key")};
}

}  // namespace

Result<std::optional<QByteArray>> SettingStore::find(const WorkspaceId& workspace, const QString& name)
{
    return m_database.first("SELECT value FROM settings WHERE workspace = ? AND name = ?", {workspace, name},
                            [](const Row& row) { return row.text(0).toUtf8(); });
}

Result<std::vector<std::pair<QString, QByteArray>>> SettingStore::all(const WorkspaceId& workspace)
{
    return m_database.all("SELECT name, value FROM settings WHERE workspace = ? ORDER BY name", {workspace},
                          [](const Row& row) { return std::pair(row.text(0), row.text(1).toUtf8()); });
}

Result<> SettingStore::put(const WorkspaceId& workspace, const QString& name, const QByteArray& json)
{
    const Result<qint64> done =
        m_database.run("INSERT OR REPLACE INTO settings (workspace, name, value) VALUES (?, ?, ?)",
                       {workspace, name, QString::fromUtf8(json)});
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<Secret>> SigningKeyStore::current(const WorkspaceId& workspace)
{
    const auto sealed =
        m_database.first("SELECT secret_key FROM signing_keys WHERE workspace = ? ORDER BY created_at DESC LIMIT 1",
                         {workspace}, [](const Row& row) { return row.bytes(0); });
    if (!sealed)
        return sealed.error();
    if (!*sealed)
        return std::optional<Secret>();
    Result<Secret> seed = m_vault.open(**sealed, place(workspace));
    if (!seed)
        return seed.error();
    return std::optional(*std::move(seed));
}

Result<> SigningKeyStore::add(const WorkspaceId& workspace, const QByteArray& publicKey, const Secret& seed, Millis at)
{
    const Result<qint64> done =
        m_database.run("INSERT INTO signing_keys (workspace, public_key, secret_key, created_at) VALUES (?, ?, ?, ?)",
                       {workspace, publicKey, m_vault.seal(seed, place(workspace)), at});
    if (!done)
        return done.error();
    return {};
}

Result<> SigningKeyStore::retireAll(Database& database, const WorkspaceId& workspace)
{
    const Result<qint64> done = database.run("DELETE FROM signing_keys WHERE workspace = ?", {workspace});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
