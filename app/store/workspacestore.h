#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/secret.h"
#include "store/database.h"
#include "store/vault.h"

#include <QStringList>

namespace refrain::store {

enum class WorkspaceStatus {
    Active,
    Revoked,      ///< Slack no longer takes the token; everything else is kept.
    Uninstalled,  ///< The app was removed; preferences are kept.
};

[[nodiscard]] QString toString(WorkspaceStatus status);
[[nodiscard]] std::optional<WorkspaceStatus> workspaceStatusFromString(const QString& name);

/// One installation, without its secrets.
struct Workspace {
    WorkspaceId id;
    QString name;
    QString domain;
    QString enterprise;
    bool organizationWide = false;
    QString appId;
    QString botUser;
    QStringList scopes;
    std::optional<Millis> tokenExpiresAt;
    WorkspaceStatus status = WorkspaceStatus::Active;
    QString installedBy;
    Millis installedAt = 0;
    qint64 seq = 0;        ///< Number of the last accepted change; written by ChangeStore alone.
    qint64 auditSize = 0;  ///< Number of audit entries; written by AuditStore alone.
};

/// Slack's tokens of a workspace.
struct BotTokens {
    Secret access;
    Secret refresh;  ///< Empty without rotation.
    std::optional<Millis> expiresAt;
};

/// Workspaces and their Slack tokens. As all stores: cheap to make where it is needed, in the connection's thread, and
/// what several calls must do together stands in one transaction of the caller's.
class WorkspaceStore {
public:
    WorkspaceStore(Database& database, const Vault& vault) : m_database(database), m_vault(vault) {}

    [[nodiscard]] Result<std::optional<Workspace>> find(const WorkspaceId& id);
    [[nodiscard]] Result<std::vector<Workspace>> all();

    /// First install and every later one: all but `seq` and `auditSize` is replaced, `installedAt` is kept.
    [[nodiscard]] Result<> install(const Workspace& workspace, const BotTokens& tokens);
    [[nodiscard]] Result<> setStatus(const WorkspaceId& id, WorkspaceStatus status);
    [[nodiscard]] Result<> rename(const WorkspaceId& id, const QString& name, const QString& domain);

    /// NotFound where the workspace is unknown; empty secrets where it has none.
    [[nodiscard]] Result<BotTokens> tokens(const WorkspaceId& id);
    [[nodiscard]] Result<> replaceTokens(const WorkspaceId& id, const BotTokens& tokens);

private:
    Database& m_database;
    const Vault& m_vault;
};

}  // namespace refrain::store
