#pragma once

#include "service/slackside/acknowledgement.h"
#include "service/slackside/visitors.h"
#include "store/outboxstore.h"

namespace refrain::service {

/// A person's categories as `database` sees them: inside a write transaction, after the change.
[[nodiscard]] Result<Shown> showCategories(store::Database& database, const Decider& decider, const Visitor& visitor,
                                           const Speech& speech);

/// The choices that these outbox items tell of, each once, as they were before the first and as they are.
[[nodiscard]] Result<std::vector<ChangedChoice>> changedChoices(store::Database& database, const WorkspaceId& workspace,
                                                                const std::vector<store::OutboxItem>& items,
                                                                const Shown& shown);

}  // namespace refrain::service
