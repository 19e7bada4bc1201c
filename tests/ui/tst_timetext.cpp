#include "ui/common/timetext.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace refrain;
using namespace refrain::ui;

class TimeTextTest final : public QObject {
    Q_OBJECT

    QTimeZone m_berlin{QByteArrayLiteral("Europe/Berlin")};

    static Millis utc(const char* text)
    {
        return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void tablesShowHowLongAgo_data()
    {
        QTest::addColumn<Millis>("time");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a moment ago") << utc("2026-06-03T11:59:30Z") << QStringLiteral("now");
        QTest::newRow("a clock that is slightly ahead") << utc("2026-06-03T12:00:20Z") << QStringLiteral("now");
        QTest::newRow("minutes") << utc("2026-06-03T11:57:30Z") << QStringLiteral("2 min ago");
        QTest::newRow("hours of the same day") << utc("2026-06-03T05:00:00Z") << QStringLiteral("7 h ago");
        QTest::newRow("the day before") << utc("2026-06-02T12:00:00Z") << QStringLiteral("yesterday");
        QTest::newRow("this year") << utc("2026-03-14T12:00:00Z") << QStringLiteral("14 Mar");
        QTest::newRow("another year") << utc("2025-03-14T12:00:00Z") << QStringLiteral("14 Mar 2025");
        QTest::newRow("midnight counts in the reader's zone")
            << utc("2026-06-01T22:30:00Z") << QStringLiteral("yesterday");
    }

    void tablesShowHowLongAgo()
    {
        QFETCH(Millis, time);
        QTEST(relativeTime(time, utc("2026-06-03T12:00:00Z"), m_berlin), "shown");
    }

    void nothingIsADash()
    {
        QCOMPARE(relativeTime(std::nullopt, 0, m_berlin), QStringLiteral("—"));
        QVERIFY(exactTime(std::nullopt, m_berlin).isEmpty());
    }

    void theExactTimeNamesItsZone()
    {
        QCOMPARE(exactTime(utc("2026-05-03T08:12:05Z"), m_berlin), QStringLiteral("3 May 2026, 10:12:05 CEST"));
    }

    void durationsKeepToWhatMatters_data()
    {
        QTest::addColumn<Millis>("duration");
        QTest::addColumn<QString>("shown");
        QTest::newRow("milliseconds") << Millis(90) << QStringLiteral("90 ms");
        QTest::newRow("tenths") << Millis(400) << QStringLiteral("0.4 s");
        QTest::newRow("seconds") << Millis(38'400) << QStringLiteral("38 s");
        QTest::newRow("minutes") << Millis(5 * 60'000) << QStringLiteral("5 min");
        QTest::newRow("hours") << Millis(82 * 60'000) << QStringLiteral("1 h 22 min");
        QTest::newRow("days") << Millis(3 * 24 * 3600'000) << QStringLiteral("3 days");
    }

    void durationsKeepToWhatMatters()
    {
        QFETCH(Millis, duration);
        QTEST(durationText(duration), "shown");
    }

    void numbersAreGroupedAsTheLanguageDoes_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << QLocale::c() << qint64(0) << QStringLiteral("0");
        QTest::newRow("three digits") << QLocale::c() << qint64(999) << QStringLiteral("999");
        QTest::newRow("no language is English") << QLocale::c() << qint64(10'000) << QStringLiteral("10,000");
        QTest::newRow("a million") << QLocale(QLocale::English) << qint64(1'000'000) << QStringLiteral("1,000,000");
        QTest::newRow("German") << QLocale(QLocale::German) << qint64(1204) << QStringLiteral("1.204");
        QTest::newRow("below zero") << QLocale::c() << qint64(-1000) << QStringLiteral("-1,000");
    }

    void numbersAreGroupedAsTheLanguageDoes()
    {
        QFETCH(QLocale, locale);
        QFETCH(qint64, number);
        QLocale::setDefault(locale);
        QTEST(grouped(number), "shown");
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
