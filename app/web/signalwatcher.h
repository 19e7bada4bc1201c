#pragma once

#include <QObject>

#include <csignal>

class QSocketNotifier;

namespace refrain::web {

/// Turns SIGTERM and SIGINT into a Qt signal, delivered by the event loop of the thread it lives in.
///
/// It blocks both signals in its thread: make it in main() before any other thread starts, since
/// threads inherit that. Child processes would too; a program that starts some needs another way.
class SignalWatcher : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

signals:
    void terminationRequested();

private:
    void receive();

    sigset_t m_before;
    int m_descriptor = -1;
    QSocketNotifier* m_notifier = nullptr;
};

}  // namespace refrain::web
