#include "base/random.h"

#include <QtGlobal>

#include <unistd.h>
#include <algorithm>

namespace refrain {

QByteArray Random::token(qsizetype count)
{
    return bytes(count).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    // The kernel's own generator, straight into the buffer: QRandomGenerator asks the processor, which on some takes
    // ten times as long.
    constexpr qsizetype most = 256;
    QByteArray out(count, Qt::Uninitialized);
    for (qsizetype at = 0; at < count; at += most) {
        if (::getentropy(out.data() + at, size_t(std::min(most, count - at))) != 0)
            qFatal("The system gives no random numbers.");
    }
    return out;
}

}  // namespace refrain
