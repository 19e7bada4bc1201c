#pragma once

#include "web/connection_p.h"
#include "web/exchange_p.h"

namespace refrain::web {

/// A Reply's way back to its connection, which may be gone long before.
class ConnectionExchange final : public Exchange {
public:
    ConnectionExchange(std::weak_ptr<Connection> connection, std::weak_ptr<ServerCore> core)
        : m_connection(std::move(connection)), m_core(std::move(core))
    {
    }

    void finish(Response response) override
    {
        post([response = std::move(response)](Connection& connection) { connection.respond(response); });
    }
    void upgrade(WebSocketHandler handler) override
    {
        post([handler = std::move(handler)](Connection& connection) { connection.upgrade(handler); });
    }
    void drop() override
    {
        post([](Connection& connection) { connection.dropped(); });
    }
    void run(std::function<void()> task) override
    {
        if (const auto core = m_core.lock())
            core->workers().post(std::move(task));
    }

private:
    /// The connection goes by weak pointer: the last reference must fall on the I/O thread.
    void post(std::function<void(Connection&)> action)
    {
        if (const auto core = m_core.lock())
            core->post([weak = m_connection, action = std::move(action)] {
                if (const auto connection = weak.lock())
                    action(*connection);
            });
    }

    std::weak_ptr<Connection> m_connection;
    std::weak_ptr<ServerCore> m_core;
};

}  // namespace refrain::web
