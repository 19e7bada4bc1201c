#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>
#include <QStringList>

namespace refrain::slack {

/// auth.teams.list: one page of the teams that an organization's token may act in.
class AuthTeamsList {
public:
    struct Response {
        QStringList teams;
        QString nextCursor;  ///< Empty on the last page.
    };

    explicit AuthTeamsList(QString cursor) : m_cursor(std::move(cursor)) {}

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    QString m_cursor;
};

}  // namespace refrain::slack
