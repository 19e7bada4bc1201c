#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <functional>
#include <memory>

namespace refrain::web {

/// An open WebSocket (RFC 6455). All functions are callable from any thread and do nothing once it
/// is closed.
class WebSocket {
public:
    virtual ~WebSocket() = default;

    /// Queues one text message. A peer that lets more than 8 MiB queue up is cut off.
    virtual void send(QByteArray utf8) = 0;
    /// Starts the closing handshake; `reason` at most 123 bytes.
    virtual void close(quint16 code = 1000, QByteArray reason = {}) = 0;
    virtual void ping() = 0;
    /// Cuts the connection without a handshake.
    virtual void abort() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
};

/// What to do with a WebSocket. The calls come from worker threads, one at a time per socket and in order.
struct WebSocketHandler {
    std::function<void(const std::shared_ptr<WebSocket>&)> onOpen;
    std::function<void(const std::shared_ptr<WebSocket>&, QByteArray message)> onMessage;
    /// Once, as the last call, with the close code: 1006 where the peer went without one.
    std::function<void(const std::shared_ptr<WebSocket>&, quint16 code)> onClosed;
    qint64 messageLimit = 1024 * 1024;  ///< Bytes; a longer message closes the socket with 1009.
};

}  // namespace refrain::web
