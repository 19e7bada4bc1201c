#pragma once

#include "domain/category.h"
#include "store/database.h"

namespace refrain::store {

class CategoryStore {
public:
    explicit CategoryStore(Database& database) : m_database(database) {}

    /// `*` is found like any other.
    [[nodiscard]] Result<std::optional<Category>> find(const WorkspaceId& workspace, const CategorySlug& slug);
    /// All but `*`, archived ones included, in the order in which people see them.
    [[nodiscard]] Result<std::vector<Category>> all(const WorkspaceId& workspace);
    /// Adds or replaces.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Category& category);

private:
    Database& m_database;
};

}  // namespace refrain::store
