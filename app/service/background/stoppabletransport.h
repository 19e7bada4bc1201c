#pragma once

#include "net/transport.h"

#include <list>
#include <mutex>

namespace refrain::service {

/// A transport that a shutdown can end at once: what is under way is given up, and nothing more begins.
class StoppableTransport final : public net::Transport {
public:
    /// `transport` must outlive this.
    explicit StoppableTransport(net::Transport& transport) : m_transport(transport) {}

    [[nodiscard]] QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override;
    void stop();

private:
    net::Transport& m_transport;
    std::mutex m_mutex;
    bool m_stopped = false;
    std::list<QFuture<Result<net::HttpReply>>> m_underWay;
};

}  // namespace refrain::service
