#pragma once

#include "domain/approval.h"
#include "domain/category.h"
#include "store/database.h"

namespace refrain::service {

/// What a request that waits would meet now. In the database's thread; inside the transaction where it is to count.
[[nodiscard]] Result<ApprovalGround> groundOf(store::Database& database, const WorkspaceId& workspace,
                                              const Approval& approval);

/// How many people of the directory turned off themselves what would reach them after the edit.
[[nodiscard]] Result<qint64> overriddenBy(store::Database& database, const WorkspaceId& workspace,
                                          const Category& before, const Category& after);

/// The workspace's rule, or the one that holds where nobody set any.
[[nodiscard]] Result<ApprovalPolicy> policyOf(store::Database& database, const WorkspaceId& workspace);

/// Its name among the settings.
inline constexpr QLatin1String policySetting("approvals");

}  // namespace refrain::service
