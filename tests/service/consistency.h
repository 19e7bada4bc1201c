#pragma once

#include "base/id.h"
#include "store/database.h"

namespace refrain::test {

/// What does not agree with itself in a workspace's record: numbers without gaps, the stored preferences against what
/// the change feed adds up to, the audit tree against its leaves. Empty where all does.
[[nodiscard]] QString inconsistency(store::Database& database, const WorkspaceId& workspace);

}  // namespace refrain::test
