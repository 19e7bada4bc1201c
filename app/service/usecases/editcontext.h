#pragma once

#include "domain/actor.h"

#include <optional>

namespace refrain::service {

/// Who edits, from where, and against which version.
struct EditContext {
    Source source = Source::Console;
    Actor actor;
    QString reason;
    std::optional<qint64> ifMatch;  ///< The version the editor saw; absent: whatever stands there.
};

}  // namespace refrain::service
