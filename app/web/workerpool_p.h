#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace refrain::web {

/// A fixed number of threads and one queue. All functions are callable from any thread.
class WorkerPool {
public:
    using Task = std::function<void()>;

    WorkerPool(int threads, int queueLimit);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False where the queue is full or the pool has stopped: the task will not run.
    [[nodiscard]] bool tryPost(Task task);
    /// For tasks that are bounded by something else; only a stopped pool drops them.
    void post(Task task);
    /// Runs what is queued, then ends the threads. Not from a worker.
    void stop();

private:
    void work();

    const size_t m_queueLimit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

}  // namespace refrain::web
