#pragma once

#include "base/result.h"
#include "web/application.h"

#include <chrono>
#include <memory>

namespace refrain::web {

class ServerCore;

/// Limits of a Server. Tests shorten the times.
struct ServerOptions {
    int workers = 4;
    int queueLimit = 1000;        ///< Requests that wait for a worker; more are answered 503 with Retry-After.
    int maxConnections = 2000;    ///< More are answered 503 and closed.
    int headerLimit = 16 * 1024;  ///< Bytes of request line and fields; more is 431.
    std::chrono::milliseconds headerTimeout{
        10'000};                                     ///< From the first byte (or the connect) to the end of the header.
    std::chrono::milliseconds bodyTimeout{60'000};   ///< From the end of the header to the end of the body.
    std::chrono::milliseconds idleTimeout{60'000};   ///< Between two requests of a connection.
    std::chrono::milliseconds writeTimeout{30'000};  ///< For an answer of up to 1 MiB, and again for each further one.
    std::chrono::milliseconds lingerTimeout{2'000};  ///< For the client to take the last answer before the cut.
    std::chrono::milliseconds webSocketIdle{60'000};  ///< Without a frame; a ping goes out at half of it.
};

/// An HTTP/1.1 server (RFC 9112) in front of an Application: one I/O thread of its own, `workers`
/// threads for the handlers, a bounded queue between them. All functions are for the owner's thread.
class Server {
public:
    /// `application` must outlive this.
    explicit Server(Application& application, ServerOptions options = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens on a numeric address or "localhost" (127.0.0.1) and returns the port; 0 = any free one. May
    /// be called several times: the same port on 127.0.0.1 and on ::1 is two calls.
    [[nodiscard]] Result<quint16> listen(const QString& host, quint16 port);

    /// Stops for good: accepts no more, tells kept replies through Reply::onClosed, says goodbye to
    /// WebSockets, and waits up to `patience` for requests in flight before it cuts what is left. True
    /// where every request was answered. Waits for handlers that run even after that.
    bool drain(std::chrono::milliseconds patience);

private:
    std::shared_ptr<ServerCore> m_core;
};

}  // namespace refrain::web
