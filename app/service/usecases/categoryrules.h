#pragma once

#include "domain/category.h"
#include "store/database.h"

namespace refrain::service {

/// Why a category cannot be stored as it is; an empty sentence: it can.
struct CategoryFault {
    QString pointer;
    QString sentence;
};

/// Checks shape and the tree of parents, which is one level deep: decisions ask a category's parent and no further.
/// `known` is what stands there now, nothing for a new one. In the database's thread.
[[nodiscard]] Result<CategoryFault> checkCategory(store::Database& database, const WorkspaceId& workspace,
                                                  const Category& category, const std::optional<Category>& known);

/// `*` and the four categories that a fresh workspace starts with, without versions.
[[nodiscard]] std::vector<Category> firstCategories();

}  // namespace refrain::service
