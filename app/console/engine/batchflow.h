#pragma once

#include <QSemaphore>

#include <memory>

namespace refrain::console {

/// Keeps whoever reads a cache from running far ahead of the tables that take it in.
class BatchFlow {
public:
    /// A place in the queue, given back when the last copy of it goes. Waits while all are taken, but never for ever:
    /// a queue that nobody serves any more is no reason to hang.
    [[nodiscard]] std::shared_ptr<void> take()
    {
        (void)m_free->tryAcquire(1, 2'000);
        return {nullptr, [free = m_free](void*) { free->release(); }};
    }

private:
    static constexpr int places = 16;
    std::shared_ptr<QSemaphore> m_free = std::make_shared<QSemaphore>(places);
};

}  // namespace refrain::console
