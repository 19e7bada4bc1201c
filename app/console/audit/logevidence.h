#pragma once

#include "console/audit/auditreader.h"
#include "console/audit/logpins.h"

#include <QJsonObject>

namespace refrain::console {

/// What an alarm of the audit log rests on, for whoever has to explain it. No personal data.
struct LogEvidence {
    WorkspaceId workspace;
    Millis writtenAt = 0;
    LogState state;
    std::vector<TrustedKey> keys;
    std::vector<SeenCheckpoint> seen;  ///< Signed checkpoints of the past, as they came.
    QByteArray offered;                ///< The signed checkpoint that was checked last.
    QJsonObject proof;                 ///< The proof of consistency with the past, as it came.
};

[[nodiscard]] QJsonObject toJson(const LogEvidence& evidence);
/// Writes it to a file that only its owner reads; one that could not be finished is not left behind.
[[nodiscard]] Result<> writeEvidence(const LogEvidence& evidence, const QString& path);

}  // namespace refrain::console
