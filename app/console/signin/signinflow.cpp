#include "console/signin/signinflow.h"

#include "console/engine/sendandthen.h"
#include "wire/token.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace refrain::console {

namespace {

QJsonObject objectOf(const net::HttpReply& reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QString textOf(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

SignIn::Failure failureOf(const RedirectAnswer& answer)
{
    struct Reason {
        const char* word;
        SignIn::Failure failure;
    };
    static const Reason reasons[] = {{"denied", SignIn::Failure::Denied},
                                     {"no_role", SignIn::Failure::NoRole},
                                     {"wrong_workspace", SignIn::Failure::WrongWorkspace},
                                     {"missing_scopes", SignIn::Failure::MissingScopes},
                                     {"not_configured", SignIn::Failure::NotConfigured},
                                     {"slack_unavailable", SignIn::Failure::BackendGone}};
    for (const Reason& reason : reasons) {
        if (answer.reason == QLatin1String(reason.word))
            return reason.failure;
    }
    if (answer.error == QLatin1String("access_denied") && answer.reason.isEmpty())
        return SignIn::Failure::Denied;
    if (answer.error == QLatin1String("invalid_scope"))
        return SignIn::Failure::MissingScopes;
    return answer.error == QLatin1String("temporarily_unavailable") ? SignIn::Failure::BackendGone
                                                                    : SignIn::Failure::Refused;
}

}  // namespace

bool isSafeBackend(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    const QString host = url.host();
    return url.scheme() == QLatin1String("http") &&
           (host == QLatin1String("localhost") || QHostAddress(host).isLoopback());
}

SignInFlow::SignInFlow(const Parts& parts, SignInRequest request) : m_parts(parts), m_request(std::move(request))
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this,
            [this] { fail(m_forgeries > 0 ? Failure::ForgedState : Failure::TimedOut); });
}

void SignInFlow::enter(State next)
{
    state = next;
    emit moved();
}

void SignInFlow::fail(Failure why, const QString& text)
{
    if (state == State::Failed || state == State::Succeeded)
        return;
    m_timeout.stop();
    failure = why;
    details = text;
    if (m_listener)
        m_listener->showInBrowser(
            false, isForChannel() ? SignIn::tr("No channel was connected") : SignIn::tr("You are not signed in"),
            signInSentence(why, m_request.intent));
    m_grant = {};
    m_verifier.fill('\0');
    enter(State::Failed);
}

void SignInFlow::begin()
{
    if (!isSafeBackend(m_request.backend)) {
        fail(Failure::InsecureBackend);
        return;
    }
    enter(State::AskingBackend);
    net::HttpRequest request;
    request.url = below(m_request.backend, QStringLiteral("/.well-known/oauth-authorization-server"));
    request.timeout = std::chrono::seconds(15);
    sendAndThen(m_parts.transport, std::move(request), this, [this](const Result<net::HttpReply>& reply) {
        if (!reply)
            fail(Failure::BackendGone, reply.error().toString());
        else if (!reply->ok())
            fail(reply->status >= 500 ? Failure::BackendGone : Failure::NotRefrain,
                 QStringLiteral("HTTP %1").arg(reply->status));
        else
            readMetadata(objectOf(*reply));
    });
}

void SignInFlow::readMetadata(const QJsonObject& metadata)
{
    m_issuer = textOf(metadata, "issuer");
    m_authorize = QUrl(textOf(metadata, "authorization_endpoint"));
    m_token = QUrl(textOf(metadata, "token_endpoint"));
    const auto stripped = [](const QUrl& url) {
        return url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
    };
    // RFC 8414, 3.3: the issuer is the address that was asked, else its answer could be about somebody else.
    const bool sameIssuer = stripped(QUrl(m_issuer)) == stripped(m_request.backend) ||
                            (m_request.backend.scheme() == QLatin1String("http") && isSafeBackend(QUrl(m_issuer)) &&
                             QUrl(m_issuer).port() == m_request.backend.port());
    if (m_issuer.isEmpty()) {
        fail(Failure::NotRefrain);
        return;
    }
    if (!sameIssuer) {
        fail(Failure::WrongIssuer, m_issuer);
        return;
    }
    if (!isSafeBackend(m_authorize) || !isSafeBackend(m_token)) {
        fail(Failure::InsecureBackend, m_token.toString());
        return;
    }
    listen();
}

