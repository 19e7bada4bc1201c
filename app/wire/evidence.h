#pragma once

#include "wire/auditentry.h"
#include "wire/proof.h"

namespace refrain::wire {

/// An entry of the audit log with what anybody needs to verify it.
struct EvidenceItem {
    AuditItem item;
    InclusionProof proof;

    friend bool operator==(const EvidenceItem&, const EvidenceItem&) = default;
};

/// What `GET /audit/evidence/{subject}` answers: all of a subject's entries, each proven to lie in the one log that
/// the checkpoint states.
struct Evidence {
    WorkspaceId workspace;
    SubjectId subject;
    QString auditKey;  ///< In vkey form.
    QByteArray checkpoint;
    std::vector<EvidenceItem> items;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

[[nodiscard]] QJsonObject toJson(const Evidence& evidence);
/// Invalid for what is no bundle of this shape.
[[nodiscard]] Result<Evidence> evidenceFromJson(const QJsonObject& object);

}  // namespace refrain::wire
