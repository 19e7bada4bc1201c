#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// conversations.join: lets the app into a public channel (channels:join), so that it may post there.
class ConversationsJoin {
public:
    struct Response {};

    explicit ConversationsJoin(QString channel) : m_channel(std::move(channel)) {}

    [[nodiscard]] Call call() const
    {
        return Call{QStringLiteral("conversations.join"), Tier::Three, {}, true}.with("channel", m_channel);
    }
    [[nodiscard]] static Result<Response> parse(const QJsonObject&) { return Response{}; }

private:
    QString m_channel;
};

}  // namespace refrain::slack
