#pragma once

#include "web/requestreader_p.h"
#include "web/servercore_p.h"
#include "web/websocket.h"

#include <boost/asio/steady_timer.hpp>

#include <array>

namespace refrain::web {

class ConnectionExchange;

/// One client's connection: reads a request, hands it to a worker, writes the answer, reads the next.
/// One read is pending nearly always, so a client that leaves while a handler runs is noticed. Lives
/// on the I/O thread; kept by ServerCore until it closes.
class Connection final : public Peer, public std::enable_shared_from_this<Connection> {
public:
    Connection(std::shared_ptr<ServerCore> core, ServerCore::tcp::socket socket);

    /// `full`: answers 503 and closes.
    void start(bool full);
    void drain() override;
    void close() override;

    /// From a Reply, by way of ServerCore::post().
    void respond(Response response);
    void upgrade(WebSocketHandler handler);
    void dropped();

private:
    enum class State { Reading, Handling, Writing, Lingering, Closed };

    void read();
    void received(std::size_t count);
    void receiveFailed(const boost::system::error_code& code);
    void pump();
    void headerDone();
    void dispatch();
    void fail(const HttpError& error);
    void write(const Response& response);
    void written(const boost::system::error_code& code);
    void nextRequest();
    void linger();
    void setDeadline(std::chrono::milliseconds after);
    void expired();
    void setBusy(bool busy);
    [[nodiscard]] bool mayRead() const;

    std::shared_ptr<ServerCore> m_core;
    ServerCore::tcp::socket m_socket;
    boost::asio::steady_timer m_timer;
    State m_state = State::Reading;
    RequestReader m_reader;
    Request m_upgradeHead;  ///< Kept from a request for a WebSocket, for its handshake.
    QByteArray m_input;     ///< Received and not yet used.
    std::array<char, 16 * 1024> m_received;
    QByteArray m_outHead;
    QByteArray m_outBody;
    std::shared_ptr<ConnectionExchange> m_exchange;
    QString m_peerAddress;
    bool m_peerIsLoopback = false;
    bool m_readPending = false;
    bool m_peerDone = false;  ///< The client sends no more; it may still read.
    bool m_keepAlive = false;
    bool m_isHead = false;
    bool m_wantsWebSocket = false;
    bool m_headerTimed = false;
    bool m_busy = false;
};

}  // namespace refrain::web
