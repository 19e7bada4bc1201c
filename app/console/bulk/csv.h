#pragma once

#include <QByteArray>
#include <QStringList>

namespace refrain::console {

/// One line of CSV (RFC 4180), UTF-8, ended by CR LF. A cell that a spreadsheet would take for a formula (= + - @, tab,
/// carriage return at its beginning) gets an apostrophe before it, as OWASP advises under "CSV Injection".
[[nodiscard]] QByteArray csvLine(const QStringList& cells);
/// A text as it may stand in a spreadsheet's cell.
[[nodiscard]] QString withoutFormula(const QString& text);

/// Without it Excel takes UTF-8 for something else.
inline constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

}  // namespace refrain::console
