#include "service/oauth/slackwords.h"

#include "slack/failure.h"

namespace refrain::service {
namespace {

struct Entry {
    const char* word;    ///< Slack's.
    const char* error;   ///< OAuth's.
    const char* reason;  ///< Ours, for the console.
    const char* sentence;
};

constexpr Entry entries[] = {
    {"access_denied", "access_denied", "denied", "Access was declined in Slack. Nothing was changed."},
    {"unapproved_scope", "access_denied", "approval_pending",
     "A Slack admin of this workspace must approve Refrain first. Ask one, then try again."},
    {"app_approval_pending", "access_denied", "approval_pending",
     "A Slack admin of this workspace must approve Refrain first. Ask one, then try again."},
    {"restricted_action", "access_denied", "approval_pending",
     "This workspace lets only some people install apps. Ask a Slack admin to approve Refrain."},
    {"user_email_unverified", "access_denied", "email_unverified",
     "Slack wants you to confirm your e-mail address first. Do that in Slack, then try again."},
    {"invalid_team_for_non_distributed_app", "access_denied", "not_distributed",
     "The Slack app belongs to another workspace and is not distributed. Make the app in this workspace, or turn its "
     "public distribution on."},
    {"scope_not_allowed_on_enterprise", "invalid_scope", "missing_scopes",
     "Your organization does not allow one of the permissions that Refrain needs. Ask an organization admin."},
    {"cannot_install_an_org_installed_app", "access_denied", "organization_wide",
     "Refrain is installed in your whole organization already. Choose the organization in Slack's page."},
    {"invalid_scope", "invalid_scope", "not_configured",
     "The Slack app does not have the permissions that Refrain asks for. Update it from Refrain's manifest."},
    {"no_scopes", "invalid_scope", "not_configured",
     "The Slack app has no permissions at all. Update it from Refrain's manifest."},
    {"bad_redirect_uri", "server_error", "not_configured",
     "The Slack app does not know this backend's redirect address. Add <public URL>/slack/oauth/callback to it."},
    {"bad_client_secret", "server_error", "not_configured",
     "REFRAIN_SLACK_CLIENT_SECRET is not the Slack app's client secret."},
    {"invalid_client_id", "server_error", "not_configured", "REFRAIN_SLACK_CLIENT_ID is not a Slack app's client id."},
    {"pkce_not_allowed", "server_error", "not_configured", "The Slack app's sign-in settings do not fit a server."},
    {"invalid_code", "server_error", "expired", "Slack's permission was used or too old. Try again from the start."},
    {"code_already_used", "server_error", "expired",
     "Slack's permission was used or too old. Try again from the start."},
    {"invalid_code_verifier", "server_error", "internal", "Slack refused Refrain's exchange. Try again."},
    {"invalid_grant_type", "server_error", "internal", "Slack refused Refrain's exchange. Try again."},
    {"oauth_authorization_url_mismatch", "server_error", "internal", "Slack refused Refrain's exchange. Try again."},
    {"preview_feature_not_available", "server_error", "internal",
     "Slack says that the app uses a feature which this workspace does not have."},
};

OAuthError unavailable()
{
    return {QStringLiteral("temporarily_unavailable"), QStringLiteral("slack_unavailable"),
            QStringLiteral("Slack does not answer right now. Nothing was changed; try again in a minute.")};
}

}  // namespace

OAuthError fromSlackWord(const QString& word)
{
    for (const Entry& entry : entries) {
        if (word == QLatin1String(entry.word))
            return {QString::fromLatin1(entry.error), QString::fromLatin1(entry.reason),
                    QString::fromUtf8(entry.sentence)};
    }
    return {QStringLiteral("server_error"), QStringLiteral("refused"),
            QStringLiteral("Slack refused with \"%1\". Nothing was changed.").arg(word.left(80))};
}

OAuthError fromSlackError(const Error& error)
{
    if (error.isTransient())
        return unavailable();
    if (slack::isDeadToken(error))
        return {QStringLiteral("access_denied"), QStringLiteral("disconnected"),
                QStringLiteral("Refrain was removed from this workspace, or its access ended. An admin must connect it "
                               "again.")};
    if (const QString word = slack::errorWord(error); !word.isEmpty())
        return fromSlackWord(word);
    return {QStringLiteral("server_error"), QStringLiteral("internal"), error.message()};
}

}  // namespace refrain::service
