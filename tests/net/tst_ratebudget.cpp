#include "net/ratebudget.h"

#include <QTest>

using namespace refrain;
using namespace refrain::net;

namespace {

class HandClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override { return time; }
    Millis time = 1'770'000'000'000;
};

const QString key = QStringLiteral("users.list/T0001");

}  // namespace

class TestRateBudget : public QObject {
    Q_OBJECT

private slots:
    void spacesCallsEvenly()
    {
        HandClock clock;
        RateBudget budget(clock);
        const RateBudget::Rate rate{20, 1};
        QCOMPARE(budget.reserve(key, rate).count(), 0);
        QCOMPARE(budget.reserve(key, rate).count(), 3000);
        QCOMPARE(budget.reserve(key, rate).count(), 6000);
        clock.time += 9000;
        QCOMPARE(budget.reserve(key, rate).count(), 0);
    }

    void letsABurstThroughAfterAQuietTime()
    {
        HandClock clock;
        RateBudget budget(clock);
        const RateBudget::Rate rate{60, 3};
        for (const int wait : {0, 0, 0, 1000, 2000})
            QCOMPARE(budget.reserve(key, rate).count(), wait);
        clock.time += 3'600'000;
        for (const int wait : {0, 0, 0, 1000})
            QCOMPARE(budget.reserve(key, rate).count(), wait);
    }

    void neverExceedsTheRateOverAMinute()
    {
        HandClock clock;
        RateBudget budget(clock);
        const RateBudget::Rate rate{50, 5};
        QList<Millis> sent;
        for (int i = 0; i < 500; ++i) {
            sent << clock.time + budget.reserve(key, rate).count();
            clock.time += i % 7 * 300;
        }
        for (qsizetype i = 0; i + 55 < sent.size(); ++i)
            QVERIFY(sent[i + 55] - sent[i] >= 60'000);
    }

    void aRefusedOneTakesNoPlace()
    {
        HandClock clock;
        RateBudget budget(clock);
        const RateBudget::Rate rate{60, 2};
        for (const int wait : {0, 0, 1000, 1000, 1000})
            QCOMPARE(budget.take(key, rate).count(), wait);
        clock.time += 1000;
        for (const int wait : {0, 1000})
            QCOMPARE(budget.take(key, rate).count(), wait);
        clock.time -= 3'600'000;
        QCOMPARE(budget.take(key, rate).count(), 1000);
    }

    void keysDoNotShareABudget()
    {
        HandClock clock;
        RateBudget budget(clock);
        QCOMPARE(budget.reserve(key, {1, 1}).count(), 0);
        QCOMPARE(budget.reserve(QStringLiteral("users.list/T0002"), {1, 1}).count(), 0);
        QCOMPARE(budget.reserve(key, {1, 1}).count(), 60'000);
    }

    void aPauseHoldsItsKeyBack()
    {
        HandClock clock;
        RateBudget budget(clock);
        budget.pause(key, std::chrono::seconds(30));
        budget.pause(key, std::chrono::seconds(10));  // never shortens
        QCOMPARE(budget.reserve(key, {60, 1}).count(), 30'000);
        QCOMPARE(budget.reserve(key, {60, 1}).count(), 31'000);
        clock.time += 40'000;
        QCOMPARE(budget.reserve(key, {60, 1}).count(), 0);
    }

    void forgetsWhoseTurnIsLongOver()
    {
        HandClock clock;
        RateBudget budget(clock);
        for (int i = 0; i < 100'000; ++i) {
            QCOMPARE(budget.reserve(QStringLiteral("channel %1").arg(i), {60, 1}).count(), 0);
            clock.time += 100;
        }
        QVERIFY2(budget.size() < 2'000, qPrintable(QString::number(budget.size())));
        QCOMPARE(budget.reserve(QStringLiteral("channel 99999"), {60, 1}).count(), 900);
    }
};

QTEST_GUILESS_MAIN(TestRateBudget)
#include "tst_ratebudget.moc"
