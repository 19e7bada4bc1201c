#include "slack/webhookposter.h"

#include "net/retrypolicy.h"
#include "slack/failure.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::slack {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds patience{60'000};
constexpr milliseconds defaultRetryAfter{30'000};
constexpr qint64 longestAnswer = 64 * 1024;

QString method()
{
    return QStringLiteral("incoming webhook");
}

net::HttpRequest requestFor(const Secret& url, const QString& text, const QJsonArray& blocks)
{
    QJsonObject message{{QStringLiteral("text"), text}, {QStringLiteral("unfurl_links"), false}};
    if (!blocks.isEmpty())
        message.insert(QStringLiteral("blocks"), blocks);
    net::HttpRequest request;
    request.method = "POST";
    request.url = QUrl::fromEncoded(url.reveal());
    request.headers.emplaceBack("Content-Type", "application/json");
    request.body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    request.replyLimit = longestAnswer;
    request.isOnce = true;
    return request;
}

bool isLoopback(const QString& host)
{
    return host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") || host == QLatin1String("::1");
}

/// Plain text: `ok`, or a word for what is wrong.
Result<> read(const net::HttpReply& reply)
{
    const QString word = QString::fromUtf8(reply.body).trimmed();
    if (reply.status == 200 && word == QLatin1String("ok"))
        return {};
    const bool isWord = !word.isEmpty() && word.size() < 60 && !word.contains(QLatin1Char(' '));
    if (reply.status >= 500 || reply.status < 400 || !isWord)
        return unreadable(method(), QStringLiteral("HTTP %1").arg(reply.status));
    return failure(method(), {{QStringLiteral("error"), word}});
}

}  // namespace

Result<> WebhookPoster::post(const Secret& url, const QString& text, const QJsonArray& blocks)
{
    for (milliseconds waited{0};;) {
        if (!m_waiter.wait(milliseconds(0)))
            return stopped();
        const Result<net::HttpReply> reply = net::await(m_transport.send(requestFor(url, text, blocks)));
        if (!reply)
            return reply.error();
        if (reply->status != 429)
            return read(*reply);
        const milliseconds pause = net::retryAfter(*reply, m_clock.now()).value_or(defaultRetryAfter);
        waited += pause;
        if (waited > patience)
            return failure(method(), {{QStringLiteral("error"), QStringLiteral("ratelimited")}});
        if (!m_waiter.wait(pause))
            return stopped();
    }
}

bool isWebhookUrl(const QString& url, const QUrl& slackUrl)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || !parsed.userInfo().isEmpty() || parsed.hasQuery() || parsed.hasFragment())
        return false;
    if (!parsed.path().startsWith(QLatin1String("/services/")) || parsed.path().contains(QLatin1String("..")))
        return false;
    const bool isSlacks = parsed.scheme() == QLatin1String("https") &&
                          parsed.host() == QLatin1String("hooks.slack.com") && parsed.port(443) == 443;
    const bool sameHost =
        parsed.host() == slackUrl.host() || (isLoopback(parsed.host()) && isLoopback(slackUrl.host()));
    return isSlacks || (sameHost && !slackUrl.host().isEmpty() && parsed.scheme() == slackUrl.scheme() &&
                        parsed.port() == slackUrl.port());
}

}  // namespace refrain::slack
