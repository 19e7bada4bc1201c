#include "base/direction.h"

#include <algorithm>

namespace refrain {
namespace {

bool turns(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

QString withoutTurns(QString text)
{
    if (std::any_of(text.cbegin(), text.cend(), turns))  // hardly ever, and then alone it is copied
        text.removeIf(turns);
    return text;
}

}  // namespace refrain
