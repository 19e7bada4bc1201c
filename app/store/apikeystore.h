#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"
#include "store/database.h"

namespace refrain::store {

/// A key of another program's. The key itself is shown once and kept only as its SHA-256.
struct ApiKey {
    WorkspaceId workspace;
    QString id;
    QString name;
    Role role = Role::Service;
    QString createdBy;
    Millis createdAt = 0;
    std::optional<Millis> lastUsedAt;
    std::optional<Millis> revokedAt;
};

class ApiKeyStore {
public:
    explicit ApiKeyStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<> add(const ApiKey& key, const QByteArray& hash);
    [[nodiscard]] Result<std::optional<ApiKey>> findByHash(const QByteArray& hash);
    [[nodiscard]] Result<std::vector<ApiKey>> all(const WorkspaceId& workspace);
    /// False where there is none that is still good.
    [[nodiscard]] Result<bool> revoke(const WorkspaceId& workspace, const QString& id, Millis at);
    [[nodiscard]] Result<> touch(const WorkspaceId& workspace, const QString& id, Millis at);

private:
    Database& m_database;
};

}  // namespace refrain::store
