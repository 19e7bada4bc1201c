#include "slack/responseurls.h"

#include <QJsonDocument>

namespace refrain::slack {
namespace {

constexpr int attempts = 3;

bool isLoopback(const QString& host)
{
    return host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") || host == QLatin1String("::1");
}

/// Refused connections and 429 reached nobody; after anything else the message may stand there already.
bool wasSurelyNotPosted(const Result<net::HttpReply>& reply)
{
    if (reply)
        return reply->status == 429;
    const QString& why = reply.error().context();
    return why.startsWith(QLatin1String("refused")) || why.startsWith(QLatin1String("dns"));
}

}  // namespace

ResponseUrls::ResponseUrls(Parts parts)
    : m_parts(std::move(parts)), m_retry({.attempts = attempts}, m_parts.clock, m_parts.random)
{
}

bool ResponseUrls::isSlacks(const QUrl& address, const QUrl& slackUrl)
{
    const QString host = address.host();
    if (address.scheme() == QLatin1String("https") &&
        (host == QLatin1String("hooks.slack.com") || host == QLatin1String("hooks.slack-gov.com")))
        return true;
    const bool sameHost = host == slackUrl.host() || (isLoopback(host) && isLoopback(slackUrl.host()));
    return sameHost && address.scheme() == slackUrl.scheme() && address.port() == slackUrl.port();
}

Result<> ResponseUrls::post(const Secret& responseUrl, const QJsonObject& message)
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = QUrl(QString::fromUtf8(responseUrl.reveal()), QUrl::StrictMode);
    if (!isSlacks(request.url, m_parts.slackUrl))
        return Error::invalid(QStringLiteral("The address for a late answer is none of Slack's; nothing was sent."));
    request.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    request.body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    request.timeout = std::chrono::seconds(10);
    request.replyLimit = 64 * 1024;
    request.isOnce = true;
    for (int attempt = 1;; ++attempt) {
        const Result<net::HttpReply> reply = net::await(m_parts.transport.send(request));
        if (reply && reply->ok())
            return {};
        const auto pause = wasSurelyNotPosted(reply) ? m_retry.delayAfter(attempt, reply) : std::nullopt;
        if (pause && m_parts.waiter.wait(*pause))
            continue;
        return reply ? Error::unavailable(QStringLiteral("Slack did not take a late answer."),
                                          QStringLiteral("HTTP %1").arg(reply->status))
                     : reply.error();
    }
}

}  // namespace refrain::slack
