#include "service/cli/restorer.h"

#include "domain/merkletree.h"
#include "service/usecases/subjecteraser.h"
#include "store/backup.h"
#include "store/definitionstore.h"
#include "store/outboxstore.h"
#include "store/subjectstore.h"
#include "tests/service/record.h"

#include <QDir>
#include <QTest>

using namespace refrain;
using service::AuditLog;
using service::ChangeFeed;
using test::Record;

namespace {

/// A database at two moments: as it was backed up, and as it is when the backup is put in its place.
struct TwoMoments {
    TwoMoments()
    {
        change("U1");
        seqOfBackup = seq();
        keep(backup);
        change("U2");
        change("U3");
        seqBefore = seq();
        checkpoint = *record.audit.checkpoint(record.workspace);
        sizeBefore = *store::AuditStore(record.db()).size(record.workspace);
        vkey = *record.audit.verifierKey(record.workspace);
        keep(live);
    }

    void change(const char* subject)
    {
        if (!record.preferences.apply(record.workspace, Record::wish(subject, "reminders", "opted_out")))
            qFatal("no change");
    }
    qint64 seq() { return *store::ChangeStore(record.db()).lastSeq(record.workspace); }
    void keep(const QString& file)
    {
        if (!store::backup(record.db(), file))
            qFatal("no backup");
    }
    Result<QStringList> restore(const QString& file)
    {
        return service::Restorer(record.clock, record.random).restore(file, live);
    }

    Record record;
    const QString backup = record.folder.filePath(QStringLiteral("backup.db"));
    const QString live = record.folder.filePath(QStringLiteral("live.db"));
    qint64 seqOfBackup = 0;
    qint64 seqBefore = 0;
    qint64 sizeBefore = 0;
    QByteArray checkpoint;
    QString vkey;
};

/// The restored database, served again.
struct Restored {
    explicit Restored(TwoMoments& moments) : record(moments.record), pool({moments.live}) {}

    store::Database& db() { return **pool.connection(); }

    Record& record;
    store::DatabasePool pool;
    service::FeedSignal signal;
    service::WorkspaceWriter writer{pool, record.clock, record.random, signal};
    service::PreferenceWriter preferences{writer};
    ChangeFeed feed{pool, signal};
    AuditLog audit{pool, record.vault, record.clock, record.random};
};

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written");
}

}  // namespace

class TestRestorer : public QObject {
    Q_OBJECT

private slots:
    void choicesGoBackAndNumbersGoOn()
    {
        TwoMoments moments;
        const auto done = moments.restore(moments.backup);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QVERIFY2(done->join(QString()).contains(QStringLiteral("2 changes")), qPrintable(done->join(QString())));
        Restored restored(moments);
        QCOMPARE(*restored.db().number("SELECT count(*) FROM preferences WHERE state = 'opted_out'"), 1);

        // Whoever followed the feed as it was reads everything again, wherever they stood.
        for (const qint64 position : {qint64(0), moments.seqOfBackup, moments.seqOfBackup + 1, moments.seqBefore})
            QVERIFY2(restored.feed.page(moments.record.workspace, position, 10)->gone,
                     qPrintable(QString::number(position)));
        const qint64 now = restored.feed.page(moments.record.workspace, 0, 1)->seq;
        QVERIFY(now > moments.seqBefore);
        QVERIFY(!restored.feed.page(moments.record.workspace, now, 10)->gone);
        QVERIFY(restored.preferences.apply(moments.record.workspace, Record::wish("U4", "reminders", "opted_out")));
        const auto page = restored.feed.page(moments.record.workspace, now, 10);
        QCOMPARE(page->items.size(), 1U);
        QCOMPARE(page->items.front().seq, now + 1);
    }

    void theAuditLogKeepsWhatWasLostAndSaysSo()
    {
        TwoMoments moments;
        QVERIFY(moments.restore(moments.backup));
        Restored restored(moments);
        const WorkspaceId workspace = moments.record.workspace;
        const qint64 size = *store::AuditStore(restored.db()).size(workspace);
        QCOMPARE(size, moments.sizeBefore + 1);
        const auto last = restored.audit.entry(workspace, size - 1);
        QCOMPARE(last->opened.entry.type, QStringLiteral("restore"));
        QCOMPARE(last->opened.entry.after.value(QLatin1String("seq")).toInteger(), moments.seqOfBackup);
        QVERIFY(last->opened.entry.seq > moments.seqBefore);

        // A checkpoint that somebody holds is still of this log.
        QCOMPARE(*restored.audit.verifierKey(workspace), moments.vkey);
        const auto verifier = NoteVerifier::fromVkey(moments.vkey);
        const auto old = openCheckpoint(*verifier, moments.checkpoint);
        const auto now = openCheckpoint(*verifier, *restored.audit.checkpoint(workspace));
        const auto proof = restored.audit.consistency(workspace, old->size, now->size);
        QVERIFY(verifyConsistency(old->size, now->size, old->root, now->root, *proof));
    }

