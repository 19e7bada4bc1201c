#pragma once

#include "base/id.h"
#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>
#include <QStringList>

namespace refrain::slack {

/// conversations.members: one page of the people in a channel, apps among them (scopes channels:read, groups:read).
class ConversationsMembers {
public:
    struct Response {
        QStringList members;
        QString nextCursor;  ///< Empty on the last page.
    };

    /// `cursor`: empty for the first page.
    ConversationsMembers(SubjectId channel, QString cursor) : m_channel(std::move(channel)), m_cursor(std::move(cursor))
    {
    }

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    SubjectId m_channel;
    QString m_cursor;
};

}  // namespace refrain::slack
