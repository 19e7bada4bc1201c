#include "slack/socketmodelink.h"

#include <QJsonDocument>

namespace refrain::slack {

SocketModeLink::SocketModeLink(Times times, QObject* parent) : QObject(parent)
{
    m_pulse.setInterval(times.pulse);
    m_patience.setInterval(times.patience);
    m_patience.setSingleShot(true);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &SocketModeLink::receive);
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_patience.stop(); });
    connect(&m_socket, &QWebSocket::disconnected, this, &SocketModeLink::end);
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &SocketModeLink::end);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        m_socket.ping();
        if (!m_patience.isActive())
            m_patience.start();
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_socket.abort();
        end();
    });
}

void SocketModeLink::open(const QUrl& url, Listener listener)
{
    m_listener = std::move(listener);
    m_patience.start();
    m_socket.open(url);
}

void SocketModeLink::send(const QJsonObject& message)
{
    if (!m_isOver)
        m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void SocketModeLink::receive(const QString& text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString type = message.value(QLatin1String("type")).toString();
    if (type == QLatin1String("hello")) {
        m_isGreeted = true;
        m_patience.stop();
        m_pulse.start();
        m_listener.greeted();
    } else if (type == QLatin1String("disconnect")) {
        m_listener.dismissed(message.value(QLatin1String("reason")).toString());
    } else if (message.contains(QLatin1String("envelope_id"))) {
        m_listener.enveloped(message);
    }
}

void SocketModeLink::end()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_pulse.stop();
    m_patience.stop();
    m_listener.ended();
}

}  // namespace refrain::slack
