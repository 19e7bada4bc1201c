#include "console/audit/cachedtree.h"

namespace refrain::console {

Result<TreeHash> CachedTree::hash(int level, qint64 index) const
{
    const auto found = m_database.first("SELECT hash FROM tree WHERE level = ? AND position = ?", {level, index},
                                        [](const store::Row& row) { return row.bytes(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error::corrupt(QStringLiteral("The cached audit log has a hole. It is fetched again."));
    return **found;
}

Result<qint64> CachedTree::size() const
{
    return m_database.number("SELECT coalesce(max(position) + 1, 0) FROM tree WHERE level = 0");
}

Result<> CachedTree::append(qint64 size, const TreeHash& leaf)
{
    const auto complete = appendLeaf(*this, size, leaf);
    if (!complete)
        return complete.error();
    for (const SubtreeHash& subtree : *complete) {
        const auto done = m_database.run("INSERT OR REPLACE INTO tree (level, position, hash) VALUES (?, ?, ?)",
                                         {subtree.level, subtree.index, subtree.hash});
        if (!done)
            return done.error();
    }
    return {};
}

Result<> CachedTree::clear()
{
    const auto done = m_database.run("DELETE FROM tree");
    return done ? Result<>() : done.error();
}

}  // namespace refrain::console
