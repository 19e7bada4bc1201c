#pragma once

#include "base/result.h"

#include <QObject>
#include <QTimer>

namespace refrain::net {
class Transport;
}

namespace refrain::console {

class Session;

/// Asks the backend for a sign of life whenever it has been silent for a while: a program that is stopped keeps its
/// connections, so that a long poll alone would notice only after a minute. Engine thread.
class Pulse : public QObject {
    Q_OBJECT
public:
    /// `everyMs`: after so long without an answer it is asked; an answer may take `patienceMs`.
    Pulse(net::Transport& transport, const Session& session, int everyMs, QObject* parent = nullptr);

    static constexpr int patienceMs = 3'000;

    void start();
    void stop();
    /// The backend answered something: it need not be asked for a while.
    void heard();

signals:
    /// It is there, whatever it would say to a question proper.
    void alive();
    /// It did not answer.
    void silent(const refrain::Error& error);

private:
    net::Transport& m_transport;
    const Session& m_session;
    QTimer m_timer;
    bool m_running = false;
    bool m_asking = false;

    void ask();
};

}  // namespace refrain::console
