#include "web/connection_p.h"

#include "base/log.h"
#include "web/connectionexchange_p.h"
#include "web/responsehead_p.h"
#include "web/websocketsession_p.h"

#include <boost/asio/write.hpp>

namespace refrain::web {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

/// How much a client may pipeline ahead while its earlier request is handled.
constexpr qsizetype readAhead = 64 * 1024;

}  // namespace

Connection::Connection(std::shared_ptr<ServerCore> core, ServerCore::tcp::socket socket)
    : m_core(std::move(core)),
      m_socket(std::move(socket)),
      m_timer(m_core->context()),
      m_reader(m_core->options().headerLimit)
{
    error_code code;
    m_socket.set_option(asio::ip::tcp::no_delay(true), code);
    const auto address = m_socket.remote_endpoint(code).address();
    m_peerAddress = QString::fromStdString(address.to_string());
    const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
    m_peerIsLoopback = !code && (mapped ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).is_loopback()
                                        : address.is_loopback());
}

void Connection::start(bool full)
{
    setDeadline(m_core->options().headerTimeout);
    if (full)
        fail({503, QStringLiteral("Too many connections are open. Try again in a moment.")});
    read();
}

bool Connection::mayRead() const
{
    switch (m_state) {
        case State::Reading:
        case State::Lingering: return true;
        case State::Handling:
        case State::Writing: return !m_wantsWebSocket && m_input.size() < readAhead;
        case State::Closed: break;
    }
    return false;
}

void Connection::read()
{
    if (m_readPending || m_peerDone || !mayRead())
        return;
    m_readPending = true;
    m_socket.async_read_some(asio::buffer(m_received),
                             [self = shared_from_this()](const error_code& code, std::size_t count) {
                                 self->m_readPending = false;
                                 if (code)
                                     self->receiveFailed(code);
                                 else
                                     self->received(count);
                                 self->read();
                             });
}

void Connection::received(std::size_t count)
{
    if (m_state == State::Lingering || m_state == State::Closed)
        return;  // read to its end and thrown away
    m_input.append(m_received.data(), qsizetype(count));
    if (m_state == State::Reading)
        pump();
}

void Connection::receiveFailed(const error_code& code)
{
    m_peerDone = true;
    if (m_state == State::Closed)
        return;
    // After a plain end the client may still wait for what it asked; after anything else it is gone.
    const bool maybeListening = code == asio::error::eof && (m_state == State::Handling || m_state == State::Writing);
    if (!maybeListening) {
        close();
        return;
    }
    if (m_exchange)
        m_exchange->close(Reply::Closed::ByClient);
}

void Connection::pump()
{
    while (m_state == State::Reading) {
        const RequestReader::Step step = m_reader.feed(m_input);
        if (step == RequestReader::Step::Failed) {
            fail(m_reader.failure());
        } else if (step == RequestReader::Step::HeaderDone) {
            headerDone();
        } else if (step == RequestReader::Step::Complete) {
            dispatch();
        } else {
            if (!m_headerTimed && !m_input.isEmpty()) {
                m_headerTimed = true;
                setDeadline(m_core->options().headerTimeout);
            }
            if (m_peerDone)
                close();
            return;
        }
    }
}

void Connection::headerDone()
{
    setBusy(true);
    setDeadline(m_core->options().bodyTimeout);
    if (m_reader.setBodyLimit(m_core->application().bodyLimit(m_reader.head())) == RequestReader::Step::Failed) {
        fail(m_reader.failure());
    } else if (m_reader.expectsContinue() && m_input.isEmpty()) {
        static constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
        error_code ignored;  // a few bytes into an empty send buffer; a client that went is noticed by the read
        m_socket.non_blocking(true, ignored);
        m_socket.write_some(asio::buffer(go), ignored);
    }
}

void Connection::dispatch()
{
    m_state = State::Handling;
    m_timer.cancel();
    m_keepAlive = m_reader.keepsAlive() && !m_core->isDraining();
    m_wantsWebSocket = m_reader.wantsWebSocket();
    Request request = m_reader.takeRequest();
    m_isHead = request.method == "HEAD";
    request.peerAddress = m_peerAddress;
    request.peerIsLoopback = m_peerIsLoopback;
    if (m_wantsWebSocket)
        m_upgradeHead = request;

    m_exchange = std::make_shared<ConnectionExchange>(weak_from_this(), m_core);
    if (m_peerDone)
        m_exchange->close(Reply::Closed::ByClient);
    struct Job {
        Request request;
        Reply reply;
    };
    const auto job = std::make_shared<Job>(Job{std::move(request), Reply(m_exchange)});
    Application& application = m_core->application();
    const bool queued = m_core->workers().tryPost(
        [&application, job] { application.handle(std::move(job->request), std::move(job->reply)); });
    if (!queued)
        job->reply.send(
            application.error({503, QStringLiteral("The server is busy. Try again in a moment."), job->request.path})
                .set("Retry-After", "1"));
}

