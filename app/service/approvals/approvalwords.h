#pragma once

#include "domain/approval.h"
#include "store/approvalstore.h"
#include "wire/approval.h"

namespace refrain::service {

/// What became of a request that can no longer be decided: who, when, why.
[[nodiscard]] QString overSentence(const Approval& approval);

/// One change of a list, as it is shown. In the database's thread.
[[nodiscard]] Result<wire::ApprovalSubject> shown(store::Database& database, const WorkspaceId& workspace,
                                                  const store::ApprovalItem& item);

}  // namespace refrain::service
