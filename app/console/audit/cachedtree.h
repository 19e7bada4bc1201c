#pragma once

#include "domain/merkletree.h"
#include "store/database.h"

namespace refrain::console {

/// The hashes of the log's complete subtrees, kept in the cache: grown leaf by leaf as they are fetched.
class CachedTree final : public TreeHashes {
public:
    explicit CachedTree(store::Database& database) : m_database(database) {}
    [[nodiscard]] Result<TreeHash> hash(int level, qint64 index) const override;
    [[nodiscard]] Result<qint64> size() const;
    [[nodiscard]] Result<> append(qint64 size, const TreeHash& leaf);
    [[nodiscard]] Result<> clear();

private:
    store::Database& m_database;
};

}  // namespace refrain::console
