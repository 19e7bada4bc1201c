#pragma once

#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"
#include "store/profilestore.h"

namespace refrain::service {

/// The type of the feed's changes that say of what a profile is an alias, and their one field: an id, or null.
inline constexpr QLatin1String profileChange("profile");
inline constexpr QLatin1String aliasField("aliasOf");

/// THE function that stores a profile: where its alias changes, the feed hears of it, and with it every decision, the
/// past ones included.
[[nodiscard]] Result<> putProfile(WorkspaceTransaction& transaction, const store::Vault& vault,
                                  const store::Profile& profile, const EditContext& context);

}  // namespace refrain::service
