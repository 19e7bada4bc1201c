#include "slack/client.h"

#include "slack/failure.h"

#include <QJsonDocument>

#include <optional>

namespace refrain::slack {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds defaultRetryAfter{30'000};

Error rateLimited(const QString& method)
{
    return failure(method, {{QStringLiteral("error"), QStringLiteral("ratelimited")}});
}

net::RateBudget::Rate rateOf(Tier tier)
{
    const int half = std::max(1, int(tier) / 2);
    return {half, half};
}

net::HttpRequest requestFor(const QUrl& base, const Credential& credential, const Call& call)
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = base;
    request.url.setPath(base.path() + QStringLiteral("/api/") + call.method);
    request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    if (!credential.token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + credential.token.reveal());
    request.body = call.form();
    request.isOnce = !call.isRepeatable;
    return request;
}

Result<QJsonObject> readAnswer(const QString& method, const net::HttpReply& reply)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &problem);
    if (!reply.ok())
        return unreadable(method, QStringLiteral("HTTP %1").arg(reply.status));
    if (!document.isObject() || !document.object().value(QLatin1String("ok")).isBool())
        return unreadable(method, QStringLiteral("not Slack's JSON: %1").arg(problem.errorString()));
    if (!document.object().value(QLatin1String("ok")).toBool())
        return failure(method, document.object());
    return document.object();
}

}  // namespace

/// One try: its outcome, and how long to wait before another where one may help.
struct Client::Attempt {
    Result<QJsonObject> outcome;
    std::optional<milliseconds> retryAfter = std::nullopt;
};

Client::Client(Parts parts)
    : m_parts(std::move(parts)), m_budget(m_parts.clock), m_retry({}, m_parts.clock, m_parts.random)
{
}

Result<QJsonObject> Client::send(const Credential& credential, const Call& call)
{
    const QString key = call.method + QLatin1Char('@') + credential.workspace.toString();
    milliseconds waited{0};
    for (int number = 1;; ++number) {
        const milliseconds turn = m_parts.isPaced ? m_budget.reserve(key, rateOf(call.tier)) : milliseconds(0);
        if (waited + turn > call.patience)
            return rateLimited(call.method);
        if (!m_parts.waiter.wait(turn))
            return stopped();
        waited += turn;
        const Attempt last = attempt(credential, call, key);
        note(call, last.outcome);
        std::optional<milliseconds> pause = last.retryAfter;
        if (!pause && !last.outcome && last.outcome.error().isTransient() && call.isRepeatable)
            pause = m_retry.delayAfter(number, last.outcome.error());
        if (last.outcome || !pause || waited + *pause > call.patience)
            return last.outcome;
        if (!m_parts.waiter.wait(*pause))
            return stopped();
        waited += *pause;
    }
}

Client::Attempt Client::attempt(const Credential& credential, const Call& call, const QString& key)
{
    return judge(call, key, net::await(m_parts.transport.send(requestFor(m_parts.url, credential, call))));
}

Client::Attempt Client::judge(const Call& call, const QString& key, const Result<net::HttpReply>& reply)
{
    if (!reply)
        return {reply.error()};
    if (reply->status != 429)
        return {readAnswer(call.method, *reply)};
    // Only this method of this workspace is blocked; nothing of the call was done, so it may always be repeated.
    const milliseconds pause = net::retryAfter(*reply, m_parts.clock.now()).value_or(defaultRetryAfter);
    m_budget.pause(key, pause);
    return {rateLimited(call.method), pause};
}

void Client::note(const Call& call, const Result<QJsonObject>& outcome) const
{
    if (!m_parts.observe)
        return;
    const QString word = outcome ? QStringLiteral("ok") : errorWord(outcome.error());
    m_parts.observe(call.method, word.isEmpty() ? QStringLiteral("network") : word);
}

Result<QJsonObject> Client::openIdKeys()
{
    net::HttpRequest request;
    request.url = m_parts.url;
    request.url.setPath(m_parts.url.path() + QStringLiteral("/openid/connect/keys"));
    request.replyLimit = 256 * 1024;
    const Result<net::HttpReply> reply = net::await(m_parts.transport.send(request));
    if (!reply)
        return reply.error();
    const QJsonObject keys = QJsonDocument::fromJson(reply->body).object();
    if (!reply->ok() || !keys.value(QLatin1String("keys")).isArray())
        return unreadable(QStringLiteral("openid/connect/keys"), QStringLiteral("HTTP %1").arg(reply->status));
    return keys;
}

}  // namespace refrain::slack
