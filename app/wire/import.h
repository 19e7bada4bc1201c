#pragma once

#include "base/result.h"
#include "domain/import.h"

#include <QJsonObject>

namespace refrain::wire {

[[nodiscard]] QJsonObject toJson(const ImportCounts& counts);
[[nodiscard]] QJsonObject toJson(const Import& import);
[[nodiscard]] Result<Import> importFromJson(const QJsonObject& object);

/// What begins an import: of `wish` count name, total, tell and checkedSeq.
[[nodiscard]] QJsonObject importWishToJson(const Import& wish);
[[nodiscard]] Result<Import> importWishFromJson(const QJsonObject& object);

}  // namespace refrain::wire
