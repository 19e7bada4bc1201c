#include "net/exchange.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

#include <algorithm>
#include <utility>

namespace refrain::net {

namespace {

QNetworkRequest prepared(const HttpRequest& request, const QUrl& url)
{
    QNetworkRequest out(url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setRawHeader("User-Agent", "Refrain/" REFRAIN_VERSION);
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(name, value);
    if (!request.body.isEmpty() && !out.hasRawHeader("Content-Type"))
        out.setRawHeader("Content-Type", "application/octet-stream");
    return out;
}

/// A body that can be read once, so that nobody can send it again.
class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes) : m_bytes(std::move(bytes)) { open(ReadOnly | Unbuffered); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    [[nodiscard]] bool atEnd() const override { return m_read == m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_read);
        if (count <= 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Statuses of 400 and above reach us as errors although the answer is whole.
bool isWholeReply(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::ProtocolInvalidOperationError)  // Qt's word for 400 and 418
        return status >= 400;
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        return status == 407;
    return error == QNetworkReply::NoError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

bool mayFollow(const QUrl& from, const QUrl& to)
{
    if (to.host() != from.host() || !to.userInfo().isEmpty())
        return false;
    if (from.scheme() == to.scheme())
        return from.port() == to.port();
    return from.scheme() == QLatin1String("http") && to.scheme() == QLatin1String("https");
}

/// The system's proxies, which must never see what is meant for this very computer.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

}  // namespace

Exchange::Exchange(QNetworkAccessManager& manager, HttpRequest request, QPromise<Result<HttpReply>> promise,
                   QObject* parent)
    : QObject(parent), m_manager(manager), m_request(std::move(request)), m_promise(std::move(promise))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        conclude(Error::timeout(QStringLiteral("“%1” did not answer in time. What was asked may or may not have been "
                                               "done; trying again is safe.")
                                    .arg(m_request.url.host())));
    });
    connect(&m_watcher, &QFutureWatcherBase::canceled, this,
            [this] { conclude(Error::cancelled(QStringLiteral("The request was given up."))); });
}

Exchange::~Exchange()
{
    if (!m_concluded) {
        dropReply();
        m_promise.addResult(Error::cancelled(QStringLiteral("The request was given up.")));
        m_promise.finish();
    }
}

void Exchange::start()
{
    m_watcher.setFuture(m_promise.future());
    const bool isHttp =
        m_request.url.scheme() == QLatin1String("http") || m_request.url.scheme() == QLatin1String("https");
    if (!m_request.url.isValid() || !isHttp || m_request.url.host().isEmpty()) {
        conclude(
            Error::invalid(QStringLiteral("This is not an address that can be asked: only http and https addresses "
                                          "are."),
                           m_request.url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo)));
        return;
    }
    m_timer.start(m_request.timeout);
    dispatch(m_request.url);
}

void Exchange::dispatch(const QUrl& url)
{
    QNetworkRequest request = prepared(m_request, url);
    m_body.clear();
    if (m_request.method == "GET")
        m_reply = m_manager.get(request);
    else if (m_request.method == "HEAD")
        m_reply = m_manager.head(request);
    else if (!m_request.isOnce || m_request.body.isEmpty())
        m_reply = m_manager.sendCustomRequest(request, m_request.method, m_request.body);
    else
        m_reply = sendOnce(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::receive);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
}

QNetworkReply* Exchange::sendOnce(QNetworkRequest& request)
{
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    auto* body = new OnceBody(m_request.body);
    QNetworkReply* reply = m_manager.sendCustomRequest(request, m_request.method, body);
    body->setParent(reply);
    return reply;
}

void Exchange::receive()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.replyLimit)
        conclude(Error::corrupt(QStringLiteral("The answer of “%1” is longer than it may be and was not read. Nothing "
                                               "was taken from it.")
                                    .arg(m_request.url.host()),
                                QStringLiteral("limit %1 bytes").arg(m_request.replyLimit)));
}

void Exchange::finish()
{
    receive();
    if (m_concluded)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isWholeReply(m_reply->error(), status) || status == 0) {
        conclude(networkError(m_reply->error(), m_reply->url().host(), m_reply->errorString()));
        return;
    }
    const bool repeatable = m_request.method == "GET" || m_request.method == "HEAD";
    if (m_request.redirects > 0 && repeatable && isRedirect(status) && m_reply->hasRawHeader("Location")) {
        follow(m_reply->url().resolved(QUrl(QString::fromUtf8(m_reply->rawHeader("Location")))));
        return;
    }
    HttpReply reply;
    reply.status = status;
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        reply.headers.append({name, value});
    reply.body = std::move(m_body);
    conclude(std::move(reply));
}

void Exchange::follow(const QUrl& target)
{
    if (!mayFollow(m_reply->url(), target)) {
        conclude(Error::forbidden(QStringLiteral("“%1” sent the request on to another place, “%2”, which is not "
                                                 "followed. Nothing was sent there; check the address.")
                                      .arg(m_reply->url().host(), target.host())));
        return;
    }
    --m_request.redirects;
    dropReply();
    dispatch(target);
}

void Exchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void Exchange::conclude(Result<HttpReply> outcome)
{
    if (std::exchange(m_concluded, true))
        return;
    m_timer.stop();
    dropReply();
    m_promise.addResult(std::move(outcome));
    m_promise.finish();
    deleteLater();
}

Exchanger::~Exchanger()
{
    // Before the manager goes: giving up an exchange still needs it.
    qDeleteAll(findChildren<Exchange*>(QString(), Qt::FindDirectChildrenOnly));
}

void Exchanger::begin(HttpRequest request, QPromise<Result<HttpReply>> promise)
{
    if (!m_manager) {
        m_manager = new QNetworkAccessManager(this);
        m_manager->setAutoDeleteReplies(false);
        m_manager->setProxyFactory(new SystemProxies);  // the manager owns it
    }
    (new Exchange(*m_manager, std::move(request), std::move(promise), this))->start();
}

}  // namespace refrain::net
