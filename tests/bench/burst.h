#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/secret.h"
#include "slack/signature.h"
#include "tests/bench/callers.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <future>
#include <vector>

namespace refrain::bench {

/// Of the practice Slack.
inline constexpr char signingSecret[] = "practice-signing-secret";

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
/// not answered 200 with `expected` are told and left out. The caller's own events go on meanwhile.
inline std::vector<double> burst(quint16 port, const std::vector<QByteArray>& requests, const QByteArray& expected)
{
    auto heard = std::async(std::launch::async, callers, port, requests);
    (void)QTest::qWaitFor([&] { return heard.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 90'000);
    std::vector<double> times;
    for (const Caller& caller : heard.get()) {
        if (caller.answer.startsWith("HTTP/1.1 200") && caller.answer.contains(expected))
            times.push_back(caller.milliseconds);
        else
            qWarning() << caller.answer.left(300);
    }
    return times;
}

}  // namespace refrain::bench
