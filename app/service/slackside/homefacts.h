#pragma once

#include "service/playbooks/voice.h"
#include "service/slackside/homeview.h"

namespace refrain::service {

/// What a person's App Home is made of, as `database` sees it. NotFound where the directory does not know them yet.
[[nodiscard]] Result<HomeFacts> homeFacts(store::Database& database, const Decider& decider, const Voice& voice,
                                          const Clock& clock, const WorkspaceId& workspace, const SubjectId& person);

}  // namespace refrain::service