    void whatAWorkflowSentSinceTheBackupIsNotDueAgain()
    {
        TwoMoments moments;
        Record& record = moments.record;
        store::Definition daily{QStringLiteral("daily"),
                                {{QStringLiteral("activeSince"), toRfc3339(record.clock.now() - 1'000'000)},
                                 {QStringLiteral("title"), QStringLiteral("Daily")}},
                                1,
                                1,
                                {}};
        QVERIFY(store::DefinitionStore(record.db(), QStringLiteral("workflow")).put(record.workspace, daily));
        moments.keep(record.folder.filePath(QStringLiteral("later.db")));
        QVERIFY(moments.restore(record.folder.filePath(QStringLiteral("later.db"))));
        Restored restored(moments);
        const auto found =
            store::DefinitionStore(restored.db(), QStringLiteral("workflow")).find(record.workspace, daily.slug);
        QCOMPARE((*found)->body.value(QLatin1String("activeSince")).toString(), toRfc3339(record.clock.now()));
        QCOMPARE((*found)->body.value(QLatin1String("title")).toString(), QStringLiteral("Daily"));
    }

    void aLostDatabaseGoesOnUnderAnotherKey_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("nothing is left of it") << QByteArray();
        QTest::newRow("it is damaged") << QByteArray(20'000, 'x');
    }

