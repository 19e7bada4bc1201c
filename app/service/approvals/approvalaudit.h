#pragma once

#include "domain/approval.h"
#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"

namespace refrain::service {

/// The audit log's word that a request was made, decided, or ended; `context` says whose step it was.
[[nodiscard]] Result<> auditApproval(WorkspaceTransaction& transaction, const Approval& approval,
                                     const EditContext& context);

/// What every entry of an approved act says besides whoever asked for it: the request, and who approved it.
[[nodiscard]] QJsonObject approvalContext(const Approval& approval);

/// Who acts when a request is carried out: whoever asked, with who approved it beside.
[[nodiscard]] EditContext requesterOf(const Approval& approval);

}  // namespace refrain::service
