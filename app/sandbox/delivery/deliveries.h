#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace refrain::sandbox {

/// One thing that Slack tells the app.
struct Delivery {
    enum class Kind {
        Event,        ///< The whole `event_callback` envelope; to /slack/events over HTTP.
        Command,      ///< A slash command's fields as an object; a form over HTTP, to /slack/commands.
        Interaction,  ///< The payload's object; a form with one field `payload` over HTTP, to /slack/interactions.
    };
    Kind kind = Kind::Event;
    QJsonObject payload;
    int retry = 0;  ///< 0 at first; then 1 to 3.
    QString retryReason = {};
};

/// What came of a Delivery.
struct DeliveryOutcome {
    bool acknowledged = false;
    bool mayRetry = true;  ///< False where the app sent `x-slack-no-retry: 1`.
    /// The app's own answer where it gave one: the body over HTTP, the `payload` of a Socket Mode
    /// acknowledgement. Empty for a bare acknowledgement.
    QByteArray answer;
    QString problem;  ///< Slack's word where not acknowledged: `http_timeout`, `http_error`, `connection_failed`.
};

/// The way to the app: Socket Mode or signed HTTP. Delivers in its own time and its own threads;
/// deliver() returns at once and may be called from any thread, with or without the sandbox's lock.
class Deliveries {
public:
    virtual ~Deliveries() = default;
    /// `done` may be empty; it is called once, from any thread, never from within deliver().
    virtual void deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done) = 0;
};

}  // namespace refrain::sandbox
