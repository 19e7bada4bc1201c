#include "console/bulk/csv.h"

namespace refrain::console {

QString withoutFormula(const QString& text)
{
    static const QString beginsFormula = QStringLiteral("=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20");
    return !text.isEmpty() && beginsFormula.contains(text.front()) ? QLatin1Char('\'') + text : text;
}

QByteArray csvLine(const QStringList& cells)
{
    QByteArray line;
    for (const QString& cell : cells) {
        QByteArray text = withoutFormula(cell).toUtf8();
        const bool isPlain = !text.contains(',') && !text.contains(';') && !text.contains('"') &&
                             !text.contains('\n') && !text.contains('\r');
        line += isPlain ? text : '"' + text.replace('"', "\"\"") + '"';
        line += ',';
    }
    line.chop(1);
    return line + "\r\n";
}

}  // namespace refrain::console
