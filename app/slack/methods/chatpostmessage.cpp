#include "slack/methods/chatpostmessage.h"

#include "slack/failure.h"

#include <QJsonDocument>

namespace refrain::slack {
namespace {

template <class Json>
QString compact(const Json& json)
{
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

}  // namespace

Call ChatPostMessage::call() const
{
    return Call{QStringLiteral("chat.postMessage"), Tier::Special, {}, false}
        .with("channel", m_channel)
        .with("text", m_message.text)
        .with("blocks", compact(m_message.blocks))
        .with("metadata", compact(m_message.metadata))
        .with("unfurl_links", QStringLiteral("false"))
        .with("unfurl_media", QStringLiteral("false"));
}

Result<ChatPostMessage::Response> ChatPostMessage::parse(const QJsonObject& answer)
{
    Response response{answer.value(QLatin1String("channel")).toString(), answer.value(QLatin1String("ts")).toString()};
    if (response.channel.isEmpty() || response.ts.isEmpty())
        return unreadable(QStringLiteral("chat.postMessage"), QStringLiteral("no channel or ts"));
    return response;
}

}  // namespace refrain::slack
