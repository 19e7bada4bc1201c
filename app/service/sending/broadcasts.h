#pragma once

#include "net/ratebudget.h"
#include "service/background/precedence.h"
#include "service/background/taskpool.h"
#include "service/sending/poster.h"
#include "service/sending/recipientgate.h"
#include "service/usecases/directorywriter.h"
#include "store/notificationstore.h"

#include <condition_variable>
#include <map>

namespace refrain::service {

/// Sends notifications in the background: each recipient is decided when its turn comes, written down before the post
/// and settled after it, so that a crash in between leaves an `uncertain` and never a second message.
class Broadcasts {
public:
    /// One message on its way.
    struct Sent {
        WorkspaceId workspace;
        Subject reader;  ///< In whose language; without one where it is not known who reads it.
        Category category;
        QString notification;  ///< Its id.
        QString channel;       ///< Where it goes to one; else empty.
    };
    /// The blocks below every message. May be empty.
    using Buttons = std::function<QJsonArray(const Sent&)>;

    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        Decider& decider;
        DirectoryWriter& directory;
        Poster& poster;
        slack::Waiter& waiter;
        Precedence& precedence;
        const Clock& clock;
        Buttons buttons = {};
    };

    explicit Broadcasts(const Parts& parts);
    ~Broadcasts();
    Broadcasts(const Broadcasts&) = delete;
    Broadcasts& operator=(const Broadcasts&) = delete;

    /// At the start of the program: settles what a crash interrupted, and goes on with the rest.
    void resumeAll();
    /// Begins, or goes on after a pause. Any thread.
    void start(const store::NotificationKey& key);
    /// Returns once nothing of it is on its way to Slack, or patience is over; for whoever paused or cancelled it.
    void waitUntilPosted(const store::NotificationKey& key, std::chrono::milliseconds patience);
    /// Lets what is on its way to Slack arrive, and begins nothing more. Call before the network is stopped.
    void drain(std::chrono::milliseconds patience);

private:
    struct Run;
    using RunPtr = std::shared_ptr<Run>;

    void work(const RunPtr& run);
    void leave(const RunPtr& run);
    [[nodiscard]] std::optional<NotificationRecipient> next(Run& run);
    [[nodiscard]] bool handle(Run& run, const NotificationRecipient& recipient);
    [[nodiscard]] bool post(Run& run, NotificationRecipient recipient, const RecipientGate::Claim& prepared);
    [[nodiscard]] bool settle(Run& run, NotificationRecipient recipient, const PostOutcome& outcome);
    [[nodiscard]] std::chrono::milliseconds pauseAfter(Run& run, const NotificationRecipient& recipient,
                                                       const PostOutcome& outcome);
    [[nodiscard]] bool putBack(Run& run, const NotificationRecipient& recipient, std::chrono::milliseconds pause);
    [[nodiscard]] bool rest(const Run& run);
    [[nodiscard]] bool finish(const Run& run);
    void report(const Error& error) const;

    Parts m_parts;
    RecipientGate m_gate;
    net::RateBudget m_channels;
    std::mutex m_mutex;  // guards what follows
    std::condition_variable m_idle;
    std::map<QString, RunPtr> m_runs;  // by workspace and id
    int m_posting = 0;
    bool m_draining = false;
    TaskPool m_tasks;  // last: its threads end before what they use
};

}  // namespace refrain::service
