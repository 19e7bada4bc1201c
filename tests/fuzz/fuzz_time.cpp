#include "base/clock.h"
#include "tests/fuzz/fuzz.h"

/// A time that was understood means the same when it is written and read again.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    const std::optional<Millis> time = fromRfc3339(QString::fromUtf8(input));
    if (time)
        require(fromRfc3339(toRfc3339(*time)) == time);
}
