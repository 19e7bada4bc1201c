#pragma once

#include <QString>

namespace refrain::console {

/// A sentence of the categories that every workspace starts with, or why it has them, in the language of the console;
/// any other text is a workspace's own and stays as it is. Titles stay too: people see them in Slack, and must be able
/// to name them.
[[nodiscard]] QString builtInWords(const QString& text);

}  // namespace refrain::console
