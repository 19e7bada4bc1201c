#pragma once

#include "base/result.h"
#include "service/usecases/changefeed.h"
#include "web/reply.h"

#include <functional>
#include <memory>
#include <mutex>

class QObject;

namespace refrain::service {

/// One long poll of the change feed: keeps the Reply until there is something to tell, the time is over, or the client
/// leaves. No thread waits for it.
class ChangePoll : public std::enable_shared_from_this<ChangePoll> {
public:
    using Answer = std::function<web::Response()>;
    /// Hands work to a background thread; false where none is free.
    using Run = std::function<bool(std::function<void()>)>;

    /// `onNews` reads the feed again, `nothing` says that nothing came. Both are called at most once in all, and not
    /// on the thread that commits a change.
    ChangePoll(web::Reply reply, Answer onNews, Answer nothing, Run run);

    /// Begins to wait for changes after `seq`, up to `milliseconds`, timed in the thread of `timers`.
    void start(ChangeFeed& feed, const WorkspaceId& workspace, qint64 seq, qint64 milliseconds, QObject& timers);

private:
    void hear();
    void finish(const Answer& answer);
    [[nodiscard]] std::optional<web::Reply> take();

    std::mutex m_mutex;  // guards m_reply and m_subscription
    std::optional<web::Reply> m_reply;
    FeedSignal::Subscription m_subscription;
    Answer m_onNews;
    Answer m_nothing;
    Run m_run;
};

}  // namespace refrain::service
