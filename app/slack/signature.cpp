#include "slack/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace refrain::slack {

QByteArray requestSignature(const Secret& signingSecret, const QByteArray& timestamp, const QByteArray& body)
{
    // The secret is used as its text; it only looks like hex.
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256, signingSecret.reveal());
    mac.addData("v0:" + timestamp + ':');
    mac.addData(body);
    return "v0=" + mac.result().toHex();
}

bool isSignedBySlack(const Secret& signingSecret, const QByteArray& timestamp, const QByteArray& signature,
                     const QByteArray& body, Millis now)
{
    bool isNumber = false;
    const qint64 seconds = timestamp.toLongLong(&isNumber);
    if (signingSecret.isEmpty() || !isNumber || qAbs(now / 1000 - seconds) > signatureWindow / 1000)
        return false;
    return equalInConstantTime(requestSignature(signingSecret, timestamp, body), signature);
}

}  // namespace refrain::slack
