#include "service/routes/changepoll.h"

#include <QTimer>

#include <utility>

namespace refrain::service {

ChangePoll::ChangePoll(web::Reply reply, Answer onNews, Answer nothing, Run run)
    : m_reply(std::move(reply)), m_onNews(std::move(onNews)), m_nothing(std::move(nothing)), m_run(std::move(run))
{
}

void ChangePoll::start(ChangeFeed& feed, const WorkspaceId& workspace, qint64 seq, qint64 milliseconds, QObject& timers)
{
    const std::shared_ptr<ChangePoll> self = shared_from_this();
    const std::weak_ptr<ChangePoll> weak = self;
    // The timer is what keeps the poll alive.
    QMetaObject::invokeMethod(&timers, [self, milliseconds, context = &timers] {
        QTimer::singleShot(milliseconds, context, [self] { self->finish(self->m_nothing); });
    });
    {
        const std::lock_guard lock(m_mutex);
        if (m_reply)
            m_reply->onClosed([weak](web::Reply::Closed how) {
                const std::shared_ptr<ChangePoll> poll = weak.lock();
                if (!poll)
                    return;
                if (how == web::Reply::Closed::ByShutdown)
                    poll->finish(poll->m_nothing);
                else
                    (void)poll->take();
            });
    }
    // It may call back at once, on this thread, so not under the lock.
    FeedSignal::Subscription subscription = feed.wait(workspace, seq, [weak](qint64) {
        if (const std::shared_ptr<ChangePoll> poll = weak.lock())
            poll->hear();
    });
    const std::lock_guard lock(m_mutex);
    if (m_reply)
        m_subscription = std::move(subscription);
}

/// Called by whoever committed a change, who must not be held up: the feed is read elsewhere.
void ChangePoll::hear()
{
    const std::shared_ptr<ChangePoll> self = shared_from_this();
    if (!m_run([self] { self->finish(self->m_onNews); }))
        finish(m_nothing);
}

void ChangePoll::finish(const Answer& answer)
{
    if (std::optional<web::Reply> reply = take())
        reply->send(answer());
}

std::optional<web::Reply> ChangePoll::take()
{
    FeedSignal::Subscription ended;
    const std::lock_guard lock(m_mutex);
    ended = std::move(m_subscription);
    return std::exchange(m_reply, std::nullopt);
}

}  // namespace refrain::service
