#include "web/signalwatcher.h"

#include <QSocketNotifier>

#include <sys/signalfd.h>
#include <unistd.h>

namespace refrain::web {

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent)
{
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGINT);
    pthread_sigmask(SIG_BLOCK, &watched, &m_before);
    m_descriptor = ::signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::receive);
}

SignalWatcher::~SignalWatcher()
{
    delete m_notifier;
    ::close(m_descriptor);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void SignalWatcher::receive()
{
    signalfd_siginfo info;
    if (::read(m_descriptor, &info, sizeof info) == ssize_t(sizeof info))
        emit terminationRequested();
}

}  // namespace refrain::web
