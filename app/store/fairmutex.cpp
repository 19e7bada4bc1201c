#include "store/fairmutex.h"

namespace refrain::store {

void FairMutex::lock()
{
    std::unique_lock lock(m_mutex);
    if (!m_isTaken) {
        m_isTaken = true;
        return;
    }
    Turn mine;
    m_queue.push_back(&mine);
    mine.come.wait(lock, [&mine] { return mine.isCome; });
}

/// Handed on without being let go of: nobody can come in between.
void FairMutex::unlock()
{
    const std::lock_guard lock(m_mutex);
    if (m_queue.empty()) {
        m_isTaken = false;
        return;
    }
    Turn* next = m_queue.front();
    m_queue.pop_front();
    next->isCome = true;
    next->come.notify_one();
}

std::size_t FairMutex::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
}

}  // namespace refrain::store
