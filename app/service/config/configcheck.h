#pragma once

#include "base/result.h"
#include "service/config/config.h"

namespace refrain::service {

/// What readConfig() cannot know without trying: whether the folders may be written to and whether consoles will take
/// the public address. Leaves nothing behind. An Invalid error names the setting.
[[nodiscard]] Result<> checkUse(const Config& config);

}  // namespace refrain::service
