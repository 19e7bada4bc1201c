#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace refrain {

/// The one spelling of a JSON value (RFC 8785, JCS): no spaces, object keys in the order of their
/// UTF-16 code units, numbers as ECMAScript writes them, UTF-8. Any thread.
///
/// Numbers are doubles, so integers beyond 2^53 are not told apart; ours stay below. Half a surrogate
/// pair, which JCS forbids, becomes U+FFFD.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue& value);

/// One number as ECMAScript's Number::toString writes it. REQUIRES: finite.
[[nodiscard]] QByteArray canonicalNumber(double number);

}  // namespace refrain
