#pragma once

#include "slack/waiter.h"

#include <condition_variable>
#include <mutex>

namespace refrain::service {

/// Waits by the real clock until stop() is called, which wakes all and lets nobody wait again.
class StoppableWaiter final : public slack::Waiter {
public:
    [[nodiscard]] bool wait(std::chrono::milliseconds duration) override;
    void stop();

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
};

}  // namespace refrain::service
