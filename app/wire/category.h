#pragma once

#include "base/result.h"
#include "domain/category.h"

#include <QJsonObject>

namespace refrain::wire {

/// The contract's `category`.
[[nodiscard]] QJsonObject toJson(const Category& category);
[[nodiscard]] Result<Category> categoryFromJson(const QJsonObject& object);

/// A PATCH: `current` with the fields that the object holds; `slug` and `version` are never taken from it.
[[nodiscard]] Result<Category> patched(Category current, const QJsonObject& patch);

}  // namespace refrain::wire
