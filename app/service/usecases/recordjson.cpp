#include "service/usecases/recordjson.h"

#include "wire/category.h"
#include "wire/preference.h"
#include "wire/subject.h"

#include <QJsonDocument>

namespace refrain::service {

QJsonObject recordOf(const Preference& preference)
{
    return wire::toJson(preference);
}

QJsonObject recordOf(const Subject& subject)
{
    return wire::toJson(subject);
}

QJsonObject recordOf(const Category& category)
{
    return wire::toJson(category);
}

Preference preferenceFromRecord(const QJsonObject& record)
{
    return wire::preferenceFromJson(record).valueOr({}).preference;
}

Subject subjectFromRecord(const QJsonObject& record)
{
    return wire::subjectFromJson(record).valueOr({});
}

Category categoryFromRecord(const QJsonObject& record)
{
    return wire::categoryFromJson(record).valueOr({});
}

QByteArray toText(const QJsonObject& record)
{
    return record.isEmpty() ? QByteArrayLiteral("null") : QJsonDocument(record).toJson(QJsonDocument::Compact);
}

QJsonObject fromText(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

}  // namespace refrain::service
