#include "slack/client.h"
#include "slack/failure.h"
#include "slack/methods/authtest.h"
#include "slack/methods/oauthv2access.h"
#include "slack/methods/userslist.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"

#include <QPromise>
#include <QTest>

using namespace refrain;
using std::chrono::milliseconds;

namespace {

/// Answers each request with the next reply of a list, and the last one again and again.
class ScriptedTransport final : public net::Transport {
public:
    QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override
    {
        requests << request;
        const auto reply = replies.size() > 1 ? replies.takeFirst() : replies.first();
        QPromise<Result<net::HttpReply>> promise;
        promise.start();
        promise.addResult(reply);
        promise.finish();
        return promise.future();
    }

    QList<net::HttpRequest> requests;
    QList<Result<net::HttpReply>> replies;
};

/// Moves the clock instead of waiting.
class ClockWaiter final : public slack::Waiter {
public:
    explicit ClockWaiter(test::ManualClock& clock) : m_clock(clock) {}
    bool wait(milliseconds duration) override
    {
        waited += duration;
        m_clock.advance(duration);
        return !stopped;
    }
    milliseconds waited{0};
    bool stopped = false;

private:
    test::ManualClock& m_clock;
};

net::HttpReply reply(int status, const QByteArray& body, const net::HttpHeaders& headers = {})
{
    return {status, headers, body};
}

const net::HttpReply good = reply(200, R"({"ok":true,"user_id":"U1","members":[]})");

struct Line {
    test::ManualClock clock;
    test::FixedRandom random;
    ClockWaiter waiter{clock};
    ScriptedTransport transport;
    QStringList outcomes;
    slack::Credential bot{WorkspaceId(QStringLiteral("T1")), Secret(QByteArray("xoxb-1"))};
    slack::Client client{{transport, waiter, clock, random, QUrl(QStringLiteral("https://slack.example")), true,
                          [this](const QString&, const QString& outcome) { outcomes << outcome; }}};
};

}  // namespace

class TestClient : public QObject {
    Q_OBJECT

private slots:
    void postsAFormWithTheTokenInTheHeader()
    {
        Line line;
        line.transport.replies << good;
        QVERIFY(line.client.run(line.bot, slack::UsersList(QStringLiteral("abc="), 200)));
        const net::HttpRequest& request = line.transport.requests.first();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.url.toString(), QStringLiteral("https://slack.example/api/users.list"));
        QVERIFY(request.headers.contains({QByteArray("Authorization"), QByteArray("Bearer xoxb-1")}));
        QVERIFY(request.body.contains("cursor=abc%3D"));
    }

    void obeysRetryAfterForThisMethodOfThisWorkspaceAlone()
    {
        Line line;
        line.transport.replies << reply(429, R"({"ok":false,"error":"ratelimited"})", {{"Retry-After", "7"}}) << good;
        QVERIFY(line.client.run(line.bot, slack::UsersList({}, 200)));
        QVERIFY(line.waiter.waited >= milliseconds(7000));
        QCOMPARE(line.outcomes, (QStringList{QStringLiteral("ratelimited"), QStringLiteral("ok")}));
        const milliseconds before = line.waiter.waited;
        QVERIFY(line.client.run(line.bot, slack::AuthTest()));
        QCOMPARE(line.waiter.waited, before);
    }

    void anImpatientCallDoesNotWaitForMinutes()
    {
        Line line;
        line.transport.replies << reply(429, "{}", {{"Retry-After", "600"}});
        const auto answer = line.client.run(line.bot, slack::AuthTest());
        QCOMPARE(slack::errorWord(answer.error()), QStringLiteral("ratelimited"));
        QCOMPARE(line.transport.requests.size(), 1);
    }

    void noMinuteSeesMoreThanTheTier()
    {
        Line line;
        line.transport.replies << good;
        QList<Millis> sent;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(line.client.run(line.bot, slack::UsersList({}, 200)));
            sent << line.clock.now();
        }
        for (qsizetype i = 20; i < sent.size(); ++i)
            QVERIFY2(sent[i] - sent[i - 20] >= 60'000, qPrintable(QString::number(i)));
    }

    void repeatsOnlyWhatMayBeRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTTP 500") << 500 << QByteArray("oops");
        QTest::newRow("HTML instead of JSON") << 200 << QByteArray("<html>");
        QTest::newRow("half a body") << 200 << QByteArray(R"({"ok":tr)");
        QTest::newRow("JSON without ok") << 200 << QByteArray("{}");
        QTest::newRow("Slack's internal_error") << 200 << QByteArray(R"({"ok":false,"error":"internal_error"})");
    }

    void repeatsOnlyWhatMayBeRepeated()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Line reading;
        reading.transport.replies << reply(status, body) << good;
        QVERIFY(reading.client.run(reading.bot, slack::AuthTest()));
        QCOMPARE(reading.transport.requests.size(), 2);

        Line exchanging;
        exchanging.transport.replies << reply(status, body) << good;
        const auto exchange = slack::OAuthV2Access::forCode({}, QStringLiteral("code"), QStringLiteral("uri"));
        QVERIFY(!exchanging.client.run({}, exchange));
        QCOMPARE(exchanging.transport.requests.size(), 1);
    }

    void aPermanentFailureIsNotRepeated()
    {
        Line line;
        line.transport.replies << reply(200, R"({"ok":false,"error":"token_revoked"})");
        QVERIFY(slack::isDeadToken(line.client.run(line.bot, slack::AuthTest()).error()));
        QCOMPARE(line.transport.requests.size(), 1);
    }

    void aStopEndsTheWait()
    {
        Line line;
        line.transport.replies << good;
        line.waiter.stopped = true;
        QVERIFY(line.client.run(line.bot, slack::AuthTest()).error().is(ErrorCode::Cancelled));
        QCOMPARE(line.transport.requests.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
