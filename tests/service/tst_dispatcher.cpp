#include "service/http/routetable.h"
#include "service/metrics/metrics.h"
#include "service/routes/slackroutes.h"
#include "slack/signature.h"
#include "tests/service/workshop.h"

#include <QJsonDocument>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <optional>

using namespace refrain;
using namespace refrain::service;
using test::Workshop;

namespace {

const Secret signingSecret(QByteArray("8f742231b10e8888abcd99yyyzzz85a5"));
constexpr std::chrono::milliseconds patience{300};

/// Takes what is posted to response_urls.
class Hooks final : public net::Transport {
public:
    QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override
    {
        QPromise<Result<net::HttpReply>> promise;
        promise.start();
        promise.addResult(Result<net::HttpReply>(net::HttpReply{200, {}, "ok"}));
        promise.finish();
        const std::lock_guard lock(m_mutex);
        m_posted << QJsonDocument::fromJson(request.body).object().value(QLatin1String("text")).toString();
        return promise.future();
    }
    QStringList posted()
    {
        const std::lock_guard lock(m_mutex);
        return m_posted;
    }

private:
    std::mutex m_mutex;
    QStringList m_posted;
};

class NoWait final : public slack::Waiter {
public:
    bool wait(std::chrono::milliseconds) override { return true; }
};

/// Collects the one acknowledgement of a payload.
struct Heard {
    Dispatcher::Acknowledge take()
    {
        return [this](const Acknowledgement& given) {
            acknowledgement = given;
            ++count;
        };
    }
    Acknowledgement acknowledgement;
    std::atomic<int> count = 0;
};

QJsonObject command(const QString& name)
{
    return {{QStringLiteral("team_id"), QStringLiteral("T1")},
            {QStringLiteral("user_id"), QStringLiteral("U1")},
            {QStringLiteral("command"), name},
            {QStringLiteral("text"), QStringLiteral("a &amp; b")},
            {QStringLiteral("is_enterprise_install"), QStringLiteral("false")},
            {QStringLiteral("response_url"), QStringLiteral("https://hooks.slack.com/commands/T1/1/x")}};
}

QJsonObject envelope(const QString& id)
{
    return {{QStringLiteral("type"), QStringLiteral("event_callback")},
            {QStringLiteral("team_id"), QStringLiteral("T1")},
            {QStringLiteral("event_id"), id},
            {QStringLiteral("event"), QJsonObject{{QStringLiteral("type"), QStringLiteral("message")}}}};
}

QJsonObject message(const QString& text)
{
    return {{QStringLiteral("text"), text}};
}

}  // namespace

