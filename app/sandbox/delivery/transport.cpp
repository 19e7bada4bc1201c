#include "sandbox/delivery/transport.h"

namespace refrain::sandbox {

namespace {

std::optional<HttpDelivery> httpTo(const QUrl& url, Courier& courier, const Clock& clock, const QByteArray& secret)
{
    if (url.isEmpty())
        return std::nullopt;
    return std::optional<HttpDelivery>(std::in_place, courier, clock, url, secret);
}

}  // namespace

Transport::Transport(const QUrl& deliverTo, const QByteArray& signingSecret, const QString& appId, const Clock& clock,
                     Random& random)
    : m_sockets(m_courier, random, appId),
      m_http(httpTo(deliverTo, m_courier, clock, signingSecret)),
      m_retries(way(), m_courier)
{
}

Transport::~Transport()
{
    stop();
}

Deliveries& Transport::way()
{
    if (m_http)
        return *m_http;
    return m_sockets;
}

}  // namespace refrain::sandbox
