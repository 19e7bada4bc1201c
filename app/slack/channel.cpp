#include "slack/channel.h"

#include <QJsonArray>

namespace refrain::slack {

Subject channelSubject(const QJsonObject& channel)
{
    Subject subject;
    subject.id = SubjectId(channel.value(QLatin1String("id")).toString());
    subject.kind = SubjectKind::Channel;
    subject.name = channel.value(QLatin1String("name")).toString();
    subject.topic = channel.value(QLatin1String("topic")).toObject().value(QLatin1String("value")).toString();
    subject.archived = channel.value(QLatin1String("is_archived")).toBool();
    subject.isPrivate = channel.value(QLatin1String("is_private")).toBool();
    for (const QJsonValue& name : channel.value(QLatin1String("previous_names")).toArray())
        subject.formerNames << name.toString();
    // Some conversations tell only when they were created, in seconds.
    const double updated = channel.value(QLatin1String("updated")).toDouble();
    subject.updatedAt = Millis(updated > 0 ? updated : channel.value(QLatin1String("created")).toDouble() * 1000);
    return subject;
}

bool isDirect(const QJsonObject& channel)
{
    return channel.value(QLatin1String("is_im")).toBool() || channel.value(QLatin1String("is_mpim")).toBool() ||
           channel.value(QLatin1String("id")).toString().startsWith(QLatin1Char('D'));
}

}  // namespace refrain::slack
