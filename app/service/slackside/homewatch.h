#pragma once

#include "base/clock.h"
#include "service/background/taskpool.h"
#include "service/usecases/changefeed.h"

#include <QHash>

#include <map>

namespace refrain::service {

/// Shows in the Homes that are open what changes elsewhere: by a command, a link, or staff. Slack does not tell when a
/// Home is left, so one counts as open for a quarter of an hour. Any thread.
class HomeWatch {
public:
    static constexpr Millis openFor = 15 * 60 * 1000;
    /// Blocks on Slack; called in the watch's own thread.
    using Publish = std::function<void(const WorkspaceId&, const SubjectId&)>;

    HomeWatch(ChangeFeed& feed, const Clock& clock, Publish publish);
    ~HomeWatch();
    HomeWatch(const HomeWatch&) = delete;
    HomeWatch& operator=(const HomeWatch&) = delete;

    /// A Home that was just published, with all that had changed up to the change `seq`.
    void opened(const WorkspaceId& workspace, const SubjectId& person, qint64 seq);

private:
    struct Watched {
        qint64 seq = 0;  ///< Up to here it was looked at.
        QHash<SubjectId, Millis> people;
        FeedSignal::Subscription wait;
        bool isWaiting = false;
    };
    /// The way to this object for the feed's threads, which may still be calling when it goes.
    struct Gate {
        std::mutex mutex;
        HomeWatch* to = nullptr;
    };

    void wait(const WorkspaceId& workspace);
    void follow(const WorkspaceId& workspace);
    [[nodiscard]] std::vector<SubjectId> concerned(const WorkspaceId& workspace, const FeedPage& page);

    ChangeFeed& m_feed;
    const Clock& m_clock;
    Publish m_publish;
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
    std::mutex m_mutex;  // guards m_watched
    std::map<WorkspaceId, Watched> m_watched;
    TaskPool m_tasks;  // last, so that its thread ends first
};

}  // namespace refrain::service
