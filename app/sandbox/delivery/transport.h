#pragma once

#include "sandbox/delivery/courier.h"
#include "sandbox/delivery/httpdelivery.h"
#include "sandbox/delivery/retries.h"
#include "sandbox/delivery/socketmode.h"

#include <QUrl>

#include <optional>

namespace refrain::sandbox {

/// The one way to the app that the command line chose, with its courier: Socket Mode, or signed HTTP
/// where an address is given. As with Slack, one excludes the other.
class Transport {
public:
    /// `clock` and `random` outlive this.
    Transport(const QUrl& deliverTo, const QByteArray& signingSecret, const QString& appId, const Clock& clock,
              Random& random);
    ~Transport();

    /// Delivers, and sends events again that were not acknowledged.
    [[nodiscard]] Deliveries& deliveries() { return m_retries; }
    /// Null where deliveries go out by HTTP.
    [[nodiscard]] SocketMode* socketMode() { return m_http ? nullptr : &m_sockets; }
    [[nodiscard]] Courier& courier() { return m_courier; }

    /// Ends its thread: nothing is delivered and no outcome arrives after it.
    void stop() { m_courier.stop(); }

private:
    [[nodiscard]] Deliveries& way();

    Courier m_courier;
    SocketMode m_sockets;
    std::optional<HttpDelivery> m_http;
    Retries m_retries;
};

}  // namespace refrain::sandbox
