#pragma once

#include "base/result.h"

#include <QTextStream>

namespace refrain::service {

/// Checks the evidence bundle in `file` offline and writes what it found as sentences; true: all of it verifies.
/// An error where the file cannot be read or is no bundle.
[[nodiscard]] Result<bool> auditVerify(const QString& file, QTextStream& out);

}  // namespace refrain::service
