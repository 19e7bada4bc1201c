#include "base/random.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace refrain {

QByteArray Random::token(qsizetype count)
{
    return bytes(count).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray out(count, Qt::Uninitialized);
    for (qsizetype at = 0; at < count; at += qsizetype(sizeof(quint64))) {
        const quint64 word = QRandomGenerator::system()->generate64();
        std::memcpy(out.data() + at, &word, size_t(std::min(count - at, qsizetype(sizeof word))));
    }
    return out;
}

}  // namespace refrain
