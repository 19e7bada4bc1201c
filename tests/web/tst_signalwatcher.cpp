#include "web/signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <unistd.h>
#include <csignal>

using namespace refrain::web;

class TestSignalWatcher : public QObject {
    Q_OBJECT

private slots:
    void turnsAnEndingSignalIntoAQtSignal_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void turnsAnEndingSignalIntoAQtSignal()
    {
        QFETCH(int, number);
        SignalWatcher watcher;
        const QSignalSpy spy(&watcher, &SignalWatcher::terminationRequested);
        QCOMPARE(::kill(::getpid(), number), 0);
        QTRY_COMPARE(spy.count(), 1);
    }
};

// Blocked before another thread starts, as SignalWatcher asks of a program: Qt Test has one of its own.
int main(int argc, char** argv)
{
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGINT);
    pthread_sigmask(SIG_BLOCK, &watched, nullptr);
    QCoreApplication app(argc, argv);
    TestSignalWatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_signalwatcher.moc"
