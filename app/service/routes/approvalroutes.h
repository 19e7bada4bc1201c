#pragma once

#include "service/approvals/approvaldesk.h"
#include "service/approvals/guardedwriter.h"
#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/usecases/workspacereader.h"

namespace refrain::service {

/// All outlive the routes.
struct ApprovalRouteParts {
    ApprovalDesk& desk;
    GuardedWriter& guarded;
    WorkspaceReader& reader;
    Repeatable& repeatable;
};

/// Requests for a second admin's approval: asked for, listed, decided, withdrawn.
void addApprovalRoutes(Api& api, const ApprovalRouteParts& parts);

/// 202 with the request in place of what was asked for: nothing is in force yet.
[[nodiscard]] web::Response approvalAnswer(const Approval& approval);

}  // namespace refrain::service
