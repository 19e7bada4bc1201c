#include "domain/schedule.h"

#include <QTest>

using namespace refrain;

namespace {

QList<int> everyDay()
{
    return {1, 2, 3, 4, 5, 6, 7};
}

}  // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void namesTheNextMoment_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QList<int>>("weekdays");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        const auto row = [](const char* name, const char* zone, QTime time, const QList<int>& weekdays,
                            const char* after, const char* next) {
            QTest::newRow(name) << QString::fromLatin1(zone) << time << weekdays << QString::fromLatin1(after)
                                << QString::fromLatin1(next);
        };
        const QTime nine(9, 0);
        const QTime night(2, 30);
        row("later today", "UTC", nine, everyDay(), "2026-11-22T08:59:59.999Z", "2026-11-22T09:00:00.000Z");
        row("the moment itself is over", "UTC", nine, everyDay(), "2026-11-22T09:00:00.000Z",
            "2026-11-23T09:00:00.000Z");
        row("by the clocks of the place", "Europe/Berlin", nine, everyDay(), "2026-11-22T07:00:00.000Z",
            "2026-11-22T08:00:00.000Z");
        row("on the day of the place", "Pacific/Auckland", nine, {1}, "2026-11-21T12:00:00.000Z",
            "2026-11-22T20:00:00.000Z");
        row("over the weekend", "UTC", nine, {1, 2, 3, 4, 5}, "2026-11-20T10:00:00.000Z", "2026-11-23T09:00:00.000Z");
        row("a week on", "UTC", nine, {7}, "2026-11-22T09:00:00.000Z", "2026-11-29T09:00:00.000Z");
        row("at midnight", "UTC", QTime(0, 0), everyDay(), "2026-12-31T23:00:00.000Z", "2027-01-01T00:00:00.000Z");
        row("in summer an hour earlier by UTC", "Europe/Berlin", nine, everyDay(), "2026-03-29T00:00:00.000Z",
            "2026-03-29T07:00:00.000Z");
        row("a time that the clocks leave out", "Europe/Berlin", night, everyDay(), "2026-03-28T12:00:00.000Z",
            "2026-03-29T01:00:00.000Z");
        row("and the day after", "Europe/Berlin", night, everyDay(), "2026-03-29T01:00:00.000Z",
            "2026-03-30T00:30:00.000Z");
        row("a time that comes twice is meant the first time", "Europe/Berlin", night, everyDay(),
            "2026-10-24T12:00:00.000Z", "2026-10-25T00:30:00.000Z");
        row("and not the second", "Europe/Berlin", night, everyDay(), "2026-10-25T00:30:00.000Z",
            "2026-10-26T01:30:00.000Z");
        row("midnight left out", "America/Santiago", QTime(0, 0), everyDay(), "2026-09-05T12:00:00.000Z",
            "2026-09-06T04:00:00.000Z");
        row("half an hour's change", "Australia/Lord_Howe", QTime(2, 15), everyDay(), "2026-10-03T00:00:00.000Z",
            "2026-10-03T15:30:00.000Z");
    }

    void namesTheNextMoment()
    {
        QFETCH(QString, zone);
        QFETCH(QTime, time);
        QFETCH(QList<int>, weekdays);
        QFETCH(QString, after);
        QFETCH(QString, next);
        const QTimeZone place(zone.toLatin1());
        QVERIFY(place.isValid());
        const Schedule schedule{time, weekdays};
        const Millis moment = nextMoment(schedule, place, *fromRfc3339(after));
        QCOMPARE(toRfc3339(moment), next);
        QCOMPARE(lastMoment(schedule, place, moment), moment);
        QVERIFY(lastMoment(schedule, place, moment - 1) <= *fromRfc3339(after));
    }

    void everyDayOfTenYearsHasItsMoment()
    {
        const QTimeZone place("America/New_York");
        const Schedule schedule{QTime(2, 30), everyDay()};
        Millis moment = *fromRfc3339(QStringLiteral("2026-01-01T00:00:00.000Z"));
        for (QDate day(2026, 1, 1); day < QDate(2036, 1, 1); day = day.addDays(1)) {
            moment = nextMoment(schedule, place, moment);
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(moment, place).date(), day);
        }
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
