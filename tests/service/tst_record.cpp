#include "store/backup.h"
#include "tests/service/consistency.h"
#include "tests/service/record.h"
#include "tests/support/testseed.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <random>

using namespace refrain;
using namespace refrain::service;
using test::Record;

namespace {

ChangeRequest randomWish(std::mt19937_64& random, Millis now)
{
    const auto pick = [&](const auto& choices) { return choices[random() % std::size(choices)]; };
    const char* categories[] = {"reminders", "surveys", "product-news", "*", "security"};
    const char* states[] = {"opted_out", "opted_in", "default", ""};
    const Source sources[] = {Source::Console, Source::SlashCommand, Source::Link, Source::Api, Source::Import};
    ChangeRequest wish = Record::wish(qPrintable(QStringLiteral("U%1").arg(random() % 11)), pick(categories),
                                      pick(states), pick(sources));
    if (!wish.state || random() % 4 == 0)
        wish.snoozedUntil = random() % 3 ? std::optional<Millis>(now + Millis(random() % 100'000)) : std::nullopt;
    if (random() % 3 == 0)
        wish.ifMatch = qint64(random() % 40);
    if (random() % 3 == 0)
        wish.requestedBy = RequestedBy::Person;
    return wish;
}

/// The child that gets killed: writes on and on and says each number once it is confirmed.
int writeForEver(const QString& path, quint64 seed)
{
    store::DatabasePool pool({path});
    const SystemClock clock;
    SystemRandom salts;
    FeedSignal signal;
    WorkspaceWriter writer(pool, clock, salts, signal);
    PreferenceWriter preferences(writer);
    std::mt19937_64 random(seed);
    for (;;) {
        std::vector<ChangeRequest> wishes(1 + random() % 4);
        for (ChangeRequest& wish : wishes)
            wish = randomWish(random, clock.now());
        const auto batch = preferences.applyAll(WorkspaceId(QStringLiteral("T1")), wishes, BatchMode::Each);
        if (!batch)
            return 1;
        std::printf("%lld\n", batch->seq);
        std::fflush(stdout);
    }
}

}  // namespace

/// The record as a whole: it agrees with itself after anything that may happen to it.
class TestRecord : public QObject {
    Q_OBJECT

private slots:
    void theFeedAddsUpToWhatIsStored()
    {
        Record record;
        std::mt19937_64 random(test::seed());
        int changed = 0;
        for (int i = 0; i < (test::runInFull() ? 5'000 : 400); ++i) {
            record.clock.advance(std::chrono::seconds(random() % 60));
            std::vector<ChangeRequest> wishes(1 + random() % 3);
            for (ChangeRequest& wish : wishes)
                wish = randomWish(random, record.clock.now());
            const auto batch = record.preferences.applyAll(
                record.workspace, wishes, random() % 2 ? BatchMode::All : BatchMode::Each, random() % 5 == 0);
            QVERIFY2(batch, batch ? "" : qPrintable(batch.error().toString()));
            for (const ChangeOutcome& outcome : batch->items)
                changed += outcome.kind == ChangeOutcome::Kind::Changed && batch->written ? 1 : 0;
        }
        QCOMPARE(test::inconsistency(record.db(), record.workspace), QString());
        QVERIFY(changed > 50);
    }

    void aKilledWriterLosesNothingItConfirmed()
    {
        Record record;
        std::mt19937_64 random(test::seed());
        for (int round = 0; round < (test::runInFull() ? 200 : 10); ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--write"), record.pool.options().path, QString::number(random())});
            QVERIFY(child.waitForStarted());
            QByteArray said;
            for (auto lines = qsizetype(1 + random() % 40); said.count('\n') < lines;) {
                QVERIFY(child.waitForReadyRead(30'000));
                said += child.readAllStandardOutput();
            }
            child.kill();
            QVERIFY(child.waitForFinished());
            said += child.readAllStandardOutput();
            const qint64 confirmed = said.left(said.lastIndexOf('\n')).split('\n').last().toLongLong();
            QVERIFY(*store::ChangeStore(record.db()).lastSeq(record.workspace) >= confirmed);
            QCOMPARE(test::inconsistency(record.db(), record.workspace), QString());
        }
        QVERIFY(store::checkIntegrity(record.db()));
    }

    void aFullDiskChangesNothing()
    {
        Record record;
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "opted_out")));
        const qint64 pages = *record.db().number("PRAGMA page_count");
        QVERIFY(record.db().execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
        std::mt19937_64 random(1);
        Result<ChangeOutcome> outcome = ChangeOutcome();
        for (int i = 0; i < 2'000 && outcome; ++i)
            outcome = record.preferences.apply(record.workspace, randomWish(random, record.clock.now()));
        QVERIFY(!outcome);
        QVERIFY(outcome.error().is(ErrorCode::Unavailable));
        QVERIFY(outcome.error().message().startsWith(QStringLiteral("The disk is full")));
        QCOMPARE(test::inconsistency(record.db(), record.workspace), QString());
        QVERIFY(record.db().execute(QStringLiteral("PRAGMA max_page_count = 1000000")));
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "default")));
        QCOMPARE(test::inconsistency(record.db(), record.workspace), QString());
    }

    void aBackupTakenWhileServingIsWhole()
    {
        Record record;
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "opted_out")));
        const QString file = record.folder.filePath(QStringLiteral("backup.db"));
        QVERIFY(store::backup(record.db(), file));
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "default")));
        const auto copy = store::Database::open({file});
        QCOMPARE(test::inconsistency(**copy, record.workspace), QString());
        QCOMPARE(*store::ChangeStore(**copy).lastSeq(record.workspace) + 1,
                 *store::ChangeStore(record.db()).lastSeq(record.workspace));
    }

    void positionsThatAreGone()
    {
        Record record;
        const qint64 seq = *store::ChangeStore(record.db()).lastSeq(record.workspace);
        QVERIFY(!record.feed.page(record.workspace, seq, 10)->gone);
        QVERIFY(record.feed.page(record.workspace, seq, 10)->items.empty());
        QVERIFY(record.feed.page(record.workspace, seq + 1, 10)->gone);  // of a database that was since restored
        QVERIFY(record.feed.page(record.workspace, 0, 3)->more);
        QVERIFY(store::ChangeStore(record.db()).forgetDirectory(record.workspace, seq - 1));
        QVERIFY(record.feed.page(record.workspace, seq - 2, 10)->gone);
        QCOMPARE(record.feed.page(record.workspace, seq - 1, 10)->items.size(), 1U);
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--write"))
        return writeForEver(arguments.at(2), arguments.at(3).toULongLong());
    TestRecord test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_record.moc"
