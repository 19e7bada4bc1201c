#pragma once

#include "domain/change.h"
#include "store/database.h"
#include "wire/importrow.h"

namespace refrain::service {

/// The change that a row asks for, its subject left as the row names it. Invalid, with a sentence, where it asks for
/// none. `now`: a snooze that is over asks for nothing.
[[nodiscard]] Result<ChangeRequest> changeOf(const wire::ImportRow& row, Millis now);

/// Whom a row names: by id of Slack's, by distinct id, or by address. None where nobody here is called so; Invalid
/// where several are.
[[nodiscard]] Result<std::optional<SubjectId>> subjectNamed(store::Database& database, const WorkspaceId& workspace,
                                                            const QString& name);

/// What rows that name nobody wait under: the id, or the address in small letters.
[[nodiscard]] QString waitingName(const QString& name);

}  // namespace refrain::service
