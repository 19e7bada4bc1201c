#include "service/oauth/flows.h"
#include "service/oauth/slackwords.h"
#include "service/usecases/profiledesk.h"

namespace refrain::service {
namespace {

OAuthError denied(const char* reason, const QString& sentence)
{
    return {QStringLiteral("access_denied"), QString::fromLatin1(reason), sentence};
}

/// `channel_<name>`, as notifications name a channel.
QString distinctIdOf(const slack::IncomingWebhook& webhook)
{
    QString name = webhook.channel;
    if (name.startsWith(QLatin1Char('#')))
        name.remove(0, 1);
    return QStringLiteral("channel_%1").arg(name);
}

}  // namespace

FlowResult WebhookFlow::complete(const store::OAuthState& state, const QString& code) const
{
    const auto exchange = slack::OAuthV2Access::forCode(m_parts.app, code, m_parts.redirectUri);
    const Result<slack::OAuthGrant> grant = m_parts.api.run(slack::Credential{}, exchange);
    if (!grant)
        return fromSlackError(grant.error());
    if (!state.team.isEmpty() && state.team != grant->teamId && state.team != grant->workspace().toString())
        return denied("wrong_workspace", QStringLiteral("Another workspace was chosen in Slack than the one asked for. "
                                                        "Nothing was changed."));
    if (!grant->webhook || grant->webhook->url.isEmpty())
        return OAuthError{QStringLiteral("invalid_scope"), QStringLiteral("missing_scopes"),
                          QStringLiteral("Slack gave no address of a channel. Choose one in Slack's page.")};
    const Result<std::optional<SessionOwner>> owner = m_parts.writer.write<std::optional<SessionOwner>>(
        grant->workspace(), [&](WorkspaceTransaction& transaction) { return connectChannel(transaction, *grant); });
    if (!owner)
        return internalError(owner.error());
    if (!*owner)
        return denied("no_role",
                      QStringLiteral("Only a Refrain admin of a connected workspace may connect a channel."));
    return **owner;
}

Result<std::optional<SessionOwner>> WebhookFlow::connectChannel(WorkspaceTransaction& transaction,
                                                                const slack::OAuthGrant& grant) const
{
    const WorkspaceId& workspace = transaction.workspace();
    const auto member = store::MemberStore(transaction.database()).find(workspace, grant.authedUserId);
    if (!member)
        return member.error();
    if (!*member || (*member)->role != Role::Admin)
        return std::optional<SessionOwner>();
    // Slack retires the older of an app's tokens when it hands out a new one, so the newest counts.
    store::WorkspaceStore workspaces(transaction.database(), m_parts.vault);
    if (!grant.bot.access.isEmpty()) {
        if (Result<> done = workspaces.replaceTokens(workspace, m_parts.tokens.toStored(grant.bot)); !done)
            return done.error();
    }
    store::Profile profile;
    profile.distinctId = distinctIdOf(*grant.webhook);
    profile.addressKind = QStringLiteral("incoming_webhook");
    profile.address = grant.webhook->url;
    profile.aliasOf = SubjectId(grant.webhook->channelId);
    profile.updatedAt = transaction.now();
    const EditContext context{Source::Console, {ActorKind::SlackUser, (*member)->user, (*member)->name}, {}, {}};
    if (Result<> done = keepProfile(transaction, m_parts.vault, profile, context); !done)
        return done.error();
    return std::optional<SessionOwner>({workspace, (*member)->user, (*member)->name});
}

}  // namespace refrain::service
