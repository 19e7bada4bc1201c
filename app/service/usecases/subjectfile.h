#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/database.h"

#include <QJsonObject>

namespace refrain::service {

/// Everything held about a subject, read in one moment: the directory's row, choices, changes, audit entries with
/// what is known of them, opt-out links, how they are reached, messages, which senders asked about them, and their role
/// in the console. Secrets are named, never shown. NotFound where there is no such subject. REQUIRES: a read
/// transaction of the caller's.
[[nodiscard]] Result<QJsonObject> subjectFile(store::Database& database, const WorkspaceId& workspace,
                                              const SubjectId& subject);

}  // namespace refrain::service
