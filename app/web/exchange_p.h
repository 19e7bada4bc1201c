#pragma once

#include "web/reply.h"

#include <functional>
#include <mutex>
#include <optional>

namespace refrain::web {

/// What stands behind a Reply: the connection's side tells when the client left, the handler's side
/// finishes it once. All functions are callable from any thread.
class Exchange {
public:
    using Hook = std::function<void(Reply::Closed)>;

    virtual ~Exchange() = default;
    /// Called at most once per exchange, by Reply.
    virtual void finish(Response response) = 0;
    virtual void upgrade(WebSocketHandler handler) = 0;
    /// Finishes it where a handler lost its Reply.
    virtual void drop() = 0;
    /// Runs a hook where hooks may run: a worker thread.
    virtual void run(std::function<void()> task) = 0;

    void close(Reply::Closed how);
    [[nodiscard]] bool isGone() const;
    void setHook(Hook hook);
    void clearHook();

private:
    mutable std::mutex m_mutex;
    std::optional<Reply::Closed> m_closed;
    Hook m_hook;
};

}  // namespace refrain::web
