#include "slack/methods/userslist.h"

#include "slack/methods/page.h"

#include <QJsonArray>

namespace refrain::slack {

UsersList::UsersList(QString cursor, int limit, QString teamId)
    : m_cursor(std::move(cursor)), m_limit(limit), m_teamId(std::move(teamId))
{
}

Call UsersList::call() const
{
    return Call{QStringLiteral("users.list"), Tier::Two, {}, true, listPatience}
        .with("cursor", m_cursor)
        .with("limit", QString::number(m_limit))
        .with("include_locale", QStringLiteral("true"))
        .with("team_id", m_teamId);
}

Result<UsersList::Response> UsersList::parse(const QJsonObject& answer)
{
    Result<QJsonArray> rows = pageRows(answer, QStringLiteral("users.list"), QLatin1String("members"));
    if (!rows)
        return rows.error();
    Response response;
    response.nextCursor = nextCursor(answer);
    response.members.reserve(size_t(rows->size()));
    for (const QJsonValue& row : *rows) {
        User user = User::parse(row.toObject());
        if (!user.subject.id.isEmpty())
            response.members.push_back(std::move(user));
    }
    return response;
}

}  // namespace refrain::slack
