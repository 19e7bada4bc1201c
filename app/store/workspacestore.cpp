#include "store/workspacestore.h"

#include "base/enumnames.h"

namespace refrain::store {

namespace {

constexpr EnumNames<WorkspaceStatus, 3> statusNames{{{
    {WorkspaceStatus::Active, "active"},
    {WorkspaceStatus::Revoked, "revoked"},
    {WorkspaceStatus::Uninstalled, "uninstalled"},
}}};

Vault::Place place(const WorkspaceId& id, const char* column)
{
    return {QStringLiteral("workspaces"), id.toString(), QString::fromLatin1(column)};
}

Workspace read(const Row& row)
{
    Workspace workspace;
    workspace.id = row.id<WorkspaceId>(0);
    workspace.name = row.text(1);
    workspace.domain = row.text(2);
    workspace.enterprise = row.text(3);
    workspace.organizationWide = row.flag(4);
    workspace.appId = row.text(5);
    workspace.botUser = row.text(6);
    workspace.scopes = row.text(7).split(QLatin1Char(','), Qt::SkipEmptyParts);
    workspace.tokenExpiresAt = row.maybeInteger(8);
    workspace.status = statusNames.value(row.text(9)).value_or(WorkspaceStatus::Revoked);
    workspace.installedBy = row.text(10);
    workspace.installedAt = row.integer(11);
    workspace.seq = row.integer(12);
    workspace.auditSize = row.integer(13);
    return workspace;
}

Result<> oneRow(const Result<qint64>& changed, const WorkspaceId& id)
{
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return Error::notFound(QStringLiteral("This workspace is not connected."), id.toString());
    return {};
}

}  // namespace

QString toString(WorkspaceStatus status)
{
    return statusNames.name(status);
}

std::optional<WorkspaceStatus> workspaceStatusFromString(const QString& name)
{
    return statusNames.value(name);
}

Result<std::optional<Workspace>> WorkspaceStore::find(const WorkspaceId& id)
{
    return m_database.first(
        "SELECT workspace, name, domain, enterprise, organization_wide, app_id, bot_user, scopes, token_expires_at,"
        " status, installed_by, installed_at, seq, audit_size FROM workspaces WHERE workspace = ?",
        {id}, read);
}

Result<std::vector<Workspace>> WorkspaceStore::all()
{
    return m_database.all(
        "SELECT workspace, name, domain, enterprise, organization_wide, app_id, bot_user, scopes, token_expires_at,"
        " status, installed_by, installed_at, seq, audit_size FROM workspaces ORDER BY workspace",
        {}, read);
}

Result<> WorkspaceStore::install(const Workspace& workspace, const BotTokens& tokens)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO workspaces (workspace, name, domain, enterprise, organization_wide, app_id, bot_user, scopes,"
        " bot_token, refresh_token, token_expires_at, status, installed_by, installed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (workspace) DO UPDATE SET name = excluded.name, domain = excluded.domain,"
        " enterprise = excluded.enterprise, organization_wide = excluded.organization_wide, app_id = excluded.app_id,"
        " bot_user = excluded.bot_user, scopes = excluded.scopes, bot_token = excluded.bot_token,"
        " refresh_token = excluded.refresh_token, token_expires_at = excluded.token_expires_at,"
        " status = excluded.status, installed_by = excluded.installed_by",
        {workspace.id, workspace.name, workspace.domain, workspace.enterprise, workspace.organizationWide,
         workspace.appId, workspace.botUser, workspace.scopes.join(QLatin1Char(',')),
         m_vault.seal(tokens.access, place(workspace.id, "bot_token")),
         m_vault.seal(tokens.refresh, place(workspace.id, "refresh_token")), tokens.expiresAt,
         toString(workspace.status), workspace.installedBy, workspace.installedAt});
    return oneRow(done, workspace.id);
}

Result<> WorkspaceStore::setStatus(const WorkspaceId& id, WorkspaceStatus status)
{
    return oneRow(m_database.run("UPDATE workspaces SET status = ? WHERE workspace = ?", {toString(status), id}), id);
}

Result<> WorkspaceStore::rename(const WorkspaceId& id, const QString& name, const QString& domain)
{
    return oneRow(m_database.run("UPDATE workspaces SET name = ?, domain = ? WHERE workspace = ?", {name, domain, id}),
                  id);
}

Result<BotTokens> WorkspaceStore::tokens(const WorkspaceId& id)
{
    const auto sealed = m_database.first(
        "SELECT bot_token, refresh_token, token_expires_at FROM workspaces WHERE workspace = ?", {id},
        [](const Row& row) { return std::make_tuple(row.bytes(0), row.bytes(1), row.maybeInteger(2)); });
    if (!sealed)
        return sealed.error();
    if (!*sealed)
        return Error::notFound(QStringLiteral("This workspace is not connected."), id.toString());
    const auto& [access, refresh, expiresAt] = **sealed;
    Result<Secret> bot = m_vault.open(access, place(id, "bot_token"));
    if (!bot)
        return bot.error();
    Result<Secret> renewal = m_vault.open(refresh, place(id, "refresh_token"));
    if (!renewal)
        return renewal.error();
    return BotTokens{*bot, *renewal, expiresAt};
}

Result<> WorkspaceStore::replaceTokens(const WorkspaceId& id, const BotTokens& tokens)
{
    return oneRow(m_database.run("UPDATE workspaces SET bot_token = ?, refresh_token = ?, token_expires_at = ?"
                                 " WHERE workspace = ?",
                                 {m_vault.seal(tokens.access, place(id, "bot_token")),
                                  m_vault.seal(tokens.refresh, place(id, "refresh_token")), tokens.expiresAt, id}),
                  id);
}

}  // namespace refrain::store
