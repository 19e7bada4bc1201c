#pragma once

#include "base/id.h"
#include "domain/actor.h"

#include <QString>

namespace refrain::service {

/// Who calls: one person's session in one workspace, or an API key of it.
struct Principal {
    WorkspaceId workspace;
    Actor actor;
    Role role = Role::Viewer;
    Source source = Source::Console;  ///< What their changes are marked with.
    QString owner;                    ///< Whose idempotency keys these are: the same across a session's tokens.
};

}  // namespace refrain::service
