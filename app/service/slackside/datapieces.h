#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace refrain::service {

/// The file as JSON texts of about `longest` bytes, none of which is cut: each is an object by itself, with the fields
/// that it holds, and of long lists as many items as fit. Put together again field by field they are the file. One item
/// that is longer stands alone. Pure.
[[nodiscard]] std::vector<QByteArray> piecesOf(const QJsonObject& file, qsizetype longest,
                                               QJsonDocument::JsonFormat format = QJsonDocument::Indented);

}  // namespace refrain::service
