#pragma once

#include "console/engine/cachestore.h"
#include "console/engine/tablebatch.h"

#include <QFuture>

#include <deque>
#include <functional>

namespace refrain::console {

/// Reads the whole cache for the tables: a first screenful at once, and from the first full block on whole blocks,
/// whose texts other threads fold while it reads on. Engine thread; once.
class CacheReader {
public:
    using Pass = std::function<void(const std::shared_ptr<TableBatch>&)>;

    /// `pass` gets what was read, in order, with everybody's choices; the first batch resets the tables.
    CacheReader(CacheStore& cache, Pass pass);

    /// How many subjects there are.
    [[nodiscard]] Result<qint64> read();

private:
    /// Of one table.
    struct Side {
        std::vector<PackedSubject> first;  ///< Not passed yet.
        size_t passed = 0;                 ///< Of the rows before the first full block.
        std::optional<BlockBuilder> builder;
    };

    CacheStore& m_cache;
    Pass m_pass;
    std::vector<Category> m_categories;
    Side m_people;
    Side m_channels;
    std::deque<QFuture<std::shared_ptr<TableBatch>>> m_folding;

    [[nodiscard]] Result<> take(const store::Row& row);
    [[nodiscard]] Result<> passFirst(Side& side);
    [[nodiscard]] Result<> passBlock(Side& side);
    void passFolded(size_t mostLeft);
    [[nodiscard]] std::vector<PackedSubject>& rowsFor(const Side& side, TableBatch& batch) const
    {
        return &side == &m_people ? batch.people : batch.channels;
    }
};

}  // namespace refrain::console
