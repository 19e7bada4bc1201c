#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/secret.h"
#include "slack/signature.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
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

/// One request on a connection of its own. Plain system calls: what asks must not take the processor from what answers.
struct Caller {
    int socket = -1;
    QByteArray answer;
    QElapsedTimer timer;
    double milliseconds = 0;  ///< From the first byte sent to the end of the answer.
};

inline int connectedTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? socket : -1;
}

/// False once nothing more comes.
inline bool hear(Caller& caller)
{
    std::array<char, 16 * 1024> bytes{};
    const ssize_t count = ::recv(caller.socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0)
        caller.answer.append(bytes.data(), count);
    if (count > 0 || (count < 0 && errno == EAGAIN))
        return true;
    caller.milliseconds = double(caller.timer.nsecsElapsed()) / 1e6;
    ::close(caller.socket);
    return false;
}

/// All connect, then all ask at once, then all are heard; each is closed by the one who answers.
inline std::vector<Caller> callers(quint16 port, const std::vector<QByteArray>& requests)
{
    std::vector<Caller> all(requests.size());
    for (Caller& caller : all)
        caller.socket = connectedTo(port);
    std::vector<pollfd> waiting;
    std::vector<size_t> whose;
    for (size_t i = 0; i < all.size(); ++i) {
        all[i].timer.start();
        if (::send(all[i].socket, requests[i].constData(), size_t(requests[i].size()), MSG_NOSIGNAL) < 0)
            continue;
        waiting.push_back({all[i].socket, POLLIN, 0});
        whose.push_back(i);
    }
    while (!waiting.empty() && ::poll(waiting.data(), waiting.size(), 60'000) > 0) {
        size_t kept = 0;
        for (size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].revents != 0 && !hear(all[whose[i]]))
                continue;
            waiting[kept] = {waiting[i].fd, POLLIN, 0};
            whose[kept++] = whose[i];
        }
        waiting.resize(kept);
    }
    return all;
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
