#include "base/random.h"

#include <QRandomGenerator>

namespace refrain {

QByteArray Random::token(qsizetype count)
{
    return bytes(count).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    // Whole words straight into the buffer: no copy of what may become a secret stays behind.
    constexpr qsizetype wordSize = sizeof(quint32);
    const qsizetype words = (count + wordSize - 1) / wordSize;
    QByteArray out(words * wordSize, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(out.data()), words);
    out.truncate(count);
    return out;
}

}  // namespace refrain
