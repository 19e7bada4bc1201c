#include "base/log.h"
#include "service/oauth/flows.h"
#include "service/oauth/slackwords.h"
#include "slack/methods/teaminfo.h"
#include "slack/methods/usersinfo.h"
#include "store/subjectstore.h"

#include <QJsonArray>

namespace refrain::service {
namespace {

/// Without it there is no directory, and so nothing to opt out.
constexpr QLatin1String neededScope("users:read");

store::Workspace describe(const slack::OAuthGrant& grant, Millis now)
{
    store::Workspace workspace;
    workspace.id = grant.workspace();
    workspace.name = grant.workspaceName();
    workspace.enterprise = grant.enterpriseId;
    workspace.organizationWide = grant.isEnterpriseInstall;
    workspace.appId = grant.appId;
    workspace.botUser = grant.botUserId;
    workspace.scopes = grant.scopes;
    workspace.installedBy = grant.authedUserId;
    workspace.installedAt = now;
    return workspace;
}

AuditEntry byInstaller(const slack::User& installer, const QString& type)
{
    AuditEntry entry;
    entry.type = type;
    entry.outcome = QStringLiteral("accepted");
    entry.source = Source::Console;
    entry.actor = {ActorKind::SlackUser, installer.subject.id.toString(), installer.subject.name};
    return entry;
}

/// Admins who are still there; one whose account Slack deactivated cannot help anybody.
Result<bool> hasActiveAdmin(store::Database& database, const WorkspaceId& workspace)
{
    const Result<std::vector<store::Member>> members = store::MemberStore(database).all(workspace);
    if (!members)
        return members.error();
    for (const store::Member& member : *members) {
        if (member.role != Role::Admin)
            continue;
        const Result<std::optional<Subject>> subject =
            store::SubjectStore(database).find(workspace, SubjectId(member.user));
        if (!subject)
            return subject.error();
        if (!*subject || !(*subject)->deleted)
            return true;
    }
    return false;
}

}  // namespace

FlowResult InstallFlow::complete(const store::OAuthState& state, const QString& code) const
{
    const auto exchange = slack::OAuthV2Access::forCode(m_parts.app, code, m_parts.redirectUri);
    const Result<slack::OAuthGrant> grant = m_parts.api.run(slack::Credential{}, exchange);
    if (!grant)
        return fromSlackError(grant.error());
    if (std::optional<OAuthError> refused = refusal(state, *grant))
        return *refused;
    const slack::Credential bot{grant->workspace(), grant->bot.access};
    const Result<slack::User> installer = m_parts.api.run(bot, slack::UsersInfo(SubjectId(grant->authedUserId)));
    if (!installer)
        return fromSlackError(installer.error());
    return install(*grant, *installer);
}

std::optional<OAuthError> InstallFlow::refusal(const store::OAuthState& state, const slack::OAuthGrant& grant) const
{
    const WorkspaceId workspace = grant.workspace();
    if (!state.team.isEmpty() && state.team != workspace.toString() && state.team != grant.teamId)
        return OAuthError{QStringLiteral("access_denied"), QStringLiteral("wrong_workspace"),
                          QStringLiteral("Another workspace was chosen in Slack than the one asked for. Nothing was "
                                         "changed.")};
    if (grant.bot.access.isEmpty() || !grant.scopes.contains(neededScope))
        return OAuthError{
            QStringLiteral("invalid_scope"), QStringLiteral("missing_scopes"),
            QStringLiteral("Slack granted less than Refrain cannot do without: %1 is missing.").arg(neededScope)};
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return internalError(database.error());
    const Result<std::vector<store::Workspace>> known = store::WorkspaceStore(**database, m_parts.vault).all();
    if (!known)
        return internalError(known.error());
    const bool isKnown =
        std::any_of(known->begin(), known->end(), [&](const store::Workspace& other) { return other.id == workspace; });
    if (!m_parts.policy.admits(workspace, isKnown, !known->empty()))
        return OAuthError{QStringLiteral("access_denied"), QStringLiteral("closed"),
                          QStringLiteral("This backend does not take further workspaces. Whoever runs it can add %1 to "
                                         "REFRAIN_WORKSPACES.")
                              .arg(workspace.toString())};
    return std::nullopt;
}

FlowResult InstallFlow::install(const slack::OAuthGrant& grant, const slack::User& installer) const
{
    store::Workspace workspace = describe(grant, m_parts.clock.now());
    const slack::Credential bot{workspace.id, grant.bot.access};
    if (const Result<slack::TeamInfo::Response> team = m_parts.api.run(bot, slack::TeamInfo()); team) {
        workspace.domain = team->domain;
        if (workspace.name.isEmpty())
            workspace.name = team->name;
    }
    const Result<bool> mayEnter = m_parts.writer.write<bool>(workspace.id, [&](WorkspaceTransaction& transaction) {
        return store(transaction, workspace, grant, installer);
    });
    if (!mayEnter)
        return internalError(mayEnter.error());
    qCInfo(log::oauth) << "connected" << workspace.id.toString() << "with" << workspace.scopes.join(QLatin1Char(','));
    if (Result<> begun = m_parts.onConnected(workspace.id); !begun)
        return internalError(begun.error());
    if (!*mayEnter)
        return noRole();
    return SessionOwner{workspace.id, installer.subject.id.toString(), installer.subject.name};
}

Result<bool> InstallFlow::store(WorkspaceTransaction& transaction, const store::Workspace& workspace,
                                const slack::OAuthGrant& grant, const slack::User& installer) const
{
    store::WorkspaceStore workspaces(transaction.database(), m_parts.vault);
    const Result<std::optional<store::Workspace>> before = workspaces.find(workspace.id);
    if (!before)
        return before.error();
    if (Result<> done = workspaces.install(workspace, m_parts.tokens.toStored(grant.bot)); !done)
        return done.error();
    AuditEntry entry = byInstaller(installer, QStringLiteral("workspace"));
    entry.after = {{QStringLiteral("name"), workspace.name},
                   {QStringLiteral("scopes"), QJsonArray::fromStringList(workspace.scopes)}};
    if (Result<qint64> audited = transaction.audit(entry); !audited)
        return audited.error();
    return giveRole(transaction, !*before, installer);
}

Result<bool> InstallFlow::giveRole(WorkspaceTransaction& transaction, bool isFirst, const slack::User& installer) const
{
    store::MemberStore members(transaction.database());
    const QString user = installer.subject.id.toString();
    const Result<std::optional<store::Member>> member = members.find(transaction.workspace(), user);
    if (!member)
        return member.error();
    const Result<bool> hasAdmin = hasActiveAdmin(transaction.database(), transaction.workspace());
    if (!hasAdmin)
        return hasAdmin.error();
    // On a first connection nobody is admin yet; later, a Slack owner may come to the rescue of a workspace whose
    // admins are all gone.
    const bool becomesAdmin = !*hasAdmin && (isFirst || installer.subject.role == SubjectRole::Owner);
    if (!becomesAdmin)
        return member->has_value();
    const store::Member admin{user, installer.subject.name, Role::Admin, {}, transaction.now()};
    if (Result<> done = members.put(transaction.workspace(), admin); !done)
        return done.error();
    AuditEntry entry = byInstaller(installer, QStringLiteral("member"));
    entry.after = {{QStringLiteral("user"), user}, {QStringLiteral("role"), toString(Role::Admin)}};
    if (Result<qint64> audited = transaction.audit(entry); !audited)
        return audited.error();
    return true;
}

}  // namespace refrain::service
