#pragma once

#include <QByteArray>
#include <QJsonObject>

/// The JSON texts that change records keep of a thing before and after.
namespace refrain::service {

/// An empty object is "null".
[[nodiscard]] QByteArray toText(const QJsonObject& record);
[[nodiscard]] QJsonObject fromText(const QByteArray& text);

}  // namespace refrain::service
