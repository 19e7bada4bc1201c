#include "web/reply.h"

#include "web/exchange_p.h"
#include "web/websocket.h"

#include <utility>

namespace refrain::web {

namespace {

class Capture final : public Exchange {
public:
    explicit Capture(std::function<void(Response)> receive) : m_receive(std::move(receive)) {}
    void finish(Response response) override { m_receive(std::move(response)); }
    void upgrade(WebSocketHandler) override { m_receive(Response::text("WebSocket only", 426)); }
    void drop() override { m_receive(Response::text("Unanswered", 500)); }
    void run(std::function<void()> task) override { task(); }

private:
    std::function<void(Response)> m_receive;
};

}  // namespace

void Exchange::close(Reply::Closed how)
{
    Hook hook;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed != Reply::Closed::ByClient)  // a client that leaves during a shutdown is gone all the same
            m_closed = how;
        hook = std::exchange(m_hook, nullptr);
    }
    if (hook)
        run([hook = std::move(hook), how] { hook(how); });
}

bool Exchange::isGone() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed == Reply::Closed::ByClient;
}

void Exchange::setHook(Hook hook)
{
    std::optional<Reply::Closed> closed;
    {
        const std::lock_guard lock(m_mutex);
        closed = m_closed;
        if (!closed)
            m_hook = std::move(hook);
    }
    if (closed)
        run([hook = std::move(hook), how = *closed] { hook(how); });
}

void Exchange::clearHook()
{
    Hook hook;  // destroyed outside the lock: it may own anything
    const std::lock_guard lock(m_mutex);
    hook.swap(m_hook);
}

Reply::Reply(std::shared_ptr<Exchange> exchange) : m_exchange(std::move(exchange)) {}

Reply& Reply::operator=(Reply&& other) noexcept
{
    Reply(std::move(other)).m_exchange.swap(m_exchange);
    return *this;
}

Reply::~Reply()
{
    if (const std::shared_ptr<Exchange> exchange = std::exchange(m_exchange, nullptr)) {
        exchange->clearHook();
        exchange->drop();
    }
}

Reply Reply::capture(std::function<void(Response)> receive)
{
    return Reply(std::make_shared<Capture>(std::move(receive)));
}

void Reply::send(Response response)
{
    if (const std::shared_ptr<Exchange> exchange = std::exchange(m_exchange, nullptr)) {
        exchange->clearHook();
        exchange->finish(std::move(response));
    }
}

void Reply::acceptWebSocket(WebSocketHandler handler)
{
    if (const std::shared_ptr<Exchange> exchange = std::exchange(m_exchange, nullptr)) {
        exchange->clearHook();
        exchange->upgrade(std::move(handler));
    }
}

bool Reply::isAlive() const
{
    return m_exchange && !m_exchange->isGone();
}

void Reply::onClosed(std::function<void(Closed)> hook)
{
    if (m_exchange)
        m_exchange->setHook(std::move(hook));
}

}  // namespace refrain::web
