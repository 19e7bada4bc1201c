#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"
#include "store/vault.h"

namespace refrain::store {

/// A workspace's settings: a name and a JSON text each.
class SettingStore {
public:
    explicit SettingStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<QByteArray>> find(const WorkspaceId& workspace, const QString& name);
    [[nodiscard]] Result<std::vector<std::pair<QString, QByteArray>>> all(const WorkspaceId& workspace);
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const QString& name, const QByteArray& json);

private:
    Database& m_database;
};

/// The key that signs a workspace's checkpoints. The newest signs; older ones stay, for what they signed.
class SigningKeyStore {
public:
    SigningKeyStore(Database& database, const Vault& vault) : m_database(database), m_vault(vault) {}

    /// The newest key's seed, nothing where there is none yet.
    [[nodiscard]] Result<std::optional<Secret>> current(const WorkspaceId& workspace);
    [[nodiscard]] Result<> add(const WorkspaceId& workspace, const QByteArray& publicKey, const Secret& seed,
                               Millis at);
    /// No key of the past signs again: the next checkpoint makes a new one.
    [[nodiscard]] static Result<> retireAll(Database& database, const WorkspaceId& workspace);

private:
    Database& m_database;
    const Vault& m_vault;
};

}  // namespace refrain::store
