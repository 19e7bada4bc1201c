#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/database.h"
#include "store/vault.h"

#include <QTimeZone>

namespace refrain::service {

/// Invalid, with its pointer, for a setting `timeZone` that names none. Empty and null take it back.
[[nodiscard]] Result<> checkZone(const QJsonValue& setting);

/// The workspace's time zone: its setting `timeZone` (an IANA name), else that of whoever connected it, else UTC.
/// Invalid where the setting names none.
[[nodiscard]] Result<QTimeZone> zoneOf(store::Database& database, const store::Vault& vault,
                                       const WorkspaceId& workspace);

}  // namespace refrain::service
