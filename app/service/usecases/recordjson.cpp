#include "service/usecases/recordjson.h"

#include <QJsonDocument>

namespace refrain::service {

QByteArray toText(const QJsonObject& record)
{
    return record.isEmpty() ? QByteArrayLiteral("null") : QJsonDocument(record).toJson(QJsonDocument::Compact);
}

QJsonObject fromText(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

}  // namespace refrain::service