void SignInFlow::listen()
{
    m_state = m_parts.random.token();
    m_verifier = m_parts.random.token();
    m_listener.emplace(m_state, m_parts.timing.connectionMs);
    connect(&*m_listener, &LoopbackListener::answered, this, &SignInFlow::takeAnswer);
    connect(&*m_listener, &LoopbackListener::forged, this, [this] { ++m_forgeries; });
    if (Result<> listening = m_listener->listen(); !listening) {
        m_listener.reset();
        fail(Failure::PortTaken, listening.error().context());
        return;
    }
    const QByteArray challenge = QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QUrlQuery query;
    const auto add = [&](const char* key, const QString& value) {
        query.addQueryItem(QLatin1String(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", QStringLiteral("refrain-console"));
    add("redirect_uri", m_listener->redirectUri().toString());
    add("state", QString::fromLatin1(m_state));
    add("code_challenge", QString::fromLatin1(challenge));
    add("code_challenge_method", QStringLiteral("S256"));
    if (!m_request.team.isEmpty())
        add("team", m_request.team.toString());
    switch (m_request.intent) {
        case SignInIntent::Default: break;
        case SignInIntent::Install: add("intent", QStringLiteral("install")); break;
        case SignInIntent::SignIn: add("intent", QStringLiteral("signin")); break;
        case SignInIntent::Webhook: add("intent", QStringLiteral("webhook")); break;
    }
    url = m_authorize;
    url.setQuery(query);
    probe();
}

/// Asks the authorize page once ourselves: what it refuses without a redirect, only the browser would learn.
void SignInFlow::probe()
{
    net::HttpRequest request;
    request.url = url;
    request.timeout = std::chrono::seconds(15);
    sendAndThen(m_parts.transport, std::move(request), this, [this](const Result<net::HttpReply>& reply) {
        // A redirect that is not followed may come as a reply or as Forbidden; either means "go on".
        if (!reply && !reply.error().is(ErrorCode::Forbidden)) {
            fail(Failure::BackendGone, reply.error().toString());
        } else if (reply && reply->status == 503) {
            fail(Failure::NotConfigured, textOf(objectOf(*reply), "detail"));
        } else if (reply && reply->status >= 400) {
            fail(reply->status >= 500 ? Failure::BackendGone : Failure::Refused,
                 QStringLiteral("HTTP %1 %2").arg(reply->status).arg(textOf(objectOf(*reply), "detail")));
        } else {
            browserOpened = m_parts.open && m_parts.open(url);
            m_timeout.start(m_parts.timing.browserMs);
            if (state == State::AskingBackend)
                enter(State::WaitingForBrowser);
        }
    });
}

bool SignInFlow::openBrowser()
{
    browserOpened = m_parts.open && m_parts.open(url);
    emit moved();
    return browserOpened;
}

void SignInFlow::waitForApproval()
{
    if (state != State::WaitingForBrowser && state != State::WaitingForApproval)
        return;
    m_timeout.start(m_parts.timing.approvalMs);
    enter(State::WaitingForApproval);
}

void SignInFlow::takePatience()
{
    m_listener->askForPatience(SignIn::tr("A Slack admin must approve Refrain first"),
                               SignIn::tr("Ask one. Refrain keeps waiting: once it is approved, open the link again."));
    waitForApproval();
}

void SignInFlow::takeAnswer(const RedirectAnswer& answer)
{
    m_timeout.stop();
    if (answer.issuer != m_issuer)
        fail(Failure::WrongIssuer, answer.issuer);
    else if (answer.reason == QLatin1String("approval_pending"))
        takePatience();
    else if (!answer.error.isEmpty())
        fail(failureOf(answer), QStringLiteral("%1 %2").arg(answer.error, answer.errorDescription).trimmed());
    else
        exchange(answer.code);
}

void SignInFlow::exchange(const QString& code)
{
    enter(State::Exchanging);
    net::HttpRequest request;
    request.method = QByteArrayLiteral("POST");
    request.url = m_token;
    request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/x-www-form-urlencoded")});
    if (!m_request.launchSecret.isEmpty())
        request.headers.append({QByteArrayLiteral("Refrain-Launch"), m_request.launchSecret.reveal()});
    request.body = "grant_type=authorization_code&client_id=refrain-console&code=" + QUrl::toPercentEncoding(code) +
                   "&redirect_uri=" + QUrl::toPercentEncoding(m_listener->redirectUri().toString()) +
                   "&code_verifier=" + m_verifier;
    sendAndThen(m_parts.transport, std::move(request), this, [this](const Result<net::HttpReply>& reply) {
        if (!reply) {
            fail(Failure::BackendGone, reply.error().toString());
            return;
        }
        const QJsonObject object = objectOf(*reply);
        if (!reply->ok())
            fail(reply->status >= 500 ? Failure::BackendGone : Failure::Refused,
                 QStringLiteral("%1 %2").arg(textOf(object, "error"), textOf(object, "error_description")).trimmed());
        else
            takeTokens(object);
    });
}

void SignInFlow::takeTokens(const QJsonObject& tokens)
{
    const auto read = wire::tokenReplyFromJson(tokens);
    if (!read) {
        fail(Failure::Refused, read.error().toString());
        return;
    }
    if (!m_request.team.isEmpty() && read->workspace != m_request.team) {
        fail(Failure::WrongWorkspace, read->workspace.toString());
        return;
    }
    m_grant.backend = m_request.backend;
    m_grant.accessToken = read->accessToken;
    m_grant.refreshToken = read->refreshToken;
    m_grant.accessExpiresAt = m_parts.clock.now() + read->expiresInSeconds * 1000;
    m_grant.workspace = read->workspace;
    m_grant.userId = read->user;
    m_grant.userName = read->name;
    m_grant.role = read->role;
    askWorkspace();
}

void SignInFlow::askWorkspace()
{
    net::HttpRequest request;
    request.url = below(m_request.backend, QStringLiteral("/v1/workspaces"));
    request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + m_grant.accessToken.reveal()});
    if (!m_request.launchSecret.isEmpty())
        request.headers.append({QByteArrayLiteral("Refrain-Launch"), m_request.launchSecret.reveal()});
    sendAndThen(m_parts.transport, std::move(request), this, [this](const Result<net::HttpReply>& reply) {
        if (!reply)
            fail(Failure::BackendGone, reply.error().toString());
        else if (reply->status == 403)
            fail(Failure::NoRole, textOf(objectOf(*reply), "detail"));
        else if (!reply->ok())
            fail(Failure::Refused, textOf(objectOf(*reply), "detail"));
        else
            takeWorkspace(objectOf(*reply).value(QLatin1String("items")).toArray().first().toObject());
    });
}

void SignInFlow::takeWorkspace(const QJsonObject& workspace)
{
    m_grant.workspaceName = textOf(workspace, "name");
    m_listener->showInBrowser(true,
                              isForChannel() ? SignIn::tr("The channel is connected") : SignIn::tr("You are signed in"),
                              SignIn::tr("You can close this tab and go back to Refrain."));
    m_verifier.fill('\0');
    enter(State::Succeeded);
    emit granted(std::exchange(m_grant, {}));
}

}  // namespace refrain::console
