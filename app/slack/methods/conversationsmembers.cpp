#include "slack/methods/conversationsmembers.h"

#include "slack/methods/page.h"

namespace refrain::slack {

Call ConversationsMembers::call() const
{
    return Call{QStringLiteral("conversations.members"), Tier::Four, {}, true, listPatience}
        .with("channel", m_channel.toString())
        .with("cursor", m_cursor)
        .with("limit", QStringLiteral("999"));
}

Result<ConversationsMembers::Response> ConversationsMembers::parse(const QJsonObject& answer)
{
    const Result<QJsonArray> rows = pageRows(answer, QStringLiteral("conversations.members"), QLatin1String("members"));
    if (!rows)
        return rows.error();
    Response response;
    response.nextCursor = nextCursor(answer);
    for (const QJsonValue& row : *rows)
        response.members << row.toString();
    return response;
}

}  // namespace refrain::slack
