#include "web/servercore_p.h"

#include "base/log.h"
#include "web/connection_p.h"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace refrain::web {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

Error listenError(const QString& host, quint16 port, const error_code& code)
{
    const QString where = QStringLiteral("%1:%2").arg(host).arg(port);
    const QString context = QString::fromStdString(code.message());
    if (code == asio::error::address_in_use)
        return Error::unavailable(
            QStringLiteral("Another program listens on %1 already. Stop it or choose another port.").arg(where),
            context);
    return Error::invalid(QStringLiteral("It is not possible to listen on %1.").arg(where), context);
}

}  // namespace

struct ServerCore::Listener {
    explicit Listener(asio::io_context& context) : acceptor(context), pause(context) {}
    tcp::acceptor acceptor;
    asio::steady_timer pause;
};

ServerCore::ServerCore(Application& application, ServerOptions options)
    : m_application(application),
      m_options(options),
      m_work(asio::make_work_guard(m_context)),
      m_workers(options.workers, options.queueLimit),
      m_thread([this] { m_context.run(); })
{
}

ServerCore::~ServerCore()
{
    Q_ASSERT(!m_thread.joinable());
}

void ServerCore::post(std::function<void()> task)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopped)
        asio::post(m_context, std::move(task));
}

Result<quint16> ServerCore::listen(const QString& host, quint16 port)
{
    error_code code;
    const QString numeric = host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : host;
    const auto address = asio::ip::make_address(numeric.toStdString(), code);
    if (code)
        return listenError(host, port, code);
    const tcp::endpoint endpoint(address, port);
    const auto listener = std::make_shared<Listener>(m_context);
    tcp::acceptor& acceptor = listener->acceptor;
    acceptor.open(endpoint.protocol(), code);
    if (!code)
        acceptor.set_option(asio::socket_base::reuse_address(true), code);
    if (!code && address.is_v6())
        acceptor.set_option(asio::ip::v6_only(true), code);
    if (!code)
        acceptor.bind(endpoint, code);
    if (!code)
        acceptor.listen(asio::socket_base::max_listen_connections, code);
    if (code)
        return listenError(host, port, code);
    const quint16 bound = acceptor.local_endpoint(code).port();
    post([this, listener] {
        m_listeners.push_back(listener);
        accept(listener);
    });
    return bound;
}

void ServerCore::accept(std::shared_ptr<Listener> listener)
{
    tcp::acceptor& acceptor = listener->acceptor;
    acceptor.async_accept([self = shared_from_this(), listener](const error_code& code, tcp::socket socket) {
        if (self->m_draining)
            return;
        if (!code) {
            self->accepted(std::move(socket));
            self->accept(listener);
            return;
        }
        qCWarning(log::web, "Accepting a connection failed: %s", code.message().c_str());
        listener->pause.expires_after(std::chrono::milliseconds(100));  // out of descriptors: others must end first
        listener->pause.async_wait([self, listener](const error_code& cancelled) {
            if (!cancelled && !self->m_draining)
                self->accept(listener);
        });
    });
}

void ServerCore::accepted(tcp::socket socket)
{
    const auto connection = std::make_shared<Connection>(shared_from_this(), std::move(socket));
    const bool full = m_peers.size() >= size_t(m_options.maxConnections);
    add(connection);
    connection->start(full);
}

void ServerCore::add(std::shared_ptr<Peer> peer)
{
    m_peers.insert(std::move(peer));
    const std::lock_guard lock(m_mutex);
    m_peerCount = m_peers.size();
}

void ServerCore::remove(const Peer& peer)
{
    const auto at =
        std::find_if(m_peers.begin(), m_peers.end(), [&peer](const auto& one) { return one.get() == &peer; });
    if (at == m_peers.end())
        return;
    m_peers.erase(at);
    const std::lock_guard lock(m_mutex);
    m_peerCount = m_peers.size();
    m_changed.notify_all();
}

void ServerCore::addBusy(int difference)
{
    const std::lock_guard lock(m_mutex);
    m_busy += difference;
    m_changed.notify_all();
}

bool ServerCore::drain(std::chrono::milliseconds patience)
{
    post([this] { beginDrain(); });
    bool finished = true;
    {
        std::unique_lock lock(m_mutex);
        if (m_stopped)
            return true;
        m_changed.wait(lock, [this] { return m_drainBegun; });
        finished = m_changed.wait_for(lock, patience, [this] { return m_busy == 0; });
        const auto goodbye = std::min(patience, std::chrono::milliseconds(1000));
        m_changed.wait_for(lock, goodbye, [this] { return m_peerCount == 0; });
    }
    post([this] { closeAll(); });
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_peerCount == 0; });
    }
    stop();
    return finished;
}

void ServerCore::beginDrain()
{
    m_draining = true;
    for (const auto& listener : m_listeners) {
        error_code ignored;
        listener->acceptor.close(ignored);
        listener->pause.cancel();
    }
    m_listeners.clear();
    const auto peers = m_peers;  // a peer that ends at once removes itself
    for (const auto& peer : peers)
        peer->drain();
    const std::lock_guard lock(m_mutex);
    m_drainBegun = true;
    m_changed.notify_all();
}

void ServerCore::closeAll()
{
    const auto peers = m_peers;
    for (const auto& peer : peers)
        peer->close();
}

void ServerCore::stop()
{
    m_workers.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_work.reset();
    m_thread.join();
}

Server::Server(Application& application, ServerOptions options)
    : m_core(std::make_shared<ServerCore>(application, options))
{
}

Server::~Server()
{
    drain(std::chrono::milliseconds(0));
}

Result<quint16> Server::listen(const QString& host, quint16 port)
{
    return m_core->listen(host, port);
}

bool Server::drain(std::chrono::milliseconds patience)
{
    return m_core->drain(patience);
}

}  // namespace refrain::web
