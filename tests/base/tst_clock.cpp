#include "base/clock.h"

#include <QTest>

using namespace refrain;

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void readsRfc3339_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("zulu with milliseconds") << "2026-05-03T08:12:00.123Z"
                                                << "2026-05-03T08:12:00.123Z";
        QTest::newRow("zulu without fraction") << "2026-05-03T08:12:00Z"
                                               << "2026-05-03T08:12:00.000Z";
        QTest::newRow("offset east") << "2026-05-03T10:12:00+02:00"
                                     << "2026-05-03T08:12:00.000Z";
        QTest::newRow("offset west over midnight") << "2026-05-03T23:30:00-05:00"
                                                   << "2026-05-04T04:30:00.000Z";
        QTest::newRow("lower case letters") << "2026-05-03t08:12:00z"
                                            << "2026-05-03T08:12:00.000Z";
        QTest::newRow("a leap day") << "2028-02-29T00:00:00Z"
                                    << "2028-02-29T00:00:00.000Z";
        QTest::newRow("no zone is refused") << "2026-05-03T08:12:00"
                                            << "";
        QTest::newRow("no time is refused") << "2026-05-03"
                                            << "";
        QTest::newRow("the 30th of February is refused") << "2026-02-30T00:00:00Z"
                                                         << "";
        QTest::newRow("the 25th hour is refused") << "2026-05-03T25:00:00Z"
                                                  << "";
        QTest::newRow("words are refused") << "tomorrow"
                                           << "";
        QTest::newRow("empty is refused") << ""
                                          << "";
    }

    void readsRfc3339()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        QCOMPARE(toRfc3339(fromRfc3339(text)), utc);
    }

    void writesTimesAsQtDoes()
    {
        // From the year 1 over both sides of 1970 to 10000, on no round number.
        for (Millis time = -62'135'596'800'000; time < 253'402'300'900'000; time += 12'345'678'901)
            QCOMPARE(toRfc3339(time), QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs));
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
