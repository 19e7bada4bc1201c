#include "service/usecases/changefeed.h"

namespace refrain::service {

Result<FeedPage> ChangeFeed::page(const WorkspaceId& workspace, qint64 after, int limit)
{
    return m_pool.read<FeedPage>([&](store::Database& database) -> Result<FeedPage> {
        store::ChangeStore changes(database);
        const Result<qint64> seq = changes.lastSeq(workspace);
        if (!seq)
            return seq.error();
        const Result<qint64> keptAfter = changes.keptAfter(workspace);
        if (!keptAfter)
            return keptAfter.error();
        FeedPage page;
        page.seq = *seq;
        page.gone = after < *keptAfter || after > *seq;
        if (page.gone)
            return page;
        auto items = changes.after(workspace, after, limit);
        if (!items)
            return items.error();
        page.items = *std::move(items);
        page.more = !page.items.empty() && page.items.back().seq < *seq;
        return page;
    });
}

}  // namespace refrain::service
