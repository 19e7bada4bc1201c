#include "store/fairmutex.h"

#include <QTest>

#include <thread>
#include <vector>

using refrain::store::FairMutex;

class TestFairMutex : public QObject {
    Q_OBJECT

private slots:
    void keepsOthersOut()
    {
        FairMutex mutex;
        int count = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 2'000; ++round) {
                    const std::lock_guard lock(mutex);
                    ++count;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(count, 16'000);
        QCOMPARE(mutex.waiting(), std::size_t(0));
    }

    void servesInTheOrderOfArrival()
    {
        FairMutex mutex;
        std::vector<int> served;
        std::vector<std::thread> threads;
        mutex.lock();
        for (int i = 0; i < 20; ++i) {
            threads.emplace_back([&, i] {
                const std::lock_guard lock(mutex);
                served.push_back(i);
            });
            while (mutex.waiting() < threads.size())
                std::this_thread::yield();
        }
        mutex.unlock();
        for (std::thread& thread : threads)
            thread.join();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(served.at(std::size_t(i)), i);
    }

    void whoWritesMuchGoesBehindWhoeverWaits()
    {
        FairMutex mutex;
        QStringList order;
        mutex.lock();
        std::thread waiting([&] {
            const std::lock_guard lock(mutex);
            order << QStringLiteral("who waited");
        });
        while (mutex.waiting() == 0)
            std::this_thread::yield();
        order << QStringLiteral("first");
        mutex.unlock();
        mutex.lock();  // at once again, as a loop does
        order << QStringLiteral("again");
        mutex.unlock();
        waiting.join();
        QCOMPARE(order.join(QStringLiteral(", ")), QStringLiteral("first, who waited, again"));
    }
};

QTEST_GUILESS_MAIN(TestFairMutex)
#include "tst_fairmutex.moc"
