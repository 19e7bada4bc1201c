#pragma once

#include "web/headers.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace refrain::sandbox {

/// Goes on errands in a thread of its own: posts something somewhere, or does something later. Plain
/// HTTP only, as the practice Slack speaks to this computer. post() and after() may be called from any
/// thread.
class Courier {
public:
    struct Letter {
        QUrl to;  ///< http, with host.
        web::Headers headers;
        QByteArray body;
        std::chrono::milliseconds patience{3000};
    };
    struct Answer {
        int status = 0;  ///< 0 where there was none: then `problem` says why.
        web::Headers headers;
        QByteArray body;
        QString problem;  ///< `http_timeout`, `connection_failed`.
    };

    Courier();
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    /// Calls `done` once, from the courier's thread. Redirects are not followed.
    void post(Letter letter, std::function<void(const Answer&)> done);

    /// Runs `task` in the courier's thread, after `delay`. Tasks must be quick.
    void after(std::chrono::milliseconds delay, std::function<void()> task);

    /// Ends the thread and drops what is under way. Call it before anything goes that tasks use; the
    /// courier itself goes last. Not from a task.
    void stop();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace refrain::sandbox
