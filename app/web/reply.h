#pragma once

#include "web/response.h"

#include <functional>
#include <memory>

namespace refrain::web {

class Exchange;
struct WebSocketHandler;

/// The one answer to one request.
///
/// A handler may answer at once, hand the Reply to another thread, or keep it for a long poll: no
/// worker waits meanwhile. A Reply that goes away unanswered sends 500. Every call is harmless at any
/// time, whatever the client does. One thread at a time per object; different threads may take turns.
class Reply {
public:
    enum class Closed {
        ByClient,    ///< Nobody waits any more.
        ByShutdown,  ///< The server stops: answer soon, the client is still there.
    };

    Reply() = default;  ///< Answers nobody.
    explicit Reply(std::shared_ptr<Exchange> exchange);
    Reply(Reply&&) noexcept = default;
    Reply& operator=(Reply&& other) noexcept;
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;
    ~Reply();

    /// A Reply that hands its answer to `receive`, in the thread that sends: routes can be tested without
    /// a socket. A WebSocket is answered with 426 there.
    [[nodiscard]] static Reply capture(std::function<void(Response)> receive);

    /// Sends the answer. The first call counts, later ones do nothing.
    void send(Response response);

    /// Turns the connection into a WebSocket (RFC 6455); a client that did not ask for one gets 426.
    void acceptWebSocket(WebSocketHandler handler);

    /// False once the answer was sent or the client is known to be gone: nobody would see an answer.
    [[nodiscard]] bool isAlive() const;

    /// Calls `hook` once, on a worker thread, when the client leaves or the server stops before the
    /// answer; at once when that has happened already. Never after send(). The hook must not own this Reply.
    void onClosed(std::function<void(Closed)> hook);

private:
    std::shared_ptr<Exchange> m_exchange;
};

}  // namespace refrain::web
