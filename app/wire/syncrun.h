#pragma once

#include "base/result.h"
#include "domain/syncrun.h"

#include <QJsonObject>

namespace refrain::wire {

/// The contract's `sync run`.
[[nodiscard]] QJsonObject toJson(const SyncRun& run);
[[nodiscard]] Result<SyncRun> syncRunFromJson(const QJsonObject& object);

}  // namespace refrain::wire
