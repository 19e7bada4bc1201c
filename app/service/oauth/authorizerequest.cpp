#include "service/oauth/authorizerequest.h"

#include <QRegularExpression>

namespace refrain::service {
namespace {

QString value(const web::Parameters& query, const char* name)
{
    return query.value(QString::fromLatin1(name));
}

/// The first parameter that stands there twice, which RFC 6749 forbids; empty where none does.
QString repeatedParameter(const web::Parameters& query)
{
    for (const auto& [name, value] : query.entries()) {
        if (query.values(name).size() > 1)
            return name;
    }
    return {};
}

OAuthError invalidRequest(const QString& sentence)
{
    return {QStringLiteral("invalid_request"), {}, sentence};
}

/// What is unsound about a request whose client and redirect address are good.
std::optional<OAuthError> findFault(const web::Parameters& query)
{
    static const QRegularExpression challenge(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    static const QRegularExpression team(QStringLiteral("^([TE][A-Z0-9]+)?$"));
    if (const QString name = repeatedParameter(query); !name.isEmpty())
        return invalidRequest(QStringLiteral("%1 was given twice.").arg(name));
    if (value(query, "response_type").isEmpty())
        return invalidRequest(QStringLiteral("response_type is missing."));
    if (value(query, "response_type") != QLatin1String("code"))
        return OAuthError{QStringLiteral("unsupported_response_type"), {}, QStringLiteral("Only code is supported.")};
    if (value(query, "state").isEmpty())
        return invalidRequest(QStringLiteral("state is missing."));
    if (value(query, "code_challenge_method") != QLatin1String("S256"))
        return invalidRequest(QStringLiteral("code_challenge_method must be S256."));
    if (!challenge.match(value(query, "code_challenge")).hasMatch())
        return invalidRequest(QStringLiteral("code_challenge must be 43 characters of base64url."));
    if (query.contains(u"intent") && !intentFromString(value(query, "intent")))
        return invalidRequest(QStringLiteral("intent must be install, signin or webhook."));
    if (!team.match(value(query, "team")).hasMatch())
        return invalidRequest(QStringLiteral("team must be the id of a workspace."));
    return std::nullopt;
}

}  // namespace

QString toString(Intent intent)
{
    switch (intent) {
        case Intent::Install: return QStringLiteral("install");
        case Intent::SignIn: return QStringLiteral("signin");
        case Intent::Webhook: return QStringLiteral("webhook");
    }
    return {};
}

std::optional<Intent> intentFromString(const QString& name)
{
    for (const Intent intent : {Intent::Install, Intent::SignIn, Intent::Webhook}) {
        if (toString(intent) == name)
            return intent;
    }
    return std::nullopt;
}

bool isLoopbackRedirect(const QUrl& url)
{
    const bool loopback = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1");
    return url.isValid() && url.scheme() == QLatin1String("http") && loopback && url.port() > 0 &&
           url.userInfo().isEmpty() && !url.hasFragment();
}

ParsedAuthorizeRequest parseAuthorizeRequest(const web::Parameters& query)
{
    if (query.values(u"client_id") != QStringList(consoleClientId))
        return UntrustedRequest{QStringLiteral("The program that sent you here is not one that Refrain knows.")};
    const QUrl redirectUri(value(query, "redirect_uri"), QUrl::StrictMode);
    if (query.values(u"redirect_uri").size() != 1 || !isLoopbackRedirect(redirectUri))
        return UntrustedRequest{
            QStringLiteral("The address to come back to is not one of this computer, so nobody was sent there.")};
    const QString state = value(query, "state");
    if (std::optional<OAuthError> fault = findFault(query))
        return UnsoundRequest{redirectUri, state, *fault};
    return AuthorizeRequest{redirectUri, state, value(query, "code_challenge"), value(query, "team"),
                            intentFromString(value(query, "intent"))};
}

QByteArray redirectWith(const QUrl& redirectUri, const QList<std::pair<QByteArray, QString>>& answer)
{
    QByteArray address = redirectUri.toEncoded();
    char separator = redirectUri.hasQuery() ? '&' : '?';
    for (const auto& [name, value] : answer) {
        if (value.isEmpty())
            continue;
        address += separator + name + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return address;
}

}  // namespace refrain::service
