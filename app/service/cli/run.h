#pragma once

#include "service/cli/commandline.h"

namespace refrain::service {

/// Does what was asked and returns the exit code: 0 done, 1 failed, 2 unusable arguments or configuration.
/// Messages go to standard error. REQUIRES: a QCoreApplication.
[[nodiscard]] int run(const Result<Invocation>& invocation);

}  // namespace refrain::service
