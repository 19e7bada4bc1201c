#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace refrain::slack {

/// The rows of a page; an Unavailable error where the answer has no array of that name.
[[nodiscard]] Result<QJsonArray> pageRows(const QJsonObject& answer, const QString& method, QLatin1String name);

/// `response_metadata.next_cursor`; empty on the last page. A short or empty page is not the last one.
[[nodiscard]] QString nextCursor(const QJsonObject& answer);

}  // namespace refrain::slack
