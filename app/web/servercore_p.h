#pragma once

#include "web/server.h"
#include "web/workerpool_p.h"

#include <utility>  // before Asio, whose awaitable.hpp of Boost 1.74 forgets it

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>

namespace refrain::web {

/// Something with a socket that a stopping server must speak to. I/O thread only.
class Peer {
public:
    virtual ~Peer() = default;
    /// Ends as soon as nothing is in flight.
    virtual void drain() = 0;
    /// Ends now.
    virtual void close() = 0;
};

/// What the connections of one Server share. The sockets, the set of peers and every Peer belong to
/// the one I/O thread; post(), workers() and the counters may be used from anywhere.
class ServerCore : public std::enable_shared_from_this<ServerCore> {
public:
    using tcp = boost::asio::ip::tcp;

    ServerCore(Application& application, ServerOptions options);
    ~ServerCore();

    [[nodiscard]] Application& application() const { return m_application; }
    [[nodiscard]] const ServerOptions& options() const { return m_options; }
    [[nodiscard]] boost::asio::io_context& context() { return m_context; }
    [[nodiscard]] WorkerPool& workers() { return m_workers; }

    /// Runs `task` on the I/O thread; dropped once the core has stopped. Any thread.
    void post(std::function<void()> task);

    Result<quint16> listen(const QString& host, quint16 port);
    bool drain(std::chrono::milliseconds patience);

    /// I/O thread only.
    void add(std::shared_ptr<Peer> peer);
    void remove(const Peer& peer);
    [[nodiscard]] bool isDraining() const { return m_draining; }
    /// Counts requests between their header and the end of their answer.
    void addBusy(int difference);

private:
    struct Listener;
    void accept(std::shared_ptr<Listener> listener);
    void accepted(tcp::socket socket);
    void beginDrain();
    void closeAll();
    void stop();

    Application& m_application;
    const ServerOptions m_options;
    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    WorkerPool m_workers;
    std::thread m_thread;

    // I/O thread only.
    std::set<std::shared_ptr<Peer>, std::owner_less<>> m_peers;
    std::vector<std::shared_ptr<Listener>> m_listeners;
    bool m_draining = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_busy = 0;
    size_t m_peerCount = 0;
    bool m_drainBegun = false;
    bool m_stopped = false;
};

}  // namespace refrain::web
