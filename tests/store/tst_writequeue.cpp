#include "store/databasepool.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>
#include <vector>

using namespace refrain;
using namespace refrain::store;

namespace {

/// A database with one table, and threads that write to it while somebody holds the queue.
class Desk {
public:
    Desk() : m_pool({m_folder.filePath(QStringLiteral("test.db"))})
    {
        Database& mine = **m_pool.connection();
        (void)mine.execute(QStringLiteral("CREATE TABLE words (word TEXT PRIMARY KEY)"));
        // What only the commit finds out.
        (void)mine.execute(
            QStringLiteral("CREATE TABLE echoes (word TEXT REFERENCES words DEFERRABLE INITIALLY "
                           "DEFERRED)"));
    }

    ~Desk() { join(); }

    /// One thread writes `word` and goes no further before letGo(), so that whoever comes meanwhile waits behind it.
    void hold(const QString& word)
    {
        std::promise<void> holds;
        m_threads.emplace_back([this, word, &holds] {
            const Result<> done = m_pool.write<void>([&](Database& database) -> Result<> {
                holds.set_value();
                m_letGo.get_future().wait();
                return add(database, word);
            });
            note(word, done);
        });
        holds.get_future().wait();
    }

    /// A thread that writes, begun once those before it wait.
    void queue(const QString& word, std::function<Result<>(Database&)> work)
    {
        m_threads.emplace_back([this, word, work = std::move(work)] { note(word, m_pool.write<void>(work)); });
        ++m_queued;
        while (m_pool.waitingWriters() < m_queued)
            std::this_thread::yield();
    }

    void queue(const QString& word)
    {
        queue(word, [this, word](Database& database) { return add(database, word); });
    }

    void letGo()
    {
        m_letGo.set_value();
        join();
    }

    [[nodiscard]] Result<> add(Database& database, const QString& word)
    {
        m_order << word;
        m_writers.push_back(std::this_thread::get_id());
        const Result<qint64> added = database.run("INSERT INTO words VALUES (?1)", {word});
        return added ? Result<>() : added.error();
    }

    /// What is in the database, told by a connection that took no part.
    [[nodiscard]] QStringList words()
    {
        QStringList words;
        (void)(*m_pool.connection())->each("SELECT word FROM words ORDER BY rowid", {}, [&](const Row& row) {
            words << row.text(0);
        });
        return words;
    }

    [[nodiscard]] DatabasePool& pool() { return m_pool; }
    [[nodiscard]] const QStringList& order() const { return m_order; }
    [[nodiscard]] bool wereAllWrittenByOneThread() const
    {
        return std::all_of(m_writers.begin(), m_writers.end(), [this](auto id) { return id == m_writers.front(); });
    }
    [[nodiscard]] bool succeeded(const QString& word) const { return m_results.at(word).ok(); }

private:
    void note(const QString& word, const Result<>& done)
    {
        const std::lock_guard lock(m_mutex);
        m_results.emplace(word, done);
    }

    void join()
    {
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    QTemporaryDir m_folder;
    DatabasePool m_pool;
    std::promise<void> m_letGo;
    std::size_t m_queued = 0;
    QStringList m_order;                     // written by one work at a time
    std::vector<std::thread::id> m_writers;  // as above
    std::mutex m_mutex;                      // guards m_results
    std::map<QString, Result<>> m_results;
    std::vector<std::thread> m_threads;
};

Result<> refuse(Database&)
{
    return Error::invalid(QStringLiteral("Not so."));
}

}  // namespace

class TestWriteQueue : public QObject {
    Q_OBJECT

private slots:
    void whoeverWaitsSharesTheNextCommitInTheOrderOfArrival()
    {
        Desk desk;
        desk.hold(QStringLiteral("0"));
        QStringList expected{QStringLiteral("0")};
        for (int i = 1; i <= 20; ++i) {
            desk.queue(QString::number(i));
            expected << QString::number(i);
        }
        desk.letGo();
        QCOMPARE(desk.order(), expected);
        QCOMPARE(desk.words(), expected);
        QVERIFY(desk.wereAllWrittenByOneThread());
        for (const QString& word : expected)
            QVERIFY(desk.succeeded(word));
        QCOMPARE(desk.pool().waitingWriters(), std::size_t(0));
    }

