#pragma once

#include "domain/category.h"

#include <vector>

namespace refrain {

/// `text` as names are compared: without case, accents and what cannot be seen, hyphens and underscores as blanks,
/// blanks single, quotes and closing punctuation gone.
[[nodiscard]] QString nameKey(const QString& text);

/// How many letters must be added, left out, replaced or swapped with their neighbour to get from one to the other.
[[nodiscard]] int editDistance(const QString& a, const QString& b);

/// The categories whose slug or title is exactly `name`, seen through nameKey(). Archived ones only where no other is.
[[nodiscard]] std::vector<CategorySlug> categoriesNamed(const QString& name, const std::vector<Category>& categories);

/// Up to three living categories whose slug or title comes close to `name`, the nearest first: a guess, never to be
/// acted upon.
[[nodiscard]] std::vector<CategorySlug> nearestCategories(const QString& name, const std::vector<Category>& categories);

}  // namespace refrain
