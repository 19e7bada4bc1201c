#include "service/access/bearertokens.h"

#include <QCryptographicHash>

namespace refrain::service {

Secret newToken(const char* prefix, Random& random)
{
    return Secret(prefix + random.token());
}

QByteArray tokenHash(const QByteArray& token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

}  // namespace refrain::service
