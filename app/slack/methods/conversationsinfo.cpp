#include "slack/methods/conversationsinfo.h"

#include "slack/channel.h"
#include "slack/failure.h"

namespace refrain::slack {

Call ConversationsInfo::call() const
{
    return Call{QStringLiteral("conversations.info"), Tier::Three, {}, true}.with("channel", m_channel.toString());
}

Result<ConversationsInfo::Response> ConversationsInfo::parse(const QJsonObject& answer)
{
    const QJsonObject channel = answer.value(QLatin1String("channel")).toObject();
    Response response{channelSubject(channel), SubjectId(channel.value(QLatin1String("creator")).toString())};
    if (response.channel.id.isEmpty())
        return unreadable(QStringLiteral("conversations.info"), QStringLiteral("no channel"));
    return response;
}

}  // namespace refrain::slack
