#include "service/background/precedence.h"

namespace refrain::service {

std::shared_ptr<void> Precedence::somebodyWaits()
{
    const std::lock_guard lock(m_mutex);
    ++m_waiting;
    return {this, [this](void*) { leave(); }};
}

void Precedence::leave()
{
    const std::lock_guard lock(m_mutex);
    if (--m_waiting == 0)
        m_nobody.notify_all();
}

bool Precedence::giveWay(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_nobody.wait_for(lock, patience, [this] { return m_waiting == 0; });
}

}  // namespace refrain::service
