#include "ui/activity/logpanel.h"
#include "ui/shell/progresswords.h"
#include "ui/sync/synccards.h"
#include "ui/sync/syncmodel.h"

#include <QTest>

using namespace refrain;
using namespace refrain::ui;
using console::Agreement;
using console::ConnectionState;
using console::LoadProgress;
using console::LogState;

/// What the Sync and Activity screens and the status line claim, and when they must not.
class StatusWordsTest final : public QObject {
    Q_OBJECT

    static constexpr Millis noon = 1'777'809'600'000;  // 3 May 2026, 12:00 UTC
    static constexpr Millis minute = 60'000;

    static Agreement agreed()
    {
        Agreement agreement;
        agreement.kind = Agreement::Kind::Agree;
        agreement.compared = 1'312;
        agreement.checkedAt = noon - 2 * minute;
        agreement.agreedAt = agreement.checkedAt;
        agreement.agreedOn = 1'312;
        return agreement;
    }

    static console::LocalChange change(console::ChangeStage stage)
    {
        console::LocalChange made;
        made.stage = stage;
        made.kept = true;
        made.madeAt = noon - 3 * minute;
        return made;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void offlineNothingIsGreenAndWhatWasTrueIsSaid_data()
    {
        QTest::addColumn<ConnectionState>("connection");
        QTest::newRow("no network") << ConnectionState{ConnectionState::Kind::Offline, noon - 30 * minute, {}};
        QTest::newRow("signed out") << ConnectionState{ConnectionState::Kind::SessionEnded, noon - 30 * minute, {}};
        QTest::newRow("not reached yet") << ConnectionState{};
    }

    void offlineNothingIsGreenAndWhatWasTrueIsSaid()
    {
        QFETCH(ConnectionState, connection);
        const SyncFacts facts{connection, {LoadProgress::Stage::Done}, noon, QTimeZone::utc()};
        const CardText agreement = agreementCard(agreed(), facts);
        QVERIFY(agreement.tone != Tone::Good);
        QVERIFY(agreement.figure != QLatin1String("agree"));
        QVERIFY2(agreement.meaning.contains(QLatin1String("last agreed at 11:58")), qPrintable(agreement.meaning));
        if (connection.since)
            QVERIFY2(agreement.meaning.startsWith(QLatin1String("No contact since 11:30.")),
                     qPrintable(agreement.meaning));
        const CardText outbox = outboxCard({}, facts);
        QVERIFY(!outbox.meaning.contains(QLatin1String("in force")));
        QVERIFY(outboxCard({change(console::ChangeStage::Waiting)}, facts)
                    .meaning.contains(QLatin1String("not yet in force")));
        const LogState log{LogState::Kind::Verified, 5, 5, {}, noon, {}, {}, {}};
        QVERIFY(logLine(log, connection.kind, 4, QTimeZone::utc()).tone != Tone::Good);
        SyncModel model(QTimeZone::utc());
        console::Exchange exchange;
        exchange.outcome = SyncOutcome::Ok;
        model.setLines({lineOf(exchange)});
        QCOMPARE(model.index(0, SyncModel::Outcome).data(ToneRole).toInt(), int(Tone::Good));
        model.setLive(false);
        QCOMPARE(model.index(0, SyncModel::Outcome).data(ToneRole).toInt(), int(Tone::Muted));
    }

    void onlineTheCheckSaysWhenItWasMade()
    {
        const ConnectionState online{ConnectionState::Kind::Online, {}, {}};
        const SyncFacts facts{online, {LoadProgress::Stage::Done}, noon, QTimeZone::utc()};
        const CardText card = agreementCard(agreed(), facts);
        QCOMPARE(card.tone, Tone::Good);
        QVERIFY2(card.meaning.contains(QLatin1String("checked 2 min ago")), qPrintable(card.meaning));
        QVERIFY(outboxCard({}, facts).meaning.contains(QLatin1String("in force")));
        const CardText refused = outboxCard({change(console::ChangeStage::Refused)}, facts);
        QCOMPARE(refused.figure, QStringLiteral("0"));
        QCOMPARE(refused.tone, Tone::Danger);
    }

    void whatIsOfAnotherDayBearsItsDate()
    {
        SyncModel model(QTimeZone::utc());
        console::Exchange today;
        today.startedAt = noon;
        console::Exchange before;
        before.startedAt = noon - 24 * 60 * minute;
        model.setLines({lineOf(today), lineOf(before)});
        model.setNow(noon);
        QCOMPARE(model.index(0, SyncModel::When).data().toString(), QStringLiteral("12:00:00"));
        QCOMPARE(model.index(1, SyncModel::When).data().toString(), QStringLiteral("2 May, 12:00"));
    }

    void theCheckOfTheLogSaysHowFarItReaches_data()
    {
        QTest::addColumn<qint64>("newest");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("green");
        QTest::newRow("all that is shown is covered") << qint64(1233) << QStringLiteral("up to 1,233") << true;
        QTest::newRow("nothing is shown") << qint64(-1) << QStringLiteral("up to 1,233") << true;
        QTest::newRow("newer entries are shown") << qint64(1235) << QStringLiteral("2 newer entries") << false;
    }

    void theCheckOfTheLogSaysHowFarItReaches()
    {
        QFETCH(qint64, newest);
        QFETCH(QString, says);
        QFETCH(bool, green);
        const LogState log{LogState::Kind::Verified, 1'234, 1'234, {}, noon, {}, {}, {}};
        const LogLine line = logLine(log, ConnectionState::Kind::Online, newest, QTimeZone::utc());
        QVERIFY2(line.text.contains(says), qPrintable(line.text));
        QVERIFY2(line.text.contains(QLatin1String("3 May 2026, 12:00")), qPrintable(line.text));
        QCOMPARE(line.tone == Tone::Good, green);
    }

    void longWorkSaysHowFarHowFastAndHowLong_data()
    {
        QTest::addColumn<LoadProgress>("progress");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("thousandths");
        QTest::addColumn<QString>("action");
        LoadProgress progress{LoadProgress::Stage::FirstSync, 3'000, 12'000, noon - 10'000, 0, false};
        QTest::newRow("in the middle") << progress
                                       << QStringLiteral("First sync: 3,000 of 12,000 · 300 a second · 30 s left")
                                       << 250 << QStringLiteral("Stop");
        progress.startedWith = 2'000;
        QTest::newRow("gone on with") << progress
                                      << QStringLiteral("First sync: 3,000 of 12,000 · 100 a second · 1 min left")
                                      << 250 << QStringLiteral("Stop");
        progress.stopped = true;
        QTest::newRow("stopped") << progress << QStringLiteral("First sync stopped: 3,000 of 12,000") << 250
                                 << QStringLiteral("Go on");
        progress = {LoadProgress::Stage::FirstSync, 40, 0, noon - 100, 0, false};
        QTest::newRow("of unknown size") << progress << QStringLiteral("First sync: 40") << -1
                                         << QStringLiteral("Stop");
        QTest::newRow("done") << LoadProgress{LoadProgress::Stage::Done} << QString() << -1 << QString();
    }

    void longWorkSaysHowFarHowFastAndHowLong()
    {
        QFETCH(LoadProgress, progress);
        QFETCH(QString, text);
        QFETCH(int, thousandths);
        QFETCH(QString, action);
        const ProgressView view = progressView(progress, noon);
        QCOMPARE(view.text, text);
        QCOMPARE(view.thousandths, thousandths);
        QCOMPARE(view.action, action);
    }
};

QTEST_MAIN(StatusWordsTest)
#include "tst_statuswords.moc"
