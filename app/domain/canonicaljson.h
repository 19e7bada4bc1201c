#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <functional>
#include <optional>

namespace refrain {

/// The one spelling of a JSON value (RFC 8785, JCS): no spaces, object keys in the order of their
/// UTF-16 code units, numbers as ECMAScript writes them, UTF-8. Any thread.
///
/// Numbers are doubles, so integers beyond 2^53 are not told apart; ours stay below. Half a surrogate
/// pair, which JCS forbids, becomes U+FFFD.
///
/// `replace` is asked about each text, with its JSON pointer (RFC 6901), and may give canonical JSON to stand in its
/// place; `pointer` is where in a greater whole the value stands.
using ReplaceText = std::function<std::optional<QByteArray>(const QString& pointer, const QString& text)>;
[[nodiscard]] QByteArray canonicalJson(const QJsonValue& value, const ReplaceText& replace = {},
                                       const QString& pointer = {});

/// What a member or an index adds to a JSON pointer.
[[nodiscard]] QString jsonPointerStep(QString key);

/// Appends one text as a JSON string.
void appendCanonical(QByteArray& out, const QString& text);

/// Appends `before`, a key of ours, which needs no escapes, and the colon.
void appendKey(QByteArray& out, char before, const char* key);

/// One number as ECMAScript's Number::toString writes it. REQUIRES: finite.
[[nodiscard]] QByteArray canonicalNumber(double number);

}  // namespace refrain
