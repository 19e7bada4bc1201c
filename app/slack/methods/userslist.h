#pragma once

#include "base/result.h"
#include "slack/call.h"
#include "slack/user.h"

#include <vector>

namespace refrain::slack {

/// users.list: one page of the directory of people (scope users:read; e-mails need users:read.email).
class UsersList {
public:
    struct Response {
        std::vector<User> members;
        QString nextCursor;  ///< Empty on the last page, which is never told by its length.
    };

    /// `cursor`: empty for the first page; `limit`: 1 to 999; `teamId`: only with an organization's token.
    UsersList(QString cursor, int limit, QString teamId = {});

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    QString m_cursor;
    int m_limit;
    QString m_teamId;
};

}  // namespace refrain::slack
