#pragma once

#include <QLoggingCategory>

/// Every logging category of Refrain, in one place. Names are dotted: REFRAIN_LOG=debug shows all,
/// QT_LOGGING_RULES picks single ones.
///
/// What is never logged at any level: a token, a secret, an opt-out link, a message's text.
namespace refrain::log {

Q_DECLARE_LOGGING_CATEGORY(web)
Q_DECLARE_LOGGING_CATEGORY(net)
Q_DECLARE_LOGGING_CATEGORY(store)
Q_DECLARE_LOGGING_CATEGORY(slack)
Q_DECLARE_LOGGING_CATEGORY(oauth)
Q_DECLARE_LOGGING_CATEGORY(sync)
Q_DECLARE_LOGGING_CATEGORY(service)
Q_DECLARE_LOGGING_CATEGORY(console)
Q_DECLARE_LOGGING_CATEGORY(sandbox)

/// Sends all messages to standard error: one JSON object a line where that is not a terminal, else
/// a line for people. `level` is debug, info, warning or critical; false for any other word.
/// Call once, before the first thread starts.
[[nodiscard]] bool install(const QString& level);

}  // namespace refrain::log
