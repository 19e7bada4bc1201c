#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QByteArray>
#include <QHash>

namespace refrain::sandbox {

/// The single-use tickets of apps.connections.open: one opens one WebSocket within 30 seconds. They
/// are kept in memory, as a socket would not outlive the process either. Call with the lock held.
class Tickets {
public:
    Tickets(const Clock& clock, Random& random) : m_clock(clock), m_random(random) {}

    [[nodiscard]] QByteArray issue();
    /// True once for a ticket that is still good.
    [[nodiscard]] bool redeem(const QByteArray& ticket);

private:
    const Clock& m_clock;
    Random& m_random;
    QHash<QByteArray, Millis> m_open;  ///< Ticket and until when.
};

}  // namespace refrain::sandbox
