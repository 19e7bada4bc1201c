#include "slack/methods/conversationslist.h"

#include "slack/channel.h"
#include "slack/methods/page.h"

namespace refrain::slack {

ConversationsList::ConversationsList(QString cursor, int limit, bool withPrivate, QString teamId)
    : m_cursor(std::move(cursor)), m_limit(limit), m_withPrivate(withPrivate), m_teamId(std::move(teamId))
{
}

Call ConversationsList::call() const
{
    return Call{QStringLiteral("conversations.list"), Tier::Two, {}, true, listPatience}
        .with("types",
              m_withPrivate ? QStringLiteral("public_channel,private_channel") : QStringLiteral("public_channel"))
        .with("cursor", m_cursor)
        .with("limit", QString::number(m_limit))
        .with("team_id", m_teamId);
}

Result<ConversationsList::Response> ConversationsList::parse(const QJsonObject& answer)
{
    Result<QJsonArray> rows = pageRows(answer, QStringLiteral("conversations.list"), QLatin1String("channels"));
    if (!rows)
        return rows.error();
    Response response;
    response.nextCursor = nextCursor(answer);
    response.channels.reserve(size_t(rows->size()));
    for (const QJsonValue& row : *rows) {
        Subject channel = channelSubject(row.toObject());
        if (!channel.id.isEmpty() && !isDirect(row.toObject()))
            response.channels.push_back(std::move(channel));
    }
    return response;
}

}  // namespace refrain::slack
