#pragma once

#include "domain/actor.h"

#include <QString>

namespace refrain::console {

/// "Support", "Program".
[[nodiscard]] QString roleName(Role role);
/// What whoever has it may do, in a sentence or two.
[[nodiscard]] QString roleMeaning(Role role);

}  // namespace refrain::console
