#include "store/linkstore.h"

namespace refrain::store {

Result<> LinkStore::add(const Link& link)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO links (workspace, hash, subject, category, created_by, created_at, expires_at, notification)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {link.workspace, link.hash, link.subject, link.category, link.createdBy, link.createdAt, link.expiresAt,
         link.notification});
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<Link>> LinkStore::find(const QByteArray& hash)
{
    return m_database.first(
        "SELECT workspace, hash, subject, category, created_by, created_at, expires_at, notification FROM links"
        " WHERE hash = ?",
        {hash}, [](const Row& row) {
            return Link{row.id<WorkspaceId>(0),  row.bytes(1), row.id<SubjectId>(2),
                        row.id<CategorySlug>(3), row.text(4),  row.integer(5),
                        row.maybeInteger(6),     row.text(7)};
        });
}

}  // namespace refrain::store
