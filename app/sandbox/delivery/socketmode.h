#pragma once

#include "base/random.h"
#include "sandbox/delivery/deliveries.h"
#include "web/websocket.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

namespace refrain::sandbox {

class Courier;

/// Slack's side of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode): up to ten
/// WebSockets, each delivery to one of them in turn, acknowledged by its envelope_id within 3 seconds.
/// Thread-safe, and never calls out with its lock held.
class SocketMode final : public Deliveries {
public:
    struct Times {
        std::chrono::milliseconds patience{3000};
        std::chrono::milliseconds life{
            std::chrono::hours(1)};  ///< Of a connection, the last warning time of it warned.
        std::chrono::milliseconds warning{10'000};
        std::chrono::milliseconds debugLife{360'000};  ///< With `debug_reconnects=true`.
    };
    static constexpr size_t connectionLimit = 10;

    /// `courier` and `random` outlive this; the courier is stopped, and the web server ended, before it goes.
    SocketMode(Courier& courier, Random& random, QString appId);
    SocketMode(Courier& courier, Random& random, QString appId, Times times);

    /// What a WebSocket with a good ticket does. An eleventh is told `too_many_websockets` and closed.
    [[nodiscard]] web::WebSocketHandler accept(bool debugReconnects = false);
    [[nodiscard]] int connections() const;

    /// As when Socket Mode is turned off, or a server is exchanged: tells every connection why.
    void disconnectAll(const QString& reason);

    void deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done) override;

private:
    using Socket = std::shared_ptr<web::WebSocket>;
    struct Waiting {
        std::function<void(const DeliveryOutcome&)> done;
        bool takesAnswer = false;
        web::WebSocket* socket = nullptr;
    };

    void opened(const Socket& socket, bool debugReconnects);
    void received(const QByteArray& message);
    void closed(const Socket& socket);
    void recycle(const std::weak_ptr<web::WebSocket>& socket, std::chrono::milliseconds life);
    [[nodiscard]] Socket next();
    void settle(const QString& envelope, const DeliveryOutcome& outcome);
    [[nodiscard]] QString newEnvelopeId();

    Courier& m_courier;
    Random& m_random;
    const QString m_appId;
    const Times m_times;
    mutable std::mutex m_mutex;
    std::vector<Socket> m_sockets;
    size_t m_turn = 0;
    QHash<QString, Waiting> m_waiting;  ///< By envelope_id.
};

}  // namespace refrain::sandbox
