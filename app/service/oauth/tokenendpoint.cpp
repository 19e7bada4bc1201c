#include "service/oauth/tokenendpoint.h"

#include "slack/failure.h"
#include "slack/methods/usersinfo.h"

#include <QJsonArray>

#include <memory>

namespace refrain::service {
namespace {

web::Response answer(const QJsonObject& body, int status = 200)
{
    return web::Response::json(body, status).set("Cache-Control", "no-store").set("Pragma", "no-cache");
}

web::Response failed(const OAuthError& error, int status = 400)
{
    QJsonObject body{{QStringLiteral("error"), error.error}};
    if (!error.description.isEmpty())
        body.insert(QStringLiteral("error_description"), error.description);
    return answer(body, status);
}

web::Response failed(const Error& error)
{
    if (error.is(ErrorCode::Unauthorized))
        return failed(OAuthError{QStringLiteral("invalid_grant"), {}, error.message()});
    return failed(OAuthError{QStringLiteral("temporarily_unavailable"), {}, error.message()}, 503);
}

OAuthError invalidRequest(const QString& sentence)
{
    return {QStringLiteral("invalid_request"), {}, sentence};
}

web::Response granted(const ConsoleSession& session)
{
    return answer({{QStringLiteral("access_token"), QString::fromLatin1(session.access.reveal())},
                   {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                   {QStringLiteral("expires_in"), session.expiresInSeconds},
                   {QStringLiteral("refresh_token"), QString::fromLatin1(session.refresh.reveal())},
                   {QStringLiteral("workspace"), session.owner.workspace.toString()},
                   {QStringLiteral("user"), session.owner.user},
                   {QStringLiteral("name"), session.owner.name},
                   {QStringLiteral("role"), toString(session.role)}});
}

/// The first of these that is missing; empty where all are there.
QString missingField(const web::Parameters& form, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (form.value(QString::fromLatin1(name)).isEmpty())
            return QString::fromLatin1(name);
    }
    return {};
}

}  // namespace

TokenEndpoint::TokenEndpoint(ConsoleTokens& tokens, TokenKeeper& slackTokens, TaskPool& tasks, QUrl issuer,
                             Secret launchSecret)
    : m_tokens(tokens),
      m_slackTokens(slackTokens),
      m_tasks(tasks),
      m_issuer(std::move(issuer)),
      m_launchSecret(std::move(launchSecret))
{
}

void TokenEndpoint::token(const web::Request& request, web::Reply reply)
{
    if (!m_launchSecret.isEmpty() && !m_launchSecret.equals(request.header("Refrain-Launch")))
        return reply.send(failed(
            {QStringLiteral("invalid_client"), {}, QStringLiteral("This backend serves the console that started it.")},
            401));
    const web::Parameters form = request.form();
    if (std::optional<OAuthError> fault = findFault(request, form))
        return reply.send(failed(*fault, fault->error == QLatin1String("invalid_client") ? 401 : 400));
    if (form.value(u"grant_type") == QLatin1String("authorization_code"))
        return reply.send(redeem(form));
    const auto shared = std::make_shared<web::Reply>(std::move(reply));
    const QByteArray token = form.value(u"refresh_token").toUtf8();
    if (!m_tasks.run([this, token, shared] { shared->send(refresh(token)); }))
        shared->send(failed(Error::unavailable(QStringLiteral("Too busy right now; try again in a moment."))));
}

std::optional<OAuthError> TokenEndpoint::findFault(const web::Request& request, const web::Parameters& form) const
{
    if (request.mediaType() != "application/x-www-form-urlencoded")
        return invalidRequest(QStringLiteral("The body must be application/x-www-form-urlencoded."));
    for (const auto& [name, value] : form.entries()) {
        if (form.values(name).size() > 1)
            return invalidRequest(QStringLiteral("%1 was given twice.").arg(name.left(80)));
    }
    const QString grantType = form.value(u"grant_type");
    const bool isCode = grantType == QLatin1String("authorization_code");
    if (grantType.isEmpty())
        return invalidRequest(QStringLiteral("grant_type is missing."));
    if (!isCode && grantType != QLatin1String("refresh_token"))
        return OAuthError{QStringLiteral("unsupported_grant_type"), {}, QStringLiteral("Not a grant type of ours.")};
    // A refresh token names its client by itself; a code must be asked for by name (RFC 6749, 4.1.3).
    const QString client = form.value(u"client_id");
    if (isCode && client.isEmpty())
        return invalidRequest(QStringLiteral("client_id is missing."));
    if (!client.isEmpty() && client != consoleClientId)
        return OAuthError{QStringLiteral("invalid_client"), {}, QStringLiteral("Not a client that Refrain knows.")};
    const QString missing =
        isCode ? missingField(form, {"code", "redirect_uri", "code_verifier"}) : missingField(form, {"refresh_token"});
    if (!missing.isEmpty())
        return invalidRequest(QStringLiteral("%1 is missing.").arg(missing));
    return std::nullopt;
}

web::Response TokenEndpoint::redeem(const web::Parameters& form)
{
    const Result<ConsoleSession> session =
        m_tokens.redeem(form.value(u"code").toUtf8(), form.value(u"code_verifier").toUtf8(),
                        QString::fromLatin1(QUrl(form.value(u"redirect_uri"), QUrl::StrictMode).toEncoded()));
    return session ? granted(*session) : failed(session.error());
}

web::Response TokenEndpoint::refresh(const QByteArray& token)
{
    if (Result<> account = checkAccount(token); !account)
        return failed(account.error());
    const Result<ConsoleSession> session = m_tokens.refresh(token);
    return session ? granted(*session) : failed(session.error());
}

/// A person whom Slack calls deactivated or does not know loses all sessions. Where Slack cannot be asked, what is
/// known already counts: a backend must not lock everybody out because Slack is away.
Result<> TokenEndpoint::checkAccount(const QByteArray& token)
{
    const Result<std::optional<SessionOwner>> owner = m_tokens.ownerOf(token);
    if (!owner)
        return owner.error();
    if (!*owner)
        return {};
    const auto& [workspace, user, name] = **owner;
    const Result<slack::User> account = m_slackTokens.run(workspace, slack::UsersInfo(SubjectId(user)));
    const bool isGone =
        account ? account->subject.deleted : slack::errorWord(account.error()) == QLatin1String("user_not_found");
    if (!isGone)
        return {};
    if (Result<> ended = m_tokens.revokeAll(workspace, user); !ended)
        return ended;
    return Error::unauthorized(QStringLiteral("Your Slack account is deactivated."));
}

web::Response TokenEndpoint::revoke(const web::Request& request)
{
    const web::Parameters form = request.form();
    const QString client = form.value(u"client_id");
    if (form.values(u"token").size() != 1 || form.value(u"token").isEmpty())
        return failed(invalidRequest(QStringLiteral("token is missing.")));
    if (!client.isEmpty() && client != consoleClientId)
        return failed({QStringLiteral("invalid_client"), {}, QStringLiteral("Not a client that Refrain knows.")}, 401);
    if (Result<> done = m_tokens.revoke(form.value(u"token").toUtf8()); !done)
        return failed(done.error());
    return web::Response::empty(200).set("Cache-Control", "no-store");
}

web::Response TokenEndpoint::metadata() const
{
    const QString issuer = m_issuer.toString();
    const auto list = [](const char* value) { return QJsonArray{QString::fromLatin1(value)}; };
    return web::Response::json({{QStringLiteral("issuer"), issuer},
                                {QStringLiteral("authorization_endpoint"), issuer + QStringLiteral("/oauth/authorize")},
                                {QStringLiteral("token_endpoint"), issuer + QStringLiteral("/oauth/token")},
                                {QStringLiteral("revocation_endpoint"), issuer + QStringLiteral("/oauth/revoke")},
                                {QStringLiteral("response_types_supported"), list("code")},
                                {QStringLiteral("response_modes_supported"), list("query")},
                                {QStringLiteral("grant_types_supported"),
                                 QJsonArray{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")}},
                                {QStringLiteral("code_challenge_methods_supported"), list("S256")},
                                {QStringLiteral("token_endpoint_auth_methods_supported"), list("none")},
                                {QStringLiteral("revocation_endpoint_auth_methods_supported"), list("none")},
                                {QStringLiteral("authorization_response_iss_parameter_supported"), true}});
}

}  // namespace refrain::service
