#include "sandbox/delivery/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace refrain::sandbox {

QByteArray slackSignature(const QByteArray& signingSecret, qint64 seconds, const QByteArray& body)
{
    const QByteArray base = "v0:" + QByteArray::number(seconds) + ':' + body;
    return "v0=" + QMessageAuthenticationCode::hash(base, signingSecret, QCryptographicHash::Sha256).toHex();
}

}  // namespace refrain::sandbox
