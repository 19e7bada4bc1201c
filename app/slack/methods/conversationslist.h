#pragma once

#include "base/result.h"
#include "domain/subject.h"
#include "slack/call.h"

#include <QJsonObject>

#include <vector>

namespace refrain::slack {

/// conversations.list: one page of public and private channels, archived ones included (scopes
/// channels:read, groups:read; of the private ones only those that the app is in).
class ConversationsList {
public:
    struct Response {
        std::vector<Subject> channels;
        QString nextCursor;  ///< Empty on the last page.
    };

    /// `cursor`: empty for the first page; `limit`: 1 to 999; `withPrivate` needs groups:read; `teamId`: only
    /// with an organization's token.
    ConversationsList(QString cursor, int limit, bool withPrivate, QString teamId = {});

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    QString m_cursor;
    int m_limit;
    bool m_withPrivate;
    QString m_teamId;
};

}  // namespace refrain::slack
