#include "service/oauth/browserendpoints.h"

#include "base/log.h"
#include "service/access/bearertokens.h"
#include "service/oauth/slackwords.h"
#include "service/pages/page.h"
#include "slack/scopes.h"

#include <memory>

namespace refrain::service {
namespace {

const QByteArray callbackPath = QByteArrayLiteral("/slack/oauth/callback");

/// Each state has its own cookie, so that two tabs do not disturb each other.
QByteArray cookieName(const QByteArray& stateHash)
{
    return "refrain_oauth_" + stateHash.toHex().left(16);
}

web::Response unavailable(const QString& sentence)
{
    return Page{503, QStringLiteral("Not available right now"), {sentence}, {}}.response();
}

web::Response stalePage()
{
    return Page{400,
                QStringLiteral("This sign-in cannot go on"),
                {QStringLiteral("It did not begin in this browser, was finished already, or took longer than ten "
                                "minutes. Nothing was changed."),
                 QStringLiteral("Start again from Refrain.")},
                {}}
        .response();
}

}  // namespace

BrowserEndpoints::BrowserEndpoints(const FlowParts& parts, ConsoleTokens& tokens, TaskPool& tasks, Random& random,
                                   QUrl issuer, QStringList missingSettings)
    : m_parts(parts),
      m_install(m_parts),
      m_signIn(m_parts),
      m_webhook(m_parts),
      m_tokens(tokens),
      m_tasks(tasks),
      m_random(random),
      m_issuer(std::move(issuer)),
      m_missingSettings(std::move(missingSettings))
{
}

web::Response BrowserEndpoints::authorize(const web::Request& request)
{
    const ParsedAuthorizeRequest parsed = parseAuthorizeRequest(request.query);
    if (const auto* untrusted = std::get_if<UntrustedRequest>(&parsed))
        return Page{400, QStringLiteral("This sign-in cannot begin"), {untrusted->sentence}, {}}.response();
    if (!m_missingSettings.isEmpty())
        return notConfigured();
    if (const auto* unsound = std::get_if<UnsoundRequest>(&parsed))
        return backToConsole(unsound->redirectUri, unsound->state, unsound->error);
    return setOut(std::get<AuthorizeRequest>(parsed));
}

web::Response BrowserEndpoints::install(const web::Request&)
{
    if (!m_missingSettings.isEmpty())
        return notConfigured();
    AuthorizeRequest request;
    request.intent = Intent::Install;
    return setOut(request);
}

web::Response BrowserEndpoints::setOut(const AuthorizeRequest& request)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return unavailable(database.error().message());
    Intent intent = Intent::Install;
    if (request.intent) {
        intent = *request.intent;
    } else {
        const Result<std::vector<store::Workspace>> known = store::WorkspaceStore(**database, m_parts.vault).all();
        if (!known)
            return unavailable(known.error().message());
        intent = known->empty() ? Intent::Install : Intent::SignIn;
    }
    const QByteArray state = m_random.token();
    const QByteArray cookie = m_random.token();
    const store::OAuthState record{tokenHash(state),
                                   tokenHash(cookie),
                                   toString(intent),
                                   QString::fromLatin1(request.redirectUri.toEncoded()),
                                   request.state,
                                   request.codeChallenge,
                                   request.team,
                                   QString::fromLatin1(m_random.token()),
                                   m_parts.clock.now() + stateLife};
    const Result<> written = m_parts.pool.write<void>(
        [&](store::Database& writable) { return store::OAuthStore(writable).addState(record); });
    if (!written)
        return unavailable(written.error().message());
    web::Response response = web::Response::redirect(slackAddress(intent, record, state));
    harden(response);
    response.setCookie(
        cookieName(record.hash), cookie,
        {callbackPath, std::chrono::milliseconds(stateLife) / std::chrono::seconds(1) * std::chrono::seconds(1),
         m_issuer.scheme() == QLatin1String("https")});
    return response;
}

QByteArray BrowserEndpoints::slackAddress(Intent intent, const store::OAuthState& record, const QByteArray& state) const
{
    QUrl address = m_parts.slackUrl;
    QList<std::pair<QByteArray, QString>> query{{"client_id", m_parts.app.clientId},
                                                {"redirect_uri", m_parts.redirectUri},
                                                {"state", QString::fromLatin1(state)},
                                                {"team", record.team}};
    switch (intent) {
        case Intent::Install:
            address.setPath(address.path() + QStringLiteral("/oauth/v2/authorize"));
            query.append({"scope", slack::botScopes().join(QLatin1Char(','))});
            break;
        case Intent::Webhook:
            address.setPath(address.path() + QStringLiteral("/oauth/v2/authorize"));
            query.append({"scope", QStringLiteral("incoming-webhook")});
            break;
        case Intent::SignIn:
            address.setPath(address.path() + QStringLiteral("/openid/connect/authorize"));
            query.append({"response_type", QStringLiteral("code")});
            query.append({"scope", QStringLiteral("openid profile email")});
            query.append({"nonce", record.nonce});
            break;
    }
    return redirectWith(address, query);
}

