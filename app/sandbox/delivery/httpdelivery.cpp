#include "sandbox/delivery/httpdelivery.h"

#include "sandbox/delivery/courier.h"
#include "sandbox/delivery/signature.h"

#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Slack's forms write a space as `+`.
QByteArray formEncoded(const QString& text)
{
    return text.toUtf8().toPercentEncoding(" ", "*").replace(' ', '+');
}

QByteArray form(const QJsonObject& fields)
{
    QByteArray out;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!out.isEmpty())
            out += '&';
        const QJsonValue value = field.value();
        const QString text = value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                                            : value.toVariant().toString();
        out += formEncoded(field.key()) + '=' + formEncoded(text);
    }
    return out;
}

QString pathOf(Delivery::Kind kind)
{
    switch (kind) {
        case Delivery::Kind::Event: return QStringLiteral("/slack/events");
        case Delivery::Kind::Command: return QStringLiteral("/slack/commands");
        case Delivery::Kind::Interaction: return QStringLiteral("/slack/interactions");
    }
    return {};
}

QByteArray bodyOf(const Delivery& delivery)
{
    switch (delivery.kind) {
        case Delivery::Kind::Event: return compact(delivery.payload);
        case Delivery::Kind::Command: return form(delivery.payload);
        case Delivery::Kind::Interaction:
            return form({{QStringLiteral("payload"), QString::fromUtf8(compact(delivery.payload))}});
    }
    return {};
}

DeliveryOutcome outcomeOf(const Courier::Answer& answer)
{
    DeliveryOutcome outcome;
    outcome.acknowledged = answer.status >= 200 && answer.status < 300;
    outcome.mayRetry = answer.headers.value("x-slack-no-retry") != "1";
    if (outcome.acknowledged)
        outcome.answer = answer.body;
    else
        outcome.problem = answer.status == 0 ? answer.problem : QStringLiteral("http_error");
    return outcome;
}

}  // namespace

HttpDelivery::HttpDelivery(Courier& courier, const Clock& clock, const QUrl& base, QByteArray signingSecret,
                           std::chrono::milliseconds patience)
    : m_courier(courier), m_clock(clock), m_base(base), m_signingSecret(std::move(signingSecret)), m_patience(patience)
{
}

void HttpDelivery::deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done)
{
    Courier::Letter letter;
    letter.to = m_base;
    letter.to.setPath(m_base.path().chopped(m_base.path().endsWith(QLatin1Char('/')) ? 1 : 0) + pathOf(delivery.kind));
    letter.body = bodyOf(delivery);
    letter.patience = m_patience;
    const qint64 seconds = m_clock.now() / 1000;
    letter.headers.add("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    letter.headers.add("Content-Type", delivery.kind == Delivery::Kind::Event ? "application/json"
                                                                              : "application/x-www-form-urlencoded");
    letter.headers.add("X-Slack-Request-Timestamp", QByteArray::number(seconds));
    letter.headers.add("X-Slack-Signature", slackSignature(m_signingSecret, seconds, letter.body));
    if (delivery.retry > 0) {
        letter.headers.add("X-Slack-Retry-Num", QByteArray::number(delivery.retry));
        letter.headers.add("X-Slack-Retry-Reason", delivery.retryReason.toUtf8());
    }
    m_courier.post(std::move(letter), [done = std::move(done)](const Courier::Answer& answer) {
        if (done)
            done(outcomeOf(answer));
    });
}

}  // namespace refrain::sandbox
