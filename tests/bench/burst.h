#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/secret.h"
#include "slack/signature.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

namespace refrain::bench {

/// Of the practice Slack.
inline constexpr char signingSecret[] = "practice-signing-secret";

/// One request on a connection of its own, timed from its first byte to the last of the answer.
class Client : public QObject {
public:
    Client(quint16 port, QByteArray request) : m_request(std::move(request))
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_answer += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::disconnected, this,
                [this] { m_milliseconds = double(m_timer.nsecsElapsed()) / 1e6; });
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isDone() const { return m_milliseconds > 0; }
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }
    [[nodiscard]] const QByteArray& answer() const { return m_answer; }
    void send()
    {
        m_timer.start();
        m_socket.write(m_request);
    }

private:
    QTcpSocket m_socket;
    QByteArray m_request;
    QByteArray m_answer;
    QElapsedTimer m_timer;
    double m_milliseconds = 0;
};

/// One connection that stays open, as a sender's does.
class KeptConnection {
public:
    explicit KeptConnection(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    [[nodiscard]] bool isOpen() { return m_socket.waitForConnected(10'000); }
    /// From the first byte of the question to the last of an answer that must hold `expected`.
    double millisecondsOf(QByteArray request, const QByteArray& expected)
    {
        request.replace("Connection: close\r\n", "");
        QElapsedTimer timer;
        timer.start();
        m_socket.write(request);
        QByteArray answer;
        while (!isWhole(answer) && m_socket.waitForReadyRead(10'000))
            answer += m_socket.readAll();
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        if (!answer.startsWith("HTTP/1.1 200") || !answer.contains(expected))
            qWarning() << answer.left(600);
        return milliseconds;
    }

private:
    static bool isWhole(const QByteArray& answer)
    {
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const qsizetype at = answer.toLower().indexOf("content-length:");
        return head > 0 && at > 0 &&
               answer.size() >=
                   head + 4 + answer.mid(at + 15, answer.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    }

    QTcpSocket m_socket;
};

/// A request as Slack signs it; what is no command of Slack's ignores that.
inline QByteArray requestFor(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                             const QByteArray& headers = {})
{
    const QByteArray time = QByteArray::number(SystemClock().now() / 1000);
    return method + ' ' + path +
           " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Slack-Request-Timestamp: " + time +
           "\r\nX-Slack-Signature: " + slack::requestSignature(Secret(QByteArray(signingSecret)), time, body) + "\r\n" +
           (headers.isEmpty() ? "Content-Type: application/x-www-form-urlencoded\r\n" : headers) +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// `/optout reminders`; `number` makes it one of its own.
inline QByteArray optOutCommand(const WorkspaceId& workspace, const QString& user, const QByteArray& number)
{
    return requestFor("POST", "/slack/commands",
                      "team_id=" + workspace.toString().toLatin1() + "&user_id=" + user.toLatin1() +
                          "&command=%2Foptout&text=reminders&trigger_id=1." + number);
}

/// Sends all at once, each on a connection of its own, and says how long each took, in milliseconds; those that were
/// not answered 200 with `expected` are told and left out.
inline std::vector<double> burst(quint16 port, const std::vector<QByteArray>& requests, const QByteArray& expected)
{
    std::vector<std::unique_ptr<Client>> clients;
    for (const QByteArray& request : requests)
        clients.push_back(std::make_unique<Client>(port, request));
    const auto all = [&clients](bool (Client::*is)() const) {
        return std::all_of(clients.begin(), clients.end(),
                           [is](const std::unique_ptr<Client>& client) { return (client.get()->*is)(); });
    };
    (void)QTest::qWaitFor([&] { return all(&Client::isConnected); }, 10'000);
    for (const std::unique_ptr<Client>& client : clients)
        client->send();
    (void)QTest::qWaitFor([&] { return all(&Client::isDone); }, 60'000);
    std::vector<double> times;
    for (const std::unique_ptr<Client>& client : clients) {
        if (client->answer().startsWith("HTTP/1.1 200") && client->answer().contains(expected))
            times.push_back(client->milliseconds());
        else
            qWarning() << client->answer().left(300);
    }
    return times;
}

}  // namespace refrain::bench
