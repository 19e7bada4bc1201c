#include "service/serve/launchinput.h"

#include <unistd.h>

namespace refrain::service {

LaunchInput::LaunchInput(QObject* parent) : QObject(parent), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &LaunchInput::receive);
}

Secret LaunchInput::readSecret()
{
    QByteArray secret;
    char byte = 0;
    // Byte by byte, so that nothing behind the line is swallowed.
    while (secret.size() < 4096 && ::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
        secret += byte;
    return Secret(secret.trimmed());
}

void LaunchInput::receive()
{
    char ignored[256];
    if (::read(STDIN_FILENO, ignored, sizeof ignored) > 0)
        return;
    m_notifier.setEnabled(false);
    emit ended();
}

}  // namespace refrain::service
