#pragma once

#include "service/config/config.h"

#include "base/result.h"

namespace refrain::service {

/// `refraind serve`: runs until SIGTERM, SIGINT or, embedded, the end of standard input. Prints the ready line.
/// REQUIRES: a QCoreApplication; runs its event loop.
[[nodiscard]] Result<> serve(const Config& config, bool embedded);

}  // namespace refrain::service
