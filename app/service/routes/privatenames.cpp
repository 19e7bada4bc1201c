#include "service/routes/privatenames.h"

#include "service/access/permission.h"

#include <QJsonArray>

namespace refrain::service {

Subject visibleTo(Role role, Subject subject)
{
    if (!subject.isPrivate || subject.kind != SubjectKind::Channel || seesPrivateChannels(role))
        return subject;
    subject.name.clear();
    subject.displayName.clear();
    subject.topic.clear();
    subject.formerNames.clear();
    return subject;
}

QJsonObject recordVisibleTo(Role role, QJsonObject record)
{
    const bool isPrivateChannel = record.value(QLatin1String("private")).toBool() &&
                                  record.value(QLatin1String("kind")).toString() == toString(SubjectKind::Channel);
    if (!isPrivateChannel || seesPrivateChannels(role))
        return record;
    for (const char* text : {"name", "displayName", "topic"})
        record.insert(QLatin1String(text), QString());
    record.insert(QLatin1String("formerNames"), QJsonArray());
    return record;
}

}  // namespace refrain::service
