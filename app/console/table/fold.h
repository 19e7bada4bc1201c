#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace refrain::console {

/// Text as the filter compares it, in UTF-8: compatibility forms unified (NFKC), accents stripped, case folded, and
/// letters that Unicode does not decompose (ø, ł, æ, ı, ...) written with their plain neighbours. Both the table's
/// text and what a person types go through it. Pure; any thread.
[[nodiscard]] QByteArray fold(const QString& text);
/// The same of UTF-8, appended; quick where it is plain ASCII.
void fold(std::string_view utf8, QByteArray& to);

}  // namespace refrain::console
