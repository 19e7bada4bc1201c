#include "sandbox/delivery/tickets.h"

namespace refrain::sandbox {

namespace {
constexpr Millis lifetime = 30'000;
}

QByteArray Tickets::issue()
{
    m_open.removeIf([now = m_clock.now()](const auto& ticket) { return ticket.value() < now; });
    const QByteArray ticket = m_random.token(24);
    m_open.insert(ticket, m_clock.now() + lifetime);
    return ticket;
}

bool Tickets::redeem(const QByteArray& ticket)
{
    const auto found = m_open.constFind(ticket);
    if (found == m_open.cend())
        return false;
    const bool good = *found >= m_clock.now();
    m_open.erase(found);
    return good;
}

}  // namespace refrain::sandbox
