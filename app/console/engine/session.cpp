#include "console/engine/session.h"

#include "base/log.h"
#include "console/engine/sendandthen.h"
#include "console/signin/signin.h"
#include "wire/token.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace refrain::console {

namespace {

/// A token that ends sooner than this is renewed before it is used.
constexpr Millis margin = 60'000;

net::HttpRequest formRequest(const QUrl& backend, const QString& path, const Secret& launchSecret,
                             const std::vector<std::pair<const char*, QByteArray>>& fields)
{
    net::HttpRequest request;
    request.method = QByteArrayLiteral("POST");
    request.url = below(backend, path);
    request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/x-www-form-urlencoded")});
    if (!launchSecret.isEmpty())
        request.headers.append({QByteArrayLiteral("Refrain-Launch"), launchSecret.reveal()});
    for (const auto& [key, value] : fields) {
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += key;
        request.body += '=' + value.toPercentEncoding();
    }
    return request;
}

}  // namespace

Session::Session(net::Transport& transport, const Clock& clock, QObject* parent)
    : QObject(parent), m_transport(transport), m_clock(clock)
{
}

void Session::setBackend(const QUrl& backend, const Secret& launchSecret)
{
    m_backend = backend;
    m_launchSecret = launchSecret;
}

void Session::setAway()
{
    setBackend({}, {});
}

Error Session::awayError()
{
    return Error::unavailable(
        tr("Refrain's backend on this computer is not running just now. What you change is kept, and goes out as soon "
           "as it runs again."));
}

void Session::begin(const SignInGrant& grant)
{
    m_access = grant.accessToken;
    m_accessEnds = grant.accessExpiresAt;
    m_refresh = grant.refreshToken;
}

void Session::begin(const Secret& refreshToken)
{
    m_access = Secret();
    m_accessEnds = 0;
    m_refresh = refreshToken;
}

void Session::withToken(QObject* context, const WithToken& then)
{
    if (!isActive()) {
        then(Error::unauthorized(tr("Nobody is signed in. Sign in again; what waits here is kept.")));
        return;
    }
    if (isAway()) {
        then(awayError());
        return;
    }
    if (!m_access.isEmpty() && m_accessEnds - m_clock.now() > margin) {
        then(m_access);
        return;
    }
    m_waiting.emplace_back(context, then);
    if (!m_renewing)
        renew();
}

void Session::refused(const Secret& token)
{
    if (m_access.equals(token.reveal()))
        m_access = Secret();
}

void Session::renew()
{
    m_renewing = true;
    net::HttpRequest request = formRequest(
        m_backend, QStringLiteral("/oauth/token"), m_launchSecret,
        {{"grant_type", "refresh_token"}, {"refresh_token", m_refresh.reveal()}, {"client_id", "refrain-console"}});
    sendAndThen(m_transport, std::move(request), this, [this](const Result<net::HttpReply>& reply) {
        m_renewing = false;
        if (!reply) {
            answerAll(reply.error());
            return;
        }
        const QJsonObject object = QJsonDocument::fromJson(reply->body).object();
        const auto tokens = wire::tokenReplyFromJson(object);
        if (reply->ok() && tokens) {
            m_access = tokens->accessToken;
            m_accessEnds = m_clock.now() + tokens->expiresInSeconds * 1000;
            m_refresh = tokens->refreshToken;
            emit refreshTokenChanged(m_refresh);
            emit identified(tokens->role, tokens->user, tokens->name);
            answerAll(m_access);
            return;
        }
        const QString word = object.value(QLatin1String("error")).toString();
        // Only this word is about the token (RFC 6749, 5.2). A backend of another console, a proxy or a sign-in page of
        // a network refuse too, and know nothing of it.
        if (word == QLatin1String("invalid_grant")) {
            qCInfo(log::console) << "the session has ended:" << word;
            m_access = m_refresh = Secret();
            const QString sentence =
                tr("Your session has ended, so you are signed out here. Sign in again; changes that "
                   "wait are kept and go out then.");
            emit ended(sentence);
            answerAll(Error::unauthorized(sentence));
            return;
        }
        answerAll(Error::unavailable(tr("The backend could not renew the session just now. It will be tried again."),
                                     QStringLiteral("HTTP %1 %2").arg(reply->status).arg(word.left(80))));
    });
}

void Session::answerAll(const Result<Secret>& result)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& [context, then] : waiting) {
        if (context)
            then(result);
    }
}

void Session::revoke(QObject* context, int patienceMs, const std::function<void(bool told)>& then)
{
    const Secret token = std::exchange(m_refresh, Secret());
    m_access = Secret();
    if (token.isEmpty() || isAway()) {
        then(token.isEmpty());
        return;
    }
    net::HttpRequest request = formRequest(
        m_backend, QStringLiteral("/oauth/revoke"), m_launchSecret,
        {{"token", token.reveal()}, {"token_type_hint", "refresh_token"}, {"client_id", "refrain-console"}});
    request.timeout = std::chrono::milliseconds(patienceMs);
    sendAndThen(m_transport, std::move(request), context,
                [then](const Result<net::HttpReply>& reply) { then(reply && reply->ok()); });
}

}  // namespace refrain::console
