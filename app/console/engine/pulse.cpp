#include "console/engine/pulse.h"

#include "console/engine/sendandthen.h"
#include "console/engine/session.h"

namespace refrain::console {

Pulse::Pulse(net::Transport& transport, const Session& session, int everyMs, QObject* parent)
    : QObject(parent), m_transport(transport), m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &Pulse::ask);
}

void Pulse::start()
{
    m_running = true;
    if (!m_asking)
        m_timer.start();
}

void Pulse::stop()
{
    m_running = false;
    m_timer.stop();
}

void Pulse::heard()
{
    if (m_running && !m_asking)
        m_timer.start();
}

void Pulse::ask()
{
    if (m_session.isAway()) {
        m_timer.start();
        emit silent(Session::awayError());
        return;
    }
    net::HttpRequest request;
    request.url = below(m_session.backend(), QStringLiteral("/healthz"));
    request.timeout = std::chrono::milliseconds(patienceMs);
    m_asking = true;
    sendAndThen(m_transport, std::move(request), this, [this](const Result<net::HttpReply>& reply) {
        m_asking = false;
        if (!m_running)
            return;
        m_timer.start();
        if (reply)
            emit alive();
        else if (reply.error().isTransient())
            emit silent(reply.error());
    });
}

}  // namespace refrain::console
