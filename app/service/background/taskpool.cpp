#include "service/background/taskpool.h"

#include <utility>

namespace refrain::service {

TaskPool::TaskPool(int threads, int queueLimit) : m_queueLimit(size_t(queueLimit))
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back(QThread::create([this] { work(); }));
        m_threads.back()->setObjectName(QStringLiteral("background"));
        m_threads.back()->start();
    }
}

TaskPool::~TaskPool()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_queue);
    }
    m_wake.notify_all();
    for (const std::unique_ptr<QThread>& thread : m_threads)
        thread->wait();
}

bool TaskPool::run(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= m_queueLimit)
            return false;
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void TaskPool::work()
{
    for (;;) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_stopping)
                return;
            task = std::move(m_queue.front());
            m_queue.pop_front();
        }
        task();
    }
}

}  // namespace refrain::service
