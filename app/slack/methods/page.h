#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <chrono>

namespace refrain::slack {

/// A full reading of the directory may wait: it goes on where it stood anyway.
inline constexpr std::chrono::minutes listPatience{10};

/// The rows of a page; an Unavailable error where the answer has no array of that name.
[[nodiscard]] Result<QJsonArray> pageRows(const QJsonObject& answer, const QString& method, QLatin1String name);

/// `response_metadata.next_cursor`; empty on the last page. A short or empty page is not the last one.
[[nodiscard]] QString nextCursor(const QJsonObject& answer);

}  // namespace refrain::slack
