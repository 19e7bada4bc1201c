#include "store/backup.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace refrain;
using namespace refrain::store;

class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.db"));
        m_copy = m_folder->filePath(QStringLiteral("copy.db"));
        m_database = *Database::open({m_path});
        QVERIFY(m_database->execute(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, twice INTEGER NOT NULL)")));
    }

    void cleanup() { m_database.reset(); }

    void isConsistentWhileOthersWrite()
    {
        std::atomic<bool> stop = false;
        std::atomic<int> written = 0;
        std::thread writer([&] {
            const auto other = Database::open({m_path});
            while (!stop) {
                if ((*other)->run("INSERT INTO t (twice) VALUES ((SELECT 2 * coalesce(max(id) + 1, 1) FROM t))"))
                    ++written;
            }
        });
        while (written < 50)
            std::this_thread::yield();
        const Result<> done = backup(*m_database, m_copy);
        stop = true;
        writer.join();
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QVERIFY(!(QFile::permissions(m_copy) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto copy = Database::open({m_copy});
        QVERIFY(*(*copy)->number("SELECT count(*) FROM t") >= 50);
        QCOMPARE(*(*copy)->number("SELECT count(*) FROM t WHERE twice <> 2 * id"), 0);
        QVERIFY(checkIntegrity(**copy));
    }

    void neverOverwrites()
    {
        QFile file(m_copy);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        const Result<> refused = backup(*m_database, m_copy);
        QVERIFY(!refused);
        QVERIFY(refused.error().is(ErrorCode::Invalid));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }

    void comesBackAndKeepsWhatStoodThere()
    {
        QVERIFY(m_database->run("INSERT INTO t VALUES (1, 2)"));
        QVERIFY(backup(*m_database, m_copy));
        QVERIFY(m_database->run("INSERT INTO t VALUES (2, 4)"));
        m_database.reset();
        const Result<> done = restore(m_copy, m_path);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        m_database = *Database::open({m_path});
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 1);
        const auto before = Database::open({m_path + QStringLiteral(".before-restore")});
        QCOMPARE(*(*before)->number("SELECT count(*) FROM t"), 2);
    }

    void aDamagedBackupChangesNothing()
    {
        QVERIFY(m_database->run("INSERT INTO t VALUES (1, 2)"));
        m_database.reset();
        QFile file(m_copy);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        const Result<> refused = restore(m_copy, m_path);
        QVERIFY(!refused);
        QVERIFY(refused.error().is(ErrorCode::Invalid));
        QVERIFY(!QFile::exists(m_path + QStringLiteral(".restoring")));
        QVERIFY(restore(m_folder->filePath(QStringLiteral("none.db")), m_path).error().is(ErrorCode::NotFound));
        m_database = *Database::open({m_path});
        QCOMPARE(*m_database->number("SELECT count(*) FROM t"), 1);
    }

    void damageIsFound()
    {
        QVERIFY(m_database->execute(QStringLiteral("CREATE TABLE u (id INTEGER REFERENCES t (id))")));
        QVERIFY(checkIntegrity(*m_database));
        QVERIFY(m_database->execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
        QVERIFY(m_database->run("INSERT INTO u VALUES (99)"));
        QVERIFY(checkIntegrity(*m_database).error().is(ErrorCode::Corrupt));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_copy;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
