#pragma once

#include "base/secret.h"
#include "slack/api.h"
#include "slack/methods/appsconnectionsopen.h"
#include "slack/socketmodelink.h"

#include <QHash>
#include <QPointer>
#include <QQueue>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace refrain::slack {

/// Socket Mode: what Slack says comes over a WebSocket that we open, so that no address of ours need be reachable
/// (docs.slack.dev/apis/events-api/using-socket-mode).
///
/// Before Slack drops a connection, the next one is open; after an outage it waits 5 s more for each failure. A
/// payload that comes twice is handed on once and acknowledged each time. Lives in a thread with an event loop of its
/// own; call start() there.
class SocketMode final : public QObject {
public:
    /// Once, from any thread: not accepted means not acknowledged, and Slack repeats what it repeats.
    using Acknowledge = std::function<void(bool accepted, const QJsonObject& payload)>;

    struct Parts {
        Api& api;
        Secret appToken;
        /// `events_api`, `slash_commands` or `interactive`, and the payload. Must not block.
        std::function<void(const QString& type, const QJsonObject& payload, Acknowledge)> receive;
        /// A sentence when the line is lost and why; an empty one when it stands again. `forGood`: it is not tried
        /// again, because the token or the app is no longer good.
        std::function<void(const QString& sentence, bool forGood)> report;
        SocketModeLink::Times times = {};
        std::chrono::milliseconds backOff{5'000};       ///< Times the number of failures in a row …
        std::chrono::milliseconds longestWait{60'000};  ///< … up to this.
    };

    explicit SocketMode(Parts parts);
    ~SocketMode() override;

    void start();

    /// Takes nothing more from Slack, which repeats it elsewhere, and opens nothing more. `done`, once, when all that
    /// was taken is acknowledged and handed to the network; at once where nothing is open. In this object's thread.
    void finish(std::function<void()> done);

    /// Connections that Slack has greeted.
    [[nodiscard]] int liveLinks() const;

private:
    /// The way back for those who acknowledge or open in other threads; ends with this object.
    struct Post {
        std::mutex mutex;
        SocketMode* to = nullptr;
        void call(std::function<void(SocketMode&)> what);
    };

    void open();
    void opened(const Result<AppsConnectionsOpen::Response>& answer);
    void dismiss(SocketModeLink* link, const QString& reason);
    void greet();
    void drop(SocketModeLink* link);
    void retry(const QString& sentence);
    void receive(SocketModeLink* link, const QJsonObject& envelope);
    [[nodiscard]] SocketModeLink* lastingLink() const;
    void acknowledge(SocketModeLink* link, const QString& envelope, const QJsonObject& payload);
    void remember(const QString& envelope);
    void answered(bool accepted, SocketModeLink* link, const QString& envelope, const QJsonObject& payload);
    void settle();

    Parts m_parts;
    std::shared_ptr<Post> m_post = std::make_shared<Post>();
    std::vector<SocketModeLink*> m_links;      ///< Children of this object.
    std::vector<SocketModeLink*> m_dismissed;  ///< Those that Slack will close, while they last.
    SocketModeLink* m_candidate = nullptr;     ///< The one that Slack has not greeted yet.
    QTimer m_next;                             ///< Runs while the next try waits.
    bool m_isOpening = false;                  ///< From asking for an address until the link is greeted, or ends.
    int m_failures = 0;
    bool m_isReported = false;  ///< The last report was of a loss.
    /// What came lately: acknowledged with what, or nothing while that is still open.
    QHash<QString, std::optional<QJsonObject>> m_envelopes;
    QQueue<QString> m_order;
    int m_open = 0;  ///< Taken and not answered yet.
    bool m_isFinishing = false;
    std::function<void()> m_done;  ///< For finish(), until it is called.
    QThreadPool m_opener;          ///< One thread: asks Slack for an address. Last, so that it ends first.
};

}  // namespace refrain::slack
