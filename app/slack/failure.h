#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>

namespace refrain::slack {

/// The Error for an answer `{"ok": false, "error": …}`. Its code is the class of the failure:
/// Unauthorized = the token is dead, Forbidden = a scope or permission is missing, Unavailable = worth
/// another try, NotFound = the target does not exist, Invalid = anything else, which stays so.
[[nodiscard]] Error failure(const QString& method, const QJsonObject& answer);

/// The Error for an answer that is no JSON object with `ok`.
[[nodiscard]] Error unreadable(const QString& method, const QString& why);

/// The Error for a call that was not made any more because the program stops.
[[nodiscard]] Error stopped();
/// True for stopped(): Slack was certainly not asked.
[[nodiscard]] bool wasNotAsked(const Error& error);

/// Slack's own word for a failure, such as `invalid_cursor`; empty where it was none of Slack's.
[[nodiscard]] QString errorWord(const Error& error);

/// True where the token is gone for good, and only a new installation helps.
[[nodiscard]] bool isDeadToken(const Error& error);

/// The scopes that Slack named as missing; empty for any other failure.
[[nodiscard]] QString missingScope(const Error& error);

}  // namespace refrain::slack