    void moreThanOneCommitTakesGoIntoTheNext()
    {
        Desk desk;
        desk.hold(QStringLiteral("0"));
        const int many = int(WriteQueue::sharedWorks) + 5;
        for (int i = 1; i <= many; ++i)
            desk.queue(QString::number(i));
        desk.letGo();
        QCOMPARE(desk.words().size(), many + 1);
        QVERIFY(!desk.wereAllWrittenByOneThread());
    }

    void whatFailsTakesBackItsOwnAlone()
    {
        Desk desk;
        desk.hold(QStringLiteral("first"));
        desk.queue(QStringLiteral("fails"), [&desk](Database& database) -> Result<> {
            if (Result<> done = desk.add(database, QStringLiteral("fails")); !done)
                return done;
            return refuse(database);
        });
        desk.queue(QStringLiteral("last"));
        desk.letGo();
        QCOMPARE(desk.words(), QStringList({QStringLiteral("first"), QStringLiteral("last")}));
        QVERIFY(!desk.succeeded(QStringLiteral("fails")));
        QVERIFY(desk.succeeded(QStringLiteral("first")));
        QVERIFY(desk.succeeded(QStringLiteral("last")));
    }

    void whoseOwnFailsTakesNobodyAlong()
    {
        Desk desk;
        desk.hold(QStringLiteral("twice"));
        desk.queue(QStringLiteral("twice again"),
                   [&desk](Database& database) { return desk.add(database, QStringLiteral("twice")); });
        desk.letGo();
        QVERIFY(desk.succeeded(QStringLiteral("twice")));
        QVERIFY(!desk.succeeded(QStringLiteral("twice again")));
        QVERIFY(!desk.pool().write<void>(refuse).ok());
        QVERIFY(desk.pool()
                    .write<void>([&desk](Database& database) { return desk.add(database, QStringLiteral("after")); })
                    .ok());
        QCOMPARE(desk.words(), QStringList({QStringLiteral("twice"), QStringLiteral("after")}));
    }

    void aCommitThatFailsIsSuccessForNobody()
    {
        Desk desk;
        desk.hold(QStringLiteral("first"));
        desk.queue(QStringLiteral("echo"), [](Database& database) -> Result<> {
            const Result<qint64> added = database.run("INSERT INTO echoes VALUES ('never said')");
            return added ? Result<>() : added.error();
        });
        desk.queue(QStringLiteral("last"));
        desk.letGo();
        for (const char* word : {"first", "echo", "last"})
            QVERIFY2(!desk.succeeded(QString::fromLatin1(word)), word);
        QVERIFY(desk.words().isEmpty());
    }

    void whoWritesMuchGoesBehindWhoeverWaits()
    {
        Desk desk;
        desk.hold(QStringLiteral("first"));
        desk.queue(QStringLiteral("who waited"));
        desk.letGo();
        QVERIFY(desk.pool()
                    .write<void>([&desk](Database& database) { return desk.add(database, QStringLiteral("again")); })
                    .ok());
        QCOMPARE(desk.order().join(QStringLiteral(", ")), QStringLiteral("first, who waited, again"));
    }

    void nothingIsLostWhereManyWriteAtOnce()
    {
        Desk desk;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&desk, thread] {
                for (int round = 0; round < 200; ++round) {
                    const QString word = QStringLiteral("%1-%2").arg(thread).arg(round);
                    const bool isBad = round % 7 == 3;
                    const Result<> done = desk.pool().write<void>([&](Database& database) -> Result<> {
                        const Result<> added = desk.add(database, word);
                        return added && isBad ? refuse(database) : added;
                    });
                    if (done.ok() == isBad)
                        qFatal("a work was told another one's outcome");
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(desk.words().size(), 8 * (200 - 29));
    }
};

QTEST_GUILESS_MAIN(TestWriteQueue)
#include "tst_writequeue.moc"
