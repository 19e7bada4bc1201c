#pragma once

#include "service/usecases/feedsignal.h"
#include "store/changestore.h"
#include "store/databasepool.h"

namespace refrain::service {

/// One answer of the change feed.
struct FeedPage {
    bool gone = false;  ///< 410: the position is no longer kept, or comes from a database that was since restored.
    std::vector<store::ChangeRecord> items;
    bool more = false;  ///< There is a next page after the last item's number.
    qint64 seq = 0;     ///< The workspace's sequence at this read.
};

/// What changed in a workspace, in order, for those who follow it. Any thread.
class ChangeFeed {
public:
    ChangeFeed(store::DatabasePool& pool, FeedSignal& signal) : m_pool(pool), m_signal(signal) {}

    [[nodiscard]] Result<FeedPage> page(const WorkspaceId& workspace, qint64 after, int limit);

    /// For the long poll: after an empty page. See FeedSignal::onChangeAfter().
    [[nodiscard]] FeedSignal::Subscription wait(const WorkspaceId& workspace, qint64 after, FeedSignal::Waiter waiter)
    {
        return m_signal.onChangeAfter(workspace, after, std::move(waiter));
    }

private:
    store::DatabasePool& m_pool;
    FeedSignal& m_signal;
};

}  // namespace refrain::service
