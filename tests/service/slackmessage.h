#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// Reads what people see in Slack.
namespace refrain::test {

inline QString textOf(const QJsonObject& message)
{
    return message.value(QLatin1String("text")).toString();
}

/// The first element of a message whose action_id begins with `name`; empty where it has none.
inline QJsonObject element(const QJsonObject& message, QLatin1String name)
{
    for (const QJsonValue& block : message.value(QLatin1String("blocks")).toArray()) {
        for (const QJsonValue& one : block[QLatin1String("elements")].toArray()) {
            if (one[QLatin1String("action_id")].toString().section(QLatin1Char(':'), 0, 0) == name)
                return one.toObject();
        }
    }
    return {};
}

/// What is written on the buttons of a message.
inline QStringList labels(const QJsonArray& blocks)
{
    QStringList all;
    for (const QJsonValue& block : blocks) {
        for (const QJsonValue& element : block[QLatin1String("elements")].toArray())
            all << element[QLatin1String("text")][QLatin1String("text")].toString();
    }
    return all;
}

}  // namespace refrain::test
