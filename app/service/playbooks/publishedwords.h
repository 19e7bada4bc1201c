#pragma once

#include "service/slackside/speech.h"
#include "store/databasepool.h"

#include <memory>

namespace refrain::service {

/// What published playbooks let a workspace say in words of its own, the latest first; null where that is nothing. A
/// failure is logged and leaves Refrain's words: an answer in them is better than none.
[[nodiscard]] std::shared_ptr<const OwnWords> publishedWords(store::DatabasePool& pool, const WorkspaceId& workspace,
                                                             const QString& language);

}  // namespace refrain::service