    void aLostDatabaseGoesOnUnderAnotherKey()
    {
        QFETCH(QByteArray, left);
        TwoMoments moments;
        QFile::remove(moments.live);
        if (!left.isEmpty())
            write(moments.live, left);
        const auto done = moments.restore(moments.backup);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QVERIFY(done->join(QString()).contains(QStringLiteral("new signing key")));
        Restored restored(moments);
        const WorkspaceId workspace = moments.record.workspace;
        QVERIFY(*restored.audit.verifierKey(workspace) != moments.vkey);
        QVERIFY(*store::ChangeStore(restored.db()).lastSeq(workspace) > moments.seqBefore);
        for (const qint64 position : {moments.seqOfBackup, moments.seqBefore, moments.seqBefore + 100'000})
            QVERIFY(restored.feed.page(workspace, position, 10)->gone);
    }

    void aHistoryThatParted()
    {
        TwoMoments moments;
        QVERIFY(moments.restore(moments.backup));
        QFile::remove(moments.backup);
        // What was there before the restore is of the restored one's past, and so it can go back there.
        const QString before = moments.record.folder.filePath(QStringLiteral("before.db"));
        QVERIFY(QFile::copy(moments.live + QStringLiteral(".before-restore"), before));
        const auto again = moments.restore(before);
        QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
        QVERIFY(again->join(QString()).contains(QStringLiteral("stay in the audit log")));
        {
            Restored restored(moments);
            QCOMPARE(*restored.db().number("SELECT count(*) FROM preferences WHERE state = 'opted_out'"), 3);
            QCOMPARE(*restored.audit.verifierKey(moments.record.workspace), moments.vkey);
        }
        // A database of the same workspace with another history does not lend its log.
        QFile::remove(moments.live);
        TwoMoments other;
        other.keep(moments.live);
        const auto parted = moments.restore(before);
        QVERIFY2(parted, parted ? "" : qPrintable(parted.error().toString()));
        QVERIFY(parted->join(QString()).contains(QStringLiteral("new signing key")));
    }

    void whatWaitedIsNotSent()
    {
        TwoMoments moments;
        {
            const auto copy = store::Database::open({moments.backup});
            QVERIFY((*copy)->run("INSERT INTO outbox VALUES ('T1', 'slack', 3, '{}', 1, 1, 0, '', NULL)"));
            QVERIFY((*copy)->run(
                "INSERT INTO notifications (workspace, id, category, text, state, error, source, actor_kind, actor_id,"
                " actor_name, recipients, created_at) VALUES ('T1', 'n1', 'reminders', 'x', 'paused', '', 'api',"
                " 'api_key', 'k', 'k', 1, 1)"));
            QVERIFY((*copy)->run(
                "INSERT INTO notification_recipients (workspace, notification, position, subject, outcome, rule,"
                " error, channel, ts) VALUES ('T1', 'n1', 1, 'U1', 'queued', '', '', '', '')"));
        }
        QVERIFY(moments.restore(moments.backup));
        Restored restored(moments);
        QVERIFY(
            store::OutboxStore(restored.db()).pending(moments.record.workspace, QStringLiteral("slack"), 10)->empty());
        QCOMPARE(*restored.db().number("SELECT count(*) FROM notification_recipients WHERE outcome = 'uncertain'"), 1);
        QCOMPARE(*restored.db().number("SELECT count(*) FROM notifications WHERE state = 'cancelled'"), 1);
    }

    void whatWasEndedSinceStaysEnded()
    {
        TwoMoments moments;
        {
            const auto copy = store::Database::open({moments.backup});
            QVERIFY(
                (*copy)->run("INSERT INTO api_keys VALUES ('T1', 'k1', 'robot', 'admin', x'01', 'A1', 1, NULL, NULL)"));
            const auto live = store::Database::open({moments.live});
            QVERIFY(
                (*live)->run("INSERT INTO api_keys VALUES ('T1', 'k1', 'robot', 'admin', x'01', 'A1', 1, NULL, 5)"));
            QVERIFY((*live)->run("INSERT INTO links VALUES ('T1', x'02', 'U1', '', 'A1', 1, NULL, '')"));
        }
        QVERIFY(moments.restore(moments.backup));
        Restored restored(moments);
        QCOMPARE(*restored.db().number("SELECT count(*) FROM api_keys WHERE revoked_at = 5"), 1);
        QCOMPARE(*restored.db().number("SELECT count(*) FROM links"), 1);
    }

    void whoWasErasedSinceIsErasedAgain()
    {
        TwoMoments moments;
        const SubjectId person(QStringLiteral("U1"));
        const auto erased = service::SubjectEraser(moments.record.writer).erase(moments.record.workspace, person, {});
        QVERIFY(erased && !erased->isEmpty());
        QFile::remove(moments.live);
        moments.keep(moments.live);
        const auto done = moments.restore(moments.backup);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QVERIFY2(done->join(QString()).contains(QStringLiteral("Erased again")), qPrintable(done->join(QString())));
        Restored restored(moments);
        const auto found = store::SubjectStore(restored.db()).find(moments.record.workspace, person);
        QVERIFY(*found && (*found)->name.isEmpty());
        QCOMPARE(*restored.db().number("SELECT count(*) FROM preferences WHERE subject = 'U1' AND reason <> ''"), 0);
        QCOMPARE(*restored.db().number("SELECT count(*) FROM preferences WHERE subject = 'U1' AND state = 'opted_out'"),
                 1);
    }

    void aWrongFileChangesNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("said");
        const QString none = QStringLiteral("is no backup of refraind");
        QTest::newRow("a text") << QStringLiteral("text") << none;
        QTest::newRow("an empty file") << QStringLiteral("empty") << none;
        QTest::newRow("another program's database") << QStringLiteral("other.db") << none;
        QTest::newRow("a newer refraind's") << QStringLiteral("newer.db") << QStringLiteral("newer Refrain");
        QTest::newRow("a damaged backup") << QStringLiteral("damaged.db") << QStringLiteral("damaged.db");
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("There is no backup");
        QTest::newRow("nothing") << QStringLiteral("nothing") << QStringLiteral("There is no backup");
        QTest::newRow("the database itself") << QStringLiteral("live.db") << QStringLiteral("is the database itself");
    }

    void aWrongFileChangesNothing()
    {
        QFETCH(QString, file);
        QFETCH(QString, said);
        TwoMoments moments;
        const QDir folder(moments.record.folder.path());
        write(folder.filePath(QStringLiteral("text")), "not a database, but a text that is long enough to look into");
        write(folder.filePath(QStringLiteral("empty")), {});
        QVERIFY(folder.mkdir(QStringLiteral("folder")));
        QVERIFY((*store::Database::open({folder.filePath(QStringLiteral("other.db"))}))
                    ->execute(QStringLiteral("CREATE TABLE t (a)")));
        QFile::copy(moments.backup, folder.filePath(QStringLiteral("newer.db")));
        QVERIFY((*store::Database::open({folder.filePath(QStringLiteral("newer.db"))}))
                    ->execute(QStringLiteral("PRAGMA user_version = 9999")));
        QFile backup(moments.backup);
        QVERIFY(backup.open(QIODevice::ReadOnly));
        write(folder.filePath(QStringLiteral("damaged.db")), backup.read(backup.size() / 2));

        const auto refused = moments.restore(folder.filePath(file));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message().contains(said), qPrintable(refused.error().message()));
        QCOMPARE(folder.entryList({QStringLiteral("*restor*")}), QStringList());
        Restored untouched(moments);
        QCOMPARE(*store::ChangeStore(untouched.db()).lastSeq(moments.record.workspace), moments.seqBefore);
    }
};

QTEST_GUILESS_MAIN(TestRestorer)
#include "tst_restorer.moc"
