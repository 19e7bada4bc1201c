#pragma once

#include "service/usecases/workspacewriter.h"

namespace refrain::service {

/// Puts the new id of a channel in place of the old one wherever workflows and playbooks say whom they are for, be it
/// by name or by membership. Each definition that names it gets a version and an entry in the log. False: none did.
/// REQUIRES: a write transaction.
[[nodiscard]] Result<bool> moveRecipients(WorkspaceTransaction& transaction, const SubjectId& from, const SubjectId& to,
                                          const QString& reason);

}  // namespace refrain::service
