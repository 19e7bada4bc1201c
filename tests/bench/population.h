#pragma once

#include "base/result.h"
#include "domain/category.h"
#include "domain/preference.h"
#include "domain/subject.h"

#include <vector>

namespace refrain::bench {

/// A made-up workspace of any size, the same each time: names that people share, and one choice in ten of twelve
/// categories.
inline constexpr int categoryCount = 12;
inline constexpr Millis populationNow = 1'777'795'920'000;  // 2026-05-03

[[nodiscard]] std::vector<Category> categories();
[[nodiscard]] Subject subject(int number);
/// What that subject chose, often nothing.
[[nodiscard]] std::vector<Preference> preferences(int number);

/// Writes `people` of them into a new cache file, as a sync that has ended leaves it.
[[nodiscard]] Result<> writeCache(const QString& path, int people);

}  // namespace refrain::bench
