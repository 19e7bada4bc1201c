#include "sandbox/delivery/socketmode.h"

#include "sandbox/delivery/courier.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace refrain::sandbox {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray disconnectMessage(const QString& reason)
{
    return compact({{QStringLiteral("type"), QStringLiteral("disconnect")},
                    {QStringLiteral("reason"), reason},
                    {QStringLiteral("debug_info"), QJsonObject{{QStringLiteral("host"), QStringLiteral("practice")}}}});
}

QString typeOf(Delivery::Kind kind)
{
    switch (kind) {
        case Delivery::Kind::Event: return QStringLiteral("events_api");
        case Delivery::Kind::Command: return QStringLiteral("slash_commands");
        case Delivery::Kind::Interaction: return QStringLiteral("interactive");
    }
    return {};
}

DeliveryOutcome failure(const QString& problem)
{
    DeliveryOutcome outcome;
    outcome.problem = problem;
    return outcome;
}

/// Only these may answer inside the acknowledgement.
bool takesAnswer(const Delivery& delivery)
{
    const QString type = delivery.payload.value(QStringLiteral("type")).toString();
    return delivery.kind == Delivery::Kind::Command ||
           (delivery.kind == Delivery::Kind::Interaction && type != QStringLiteral("block_actions"));
}

}  // namespace

SocketMode::SocketMode(Courier& courier, Random& random, QString appId)
    : SocketMode(courier, random, std::move(appId), Times())
{
}

SocketMode::SocketMode(Courier& courier, Random& random, QString appId, Times times)
    : m_courier(courier), m_random(random), m_appId(std::move(appId)), m_times(times)
{
}

web::WebSocketHandler SocketMode::accept(bool debugReconnects)
{
    web::WebSocketHandler handler;
    handler.onOpen = [this, debugReconnects](const Socket& socket) { opened(socket, debugReconnects); };
    handler.onMessage = [this](const Socket&, const QByteArray& message) { received(message); };
    handler.onClosed = [this](const Socket& socket, quint16) { closed(socket); };
    return handler;
}

int SocketMode::connections() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_sockets.size());
}

void SocketMode::disconnectAll(const QString& reason)
{
    std::vector<Socket> sockets;
    {
        const std::lock_guard lock(m_mutex);
        sockets = m_sockets;
    }
    for (const Socket& socket : sockets) {
        socket->send(disconnectMessage(reason));
        socket->close();
    }
}

void SocketMode::opened(const Socket& socket, bool debugReconnects)
{
    size_t count = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_sockets.size() < connectionLimit) {
            m_sockets.push_back(socket);
            count = m_sockets.size();
        }
    }
    if (count == 0) {
        socket->send(disconnectMessage(QStringLiteral("too_many_websockets")));
        socket->close();
        return;
    }
    const auto life = debugReconnects ? m_times.debugLife : m_times.life;
    socket->send(
        compact({{QStringLiteral("type"), QStringLiteral("hello")},
                 {QStringLiteral("num_connections"), int(count)},
                 {QStringLiteral("connection_info"), QJsonObject{{QStringLiteral("app_id"), m_appId}}},
                 {QStringLiteral("debug_info"),
                  QJsonObject{{QStringLiteral("host"), QStringLiteral("practice")},
                              {QStringLiteral("build_number"), 1},
                              {QStringLiteral("approximate_connection_time"), qint64(life.count() / 1000)}}}}));
    recycle(socket, life);
}

void SocketMode::recycle(const std::weak_ptr<web::WebSocket>& socket, std::chrono::milliseconds life)
{
    const auto warning = std::min(m_times.warning, life);
    m_courier.after(life - warning, [this, socket, warning] {
        if (const Socket alive = socket.lock())
            alive->send(disconnectMessage(QStringLiteral("warning")));
        m_courier.after(warning, [this, socket] {
            const Socket alive = socket.lock();
            if (!alive)
                return;
            {
                const std::lock_guard lock(m_mutex);
                std::erase(m_sockets, alive);  // nothing new goes there; what went may still be acknowledged
            }
            alive->send(disconnectMessage(QStringLiteral("refresh_requested")));
            m_courier.after(m_times.patience, [socket] {
                if (const Socket old = socket.lock())
                    old->close();
            });
        });
    });
}

void SocketMode::received(const QByteArray& message)
{
    const QJsonObject acknowledgement = QJsonDocument::fromJson(message).object();
    const QString envelope = acknowledgement.value(QStringLiteral("envelope_id")).toString();
    DeliveryOutcome outcome;
    outcome.acknowledged = true;
    {
        const std::lock_guard lock(m_mutex);
        const auto waiting = m_waiting.constFind(envelope);
        if (waiting == m_waiting.cend())
            return;
        const QJsonValue payload = acknowledgement.value(QStringLiteral("payload"));
        if (waiting->takesAnswer && payload.isObject() && !payload.toObject().isEmpty())
            outcome.answer = compact(payload.toObject());
    }
    settle(envelope, outcome);
}

void SocketMode::closed(const Socket& socket)
{
    QStringList lost;
    {
        const std::lock_guard lock(m_mutex);
        std::erase(m_sockets, socket);
        for (auto waiting = m_waiting.cbegin(); waiting != m_waiting.cend(); ++waiting)
            if (waiting->socket == socket.get())
                lost << waiting.key();
    }
    for (const QString& envelope : lost)
        settle(envelope, failure(QStringLiteral("connection_failed")));
}

SocketMode::Socket SocketMode::next()
{
    const std::lock_guard lock(m_mutex);
    for (size_t i = 0; i < m_sockets.size(); ++i) {
        const Socket& socket = m_sockets[m_turn++ % m_sockets.size()];
        if (socket->isOpen())
            return socket;
    }
    return nullptr;
}

void SocketMode::deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done)
{
    const Socket socket = next();
    if (!socket) {
        m_courier.after(std::chrono::milliseconds(0), [done = std::move(done)] {
            if (done)
                done(failure(QStringLiteral("connection_failed")));
        });
        return;
    }
    const QString envelope = newEnvelopeId();
    const bool answerable = takesAnswer(delivery);
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.insert(envelope, {std::move(done), answerable, socket.get()});
    }
    QJsonObject message{{QStringLiteral("envelope_id"), envelope},
                        {QStringLiteral("type"), typeOf(delivery.kind)},
                        {QStringLiteral("payload"), delivery.payload},
                        {QStringLiteral("accepts_response_payload"), answerable}};
    if (delivery.kind == Delivery::Kind::Event) {
        message.insert(QStringLiteral("retry_attempt"), delivery.retry);
        message.insert(QStringLiteral("retry_reason"), delivery.retryReason);
    }
    socket->send(compact(message));
    m_courier.after(m_times.patience, [this, envelope] { settle(envelope, failure(QStringLiteral("http_timeout"))); });
}

void SocketMode::settle(const QString& envelope, const DeliveryOutcome& outcome)
{
    std::function<void(const DeliveryOutcome&)> done;
    {
        const std::lock_guard lock(m_mutex);
        done = m_waiting.take(envelope).done;
    }
    if (done)
        done(outcome);
}

QString SocketMode::newEnvelopeId()
{
    return QUuid::fromRfc4122(m_random.bytes(16)).toString(QUuid::WithoutBraces);
}

}  // namespace refrain::sandbox
