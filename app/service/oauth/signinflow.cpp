#include "base/log.h"
#include "service/oauth/flows.h"
#include "service/oauth/slackwords.h"
#include "slack/methods/openidconnecttoken.h"
#include "slack/methods/usersinfo.h"

namespace refrain::service {
namespace {

/// Slack signs as itself, whatever address its methods are reached at.
QString issuerOf(const QUrl& slackUrl)
{
    const bool isGov = slackUrl.host().endsWith(QLatin1String("slack-gov.com"));
    return isGov ? QStringLiteral("https://slack-gov.com") : QStringLiteral("https://slack.com");
}

OAuthError denied(const char* reason, const QString& sentence)
{
    return {QStringLiteral("access_denied"), QString::fromLatin1(reason), sentence};
}

}  // namespace

OAuthError noRole()
{
    return denied("no_role",
                  QStringLiteral("You are signed in to Slack, but nobody gave you a role in Refrain yet. Ask "
                                 "a Refrain admin of your workspace."));
}

OAuthError internalError(const Error& error)
{
    qCWarning(log::oauth) << error.toString();
    if (error.isTransient())
        return {QStringLiteral("temporarily_unavailable"), QStringLiteral("unavailable"), error.message()};
    return {QStringLiteral("server_error"), QStringLiteral("internal"), error.message()};
}

FlowResult SignInFlow::complete(const store::OAuthState& state, const QString& code) const
{
    const slack::OpenIdConnectToken exchange(m_parts.app, code, m_parts.redirectUri);
    const Result<slack::OpenIdConnectToken::Response> token = m_parts.api.run(slack::Credential{}, exchange);
    if (!token)
        return fromSlackError(token.error());
    const Result<QJsonObject> keys = m_parts.api.openIdKeys();
    if (!keys)
        return fromSlackError(keys.error());
    const slack::IdTokenExpectation expected{issuerOf(m_parts.slackUrl), m_parts.app.clientId, state.nonce,
                                             m_parts.clock.now()};
    const Result<slack::IdClaims> who = slack::verifyIdToken(token->idToken, *keys, expected);
    if (!who) {
        qCWarning(log::oauth) << "id_token refused:" << who.error().context();
        return denied("forged", who.error().message());
    }
    const Result<std::optional<WorkspaceId>> workspace = workspaceOf(*who);
    if (!workspace)
        return internalError(workspace.error());
    const bool isAsked = state.team.isEmpty() || state.team == who->teamId || state.team == who->enterpriseId;
    if (!*workspace || !isAsked)
        return denied("wrong_workspace",
                      *workspace ? QStringLiteral("You signed in to another workspace than the one asked for.")
                                 : QStringLiteral("The workspace you signed in to is not connected to this backend. "
                                                  "Sign in to the right one, or ask an admin to connect it."));
    return admit(**workspace, *who);
}

Result<std::optional<WorkspaceId>> SignInFlow::workspaceOf(const slack::IdClaims& who) const
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    store::WorkspaceStore workspaces(**database, m_parts.vault);
    for (const QString& id : {who.teamId, who.enterpriseId}) {
        const Result<std::optional<store::Workspace>> found = workspaces.find(WorkspaceId(id));
        if (!found)
            return found.error();
        if (*found)
            return std::optional<WorkspaceId>(WorkspaceId(id));
    }
    return std::optional<WorkspaceId>();
}

FlowResult SignInFlow::admit(const WorkspaceId& workspace, const slack::IdClaims& who) const
{
    // What the person is comes from Slack by the bot's token, never by way of the browser.
    const Result<slack::User> user = m_parts.tokens.run(workspace, slack::UsersInfo(SubjectId(who.userId)));
    if (!user)
        return fromSlackError(user.error());
    if (user->subject.deleted)
        return denied("deactivated", QStringLiteral("Your Slack account in this workspace is deactivated."));
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return internalError(database.error());
    const Result<std::optional<store::Member>> member = store::MemberStore(**database).find(workspace, who.userId);
    if (!member)
        return internalError(member.error());
    if (!*member)
        return noRole();
    return SessionOwner{workspace, who.userId, user->subject.name};
}

}  // namespace refrain::service
