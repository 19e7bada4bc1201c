#pragma once

#include "base/result.h"
#include "domain/subject.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// conversations.info: one channel, with who made it (channels:read, groups:read).
class ConversationsInfo {
public:
    struct Response {
        Subject channel;
        SubjectId creator;
    };

    explicit ConversationsInfo(SubjectId channel) : m_channel(std::move(channel)) {}

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    SubjectId m_channel;
};

}  // namespace refrain::slack
