#pragma once

#include "domain/merkletree.h"

#include <QJsonObject>

namespace refrain::wire {

/// `{"index", "size", "leafHash", "hashes"}` of `GET /audit/proof`.
struct InclusionProof {
    qint64 index = 0;
    qint64 size = 0;
    TreeHash leafHash;
    QList<TreeHash> hashes;

    friend bool operator==(const InclusionProof&, const InclusionProof&) = default;
};

/// `{"from", "to", "hashes"}` of `GET /audit/consistency`.
struct ConsistencyProof {
    qint64 from = 0;
    qint64 to = 0;
    QList<TreeHash> hashes;

    friend bool operator==(const ConsistencyProof&, const ConsistencyProof&) = default;
};

[[nodiscard]] QJsonObject toJson(const InclusionProof& proof);
[[nodiscard]] Result<InclusionProof> inclusionProofFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const ConsistencyProof& proof);
[[nodiscard]] Result<ConsistencyProof> consistencyProofFromJson(const QJsonObject& object);

}  // namespace refrain::wire
