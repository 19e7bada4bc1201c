#include "console/desk/numbers.h"

#include <QLocale>

namespace refrain::console {

QString grouped(qint64 number)
{
    // The "C" locale groups nothing: there numbers are written as in English.
    const QLocale here;
    const QLocale locale = here.language() == QLocale::C ? QLocale(QLocale::English) : here;
    return locale.toString(number);
}

}  // namespace refrain::console
