#include "sandbox/pages/hooks.h"

#include "sandbox/delivery/mailbox.h"
#include "sandbox/state/webhooks.h"
#include "sandbox/world/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::sandbox {

namespace {

/// The message's object: a JSON body, or a form with one field `payload`. Empty where it is neither.
QJsonObject payloadOf(const web::Request& request)
{
    QByteArray text = request.body;
    if (const web::Parameters form = request.form(); form.contains(u"payload"))
        text = form.value(u"payload").toUtf8();
    return QJsonDocument::fromJson(text).object();
}

}  // namespace

Hooks::Hooks(const World& world, Webhooks& webhooks, Mailbox& mailbox, RateLimiter& limiter)
    : m_world(world), m_webhooks(webhooks), m_mailbox(mailbox), m_limiter(limiter)
{
}

web::Response Hooks::post(const web::Request& request)
{
    const std::optional<Webhooks::Webhook> webhook = m_webhooks.find(QString::fromLatin1(request.path));
    if (!webhook)
        return web::Response::text("no_service", 404);
    if (!webhook->active)
        return web::Response::text("no_active_hooks", 404);
    static const Method posting{QStringLiteral("webhook"), Tier::Posting, Method::Needs::Nothing, {}, {}};
    if (const auto seconds = m_limiter.admit(posting, webhook->workspace, QString::fromLatin1(request.path)))
        return web::Response::text("rate_limited", 429).set("Retry-After", QByteArray::number(*seconds));
    const std::optional<Channel> channel = m_world.findChannel(webhook->channel);
    if (!channel)
        return web::Response::text("channel_not_found", 404);
    if (channel->archived)
        return web::Response::text("channel_is_archived", 410);
    const QJsonObject payload = payloadOf(request);
    if (payload.isEmpty())
        return web::Response::text("invalid_payload", 400);
    QJsonObject content;
    for (const char* name : {"text", "blocks", "attachments", "thread_ts"}) {
        if (payload.contains(QLatin1String(name)))
            content.insert(QLatin1String(name), payload.value(QLatin1String(name)));
    }
    if (payload.value(QStringLiteral("attachments")).toArray().size() > 100)
        return web::Response::text("too_many_attachments", 400);
    const bool said = !payload.value(QStringLiteral("text")).toString().isEmpty();
    if (!said && !payload.contains(QStringLiteral("blocks")) && !payload.contains(QStringLiteral("attachments")))
        return web::Response::text("no_text", 400);
    m_mailbox.post({channel->id, {}, m_world.botUserId(), {}, content, false});
    return web::Response::text("ok");
}

}  // namespace refrain::sandbox
