#include "net/retrypolicy.h"

#include <QTest>

using namespace refrain;
using namespace refrain::net;
using std::chrono::milliseconds;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override { return 1'770'000'000'000; }  // 2026-02-02 02:40:00 UTC
};

class FixedRandom final : public Random {
public:
    explicit FixedRandom(char byte) : m_byte(byte) {}
    [[nodiscard]] QByteArray bytes(qsizetype count) override { return QByteArray(count, m_byte); }

private:
    char m_byte;
};

HttpReply reply(int status, const QByteArray& retryAfter = {})
{
    HttpReply reply;
    reply.status = status;
    if (!retryAfter.isEmpty())
        reply.headers = {{"retry-after", retryAfter}};
    return reply;
}

}  // namespace

class TestRetryPolicy : public QObject {
    Q_OBJECT

    FixedClock m_clock;
    FixedRandom m_least{'\0'};
    FixedRandom m_most{'\xff'};

private slots:
    void waitsDoubleAndStayWithinTheirUpperHalf_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("after the first") << 1 << 250 << 500;
        QTest::newRow("after the second") << 2 << 500 << 1000;
        QTest::newRow("after the fifth") << 5 << 4000 << 8000;
        QTest::newRow("after the eighth, capped") << 8 << 30'000 << 60'000;
        QTest::newRow("after the ninetieth, capped") << 90 << 30'000 << 60'000;
    }

    void waitsDoubleAndStayWithinTheirUpperHalf()
    {
        QFETCH(int, attempt);
        QFETCH(int, least);
        QFETCH(int, most);
        const Result<HttpReply> failure = Error::unavailable(QStringLiteral("away"));
        const RetryPolicy::Limits limits{100};
        QCOMPARE(RetryPolicy(limits, m_clock, m_least).delayAfter(attempt, failure)->count(), least);
        QCOMPARE(RetryPolicy(limits, m_clock, m_most).delayAfter(attempt, failure)->count(), most);
    }

    void triesAgainOnlyWhatMayGetBetter_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("again");
        for (const int status : {200, 301, 400, 401, 403, 404, 409, 412, 422, 501})
            QTest::addRow("%d does not", status) << status << false;
        for (const int status : {408, 429, 500, 502, 503, 504})
            QTest::addRow("%d may", status) << status << true;
    }

    void triesAgainOnlyWhatMayGetBetter()
    {
        QFETCH(int, status);
        QFETCH(bool, again);
        QCOMPARE(RetryPolicy({}, m_clock, m_least).delayAfter(1, reply(status)).has_value(), again);
    }

    void errorsThatDoNotPassAreNotRepeated()
    {
        const RetryPolicy policy({}, m_clock, m_least);
        QVERIFY(policy.delayAfter(1, Error::timeout(QStringLiteral("x"))));
        QVERIFY(!policy.delayAfter(1, Error::cancelled(QStringLiteral("x"))));
        QVERIFY(!policy.delayAfter(1, Error::corrupt(QStringLiteral("x"))));
    }

    void givesUpAfterTheLastAttempt()
    {
        const RetryPolicy policy({3}, m_clock, m_least);
        QVERIFY(policy.delayAfter(2, reply(503)));
        QVERIFY(!policy.delayAfter(3, reply(503)));
    }

    void neverComesBackSoonerThanItWasTold()
    {
        for (Random* random : {static_cast<Random*>(&m_least), static_cast<Random*>(&m_most)}) {
            const auto delay = RetryPolicy({}, m_clock, *random).delayAfter(1, reply(429, "30"));
            QVERIFY(*delay >= milliseconds(30'000) && *delay <= milliseconds(30'100));
        }
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("expected");
        QTest::newRow("seconds") << QByteArray("30") << 30'000;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("a date") << QByteArray("Mon, 02 Feb 2026 02:40:10 GMT") << 10'000;
        QTest::newRow("a date that has passed") << QByteArray("Mon, 02 Feb 2026 02:39:00 GMT") << 0;
        QTest::newRow("absent") << QByteArray() << -1;
        QTest::newRow("negative") << QByteArray("-1") << -1;
        QTest::newRow("a word") << QByteArray("soon") << -1;
        QTest::newRow("more than can be") << QByteArray("99999999999999999999") << -1;
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, expected);
        const auto delay = retryAfter(reply(429, header), m_clock.now());
        QCOMPARE(delay ? int(delay->count()) : -1, expected);
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
