#include "service/background/stoppablewaiter.h"

namespace refrain::service {

bool StoppableWaiter::wait(std::chrono::milliseconds duration)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, duration, [this] { return m_stopped; });
}

void StoppableWaiter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
}

}  // namespace refrain::service
