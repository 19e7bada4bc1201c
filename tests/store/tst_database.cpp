#include "store/database.h"

#include "store/databasepool.h"
#include "store/transaction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>
#include <memory>
#include <thread>

using namespace refrain;
using namespace refrain::store;

namespace {

std::unique_ptr<Database> open(const QString& path)
{
    Result<std::unique_ptr<Database>> database = Database::open({path});
    if (!database) {
        qWarning() << database.error().toString();
        return nullptr;
    }
    return *std::move(database);
}

// The tests may run as root, whom no file mode stops.
class NobodyElse {
public:
    NobodyElse() : m_was(::geteuid())
    {
        if (m_was == 0 && ::seteuid(65534) != 0)
            qFatal("seteuid");
    }
    ~NobodyElse()
    {
        if (m_was == 0 && ::seteuid(0) != 0)
            qFatal("seteuid");
    }

private:
    uid_t m_was;
};

}  // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("t.db"));
        m_database = open(m_path);
        QVERIFY(m_database);
        QVERIFY(
            m_database->execute(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT NOT NULL, b BLOB)")));
    }

    void cleanup() { m_database.reset(); }

    void isDurableAndPrivate()
    {
        QCOMPARE(*m_database->number("PRAGMA synchronous"), 2);
        QCOMPARE(*m_database->number("PRAGMA foreign_keys"), 1);
        QVERIFY(!(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto cache = Database::open({m_folder->filePath(QStringLiteral("c.db")), Durability::Crash});
        QVERIFY(cache);
        QCOMPARE(*(*cache)->number("PRAGMA synchronous"), 1);
    }

    void bindsWhatItIsGiven()
    {
        const QByteArray zeros("\0a\0", 3);
        QCOMPARE(*m_database->run("INSERT INTO t VALUES (?, ?, ?)", {1, QString(), zeros}), 1);
        QCOMPARE(*m_database->run("INSERT INTO t VALUES (?, ?, ?)", {2, SubjectId(QStringLiteral("U1")), std::nullopt}),
                 1);
        QCOMPARE(
            *m_database->run("INSERT INTO t VALUES (?, ?, ?)", {qint64(1) << 40, QStringLiteral("Zoë"), QByteArray()}),
            1);
        const auto rows = m_database->all("SELECT x, b, id, b IS NULL FROM t ORDER BY id", {}, [](const Row& row) {
            return std::make_tuple(row.text(0), row.bytes(1), row.maybeInteger(2), row.isNull(1) == row.flag(3));
        });
        QVERIFY(rows);
        QCOMPARE(rows->size(), 3U);
        QCOMPARE(rows->at(0), std::make_tuple(QStringLiteral(""), zeros, std::optional<qint64>(1), true));
        QCOMPARE(rows->at(1), std::make_tuple(QStringLiteral("U1"), QByteArray(), std::optional<qint64>(2), true));
        QCOMPARE(std::get<2>(rows->at(2)), std::optional<qint64>(qint64(1) << 40));
    }

    void aBrokenConstraintIsAConflict()
    {
        QVERIFY(m_database->run("INSERT INTO t VALUES (1, 'a', NULL)"));
        const Result<qint64> again = m_database->run("INSERT INTO t VALUES (1, 'b', NULL)");
        QVERIFY(!again);
        QVERIFY(again.error().is(ErrorCode::Conflict));
    }

    void whatIsNotCommittedIsRolledBack()
    {
        {
            const Result<Transaction> transaction = Transaction::begin(*m_database);
            QVERIFY(transaction);
            QVERIFY(m_database->run("INSERT INTO t VALUES (1, 'a', NULL)"));
            QVERIFY(!Transaction::begin(*m_database));
        }
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 0);
        Result<Transaction> transaction = Transaction::begin(*m_database);
        QVERIFY(m_database->run("INSERT INTO t VALUES (1, 'a', NULL)"));
        QVERIFY(transaction->commit());
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 1);
    }

    void anotherThreadIsRefused()
    {
        Result<qint64> answer = 0;
        std::thread([&] { answer = m_database->number("SELECT 1"); }).join();
        QVERIFY(!answer);
        QVERIFY(answer.error().is(ErrorCode::Internal));
    }

    void aFullDiskKeepsWhatWasThere()
    {
        QVERIFY(m_database->run("INSERT INTO t VALUES (1, 'kept', NULL)"));
        QVERIFY(m_database->execute(QStringLiteral("PRAGMA max_page_count = 3")));
        const Result<qint64> full =
            m_database->run("INSERT INTO t (id, x, b) VALUES (2, 'lost', ?)", {QByteArray(100'000, 'x')});
        QVERIFY(!full);
        QVERIFY(full.error().is(ErrorCode::Unavailable));
        QVERIFY(full.error().message().startsWith(QStringLiteral("The disk is full")));
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 1);
        {
            // Inside a transaction SQLite has rolled back by itself; the next one must still work.
            Result<Transaction> transaction = Transaction::begin(*m_database);
            QVERIFY(!m_database->run("INSERT INTO t (id, x, b) VALUES (2, 'lost', ?)", {QByteArray(100'000, 'x')}));
        }
        QVERIFY(m_database->execute(QStringLiteral("PRAGMA max_page_count = 1000")));
        Result<Transaction> transaction = Transaction::begin(*m_database);
        QVERIFY(m_database->run("INSERT INTO t VALUES (2, 'room again', NULL)"));
        QVERIFY(transaction->commit());
    }

    void aHeldDatabaseSaysSo()
    {
        const auto other = Database::open({m_path, Durability::PowerLoss, 0});
        QVERIFY(other);
        const Result<Transaction> held = Transaction::begin(*m_database);
        const Result<Transaction> refused = Transaction::begin(**other);
        QVERIFY(!refused);
        QVERIFY(refused.error().isTransient());
        QVERIFY(refused.error().message().startsWith(QStringLiteral("Another program holds")));
        QCOMPARE(*(*other)->number("SELECT count(*) FROM t"), 0);  // reading goes on
    }

    void unusableFilesAreNamed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("begins");
        QTest::addRow("a file that is no database")
            << "garbage" << int(ErrorCode::Corrupt) << "The database file is damaged";
        QTest::addRow("a folder that does not exist")
            << "missing" << int(ErrorCode::Unavailable) << "The database file cannot be opened";
        QTest::addRow("a folder that may not be written to")
            << "locked folder" << int(ErrorCode::Unavailable) << "The database file cannot be opened";
        QTest::addRow("a file that may only be read")
            << "read-only file" << int(ErrorCode::Unavailable) << "The database may only be read";
    }

    void unusableFilesAreNamed()
    {
        QFETCH(QString, kind);
        QFETCH(int, code);
        QFETCH(QString, begins);
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
        QString path = m_folder->filePath(QStringLiteral("x.db"));
        if (kind == QStringLiteral("garbage")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(9000, 'g'));
            file.setPermissions(QFile::Permissions(0x6666));
        } else if (kind == QStringLiteral("missing")) {
            path = m_folder->filePath(QStringLiteral("no/x.db"));
        } else if (kind == QStringLiteral("read-only file")) {
            QVERIFY(m_database->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
            m_database.reset();
            path = m_path;
            QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x4444)));
        }
        const NobodyElse nobody;
        const auto opened = Database::open({path});
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code()), code);
        QVERIFY2(opened.error().message().startsWith(begins), qPrintable(opened.error().toString()));
    }

    void twoThreadsWriteThroughThePool()
    {
        DatabasePool pool({m_path});
        const auto writer = [&pool](int from) {
            for (int i = from; i < from + 200; ++i) {
                const Result<qint64> done = pool.write<qint64>([i](Database& database) -> Result<qint64> {
                    const Result<qint64> last = database.number("SELECT coalesce(max(id), 0) FROM t");
                    if (!last)
                        return last;
                    return database.run("INSERT INTO t VALUES (?, ?, NULL)", {*last + 1, QString::number(i)});
                });
                if (!done)
                    qFatal("%s", qPrintable(done.error().toString()));
            }
        };
        std::thread one(writer, 1000);
        std::thread two(writer, 2000);
        one.join();
        two.join();
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 400);
        QCOMPARE(*m_database->number("SELECT max(id) FROM t"), 400);
        QCOMPARE(*m_database->number("SELECT count(DISTINCT x) FROM t"), 400);
    }

    void aFailedWorkLeavesNothing()
    {
        DatabasePool pool({m_path});
        const Result<> done = pool.write<void>([](Database& database) -> Result<> {
            if (Result<qint64> written = database.run("INSERT INTO t VALUES (1, 'a', NULL)"); !written)
                return written.error();
            return Error::conflict(QStringLiteral("No."));
        });
        QVERIFY(!done);
        QVERIFY(done.error().is(ErrorCode::Conflict));
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
