#include "wire/proof.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

namespace {

QString encoded(const TreeHash& hash)
{
    return QString::fromLatin1(hash.toBase64());
}

QJsonArray encoded(const QList<TreeHash>& hashes)
{
    QJsonArray out;
    for (const TreeHash& hash : hashes)
        out.append(encoded(hash));
    return out;
}

QList<TreeHash> readHashes(FieldReader& in)
{
    QList<TreeHash> hashes;
    const QStringList texts = in.texts("hashes");
    for (const QString& text : texts) {
        const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            in.fail("hashes", QStringLiteral("Number %1 of this list must be base64.").arg(hashes.size() + 1));
        hashes.append(decoded.decoded);
    }
    return hashes;
}

}  // namespace

QJsonObject toJson(const InclusionProof& proof)
{
    return {{QStringLiteral("index"), proof.index},
            {QStringLiteral("size"), proof.size},
            {QStringLiteral("leafHash"), encoded(proof.leafHash)},
            {QStringLiteral("hashes"), encoded(proof.hashes)}};
}

Result<InclusionProof> inclusionProofFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    InclusionProof proof{in.number("index", -1), in.number("size", -1), in.base64("leafHash"), readHashes(in)};
    if (const Result<> done = in.done(); !done)
        return done.error();
    return proof;
}

QJsonObject toJson(const ConsistencyProof& proof)
{
    return {{QStringLiteral("from"), proof.from},
            {QStringLiteral("to"), proof.to},
            {QStringLiteral("hashes"), encoded(proof.hashes)}};
}

Result<ConsistencyProof> consistencyProofFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ConsistencyProof proof{in.number("from", -1), in.number("to", -1), readHashes(in)};
    if (const Result<> done = in.done(); !done)
        return done.error();
    return proof;
}

}  // namespace refrain::wire
