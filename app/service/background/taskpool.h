#pragma once

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace refrain::service {

/// Threads that live as long as the pool, for work that waits on Slack: what a request hands over here
/// blocks no worker. Long-lived, because every thread keeps its own database connection.
class TaskPool {
public:
    TaskPool(int threads, int queueLimit);
    /// Finishes what runs and drops what waits.
    ~TaskPool();
    TaskPool(const TaskPool&) = delete;
    TaskPool& operator=(const TaskPool&) = delete;

    /// Runs `task` soon; false where the queue is full or the pool stops. Any thread.
    [[nodiscard]] bool run(std::function<void()> task);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    size_t m_queueLimit;
    bool m_stopping = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

}  // namespace refrain::service
