#pragma once

#include "web/request.h"
#include "web/servercore_p.h"
#include "web/websocket.h"

namespace refrain::web {

/// Makes a WebSocket of a connection's socket. Boost.Beast's stream stays in the one source file.
class WebSocketSession {
public:
    /// Answers the handshake that `head` asks for and keeps the socket in `core`. I/O thread only.
    static void start(const std::shared_ptr<ServerCore>& core, ServerCore::tcp::socket socket, const Request& head,
                      WebSocketHandler handler);
};

}  // namespace refrain::web
