#pragma once

#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// What leads to one subject and is no history leads to another: opt-out links, recipients whose turn has not come, and
/// the outbox. REQUIRES: a write transaction.
[[nodiscard]] Result<> redirect(Database& database, const WorkspaceId& workspace, const SubjectId& from,
                                const SubjectId& to);

}  // namespace refrain::store
