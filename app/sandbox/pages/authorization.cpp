#include "sandbox/pages/authorization.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace refrain::sandbox {

namespace {

/// Scopes of bots and users that Slack knows (docs.slack.dev/reference/scopes), as far as an app of
/// this kind could ask for them.
constexpr std::array knownScopes{
    "app_mentions:read",
    "bookmarks:read",
    "calls:read",
    "canvases:read",
    "channels:history",
    "channels:join",
    "channels:manage",
    "channels:read",
    "channels:write",
    "channels:write.invites",
    "chat:write",
    "chat:write.customize",
    "chat:write.public",
    "commands",
    "conversations.connect:read",
    "dnd:read",
    "emoji:read",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "groups:write",
    "im:history",
    "im:read",
    "im:write",
    "incoming-webhook",
    "links:read",
    "links:write",
    "metadata.message:read",
    "mpim:history",
    "mpim:read",
    "mpim:write",
    "pins:read",
    "pins:write",
    "reactions:read",
    "reactions:write",
    "reminders:read",
    "reminders:write",
    "remote_files:read",
    "search:read",
    "team:read",
    "team.preferences:read",
    "usergroups:read",
    "usergroups:write",
    "users.profile:read",
    "users:read",
    "users:read.email",
    "users:write",
    "workflow.steps:execute",
    "admin",
    "admin.users:read",
    "auditlogs:read",
    "identify",
};

bool isKnown(const QString& scope)
{
    return std::any_of(knownScopes.begin(), knownScopes.end(),
                       [&](const char* known) { return scope == QLatin1String(known); });
}

/// https anywhere, or plain http to this computer; never with a fragment.
bool isGoodRedirect(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || !url.userInfo().isEmpty())
        return false;
    const QString host = url.host();
    const bool local = host == u"localhost" || host == u"127.0.0.1" || host == u"::1";
    return url.scheme() == u"https" || (url.scheme() == u"http" && local);
}

QStringList scopesOf(const web::Parameters& query, QStringView name, const QString& separator)
{
    QStringList scopes;
    for (const QString& scope : query.value(name).split(separator, Qt::SkipEmptyParts)) {
        if (!scopes.contains(scope.trimmed()))
            scopes << scope.trimmed();
    }
    return scopes;
}

std::optional<Authorization::Problem> commonProblem(const web::Parameters& query, const AppSettings& app)
{
    if (query.value(u"client_id") != app.clientId)
        return Authorization::Problem{QStringLiteral("invalid_client_id"),
                                      QStringLiteral("No app has this client_id in the practice workspace.")};
    if (!isGoodRedirect(query.value(u"redirect_uri")))
        return Authorization::Problem{
            QStringLiteral("bad_redirect_uri"),
            QStringLiteral("The redirect_uri has to be https, or http to this computer, and without a fragment.")};
    return std::nullopt;
}

}  // namespace

QByteArray Authorization::back(const QString& name, const QString& value) const
{
    QByteArray address = redirectUri.toUtf8();
    address += redirectUri.contains(u'?') ? '&' : '?';
    address += name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
    return address + "&state=" + QUrl::toPercentEncoding(state);
}

Authorization::Read Authorization::install(const web::Parameters& query, const AppSettings& app)
{
    Read read;
    read.problem = commonProblem(query, app);
    Authorization& request = read.request;
    request.botScopes = scopesOf(query, u"scope", QStringLiteral(","));
    request.userScopes = scopesOf(query, u"user_scope", QStringLiteral(","));
    request.redirectUri = query.value(u"redirect_uri");
    request.state = query.value(u"state");
    if (read.problem)
        return read;
    const QStringList all = request.botScopes + request.userScopes;
    if (all.isEmpty())
        read.problem = Problem{QStringLiteral("no_scopes"), QStringLiteral("Neither scope nor user_scope was given.")};
    for (const QString& scope : all) {
        if (!isKnown(scope))
            read.problem =
                Problem{QStringLiteral("invalid_scope"), QStringLiteral("There is no scope \"%1\".").arg(scope)};
    }
    return read;
}

Authorization::Read Authorization::signingIn(const web::Parameters& query, const AppSettings& app)
{
    static const QStringList allowed{QStringLiteral("openid"), QStringLiteral("profile"), QStringLiteral("email")};
    Read read;
    read.problem = commonProblem(query, app);
    Authorization& request = read.request;
    request.signIn = true;
    // OpenID Connect parts scopes by spaces; Slack takes its own commas as well.
    const QString separator = query.value(u"scope").contains(u',') ? QStringLiteral(",") : QStringLiteral(" ");
    request.userScopes = scopesOf(query, u"scope", separator);
    request.redirectUri = query.value(u"redirect_uri");
    request.state = query.value(u"state");
    request.nonce = query.value(u"nonce");
    if (read.problem)
        return read;
    if (query.value(u"response_type") != u"code")
        read.problem =
            Problem{QStringLiteral("invalid_response_type"), QStringLiteral("The response_type has to be code.")};
    else if (!request.userScopes.contains(QStringLiteral("openid")))
        read.problem = Problem{QStringLiteral("invalid_scope"), QStringLiteral("The scope openid is missing.")};
    for (const QString& scope : request.userScopes) {
        if (!allowed.contains(scope))
            read.problem = Problem{QStringLiteral("invalid_scope"),
                                   QStringLiteral("The scope \"%1\" cannot be mixed with openid.").arg(scope)};
    }
    return read;
}

}  // namespace refrain::sandbox
