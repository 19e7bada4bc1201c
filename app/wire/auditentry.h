#pragma once

#include "domain/auditentry.h"

#include <QJsonObject>

namespace refrain::wire {

/// The contract's `audit entry`. Beside its fields stand `erased`, the pointers of what was erased, and
/// in evidence `openings`, by which anybody verifies the leaf.
struct AuditItem {
    qint64 index = 0;
    QByteArray leaf;  ///< The exact bytes that the tree hashes.
    AuditEntry entry;
    QStringList erased;
    std::vector<Opening> openings;

    friend bool operator==(const AuditItem&, const AuditItem&) = default;
};

[[nodiscard]] QJsonObject toJson(const AuditItem& item);
[[nodiscard]] Result<AuditItem> auditItemFromJson(const QJsonObject& object);

}  // namespace refrain::wire
