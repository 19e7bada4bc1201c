#include "deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::console;
using refrain::test::DeskFixture;

namespace {

const QString bea = QStringLiteral("U0000002");
const Actor beaHerself{ActorKind::SlackUser, bea, QStringLiteral("Bea")};

bool isOnline(const DeskFixture& f)
{
    return f.desk->connection().kind == ConnectionState::Kind::Online;
}

bool isLoaded(const DeskFixture& f)
{
    return f.desk->progress().stage == LoadProgress::Stage::Done;
}

}  // namespace

class TestDesk : public QObject {
    Q_OBJECT
private slots:
    void fillsTheTablesAndFollowsTheFeed()
    {
        DeskFixture f;
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QTRY_COMPARE(f.desk->people().rowCount(), 30);
        QCOMPARE(f.desk->channels().rowCount(), 1);
        QCOMPARE(f.desk->categories().size(), size_t(2));
        QTRY_COMPARE(f.cell(bea).state, CellState::OptedOut);
        QCOMPARE(f.cell(bea, 1).state, CellState::Required);

        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedIn);
        QTRY_COMPARE(f.cell(bea).state, CellState::OptedIn);
    }

    void aChangeIsShownThenOnDiskThenConfirmed()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QCOMPARE(f.cell(bea).state, CellState::OptedOut);
        QCOMPARE(f.cell(bea).ring, CellRing::Pending);
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
        QCOMPARE(f.moves.size(), size_t(3));
        QCOMPARE(f.moves[0].stage, ChangeStage::Shown);
        QCOMPARE(f.moves[1].stage, ChangeStage::Waiting);
        QVERIFY(f.moves[1].kept);
        QCOMPARE(f.cell(bea).ring, CellRing::None);
        QCOMPARE(f.cell(bea).state, CellState::OptedOut);
        QVERIFY(f.backend.preference(bea, QStringLiteral("reminders")).state == PreferenceState::OptedOut);
        QVERIFY(f.desk->outbox().empty());
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
    }

    void aChangeAgainstAnOlderVersionIsRefusedWithTheReason()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        f.backend.setOffline(true);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Waiting));
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedIn);
        f.backend.setOffline(false);
        QTRY_VERIFY(f.has(ChangeStage::Refused));
        const LocalChange refused = f.moves.back();
        QVERIFY(refused.historyLine.startsWith(QLatin1String("Bea turned them on with /optout on 3 May 2026, 10:12")));
        QCOMPARE(f.cell(bea).state, CellState::OptedIn);
        QCOMPARE(f.cell(bea).ring, CellRing::Refused);
        QCOMPARE(f.desk->statusSummary().front().tone, StatusSentence::Tone::Danger);
        f.desk->acknowledge(refused.id);
        QCOMPARE(f.cell(bea).ring, CellRing::None);
        QVERIFY(f.desk->outbox().empty());
    }

    void aChoiceSetAndTakenBackBeforeTheFirstLookIsNoHindrance()
    {
        DeskFixture f;
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::Default);
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
    }

    void offlineKeepsChangesAndSendsThemInOrderOnce()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        f.backend.setOffline(true);
        QTRY_VERIFY(f.desk->connection().kind == ConnectionState::Kind::Offline);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedIn)).ok());
        QVERIFY(f.desk->change(DeskFixture::order(QStringLiteral("U0000003"), PreferenceState::OptedOut)).ok());
        QTRY_COMPARE(f.desk->outbox().size(), size_t(3));
        QTRY_COMPARE(f.cell(bea).ring, CellRing::Waiting);
        QCOMPARE(f.backend.seq(), 0);

        // The program ends and starts again while the network is still away.
        f.desk.reset();
        f.start(false);
        QTRY_COMPARE(f.desk->outbox().size(), size_t(3));
        QTRY_COMPARE(f.cell(bea).state, CellState::OptedIn);
        f.backend.setOffline(false);
        QTRY_VERIFY(f.desk->outbox().empty());
        QCOMPARE(f.backend.seq(), 3);
        QVERIFY(f.backend.preference(bea, QStringLiteral("reminders")).state == PreferenceState::OptedIn);
        QTRY_VERIFY(isOnline(f));
    }

    void aLostAnswerIsAskedForAgainWithTheSameKey()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        f.backend.loseReplies(2);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
        QCOMPARE(f.backend.seq(), 1);
        const QStringList keys = f.backend.keysOfWrites();
        QVERIFY(keys.size() >= 3);
        QCOMPARE(keys.count(keys.first()), keys.size());
    }

    void aCrashBetweenApplyAndAnswerAppliesOnce()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        f.backend.loseReplies(1'000'000);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_COMPARE(f.backend.seq(), 1);
        f.desk.reset();
        f.backend.loseReplies(0);
        f.start(false);
        QTRY_VERIFY(f.backend.preference(bea, QStringLiteral("reminders")).state == PreferenceState::OptedOut);
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
        QCOMPARE(f.backend.seq(), 1);
        QVERIFY(f.desk->outbox().empty());
    }

    void aFailingBackendIsTriedAgainAndARefusalOfTheRequestIsKept()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        f.backend.failWrites(2, 503);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        f.clock.advance(std::chrono::minutes(1));
        QTRY_VERIFY((f.clock.advance(std::chrono::seconds(1)), f.has(ChangeStage::Confirmed)));

        f.moves.clear();
        f.backend.failWrites(1, 403);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::Default)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Failed));
        QVERIFY(f.moves.back().kept);
        QCOMPARE(f.desk->outbox().size(), size_t(1));
        f.desk->retry();
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
    }

    void undoTakesBackWhatWasSentAndRemovesWhatWasNot()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Confirmed));
        QCOMPARE(f.desk->undoText(), QStringLiteral("Reminders for Person 2"));
        QCOMPARE(f.desk->undoSubject().toString(), bea);
        QVERIFY(f.desk->undoLast().ok());
        QTRY_VERIFY(f.backend.preference(bea, QStringLiteral("reminders")).state == PreferenceState::Default);
        QTRY_VERIFY(f.desk->outbox().empty());
        QVERIFY(!f.desk->undoLast().ok());

        f.backend.setOffline(true);
        QTRY_VERIFY(f.desk->connection().kind == ConnectionState::Kind::Offline);
        // Tried once already counts as sent; the second one waits behind it untouched.
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedIn)).ok());
        QTRY_COMPARE(f.cell(bea).ring, CellRing::Waiting);
        QVERIFY(f.desk->undoLast().ok());
        QTRY_COMPARE(f.desk->outbox().size(), size_t(1));
        QCOMPARE(f.cell(bea).state, CellState::OptedOut);
    }

    void aPlaceNoLongerKeptMeansFetchingAnew()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        const int before = f.backend.count("GET", QStringLiteral("/subjects"));
        f.backend.forgetOldChanges();
        QTRY_VERIFY(f.backend.count("GET", QStringLiteral("/subjects")) > before);
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        QTRY_COMPARE(f.cell(bea).state, CellState::OptedOut);
    }

    void disagreementIsFoundAndMended()
    {
        DeskFixture f;
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        f.backend.spoilDigests(1000);
        f.desk->checkAgreement();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Disagree);
        f.backend.spoilDigests(0);
        f.desk->checkAgreement();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        QCOMPARE(f.desk->agreement().compared, 1);
    }

    void whatCannotBeListedIsFoundByHalvingAndFetched()
    {
        DeskFixture f(300);
        for (const char* id : {"U0000002", "U0000150", "U0000299"}) {
            for (const PreferenceState state : {PreferenceState::OptedOut, PreferenceState::Default}) {
                f.backend.changeAs(beaHerself, Source::SlashCommand, QString::fromLatin1(id),
                                   QStringLiteral("reminders"), state);
            }
        }
        f.backend.hideTurnedBack();
        f.start();
        QTRY_COMPARE(f.desk->agreement().kind, Agreement::Kind::Agree);
        QCOMPARE(f.cell(QStringLiteral("U0000150")).own.version, 4);
        QVERIFY(f.backend.count("GET", QStringLiteral("/digest")) < 60);
    }

    void aRevokedSessionWipesPeopleAndKeepsTheOutbox()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        f.backend.setOffline(true);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Waiting));
        f.backend.revokeSessions();
        f.backend.setOffline(false);
        QTRY_COMPARE(f.desk->connection().kind, ConnectionState::Kind::SessionEnded);
        QTRY_COMPARE(f.desk->people().rowCount(), 0);
        const QString cache = f.accounts->profile().cacheFile(f.accounts->current()->id);
        QVERIFY(!QFile::exists(cache));
        QVERIFY(!f.accounts->current()->signedIn);
        QCOMPARE(f.desk->outbox().size(), size_t(1));
    }

    void signingInAgainSendsWhatWasKept()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        const auto last = QStringLiteral("U0000030");  // whose row comes long after the change went out
        f.backend.setOffline(true);
        QVERIFY(f.desk->change(DeskFixture::order(bea, PreferenceState::OptedOut)).ok());
        QVERIFY(f.desk->change(DeskFixture::order(last, PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(f.has(ChangeStage::Waiting));
        f.desk->signOut();
        QTRY_COMPARE(f.desk->people().rowCount(), 0);
        f.backend.setOffline(false);
        f.start();
        QTRY_VERIFY(f.backend.preference(bea, QStringLiteral("reminders")).state == PreferenceState::OptedOut);
        QTRY_VERIFY(f.desk->outbox().empty());
        QTRY_VERIFY(isLoaded(f));
        QCOMPARE(f.cell(bea).state, CellState::OptedOut);
        QCOMPARE(f.cell(last).state, CellState::OptedOut);
    }

    void sevenDaysOfSilenceWipeThePeople()
    {
        DeskFixture f;
        f.start();
        QTRY_VERIFY(isLoaded(f));
        const QString cache = f.accounts->profile().cacheFile(f.accounts->current()->id);
        f.desk.reset();
        QVERIFY(QFile::exists(cache));
        f.clock.advance(std::chrono::hours(24 * 7 + 1));
        QVERIFY(f.accounts->load().ok());
        QVERIFY(!QFile::exists(cache));
    }

    void theLogIsRecomputedAndARewriteIsAnAlarm()
    {
        DeskFixture f;
        for (int i = 0; i < 5; ++i) {
            f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                               i % 2 ? PreferenceState::Default : PreferenceState::OptedOut);
        }
        f.start();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Verified);
        QCOMPARE(f.desk->audit().state().verified, 5);
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedIn);
        f.desk->audit().verify();
        QTRY_COMPARE(f.desk->audit().state().verified, 6);
        f.backend.rewriteLog();
        f.desk->audit().verify();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Rewritten);
        QCOMPARE(f.desk->statusSummary().front().tone, StatusSentence::Tone::Danger);

        // A rewrite during an absence is noticed too: the pins outlive the cache.
        f.desk->signOut();
        QTRY_COMPARE(f.desk->people().rowCount(), 0);
        f.start();
        QTRY_COMPARE(f.desk->audit().state().kind, LogState::Kind::Rewritten);
    }

    void theInspectorSaysWhoHowAndWhen()
    {
        DeskFixture f;
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QFuture<Result<SubjectDetail>> asked = f.desk->detail(SubjectId(bea));
        QTRY_VERIFY(asked.isFinished());
        const SubjectDetail detail = *asked.result();
        QCOMPARE(detail.categories.front().category.slug, everyCategory());
        QCOMPARE(detail.categories[1].state, QStringLiteral("Off"));
        QCOMPARE(detail.categories[1].provenance, QStringLiteral("by Bea with /optout, 3 May 2026"));
        QCOMPARE(detail.categories[1].turnBack, QStringLiteral("Only Person 2 can turn it back on."));
        QCOMPARE(detail.history.size(), size_t(1));
        QCOMPARE(detail.history.front().what, QStringLiteral("Reminders: off"));

        f.backend.setOffline(true);
        asked = f.desk->detail(SubjectId(bea));
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(asked.result()->fromCache);
        QCOMPARE(asked.result()->categories[1].state, QStringLiteral("Off"));
    }

    void theLogIsListedNewestFirstAndExported()
    {
        DeskFixture f;
        f.backend.changeAs({ActorKind::SlackUser, bea, QStringLiteral("=Bea")}, Source::SlashCommand, bea,
                           QStringLiteral("reminders"), PreferenceState::OptedOut);
        f.backend.changeAs(beaHerself, Source::SlashCommand, bea, QStringLiteral("reminders"),
                           PreferenceState::Default);
        f.start();
        QTRY_VERIFY(isLoaded(f));
        QFuture<Result<AuditPage>> asked = f.desk->audit().load({});
        QTRY_VERIFY(asked.isFinished());
        const AuditPage page = *asked.result();
        QCOMPARE(page.rows.size(), size_t(2));
        QCOMPARE(page.rows.front().index, 1);
        QCOMPARE(page.rows.front().before, QStringLiteral("off"));
        QCOMPARE(page.rows.front().subjectName, QStringLiteral("Person 2"));

        const QString path = f.folder.filePath(QStringLiteral("out.csv"));
        QFuture<Result<qint64>> written = f.desk->audit().exportCsv({}, path);
        QTRY_VERIFY(written.isFinished());
        QCOMPARE(*written.result(), 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(",'=Bea,"));
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