class TestDispatcher : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_workshop = std::make_unique<Workshop>();
        m_workshop->connectWorkspace();
        m_hooks = std::make_unique<Hooks>();
        m_urls = std::make_unique<slack::ResponseUrls>(slack::ResponseUrls::Parts{
            *m_hooks, m_waiter, m_workshop->clock, m_workshop->random, QUrl(QStringLiteral("https://slack.com"))});
        m_dispatcher = std::make_unique<Dispatcher>(
            Dispatcher::Parts{m_workshop->pool, m_workshop->clock, *m_urls, m_timers, m_precedence, patience});
    }
    void cleanup()
    {
        m_dispatcher.reset();
        m_urls.reset();
        m_hooks.reset();
        m_workshop.reset();
    }

    void aCommandIsAnsweredByItsHandler()
    {
        slack::SlashCommand seen;
        m_dispatcher->onCommand(QStringLiteral("/optout"),
                                [&seen](const slack::SlashCommand& command, const Dispatcher::Answer& answer) {
                                    seen = command;
                                    answer(message(QStringLiteral("done")));
                                });
        Heard heard;
        m_dispatcher->command(command(QStringLiteral("/optout")), heard.take());
        QTRY_COMPARE(heard.count.load(), 1);
        QCOMPARE(heard.acknowledgement.payload, message(QStringLiteral("done")));
        QCOMPARE(seen.workspace.toString(), QStringLiteral("T1"));
        QCOMPARE(seen.user.toString(), QStringLiteral("U1"));
        QCOMPARE(seen.text, QStringLiteral("a & b"));
        QCOMPARE(m_hooks->posted(), QStringList());
    }

    void aSlowCommandIsAnsweredInTimeAndItsResultFollows()
    {
        QSemaphore go;
        m_dispatcher->onCommand(QStringLiteral("/optout"),
                                [&go](const slack::SlashCommand&, const Dispatcher::Answer& answer) {
                                    go.acquire();
                                    answer(message(QStringLiteral("done")));
                                });
        Heard heard;
        m_dispatcher->command(command(QStringLiteral("/optout")), heard.take());
        QTRY_COMPARE(heard.count.load(), 1);
        QCOMPARE(heard.acknowledgement.payload.value(QLatin1String("response_type")).toString(),
                 QStringLiteral("ephemeral"));
        QVERIFY(!m_precedence.giveWay(std::chrono::milliseconds(0)));
        go.release();
        QVERIFY(m_precedence.giveWay(std::chrono::seconds(10)));
        QTRY_COMPARE(m_hooks->posted(), QStringList(QStringLiteral("done")));
        QCOMPARE(heard.count.load(), 1);
    }

    void commandsThatAreAnsweredLaterKeepNobodyWaiting()
    {
        constexpr int crowd = 40;  // more than there are threads
        m_dispatcher = std::make_unique<Dispatcher>(Dispatcher::Parts{m_workshop->pool, m_workshop->clock, *m_urls,
                                                                      m_timers, m_precedence, std::chrono::minutes(1)});
        std::mutex mutex;
        std::vector<Dispatcher::Answer> waiting;
        m_dispatcher->onCommand(QStringLiteral("/optout"),
                                [&](const slack::SlashCommand&, const Dispatcher::Answer& answer) {
                                    const std::lock_guard lock(mutex);
                                    waiting.push_back(answer);
                                });
        const auto begun = [&] {
            const std::lock_guard lock(mutex);
            return waiting.size();
        };
        std::vector<Heard> heard(crowd);
        for (Heard& one : heard)
            m_dispatcher->command(command(QStringLiteral("/optout")), one.take());
        QTRY_COMPARE(begun(), size_t(crowd));
        QVERIFY(!m_precedence.giveWay(std::chrono::milliseconds(0)));
        for (const Dispatcher::Answer& answer : std::exchange(waiting, {}))
            answer(message(QStringLiteral("done")));
        QVERIFY(m_precedence.giveWay(std::chrono::seconds(10)));
        for (const Heard& one : heard) {
            QCOMPARE(one.count.load(), 1);
            QCOMPARE(one.acknowledgement.payload, message(QStringLiteral("done")));
        }
    }

    void aPressIsAcknowledgedEmptyAndItsMessageIsPosted()
    {
        QString seen;
        m_dispatcher->onAction(QStringLiteral("optout.stop"), [&seen](const slack::Interaction& pressed) {
            seen = pressed.actions.front().values.first();
            return message(QStringLiteral("stopped"));
        });
        const QJsonObject action{{QStringLiteral("action_id"), QStringLiteral("optout.stop:3")},
                                 {QStringLiteral("value"), QStringLiteral("reminders")}};
        Heard heard;
        m_dispatcher->interaction(
            {{QStringLiteral("type"), QStringLiteral("block_actions")},
             {QStringLiteral("actions"), QJsonArray{action}},
             {QStringLiteral("response_url"), QStringLiteral("https://hooks.slack.com/actions/T1/1/x")}},
            heard.take());
        QTRY_COMPARE(m_hooks->posted(), QStringList(QStringLiteral("stopped")));
        QCOMPARE(heard.count.load(), 1);
        QVERIFY(heard.acknowledgement.accepted && heard.acknowledgement.payload.isEmpty());
        QCOMPARE(seen, QStringLiteral("reminders"));
    }

    void aSubmittedViewIsAnsweredItself()
    {
        const QJsonObject answer{{QStringLiteral("response_action"), QStringLiteral("clear")}};
        m_dispatcher->onView(QStringLiteral("preferences"), [answer](const slack::Interaction&) { return answer; });
        Heard heard;
        m_dispatcher->interaction(
            {{QStringLiteral("type"), QStringLiteral("view_submission")},
             {QStringLiteral("view"), QJsonObject{{QStringLiteral("callback_id"), QStringLiteral("preferences")}}}},
            heard.take());
        QTRY_COMPARE(heard.count.load(), 1);
        QCOMPARE(heard.acknowledgement.payload, answer);
    }

    void whatNobodyHandlesIsAcknowledged()
    {
        Heard heard;
        m_dispatcher->interaction({{QStringLiteral("type"), QStringLiteral("shortcut")}}, heard.take());
        m_dispatcher->event(envelope(QStringLiteral("Ev1")), heard.take());
        m_dispatcher->event({}, heard.take());
        QCOMPARE(heard.count.load(), 3);
        QVERIFY(heard.acknowledgement.accepted);
        m_dispatcher->command(command(QStringLiteral("/other")), heard.take());
        QVERIFY(heard.acknowledgement.payload.value(QLatin1String("text")).toString().contains(QLatin1String("help")));
    }

    void anEventIsHandledOnceHoweverOftenItComes()
    {
        std::atomic<int> times = 0;
        m_dispatcher->onEvent(QStringLiteral("message"), [&times](const slack::Event&) {
            ++times;
            return Result<>();
        });
        for (int i = 1; i <= 3; ++i) {
            Heard heard;
            m_dispatcher->event(envelope(QStringLiteral("Ev1")), heard.take());
            QTRY_COMPARE(heard.count.load(), 1);
            QVERIFY(heard.acknowledgement.accepted);
        }
        QCOMPARE(times.load(), 1);
        m_workshop->clock.advance(std::chrono::hours(25));
        QVERIFY(m_dispatcher->forgetExpired());
        Heard heard;
        m_dispatcher->event(envelope(QStringLiteral("Ev1")), heard.take());
        QTRY_COMPARE(heard.count.load(), 1);
        QCOMPARE(times.load(), 1);
    }

    void anEventThatCannotBeHandledNowIsAskedForAgain()
    {
        std::atomic<int> times = 0;
        m_dispatcher->onEvent(QStringLiteral("message"), [&times](const slack::Event&) -> Result<> {
            return ++times == 1 ? Result<>(Error::unavailable(QStringLiteral("busy"))) : Result<>();
        });
        Heard first;
        m_dispatcher->event(envelope(QStringLiteral("Ev2")), first.take());
        QTRY_COMPARE(first.count.load(), 1);
        QVERIFY(!first.acknowledgement.accepted);
        Heard second;
        m_dispatcher->event(envelope(QStringLiteral("Ev2")), second.take());
        QTRY_COMPARE(second.count.load(), 1);
        QVERIFY(second.acknowledgement.accepted);
        QCOMPARE(times.load(), 2);
    }

    void onlyWhatSlackSignedIsReadAtAll_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<int>("status");
        const QByteArray body("team_id=T1&user_id=U1&command=%2Foptout&text=reminders");
        QTest::newRow("signed just now") << body << body << qint64(0) << 200;
        QTest::newRow("signed six minutes ago") << body << body << qint64(360) << 401;
        QTest::newRow("signed for six minutes from now") << body << body << qint64(-360) << 401;
        QTest::newRow("another word in it")
            << body << QByteArray(body).replace("reminders", "everything") << qint64(0) << 401;
        QTest::newRow("cut short") << body << body.chopped(1) << qint64(0) << 401;
        QTest::newRow("a byte too many") << body << QByteArray(body + "&") << qint64(0) << 401;
        QTest::newRow("signed, but empty") << QByteArray() << QByteArray() << qint64(0) << 400;
        QTest::newRow("a look at the certificate")
            << QByteArray() << QByteArray("ssl_check=1&token=x") << qint64(0) << 200;
    }

    void onlyWhatSlackSignedIsReadAtAll()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, sent);
        QFETCH(qint64, age);
        QFETCH(int, status);
        const QByteArray time = QByteArray::number(m_workshop->clock.now() / 1000 - age);
        const web::Response response =
            post("/slack/commands", sent, time, slack::requestSignature(signingSecret, time, body));
        QCOMPARE(response.status, status);
    }

    void theEventsHandshakeIsAnswered()
    {
        const QByteArray body =
            R"({"token":"tok","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"})";
        m_workshop->clock.set(1'700'000'000'000);
        const web::Response response = post("/slack/events", body, "1700000000",
                                            "v0=1c109466fbb661a58c42c088a43db1700eb04a0a473a81162b9cabb18b4c3c42");
        QCOMPARE(response.status, 200);
        QCOMPARE(QJsonDocument::fromJson(response.body).object().value(QLatin1String("challenge")).toString(),
                 QStringLiteral("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"));
    }

private:
    web::Response post(const QByteArray& path, const QByteArray& body, const QByteArray& time,
                       const QByteArray& signature)
    {
        Metrics metrics;
        web::Router router;
        RouteTable routes(router, metrics);
        addSlackRoutes(routes, *m_dispatcher, signingSecret, m_workshop->clock);
        web::Request request = web::Request::make("POST", path, body);
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.headers.add("X-Slack-Request-Timestamp", time);
        request.headers.add("X-Slack-Signature", signature);
        std::optional<web::Response> answer;
        router.handle(std::move(request),
                      web::Reply::capture([&answer](web::Response response) { answer = std::move(response); }));
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); });
        return answer.value_or(web::Response::empty(500));
    }

    QObject m_timers;
    Precedence m_precedence;
    NoWait m_waiter;
    std::unique_ptr<Workshop> m_workshop;
    std::unique_ptr<Hooks> m_hooks;
    std::unique_ptr<slack::ResponseUrls> m_urls;
    std::unique_ptr<Dispatcher> m_dispatcher;
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
