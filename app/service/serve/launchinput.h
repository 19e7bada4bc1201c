#pragma once

#include "base/secret.h"

#include <QObject>
#include <QSocketNotifier>

namespace refrain::service {

/// The console at the other end of standard input: it wrote a launch secret, and when it goes away the
/// input ends.
class LaunchInput final : public QObject {
    Q_OBJECT
public:
    explicit LaunchInput(QObject* parent = nullptr);

    /// Reads the first line; blocks until it is there. Empty where the input ended before. Call once, before
    /// a LaunchInput is made.
    [[nodiscard]] static Secret readSecret();

signals:
    void ended();

private:
    void receive();
    QSocketNotifier m_notifier;
};

}  // namespace refrain::service
