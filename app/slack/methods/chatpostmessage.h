#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonArray>
#include <QJsonObject>

namespace refrain::slack {

/// chat.postMessage: one message into a channel, or with a person's id into their direct message with the app
/// (chat:write). Never repeated by the client but after a 429: a lost answer may hide a message that was posted.
class ChatPostMessage {
public:
    struct Message {
        QString text;       ///< What notifications show; the message itself where there are no blocks.
        QJsonArray blocks;  ///< At most 50.
        QJsonObject metadata;
    };
    struct Response {
        QString channel;  ///< `D…` where a person was addressed.
        QString ts;
    };

    ChatPostMessage(QString channel, Message message) : m_channel(std::move(channel)), m_message(std::move(message)) {}

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    QString m_channel;
    Message m_message;
};

}  // namespace refrain::slack
