#include "console/audit/logpins.h"
#include "deskfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace refrain;
using namespace refrain::console;
using refrain::test::DeskFixture;

namespace {

const QString bea = QStringLiteral("U0000002");
const Actor beaHerself{ActorKind::SlackUser, bea, QStringLiteral("Bea")};

bool isLoaded(const DeskFixture& f)
{
    return f.desk->progress().stage == LoadProgress::Stage::Done;
}

QJsonObject jsonOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

}  // namespace

/// What a desk claims about its backend: contact, agreement, the log.
class TestDeskWatch : public QObject {
    Q_OBJECT
private slots:
    void withoutContactNothingIsCalledWell()
    {
        DeskFixture f;
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        QCOMPARE(f.desk->statusSummary().back().tone, StatusSentence::Tone::Good);
        QVERIFY(f.desk->statusSummary().back().text.contains(QLatin1String("checked 10:12")));
        f.clock.advance(std::chrono::minutes(20));
        f.backend.setOffline(true);
        QTRY_VERIFY(f.desk->connection().kind == ConnectionState::Kind::Offline);
        // The last answer came before the clock went on.
        QCOMPARE(*f.desk->connection().since, f.clock.now() - 20 * 60'000);
        std::vector<StatusSentence> said = f.desk->statusSummary();
        QCOMPARE(said.front().text, QStringLiteral("No contact with the backend since 10:12"));
        for (const StatusSentence& sentence : said)
            QVERIFY2(sentence.tone != StatusSentence::Tone::Good, qPrintable(sentence.text));
        QCOMPARE(said.back().text, QStringLiteral("Console and backend last agreed at 10:12"));

        // Started again without a network it still knows what was true.
        f.desk.reset();
        f.start(false);
        QTRY_VERIFY(f.desk->connection().kind == ConnectionState::Kind::Offline);
        QCOMPARE(f.desk->statusSummary().back().text, QStringLiteral("Console and backend last agreed at 10:12"));

        // Back again, it is compared anew.
        f.backend.setOffline(false);
        QTRY_COMPARE(f.desk->statusSummary().back().tone, StatusSentence::Tone::Good);
        QVERIFY(f.desk->statusSummary().back().text.contains(QLatin1String("checked 10:32")));
    }

    void aBackendThatHangsIsNotCalledWellForLong()
    {
        DeskFixture f;
        f.timing.pulseMs = 50;
        f.start();
        QTRY_COMPARE(f.desk->statusSummary().back().tone, StatusSentence::Tone::Good);
        f.backend.setHung(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.desk->connection().kind, ConnectionState::Kind::Offline, 4'500);
        for (const StatusSentence& sentence : f.desk->statusSummary())
            QVERIFY2(sentence.tone != StatusSentence::Tone::Good, qPrintable(sentence.text));
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_COMPARE(f.desk->outbox().size(), 1U);
        f.backend.setHung(false);
        QTRY_COMPARE(f.desk->connection().kind, ConnectionState::Kind::Online);
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
    }

    void anotherConsolesBackendAtTheSameAddressEndsNoSession()
    {
        DeskFixture f;
        f.timing.pulseMs = 50;
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        f.backend.setStranger(true);
        QTRY_COMPARE(f.desk->connection().kind, ConnectionState::Kind::Offline);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_COMPARE(f.desk->outbox().size(), 1U);
        QVERIFY(f.desk->people().rowCount() > 0);
        f.backend.setStranger(false);
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
        QCOMPARE(f.desk->connection().kind, ConnectionState::Kind::Online);
    }

    void betweenTwoStartsOfABackendHereNothingIsSent()
    {
        DeskFixture f;
        f.timing.pulseMs = 20;
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        f.desk->backendAway();
        QTRY_COMPARE(f.desk->connection().kind, ConnectionState::Kind::Offline);
        QVERIFY(f.desk->connection().sentence.contains(QLatin1String("not running just now")));
        const int asked = f.backend.count(QByteArray(), QString());
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_COMPARE(f.desk->outbox().size(), 1U);
        QFuture<Result<SubjectDetail>> detail = f.desk->detail(SubjectId(bea));
        QTRY_VERIFY(detail.isFinished());
        QCOMPARE(f.backend.count(QByteArray(), QString()), asked);
        f.desk->backendMoved(QUrl(QStringLiteral("https://refrain.test")), {});
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
    }

    void withoutContactTheDetailsComeFromTheCacheAtOnce()
    {
        DeskFixture f;
        f.timing.pulseMs = 50;
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        f.backend.setHung(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.desk->connection().kind, ConnectionState::Kind::Offline, 4'500);
        QFuture<Result<SubjectDetail>> detail = f.desk->detail(SubjectId(bea));
        QTRY_VERIFY_WITH_TIMEOUT(detail.isFinished(), 1'000);
        QVERIFY(detail.result().ok() && detail.result()->fromCache);
    }

    void beforeTheBackendHasReadItsDirectoryNothingIsCompared()
    {
        DeskFixture f;
        f.timing.auditMs = 50;  // The workspace is asked about that often.
        f.backend.setDirectoryRead(false);
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
        const int asked = f.backend.count("GET", QString());
        QTRY_VERIFY(f.backend.count("GET", QString()) > asked + 3);  // and with each answer it could have compared
        QCOMPARE(f.desk->agreement().kind, Agreement::Kind::Unknown);
        QVERIFY(f.desk->statusSummary().back().tone != StatusSentence::Tone::Good);
        f.backend.setDirectoryRead(true);
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
    }

    void whatOthersChangeAndEveryCategoryIsAnExchange()
    {
        DeskFixture f;
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        const auto results = [&f](const QString& what) {
            QStringList found;
            for (const Exchange& exchange : f.desk->exchanges()) {
                if (exchange.what == what)
                    found << (exchange.error.isEmpty() ? exchange.result : exchange.error);
            }
            return found;
        };
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        QVERIFY(f.desk->change(DeskFixture::order(QStringLiteral("U0000003"), PreferenceState::OptedOut)).ok());
        const Category before = *f.desk->category(CategorySlug(QStringLiteral("reminders")));
        Category after = before;
        after.title = QStringLiteral("Nudges");
        QFuture<Result<Category>> edited = f.desk->editCategory(before, after);
        QTRY_VERIFY(edited.isFinished() && edited.result().ok());
        QTRY_COMPARE(results(QStringLiteral("Category")), QStringList{QStringLiteral("Nudges changed")});
        QFuture<Result<Category>> refused = f.desk->editCategory(before, after);  // It is no longer as before.
        QTRY_VERIFY(refused.isFinished() && !refused.result().ok());
        QTRY_COMPARE(results(QStringLiteral("Category")).size(), 2);
        QTRY_COMPARE(results(QStringLiteral("Changes by others")), QStringList{QStringLiteral("1 choices")});
        QCOMPARE(results(QStringLiteral("1 change")).size(), 1);
    }

    void afterChangesItIsComparedAnewWithoutAWord()
    {
        DeskFixture f;
        f.timing.recheckMs = 20;
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        QCOMPARE(f.desk->agreement().compared, 0);
        bool saidChecking = false;
        connect(f.desk.get(), &Desk::agreementChanged, f.desk.get(), [&](const Agreement& agreement) {
            saidChecking = saidChecking || agreement.kind != Agreement::Kind::Agree;
        });
        QVERIFY(f.desk->change(DeskFixture::order(QStringLiteral("U0000003"), PreferenceState::OptedOut)).ok());
        QTRY_COMPARE(f.desk->agreement().compared, 1);
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        QTRY_COMPARE(f.desk->agreement().compared, 2);
        QVERIFY(!saidChecking);
        const auto count = [&f](const char* what) {
            return std::count_if(f.desk->exchanges().begin(), f.desk->exchanges().end(),
                                 [what](const Exchange& exchange) { return exchange.what == QLatin1String(what); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(count("Changes by others"), 1, 6'000);
        QCOMPARE(count("Agreement check"), 1);
    }

    void aBackendThatStillMovesIsWaitedForUntilItCanBeCompared()
    {
        DeskFixture f;
        f.backend.keepMoving(12);
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        QTRY_VERIFY(!f.desk->exchanges().empty());
        for (const Exchange& exchange : f.desk->exchanges())
            QVERIFY2(exchange.outcome == SyncOutcome::Ok, qPrintable(exchange.result));
    }

    void aFirstSyncCanBeStoppedAndGoneOnWith()
    {
        DeskFixture f(3000);
        f.start();
        connect(f.desk.get(), &Desk::progressChanged, f.desk.get(), [&f](const LoadProgress& progress) {
            if (progress.stage == LoadProgress::Stage::FirstSync && progress.done == 7 && !progress.stopped)
                f.desk->stopSync();
        });
        QTRY_VERIFY(f.desk->progress().stopped);
        const qint64 done = f.desk->progress().done;
        QVERIFY(done >= 7 && done < 3001);
        QCOMPARE(f.desk->statusSummary().front().tone, StatusSentence::Tone::Waiting);
        f.desk->continueSync();
        QTRY_VERIFY_WITH_TIMEOUT(isLoaded(f), 30'000);
        QTRY_COMPARE(f.desk->people().rowCount(), 3000);
    }

    void anotherKeyIsAnAlarmWithAWayOut()
    {
        DeskFixture f;
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        f.start();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
        f.backend.setUpAnew();
        f.desk.reset();
        f.start(false);
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Rewritten);
        const LogState alarm = f.desk->audit().state();
        QVERIFY(!alarm.knownKey.isEmpty());
        QVERIFY(!alarm.offeredKey.isEmpty() && alarm.offeredKey != alarm.knownKey);
        QCOMPARE(keyFingerprint(alarm.knownKey).size(), 71);
        QVERIFY(keyFingerprint(alarm.knownKey) != keyFingerprint(alarm.offeredKey));

        // Nothing but that very key is taken.
        f.desk->audit().trustNewLog(alarm.knownKey);
        f.desk->audit().trustNewLog(alarm.offeredKey);
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
        QCOMPARE(f.desk->audit().state().verified, 0);
        const auto isNoted = [&f] {
            return std::any_of(f.desk->exchanges().begin(), f.desk->exchanges().end(), [](const Exchange& exchange) {
                return exchange.what == QLatin1String("Audit log's key");
            });
        };
        QTRY_VERIFY(isNoted());

        // The old key and what was seen under it stay on record.
        const QString path = f.folder.filePath(QStringLiteral("evidence.json"));
        QFuture<Result<>> saved = f.desk->audit().saveEvidence(path);
        QTRY_VERIFY(saved.isFinished());
        QVERIFY(saved.result().ok());
        const QJsonObject evidence = jsonOf(path);
        QCOMPARE(evidence.value(QLatin1String("trustedKeys")).toArray().size(), 2);
        const QJsonArray seen = evidence.value(QLatin1String("seenCheckpoints")).toArray();
        QCOMPARE(seen.size(), 2);
        QVERIFY(seen.last().toObject().value(QLatin1String("note")).toString().contains(QLatin1String("refrain/T1")));
    }

    void anotherKeyIsNoRewriteForAConsoleThatWasThere()
    {
        DeskFixture f;
        f.start();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
        f.backend.setUpAnew();
        f.desk->audit().verify();  // With the key that the workspace had when it was last asked.
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Rewritten);
        QVERIFY(!f.desk->audit().state().offeredKey.isEmpty());
        f.desk->audit().trustNewLog(f.desk->audit().state().offeredKey);
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
        f.desk->audit().verify();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
    }

    void aRewriteUnderTheSameKeyIsNeverAcceptedAway()
    {
        DeskFixture f;
        for (const PreferenceState state : {PreferenceState::OptedOut, PreferenceState::OptedIn})
            f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"), state);
        f.start();
        QTRY_COMPARE(f.desk->audit().state().verified, 2);
        f.backend.rewriteLog();
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::Default);
        f.desk->audit().verify();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Rewritten);
        QVERIFY(f.desk->audit().state().offeredKey.isEmpty());
        f.desk->audit().trustNewLog({});
        f.desk->audit().verify();
        const QString path = f.folder.filePath(QStringLiteral("evidence.json"));
        QFuture<Result<>> saved = f.desk->audit().saveEvidence(path);
        QTRY_VERIFY(saved.isFinished());
        QCOMPARE(f.desk->audit().state().kind, LogState::Kind::Rewritten);
        const QJsonObject evidence = jsonOf(path);
        QVERIFY(
            evidence.value(QLatin1String("offeredCheckpoint")).toString().startsWith(QLatin1String("refrain/T1\n3\n")));
        QCOMPARE(evidence.value(QLatin1String("consistencyProof")).toObject().value(QLatin1String("from")).toInt(), 2);
        QCOMPARE(evidence.value(QLatin1String("seenCheckpoints")).toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDeskWatch)
#include "tst_deskwatch.moc"
