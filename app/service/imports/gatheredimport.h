#pragma once

#include "service/approvals/approvalgate.h"
#include "service/imports/importdesk.h"

namespace refrain::service {

/// Keeps the rows of a part for later, and notes what they would come to: nothing else is written.
[[nodiscard]] Result<ImportDesk::Taken> gatherPart(WorkspaceTransaction& transaction, PreferenceWriter& preferences,
                                                   const Import& import, const wire::ImportPart& part);

/// All parts together, as a second admin is asked about them.
[[nodiscard]] Result<ApprovalGate::ImportAct> gathered(WorkspaceTransaction& transaction, const Import& import);

/// The same of turning an import back.
[[nodiscard]] Result<ApprovalGate::ImportAct> turnedBack(WorkspaceTransaction& transaction, const Import& import);

}  // namespace refrain::service
