#include "console/desk/numbers.h"

namespace refrain::console {

QString grouped(qint64 number)
{
    QString digits = QString::number(qAbs(number));
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, QChar(0x202F));
    return number < 0 ? QChar(0x2212) + digits : digits;
}

}  // namespace refrain::console
