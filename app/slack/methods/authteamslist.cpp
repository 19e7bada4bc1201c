#include "slack/methods/authteamslist.h"

#include "slack/methods/page.h"

namespace refrain::slack {

Call AuthTeamsList::call() const
{
    return Call{QStringLiteral("auth.teams.list"), Tier::Two, {}, true, listPatience}
        .with("cursor", m_cursor)
        .with("limit", QStringLiteral("1000"));
}

Result<AuthTeamsList::Response> AuthTeamsList::parse(const QJsonObject& answer)
{
    const Result<QJsonArray> rows = pageRows(answer, QStringLiteral("auth.teams.list"), QLatin1String("teams"));
    if (!rows)
        return rows.error();
    Response response{{}, nextCursor(answer)};
    for (const QJsonValue& row : *rows)
        response.teams << row.toObject().value(QLatin1String("id")).toString();
    return response;
}

}  // namespace refrain::slack
