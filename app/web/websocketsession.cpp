#include "web/websocketsession_p.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/websocket.hpp>

#include <atomic>
#include <deque>

namespace refrain::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

namespace {

constexpr qint64 queueLimit = 8 * 1024 * 1024;

beast::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

class Session final : public WebSocket, public Peer, public std::enable_shared_from_this<Session> {
public:
    Session(std::shared_ptr<ServerCore> core, ServerCore::tcp::socket socket, WebSocketHandler handler)
        : m_core(std::move(core)), m_stream(std::move(socket)), m_handler(std::move(handler))
    {
        m_stream.read_message_max(size_t(m_handler.messageLimit));
        m_stream.set_option(
            websocket::stream_base::timeout{m_core->options().headerTimeout, m_core->options().webSocketIdle, true});
        m_stream.text(true);
    }

    void accept(const Request& head)
    {
        m_handshake.version(11);
        m_handshake.method(beast::http::verb::get);
        m_handshake.target(view(head.target));
        for (const auto& [name, value] : head.headers.fields())
            m_handshake.insert(view(name), view(value));
        m_stream.async_accept(m_handshake, [self = shared_from_this()](const error_code& code) {
            if (code)
                self->finish(1006);
            else
                self->opened();
        });
    }

    // From any thread.
    void send(QByteArray utf8) override
    {
        onStream([utf8 = std::move(utf8)](Session& self) { self.enqueue(utf8); });
    }
    void close(quint16 code, QByteArray reason) override
    {
        onStream([code, reason = std::move(reason)](Session& self) { self.startClose(code, reason); });
    }
    void ping() override
    {
        onStream([](Session& self) { self.sendPing(); });
    }
    void abort() override
    {
        onStream([](Session& self) { self.close(); });
    }
    [[nodiscard]] bool isOpen() const override { return m_open; }

    // Peer, on the I/O thread.
    void drain() override { startClose(1001, "The server stops."); }
    void close() override { finish(1006); }

private:
    void onStream(std::function<void(Session&)> action)
    {
        if (m_open)
            m_core->post([self = shared_from_this(), action = std::move(action)] {
                if (self->m_open)
                    action(*self);
            });
    }

    /// Runs on a worker, then goes on here: calls never overlap and the peer is read no faster than they run.
    void call(std::function<void(const std::shared_ptr<WebSocket>&)> callback)
    {
        m_core->workers().post([self = shared_from_this(), callback = std::move(callback)] {
            callback(self);
            self->m_core->post([self] { self->called(); });
        });
    }

    void opened()
    {
        m_ready = true;
        writeNext();
        if (m_closing)
            startClose(m_closing->code, QByteArray(m_closing->reason.data(), qsizetype(m_closing->reason.size())));
        m_calling = true;
        call([handler = m_handler.onOpen](const std::shared_ptr<WebSocket>& self) {
            if (handler)
                handler(self);
        });
    }

    void called()
    {
        m_calling = false;
        if (m_finished)
            reportClosed();
        else
            read();
    }

    void read()
    {
        m_stream.async_read(m_buffer,
                            [self = shared_from_this()](const error_code& code, std::size_t) { self->received(code); });
    }

    void received(const error_code& code)
    {
        if (m_finished)
            return;
        if (code) {
            // A peer that does not wait for our half of the goodbye makes an error of it, yet said its code.
            const quint16 said = m_stream.reason().code;
            finish(code == websocket::error::message_too_big ? 1009 : said != 0 ? said : 1006);
            return;
        }
        const auto data = m_buffer.cdata();
        QByteArray message(static_cast<const char*>(data.data()), qsizetype(data.size()));
        m_buffer.consume(m_buffer.size());
        m_calling = true;
        call([handler = m_handler.onMessage, message = std::move(message)](const std::shared_ptr<WebSocket>& self) {
            if (handler)
                handler(self, message);
        });
    }

    void enqueue(const QByteArray& utf8)
    {
        if (m_closing)
            return;
        m_queued += utf8.size();
        if (m_queued > queueLimit) {
            finish(1006);
            return;
        }
        m_outgoing.push_back(utf8);
        if (m_outgoing.size() == 1)
            writeNext();
    }

    void writeNext()
    {
        if (m_outgoing.empty() || !m_ready)
            return;
        const QByteArray& next = m_outgoing.front();
        m_stream.async_write(asio::buffer(next.constData(), size_t(next.size())),
                             [self = shared_from_this()](const error_code& code, std::size_t) {
                                 if (code || self->m_finished) {
                                     self->finish(1006);
                                     return;
                                 }
                                 self->m_queued -= self->m_outgoing.front().size();
                                 self->m_outgoing.pop_front();
                                 self->writeNext();
                                 if (self->m_outgoing.empty() && self->m_closing)
                                     self->closeNow();
                             });
    }

    /// What was sent before goes out first.
    void startClose(quint16 code, const QByteArray& reason)
    {
        if (!m_closing)
            m_closing = websocket::close_reason(websocket::close_code(code), view(reason.left(123)));
        if (m_ready && m_outgoing.empty())
            closeNow();
    }

    void closeNow()
    {
        if (std::exchange(m_closeSent, true) || m_finished)
            return;
        m_stream.async_close(*m_closing, [self = shared_from_this()](const error_code& code) {
            self->finish(code ? quint16(1006) : quint16(self->m_closing->code));
        });
    }

    void sendPing()
    {
        if (m_ready && !m_closing && !std::exchange(m_pinging, true))
            m_stream.async_ping({}, [self = shared_from_this()](const error_code&) { self->m_pinging = false; });
    }

    void finish(quint16 code)
    {
        if (std::exchange(m_finished, true))
            return;
        m_open = false;
        m_code = code;
        error_code ignored;
        m_stream.next_layer().close(ignored);
        // A timer that goes on would keep the I/O thread of a stopping server, as somebody may hold this object.
        m_stream.set_option(
            websocket::stream_base::timeout{websocket::stream_base::none(), websocket::stream_base::none(), false});
        if (m_ready && !m_calling)
            reportClosed();
        m_core->remove(*this);
    }

    void reportClosed()
    {
        m_core->workers().post([self = shared_from_this()] {
            if (self->m_handler.onClosed)
                self->m_handler.onClosed(self, self->m_code);
        });
    }

    std::shared_ptr<ServerCore> m_core;
    websocket::stream<ServerCore::tcp::socket> m_stream;
    WebSocketHandler m_handler;
    beast::http::request<beast::http::empty_body> m_handshake;
    beast::flat_buffer m_buffer;
    std::deque<QByteArray> m_outgoing;
    qint64 m_queued = 0;
    std::optional<websocket::close_reason> m_closing;
    std::atomic<bool> m_open = true;
    quint16 m_code = 1006;
    bool m_ready = false;
    bool m_calling = false;
    bool m_closeSent = false;
    bool m_pinging = false;
    bool m_finished = false;
};

}  // namespace

void WebSocketSession::start(const std::shared_ptr<ServerCore>& core, ServerCore::tcp::socket socket,
                             const Request& head, WebSocketHandler handler)
{
    const auto session = std::make_shared<Session>(core, std::move(socket), std::move(handler));
    core->add(session);
    session->accept(head);
    if (core->isDraining())
        session->drain();
}

}  // namespace refrain::web
