#include "console/audit/logevidence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace refrain::console {

QJsonObject toJson(const LogEvidence& evidence)
{
    QJsonArray keys;
    for (const TrustedKey& key : evidence.keys)
        keys.append(QJsonObject{{QStringLiteral("vkey"), key.vkey},
                                {QStringLiteral("fingerprint"), keyFingerprint(key.vkey)},
                                {QStringLiteral("trustedAt"), toRfc3339(key.trustedAt)},
                                {QStringLiteral("retiredAt"), toRfc3339(key.retiredAt)}});
    QJsonArray seen;
    for (const SeenCheckpoint& checkpoint : evidence.seen)
        seen.append(QJsonObject{{QStringLiteral("vkey"), checkpoint.vkey},
                                {QStringLiteral("size"), checkpoint.size},
                                {QStringLiteral("root"), QString::fromLatin1(checkpoint.root.toBase64())},
                                {QStringLiteral("note"), QString::fromUtf8(checkpoint.note)},
                                {QStringLiteral("seenAt"), toRfc3339(checkpoint.seenAt)}});
    return {{QStringLiteral("format"), QStringLiteral("refrain/log-evidence/1")},
            {QStringLiteral("workspace"), evidence.workspace.toString()},
            {QStringLiteral("writtenAt"), toRfc3339(evidence.writtenAt)},
            {QStringLiteral("alarm"), evidence.state.sentence},
            {QStringLiteral("alarmAt"), toRfc3339(evidence.state.checkedAt)},
            {QStringLiteral("offeredKey"), evidence.state.offeredKey},
            {QStringLiteral("offeredCheckpoint"), QString::fromUtf8(evidence.offered)},
            {QStringLiteral("consistencyProof"), evidence.proof},
            {QStringLiteral("trustedKeys"), keys},
            {QStringLiteral("seenCheckpoints"), seen}};
}

Result<> writeEvidence(const LogEvidence& evidence, const QString& path)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QJsonDocument(toJson(evidence)).toJson()) > 0 && file.commit();
    if (!written)
        return Error::unavailable(AuditReader::tr("The evidence cannot be written there. Choose another place."),
                                  file.errorString());
    return {};
}

}  // namespace refrain::console