void BrowserEndpoints::callback(const web::Request& request, web::Reply reply)
{
    const Result<std::optional<store::OAuthState>> state = takeState(request);
    if (!state)
        return reply.send(unavailable(state.error().message()));
    if (!*state)
        return reply.send(stalePage());
    if (const QString word = request.query.value(u"error"); !word.isEmpty())
        return reply.send(finish(**state, fromSlackWord(word)));
    const QString code = request.query.value(u"code");
    if (code.isEmpty())
        return reply.send(finish(**state, fromSlackWord(QStringLiteral("invalid_code"))));
    // std::function wants copies; the one Reply is shared by them.
    const auto shared = std::make_shared<web::Reply>(std::move(reply));
    const bool isRunning =
        m_tasks.run([this, record = **state, code, shared] { shared->send(finish(record, complete(record, code))); });
    if (!isRunning)
        shared->send(finish(**state, fromSlackError(Error::unavailable(QStringLiteral("Too busy.")))));
}

Result<std::optional<store::OAuthState>> BrowserEndpoints::takeState(const web::Request& request)
{
    using Found = std::optional<store::OAuthState>;
    const QByteArray hash = tokenHash(request.query.value(u"state").toUtf8());
    const Result<Found> found = m_parts.pool.write<Found>(
        [&](store::Database& database) { return store::OAuthStore(database).takeState(hash); });
    if (!found || !*found)
        return found;
    const QByteArray cookie = request.cookie(cookieName(hash)).toLatin1();
    if ((*found)->expiresAt <= m_parts.clock.now() || !equalInConstantTime(tokenHash(cookie), (*found)->cookieHash))
        return Found();
    return found;
}

FlowResult BrowserEndpoints::complete(const store::OAuthState& state, const QString& code)
{
    switch (intentFromString(state.intent).value_or(Intent::Install)) {
        case Intent::Install: return m_install.complete(state, code);
        case Intent::SignIn: return m_signIn.complete(state, code);
        case Intent::Webhook: return m_webhook.complete(state, code);
    }
    return fromSlackWord(QStringLiteral("invalid_code"));
}

web::Response BrowserEndpoints::finish(const store::OAuthState& state, const FlowResult& result)
{
    web::Response response;
    if (!state.redirectUri.isEmpty()) {
        response = backToConsole(state, result);
    } else if (const auto* error = std::get_if<OAuthError>(&result)) {
        const bool isOurs =
            error->error == QLatin1String("server_error") || error->error == QLatin1String("temporarily_unavailable");
        response =
            Page{isOurs ? 502 : 403, QStringLiteral("Refrain was not connected"), {error->description}, error->reason}
                .response();
    } else {
        response = Page{
            200,
            QStringLiteral("Refrain is connected"),
            {QStringLiteral("You can close this window and sign in from the Refrain console.")},
            {}}.response();
    }
    response.setCookie(cookieName(state.hash), {}, {callbackPath, std::chrono::seconds(-1), false});
    return response;
}

web::Response BrowserEndpoints::backToConsole(const store::OAuthState& state, const FlowResult& result)
{
    const QUrl redirectUri = QUrl::fromEncoded(state.redirectUri.toLatin1(), QUrl::StrictMode);
    if (const auto* error = std::get_if<OAuthError>(&result))
        return backToConsole(redirectUri, state.clientState, *error);
    const Result<Secret> code =
        m_tokens.issueCode(std::get<SessionOwner>(result), state.redirectUri, state.codeChallenge);
    if (!code)
        return backToConsole(redirectUri, state.clientState, internalError(code.error()));
    web::Response response = web::Response::redirect(redirectWith(
        redirectUri,
        {{"code", QString::fromLatin1(code->reveal())}, {"state", state.clientState}, {"iss", m_issuer.toString()}}));
    harden(response);
    return response;
}

web::Response BrowserEndpoints::backToConsole(const QUrl& redirectUri, const QString& state, const OAuthError& error)
{
    web::Response response =
        web::Response::redirect(redirectWith(redirectUri, {{"error", error.error},
                                                           {"error_description", error.description},
                                                           {"reason", error.reason},
                                                           {"state", state},
                                                           {"iss", m_issuer.toString()}}));
    harden(response);
    return response;
}

web::Response BrowserEndpoints::notConfigured() const
{
    return Page{503,
                QStringLiteral("This backend has no Slack app yet"),
                {QStringLiteral("Whoever runs it must set %1.").arg(m_missingSettings.join(QStringLiteral(" and "))),
                 QStringLiteral("The README says step by step where to find them.")},
                {}}
        .response();
}

}  // namespace refrain::service
