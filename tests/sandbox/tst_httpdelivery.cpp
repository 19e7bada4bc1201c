#include "sandbox/delivery/courier.h"
#include "sandbox/delivery/httpdelivery.h"
#include "sandbox/delivery/retries.h"
#include "sandbox/delivery/signature.h"
#include "tests/support/manualclock.h"
#include "web/router.h"
#include "web/server.h"

#include <QJsonDocument>
#include <QTest>

#include <future>
#include <memory>
#include <mutex>
#include <vector>

using namespace refrain;
using namespace refrain::sandbox;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "8f742231b10e8888abcd99yyyzzz85a5";

/// An app with request URLs that keeps what it is sent.
class App {
public:
    App() : server(router)
    {
        for (const char* path : {"/slack/events", "/slack/commands", "/slack/interactions"})
            router.add("POST", QString::fromLatin1(path), [this](const web::Request& request, web::Reply reply) {
                const std::lock_guard lock(mutex);
                requests.push_back(request);
                if (silent)
                    kept.push_back(std::move(reply));
                else
                    reply.send(answer);
            });
        const Result<quint16> port = server.listen(QStringLiteral("127.0.0.1"), 0);
        url.setUrl(QStringLiteral("http://127.0.0.1:%1").arg(port ? *port : 0));
    }

    web::Request request(size_t index)
    {
        const std::lock_guard lock(mutex);
        return requests.at(index);
    }
    size_t count()
    {
        const std::lock_guard lock(mutex);
        return requests.size();
    }

    web::Router router;
    std::mutex mutex;
    std::vector<web::Request> requests;
    std::vector<web::Reply> kept;
    web::Response answer = web::Response::text("thanks");
    bool silent = false;
    QUrl url;
    web::Server server;
};

DeliveryOutcome wait(Deliveries& way, const Delivery& delivery)
{
    std::promise<DeliveryOutcome> outcome;
    way.deliver(delivery, [&outcome](const DeliveryOutcome& result) { outcome.set_value(result); });
    return outcome.get_future().get();
}

}  // namespace

class TestHttpDelivery : public QObject {
    Q_OBJECT

private slots:
    void signsAsSlackDoes_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("an event") << qint64(1700000000)
                                  << QByteArray(
                                         R"({"token":"tok","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkv)"
                                         R"(FXO7tYXAYM8P","type":"url_verification"})")
                                  << QByteArray("v0=1c109466fbb661a58c42c088a43db1700eb04a0a473a81162b9cabb18b4c3c42");
        QTest::newRow("nothing") << qint64(1700000000) << QByteArray()
                                 << QByteArray("v0=e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e2");
    }
    void signsAsSlackDoes()
    {
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, body);
        QTEST(slackSignature(secret, seconds, body), "signature");
    }

    void sendsACommandAsASignedForm()
    {
        App app;
        HttpDelivery way(m_courier, m_clock, app.url, secret);
        const Delivery command{Delivery::Kind::Command,
                               {{QStringLiteral("command"), QStringLiteral("/optout")},
                                {QStringLiteral("text"), QStringLiteral("reminders & é+1")},
                                {QStringLiteral("is_enterprise_install"), QStringLiteral("false")}}};
        const DeliveryOutcome outcome = wait(way, command);
        QVERIFY(outcome.acknowledged);
        QCOMPARE(outcome.answer, QByteArray("thanks"));
        const web::Request request = app.request(0);
        QCOMPARE(request.path, QByteArray("/slack/commands"));
        QCOMPARE(request.mediaType(), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(request.form().value(u"command"), QStringLiteral("/optout"));
        QCOMPARE(request.form().value(u"text"), QStringLiteral("reminders & é+1"));
        const qint64 seconds = m_clock.now() / 1000;
        QCOMPARE(request.header("x-slack-request-timestamp"), QByteArray::number(seconds));
        QCOMPARE(request.header("x-slack-signature"), slackSignature(secret, seconds, request.body));
    }

    void sendsAnInteractionAsOneField()
    {
        App app;
        HttpDelivery way(m_courier, m_clock, app.url, secret);
        QVERIFY(wait(way, {Delivery::Kind::Interaction, {{QStringLiteral("type"), QStringLiteral("block_actions")}}})
                    .acknowledged);
        QCOMPARE(app.request(0).path, QByteArray("/slack/interactions"));
        QCOMPARE(app.request(0).form().value(u"payload"), QStringLiteral("{\"type\":\"block_actions\"}"));
    }

    void sendsAnEventAsJsonAndRetriesItThreeTimes()
    {
        App app;
        app.answer = web::Response::text("no", 500);
        HttpDelivery way(m_courier, m_clock, app.url, secret);
        Retries retries(way, m_courier, {0ms, 5ms, 5ms});
        const DeliveryOutcome outcome =
            wait(retries, {Delivery::Kind::Event, {{QStringLiteral("event_id"), QStringLiteral("Ev1")}}});
        QVERIFY(!outcome.acknowledged);
        QCOMPARE(outcome.problem, QStringLiteral("http_error"));
        QCOMPARE(app.count(), size_t(4));
        QCOMPARE(app.request(0).path, QByteArray("/slack/events"));
        QCOMPARE(app.request(0).mediaType(), QByteArray("application/json"));
        QVERIFY(!app.request(0).headers.contains("x-slack-retry-num"));
        for (size_t i = 1; i < 4; ++i) {
            QCOMPARE(app.request(i).header("x-slack-retry-num"), QByteArray::number(int(i)));
            QCOMPARE(app.request(i).header("x-slack-retry-reason"), QByteArray("http_error"));
            QCOMPARE(app.request(i).body, app.request(0).body);
        }
    }

    void triesOnceWhereARetryIsNotWanted_data()
    {
        QTest::addColumn<Delivery::Kind>("kind");
        QTest::addColumn<bool>("refuse");
        QTest::newRow("a command") << Delivery::Kind::Command << false;
        QTest::newRow("an interaction") << Delivery::Kind::Interaction << false;
        QTest::newRow("an event with x-slack-no-retry") << Delivery::Kind::Event << true;
    }
    void triesOnceWhereARetryIsNotWanted()
    {
        QFETCH(Delivery::Kind, kind);
        QFETCH(bool, refuse);
        App app;
        app.answer = web::Response::text("no", 500);
        if (refuse)
            app.answer.set("X-Slack-No-Retry", "1");
        HttpDelivery way(m_courier, m_clock, app.url, secret);
        Retries retries(way, m_courier, {0ms, 0ms, 0ms});
        QVERIFY(!wait(retries, {kind, {}}).acknowledged);
        QCOMPARE(app.count(), size_t(1));
    }

    void givesUpAfterItsPatience()
    {
        App app;
        app.silent = true;
        HttpDelivery way(m_courier, m_clock, app.url, secret, 100ms);
        const DeliveryOutcome outcome = wait(way, {});
        QVERIFY(!outcome.acknowledged);
        QCOMPARE(outcome.problem, QStringLiteral("http_timeout"));
    }

    void saysWhereNobodyListens()
    {
        HttpDelivery way(m_courier, m_clock, QUrl(QStringLiteral("http://127.0.0.1:1")), secret);
        QCOMPARE(wait(way, {}).problem, QStringLiteral("connection_failed"));
    }

    void cleanupTestCase() { m_courier.stop(); }

private:
    Courier m_courier;
    test::ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestHttpDelivery)
#include "tst_httpdelivery.moc"
