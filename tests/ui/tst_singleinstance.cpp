#include "ui/singleinstance.h"
#include "ui/tray/attention.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace refrain;
using namespace refrain::ui;

/// One console for each profile, and what is worth a notice beside the clock.
class SingleInstanceTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString socket() const { return m_folder.filePath(QStringLiteral("console.sock")); }

    /// As another process would: the first goes on turning meanwhile.
    bool handOver(const QString& link)
    {
        const QFuture<bool> done = QtConcurrent::run(SingleInstance::handOver, socket(), link);
        return QTest::qWaitFor([&] { return done.isFinished(); }, 5000) && done.result();
    }

private slots:
    void theSecondHandsItsLinkToTheFirst()
    {
        QVERIFY(!handOver(QStringLiteral("refrain://workspace/T1/subject/U1")));
        const SingleInstance first(socket());
        QVERIFY(first.isListening());
        QSignalSpy asked(&first, &SingleInstance::asked);
        QVERIFY(handOver(QStringLiteral("refrain://workspace/T1/subject/U1")));
        QVERIFY(handOver({}));
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("refrain://workspace/T1/subject/U1"));
        QCOMPARE(asked.at(1).at(0).toString(), QString());
    }

    void oneThatCrashedIsNotInTheWay()
    {
        {
            QFile left(socket());
            QVERIFY(left.open(QIODevice::WriteOnly));
        }
        QVERIFY(!handOver({}));
        const SingleInstance first(socket());
        QVERIFY(first.isListening());
        QVERIFY(handOver({}));
    }

    void anEndlessLineIsCutOff()
    {
        const SingleInstance first(socket());
        QSignalSpy asked(&first, &SingleInstance::asked);
        QLocalSocket other;
        other.connectToServer(socket());
        QTRY_COMPARE(other.state(), QLocalSocket::ConnectedState);
        other.write(QByteArray(100'000, 'x'));
        QTRY_COMPARE(other.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(asked.count(), 0);
    }

    void eachTroubleIsToldOnceUntilItIsOver()
    {
        using console::StatusSentence;
        const StatusSentence refused{StatusSentence::Tone::Danger, QStringLiteral("1 change was not applied")};
        const StatusSentence waits{StatusSentence::Tone::Waiting, QStringLiteral("1 change waits")};
        Attention attention;
        QCOMPARE(attention.news({refused, waits}, {}), QStringList{refused.text});
        QCOMPARE(attention.news({refused, waits}, {}), QStringList());
        QCOMPARE(attention.standing(), QStringList{refused.text});
        QCOMPARE(attention.news({waits}, {}), QStringList());
        QCOMPARE(attention.standing(), QStringList());
        QCOMPARE(attention.news({refused}, {}), QStringList{refused.text});
    }

    void aSyncThatFailedIsTroubleUntilOneSucceeds()
    {
        console::Exchange failed;
        failed.what = QStringLiteral("Directory");
        failed.error = QStringLiteral("Slack did not answer.");
        failed.outcome = SyncOutcome::Failed;
        console::Exchange done = failed;
        done.outcome = SyncOutcome::Ok;
        console::Exchange running = failed;
        running.outcome = SyncOutcome::Running;
        Attention attention;
        QCOMPARE(attention.news({}, {running, failed}).size(), 1);
        QVERIFY(attention.standing().constFirst().contains(QStringLiteral("Slack did not answer.")));
        QCOMPARE(attention.news({}, {done, failed}), QStringList());
        QCOMPARE(attention.standing(), QStringList());
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
