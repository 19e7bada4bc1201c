#pragma once

#include "base/result.h"
#include "service/cli/commandline.h"
#include "service/config/config.h"

namespace refrain::service {

/// The commands beside `serve`. Each opens the data by itself and writes what it found to standard output.
[[nodiscard]] Result<> migrate(const Config& config);
[[nodiscard]] Result<> backup(const Config& config, const QString& file);
[[nodiscard]] Result<> restore(const Config& config, const QString& file);
[[nodiscard]] Result<> importAll(const Config& config, const Invocation& invocation);
[[nodiscard]] Result<> exportAll(const Config& config, const Invocation& invocation);
[[nodiscard]] Result<> createApiKey(const Config& config, const Invocation& invocation);
[[nodiscard]] Result<> listApiKeys(const Config& config);
[[nodiscard]] Result<> revokeApiKey(const Config& config, const QString& id);

}  // namespace refrain::service
