#include "ui/endsignal.h"

#include <QSocketNotifier>

#include <sys/eventfd.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>

namespace refrain::ui {

namespace {

/// A handler is handed nothing but the signal's number.
volatile std::sig_atomic_t wakeUp = -1;

void noteSignal(int)
{
    const int before = errno;
    const quint64 one = 1;
    (void)!::write(wakeUp, &one, sizeof one);
    errno = before;
}

}  // namespace

EndSignal::EndSignal(QObject* parent)
    : QObject(parent),
      m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_notifier(new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        quint64 count = 0;
        if (::read(m_descriptor, &count, sizeof count) == ssize_t(sizeof count))
            emit requested();
    });
    wakeUp = m_descriptor;
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

EndSignal::~EndSignal()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    wakeUp = -1;
    delete m_notifier;
    ::close(m_descriptor);
}

}  // namespace refrain::ui
