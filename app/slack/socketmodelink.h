#pragma once

#include <QJsonObject>
#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <functional>

namespace refrain::slack {

/// One connection of Socket Mode, from opening to its end. Belongs to the thread that made it.
///
/// Qt answers Slack's pings by itself and says nothing of them, so the link pings too: a peer that is silent for longer
/// than the patience is taken for gone, as one behind a dead network never says so.
class SocketModeLink final : public QObject {
public:
    /// What its owner is told, in the link's thread.
    struct Listener {
        std::function<void()> greeted;
        std::function<void(const QJsonObject& envelope)> enveloped;
        /// Slack will close this link: `warning`, `refresh_requested`, `link_disabled`, …
        std::function<void(const QString& reason)> dismissed;
        /// Once. Nothing comes after it.
        std::function<void()> ended;
    };
    struct Times {
        std::chrono::milliseconds patience{5'000};  ///< For a pong, and to be greeted.
        std::chrono::milliseconds pulse{10'000};    ///< From ping to ping.
    };

    SocketModeLink(Times times, QObject* parent);
    /// Says nothing more.
    ~SocketModeLink() override { m_isOver = true; }

    void open(const QUrl& url, Listener listener);

    /// Slack has said hello, and the end has not come.
    [[nodiscard]] bool isLive() const { return m_isGreeted && !m_isOver; }
    void send(const QJsonObject& message);
    /// Hands to the network what was sent, as far as it takes it.
    void flush() { m_socket.flush(); }

private:
    void receive(const QString& text);
    void end();

    Listener m_listener;
    QWebSocket m_socket;
    QTimer m_pulse;
    QTimer m_patience;
    bool m_isGreeted = false;
    bool m_isOver = false;
};

}  // namespace refrain::slack
