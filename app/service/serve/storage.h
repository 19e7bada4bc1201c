#pragma once

#include "base/random.h"
#include "base/result.h"
#include "service/config/config.h"
#include "service/serve/datadirlock.h"
#include "store/databasepool.h"
#include "store/vault.h"

#include <memory>

namespace refrain::service {

/// The data of one backend, open: locked, migrated, with the key that seals its secrets.
struct Storage {
    std::unique_ptr<Random> random;  ///< The vault's own; it outlives the vault here.
    std::unique_ptr<store::DatabasePool> pool;
    std::unique_ptr<store::Vault> vault;
};

/// The database file that REFRAIN_DATABASE names; an Invalid error for what this build cannot open.
[[nodiscard]] Result<QString> databaseFile(const Config& config);

/// Opens the database and brings it up to this version. The data directory must be locked, unless the caller only
/// makes what may stand beside a running backend. A new key is made only where nothing is sealed yet.
[[nodiscard]] Result<Storage> openStorage(const Config& config);

}  // namespace refrain::service
