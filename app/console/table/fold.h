#pragma once

#include <QByteArray>
#include <QString>

namespace refrain::console {

/// Text as the filter compares it, in UTF-8: compatibility forms unified (NFKC), accents stripped, case folded, and
/// letters that Unicode does not decompose (ø, ł, æ, ı, ...) written with their plain neighbours. Both the table's
/// text and what a person types go through it. Pure; any thread.
[[nodiscard]] QByteArray fold(const QString& text);
/// The same of UTF-8, quick where it is plain ASCII.
[[nodiscard]] QByteArray fold(const QByteArray& utf8);

}  // namespace refrain::console
