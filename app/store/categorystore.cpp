#include "store/categorystore.h"

namespace refrain::store {

namespace {

Category read(const Row& row)
{
    Category category;
    category.slug = row.id<CategorySlug>(0);
    category.title = row.text(1);
    category.description = row.text(2);
    category.kind = categoryKindFromString(row.text(3)).value_or(CategoryKind::Message);
    category.parent = row.id<CategorySlug>(4);
    category.defaultIn = row.flag(5);
    category.required = row.flag(6);
    category.requiredReason = row.text(7);
    category.paused = row.flag(8);
    category.resubscribe = resubscribeFromString(row.text(9)).value_or(Resubscribe::UserOnly);
    category.onFailure = onFailureFromString(row.text(10)).value_or(OnFailure::Skip);
    category.position = int(row.integer(11));
    category.archived = row.flag(12);
    category.version = row.integer(13);
    return category;
}

}  // namespace

Result<std::optional<Category>> CategoryStore::find(const WorkspaceId& workspace, const CategorySlug& slug)
{
    return m_database.first(
        "SELECT slug, title, description, kind, parent, default_in, required, required_reason, paused, resubscribe,"
        " on_failure, position, archived, version FROM categories WHERE workspace = ? AND slug = ?",
        {workspace, slug}, read);
}

Result<std::vector<Category>> CategoryStore::all(const WorkspaceId& workspace)
{
    return m_database.all(
        "SELECT slug, title, description, kind, parent, default_in, required, required_reason, paused, resubscribe,"
        " on_failure, position, archived, version FROM categories WHERE workspace = ? AND slug <> '*'"
        " ORDER BY position, slug",
        {workspace}, read);
}

Result<> CategoryStore::put(const WorkspaceId& workspace, const Category& category)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO categories (workspace, slug, title, description, kind, parent, default_in, required,"
        " required_reason, paused, resubscribe, on_failure, position, archived, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (workspace, slug) DO UPDATE SET title = excluded.title, description = excluded.description,"
        " kind = excluded.kind, parent = excluded.parent, default_in = excluded.default_in,"
        " required = excluded.required, required_reason = excluded.required_reason, paused = excluded.paused,"
        " resubscribe = excluded.resubscribe, on_failure = excluded.on_failure, position = excluded.position,"
        " archived = excluded.archived, version = excluded.version",
        {workspace, category.slug, category.title, category.description, toString(category.kind), category.parent,
         category.defaultIn, category.required, category.requiredReason, category.paused,
         toString(category.resubscribe), toString(category.onFailure), category.position, category.archived,
         category.version});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
