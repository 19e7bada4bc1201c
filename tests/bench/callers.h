#pragma once

#include <QByteArray>
#include <QElapsedTimer>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <vector>

namespace refrain::bench {

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

}  // namespace refrain::bench
