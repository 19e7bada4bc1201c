#include "sandbox/views/complaints.h"

#include <QJsonArray>

namespace refrain::sandbox {

void Complaints::checkLength(const QJsonValue& value, const QString& pointer, qsizetype most)
{
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isString())
        add(pointer, QStringLiteral("must be a string"));
    else if (value.toString().size() > most)
        add(pointer, QStringLiteral("must be less than %1 characters").arg(most + 1));
}

bool Complaints::checkCount(const QJsonValue& value, const QString& pointer, qsizetype least, qsizetype most)
{
    const qsizetype count = value.toArray().size();
    if (!value.isArray())
        add(pointer, QStringLiteral("must be an array"));
    else if (count < least)
        add(pointer, QStringLiteral("no fewer than %1 items allowed").arg(least));
    else if (count > most)
        add(pointer, QStringLiteral("no more than %1 items allowed").arg(most));
    else
        return true;
    return false;
}

void Complaints::checkText(const QJsonValue& value, const QString& pointer, qsizetype most, bool mrkdwn)
{
    const QString type = value[QLatin1String("type")].toString();
    const QJsonValue text = value[QLatin1String("text")];
    const QString at = pointer + QStringLiteral("/text");
    if (!value.isObject())
        return add(pointer, QStringLiteral("missing required field: text"));
    if (type != QStringLiteral("plain_text") && !(mrkdwn && type == QStringLiteral("mrkdwn")))
        add(pointer + QStringLiteral("/type"), QStringLiteral("must be a valid text type"));
    if (text.toString().isEmpty())
        add(at, QStringLiteral("must be more than 0 characters"));
    checkLength(text, at, most);
}

}  // namespace refrain::sandbox