void Connection::respond(Response response)
{
    if (m_state != State::Handling)
        return;
    m_exchange.reset();
    m_wantsWebSocket = false;
    if (response.fault == Response::Fault::CutUnanswered) {
        close();
        return;
    }
    write(response);
    read();
}

void Connection::dropped()
{
    if (m_state != State::Handling)
        return;
    if (m_peerDone) {
        close();
        return;
    }
    qCWarning(log::web, "A request was left without an answer.");
    respond(m_core->application().error({500, QStringLiteral("Something went wrong on the server.")}));
}

void Connection::upgrade(WebSocketHandler handler)
{
    if (m_state != State::Handling)
        return;
    if (!m_wantsWebSocket || !m_input.isEmpty()) {
        respond(m_core->application()
                    .error({426, QStringLiteral("This address speaks WebSocket only.")})
                    .set("Upgrade", "websocket"));
        return;
    }
    m_exchange.reset();
    m_state = State::Closed;
    m_timer.cancel();
    WebSocketSession::start(m_core, std::move(m_socket), m_upgradeHead, std::move(handler));
    setBusy(false);
    m_core->remove(*this);
}

void Connection::fail(const HttpError& error)
{
    m_keepAlive = false;
    m_isHead = false;
    write(m_core->application().error(error));
}

void Connection::write(const Response& response)
{
    m_state = State::Writing;
    m_keepAlive = m_keepAlive && !m_core->isDraining();
    const bool halfway = response.fault == Response::Fault::CutHalfway;
    m_outHead = responseHead(response, m_keepAlive);
    m_outBody = m_isHead || response.status == 204 || response.status == 304 ? QByteArray() : response.body;
    if (halfway)
        m_outBody.truncate(m_outBody.size() / 2);
    setDeadline(m_core->options().writeTimeout * (1 + m_outBody.size() / (1024 * 1024)));
    const std::array parts{asio::const_buffer(m_outHead.constData(), size_t(m_outHead.size())),
                           asio::const_buffer(m_outBody.constData(), size_t(m_outBody.size()))};
    asio::async_write(m_socket, parts, [self = shared_from_this(), halfway](const error_code& code, std::size_t) {
        if (halfway)
            self->close();
        else
            self->written(code);
    });
}

void Connection::written(const error_code& code)
{
    if (m_state != State::Writing)
        return;
    m_outHead.clear();
    m_outBody.clear();
    if (code) {
        close();
    } else if (!m_keepAlive || m_core->isDraining()) {
        linger();
    } else {
        nextRequest();
    }
}

void Connection::nextRequest()
{
    setBusy(false);
    m_state = State::Reading;
    m_reader = RequestReader(m_core->options().headerLimit);
    m_headerTimed = !m_input.isEmpty();
    setDeadline(m_headerTimed ? m_core->options().headerTimeout : m_core->options().idleTimeout);
    pump();
    read();
}

void Connection::linger()
{
    // Closing while unread bytes arrive would reset the connection and take the answer from the client.
    setBusy(false);
    error_code ignored;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    m_state = State::Lingering;
    m_input.clear();
    if (m_peerDone) {
        close();
        return;
    }
    setDeadline(m_core->options().lingerTimeout);
    read();
}

void Connection::drain()
{
    m_keepAlive = false;
    if (m_state == State::Handling && m_exchange)
        m_exchange->close(Reply::Closed::ByShutdown);
    if (m_state == State::Reading && !m_reader.isHeaderDone())
        close();
}

void Connection::close()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    setBusy(false);
    if (const auto exchange = std::exchange(m_exchange, nullptr))
        exchange->close(Reply::Closed::ByClient);
    m_timer.cancel();
    error_code ignored;
    m_socket.close(ignored);
    m_core->remove(*this);
}

void Connection::setDeadline(std::chrono::milliseconds after)
{
    m_timer.expires_after(after);
    m_timer.async_wait([self = weak_from_this()](const error_code& cancelled) {
        const auto connection = self.lock();
        if (!cancelled && connection)
            connection->expired();
    });
}

void Connection::expired()
{
    if (m_state == State::Closed || m_timer.expiry() > std::chrono::steady_clock::now())
        return;
    if (m_state == State::Reading && (m_headerTimed || m_reader.isHeaderDone())) {
        fail({408, QStringLiteral("The request did not arrive in time.")});
        return;
    }
    if (m_state == State::Writing) {  // what it does not read must not wait in the kernel either
        error_code ignored;
        m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
    }
    close();
}

void Connection::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    m_core->addBusy(busy ? 1 : -1);
}

}  // namespace refrain::web
