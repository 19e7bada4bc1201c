#include "sandbox/delivery/courier.h"
#include "sandbox/delivery/socketmode.h"
#include "slack/failure.h"
#include "slack/socketmode.h"
#include "tests/support/fixedrandom.h"
#include "web/router.h"
#include "web/server.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <mutex>
#include <thread>

using namespace refrain;
using namespace std::chrono_literals;
using sandbox::Delivery;
using sandbox::DeliveryOutcome;

namespace {

/// What the client handed on and reported, from its own thread.
class Heard {
public:
    void take(const QString& type, const QJsonObject& payload)
    {
        const std::lock_guard lock(m_mutex);
        m_payloads << payload;
        m_types << type;
    }
    void report(const QString& sentence, bool forGood)
    {
        const std::lock_guard lock(m_mutex);
        m_reports << (forGood ? QStringLiteral("for good: ") : QString()) + sentence;
    }
    [[nodiscard]] QList<QJsonObject> payloads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_payloads;
    }
    [[nodiscard]] QStringList reports() const
    {
        const std::lock_guard lock(m_mutex);
        return m_reports;
    }

private:
    mutable std::mutex m_mutex;
    QList<QJsonObject> m_payloads;
    QStringList m_types;
    QStringList m_reports;
};

/// Slack's apps.connections.open: a port's address, or a word of refusal.
class Opener final : public slack::Api {
public:
    [[nodiscard]] Result<QJsonObject> send(const slack::Credential&, const slack::Call& call) override
    {
        ++asked;
        if (!refusal.isEmpty())
            return slack::failure(call.method, {{QStringLiteral("error"), refusal}});
        return QJsonObject{{QStringLiteral("url"), QStringLiteral("ws://127.0.0.1:%1/link").arg(port)}};
    }
    [[nodiscard]] Result<QJsonObject> openIdKeys() override { return QJsonObject(); }

    std::atomic<int> asked = 0;
    std::atomic<quint16> port = 0;
    QString refusal;  ///< Set before the client starts.
};

Delivery command(int number)
{
    return {Delivery::Kind::Command, {{QStringLiteral("number"), number}}};
}

}  // namespace

/// Our end of Socket Mode against the practice Slack's real WebSocket.
class TestSocketModeClient : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_heard = std::make_unique<Heard>();
        m_slack = std::make_unique<Opener>();
        m_accepts = true;
        m_isHeld = false;
        m_patience = 3s;
    }
    void cleanup()
    {
        stopClient();
        stopServer();
    }

    void answersWhereAnAnswerIsTaken()
    {
        startServer({});
        startClient();
        const DeliveryOutcome answered = deliver(command(1));
        QVERIFY(answered.acknowledged);
        QCOMPARE(QJsonDocument::fromJson(answered.answer).object()[QLatin1String("text")].toString(),
                 QStringLiteral("heard"));
        const DeliveryOutcome event = deliver({Delivery::Kind::Event, {{QStringLiteral("type"), QStringLiteral("e")}}});
        QVERIFY(event.acknowledged);
        QVERIFY(event.answer.isEmpty());
        QCOMPARE(m_heard->payloads().size(), 2);
        QVERIFY(m_heard->reports().isEmpty());
    }

    void doesNotAcknowledgeWhatWasNotAccepted()
    {
        startServer({.patience = 200ms});
        startClient();
        m_accepts = false;
        QVERIFY(!deliver(command(1)).acknowledged);
    }

    void finishesWhenWhatItTookIsAcknowledged()
    {
        startServer({});
        startClient();
        m_isHeld = true;
        const auto first = send(command(1));
        QTRY_COMPARE(m_heard->payloads().size(), 1);
        std::atomic<bool> isFinished = false;
        QMetaObject::invokeMethod(m_client,
                                  [this, &isFinished] { m_client->finish([&isFinished] { isFinished = true; }); });
        // Nothing more is taken, and nothing of what was taken is given up.
        const auto second = send(command(2));
        QVERIFY(!isFinished);
        answerHeld();
        QTRY_VERIFY(isFinished.load());
        QCOMPARE(m_heard->payloads().size(), 1);
        stopClient();
        QTRY_VERIFY(first->isDone.load());
        QVERIFY(first->outcome.acknowledged);
        QVERIFY(!second->outcome.acknowledged);
    }

    void finishesAtOnceWhereNothingIsOpen()
    {
        startServer({});
        startClient();
        QVERIFY(deliver(command(1)).acknowledged);
        std::atomic<bool> isFinished = false;
        QMetaObject::invokeMethod(m_client,
                                  [this, &isFinished] { m_client->finish([&isFinished] { isFinished = true; }); });
        QTRY_VERIFY(isFinished.load());
    }

    void losesAndDoublesNothingWhileSlackRefreshes()
    {
        startServer({.life = 700ms, .warning = 500ms});
        startClient();
        constexpr int commands = 400;
        std::atomic<int> acknowledged = 0;
        std::atomic<int> settled = 0;
        QTimer pace;
        int sent = 0;
        connect(&pace, &QTimer::timeout, &pace, [&] {
            if (sent == commands)
                return pace.stop();
            m_mode->deliver(command(sent++), [&](const DeliveryOutcome& outcome) {
                acknowledged += outcome.acknowledged ? 1 : 0;
                ++settled;
            });
        });
        pace.start(5ms);
        QTRY_COMPARE_WITH_TIMEOUT(settled.load(), commands, 20'000);
        QCOMPARE(acknowledged.load(), commands);
        QSet<int> numbers;
        for (const QJsonObject& payload : m_heard->payloads())
            numbers.insert(payload[QLatin1String("number")].toInt());
        QCOMPARE(m_heard->payloads().size(), commands);
        QCOMPARE(numbers.size(), commands);
        QVERIFY2(m_slack->asked > 3, qPrintable(QString::number(m_slack->asked)));  // it was refreshed indeed
        QVERIFY(m_heard->reports().isEmpty());
    }

    void handsOnOnceWhatComesTwice()
    {
        std::atomic<int> acknowledged = 0;
        web::WebSocketHandler handler;
        handler.onOpen = [](const std::shared_ptr<web::WebSocket>& socket) {
            const QByteArray envelope =
                R"({"envelope_id":"1","type":"slash_commands","payload":{"number":1},"accepts_response_payload":true})";
            socket->send(R"({"type":"hello"})");
            socket->send(envelope);
            socket->send(envelope);
        };
        handler.onMessage = [&](const std::shared_ptr<web::WebSocket>& socket, const QByteArray&) {
            if (++acknowledged == 1)
                socket->send(R"({"envelope_id":"1","type":"slash_commands","payload":{"number":1}})");
        };
        serve([handler](web::Reply reply) { reply.acceptWebSocket(handler); });
        startClient(false);
        QTRY_VERIFY(acknowledged >= 2);  // the copy that came while the first was open may need none of its own
        QCOMPARE(m_heard->payloads().size(), 1);
    }

    void comesBackAfterAnOutageAndSaysSo()
    {
        startServer({});
        startClient();
        const quint16 port = m_slack->port;
        stopServer();
        QTRY_VERIFY(!m_heard->reports().isEmpty());
        QVERIFY(m_heard->reports().front().contains(QStringLiteral("keeps trying")));
        startServer({}, port);
        QTRY_COMPARE(m_mode->connections(), 1);
        QTRY_COMPARE(m_heard->reports().last(), QString());
        QVERIFY(deliver(command(1)).acknowledged);
    }

    void givesUpASilentPeer()
    {
        m_patience = 50ms;
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        m_slack->port = mute.serverPort();
        startClient(false);
        QTRY_VERIFY(m_slack->asked >= 3);
        QVERIFY(!m_heard->reports().isEmpty());
    }

    void stopsForGoodWhereTheTokenIsBad_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("forGood");
        for (const char* word : {"invalid_auth", "not_authed", "account_inactive", "team_disabled"})
            QTest::newRow(word) << QString::fromLatin1(word) << true;
        QTest::newRow("internal_error") << QStringLiteral("internal_error") << false;
    }
    void stopsForGoodWhereTheTokenIsBad()
    {
        QFETCH(QString, word);
        QFETCH(bool, forGood);
        m_slack->refusal = word;
        run();
        QTRY_VERIFY(!m_heard->reports().isEmpty());
        QCOMPARE(m_heard->reports().front().startsWith(QStringLiteral("for good: ")), forGood);
        if (forGood)
            QCOMPARE(m_slack->asked.load(), 1);
        else
            QTRY_VERIFY(m_slack->asked.load() > 3);
    }

private:
    void serve(std::function<void(web::Reply)> accept, quint16 port = 0)
    {
        m_router = web::Router();
        m_router.add("GET", QStringLiteral("/link"),
                     [accept](const web::Request&, web::Reply reply) { accept(std::move(reply)); });
        m_server = std::make_unique<web::Server>(m_router);
        const Result<quint16> listening = m_server->listen(QStringLiteral("127.0.0.1"), port);
        QVERIFY(listening);
        m_slack->port = *listening;
    }
    void startServer(sandbox::SocketMode::Times times, quint16 port = 0)
    {
        m_courier = std::make_unique<sandbox::Courier>();
        m_mode = std::make_unique<sandbox::SocketMode>(*m_courier, m_random, QStringLiteral("A1"), times);
        serve([this](web::Reply reply) { reply.acceptWebSocket(m_mode->accept()); }, port);
    }
    void stopServer()
    {
        m_server.reset();
        if (m_courier)
            m_courier->stop();
        m_mode.reset();
        m_courier.reset();
    }
    void startClient(bool wait = true)
    {
        run();
        if (wait)
            QTRY_COMPARE(m_mode->connections(), 1);
    }
    void run()
    {
        m_thread = std::make_unique<QThread>();
        m_client = new slack::SocketMode(
            {*m_slack,
             Secret("xapp-1"),
             [this](const QString& type, const QJsonObject& payload,
                    const slack::SocketMode::Acknowledge& acknowledge) {
                 m_heard->take(type, payload);
                 if (m_isHeld) {
                     const std::lock_guard lock(m_holding);
                     m_held.push_back(acknowledge);
                     return;
                 }
                 acknowledge(m_accepts, {{QStringLiteral("text"), QStringLiteral("heard")}});
             },
             [this](const QString& sentence, bool forGood) { m_heard->report(sentence, forGood); },
             {.patience = 100ms, .pulse = 50ms},
             20ms,
             40ms});
        m_client->moveToThread(m_thread.get());
        connect(m_thread.get(), &QThread::started, m_client, &slack::SocketMode::start);
        connect(m_thread.get(), &QThread::finished, m_client, &QObject::deleteLater);
        m_thread->start();
    }
    void stopClient()
    {
        if (!m_thread)
            return;
        m_thread->quit();
        m_thread->wait();
        m_thread.reset();
    }
    struct Sent {
        DeliveryOutcome outcome;
        std::atomic<bool> isDone = false;
    };
    std::shared_ptr<Sent> send(const Delivery& delivery)
    {
        const auto sent = std::make_shared<Sent>();
        m_mode->deliver(delivery, [sent](const DeliveryOutcome& result) {
            sent->outcome = result;
            sent->isDone = true;
        });
        return sent;
    }
    DeliveryOutcome deliver(const Delivery& delivery)
    {
        const auto sent = send(delivery);
        return QTest::qWaitFor([sent] { return sent->isDone.load(); }) ? sent->outcome : DeliveryOutcome();
    }
    /// As a handler does, from a thread of its own.
    void answerHeld()
    {
        std::thread([this] {
            const std::lock_guard lock(m_holding);
            for (const slack::SocketMode::Acknowledge& acknowledge : m_held)
                acknowledge(true, {});
            m_held.clear();
        }).join();
    }

    test::FixedRandom m_random;
    std::unique_ptr<Heard> m_heard;
    std::unique_ptr<Opener> m_slack;
    std::unique_ptr<sandbox::Courier> m_courier;
    std::unique_ptr<sandbox::SocketMode> m_mode;
    web::Router m_router;
    std::unique_ptr<web::Server> m_server;
    std::unique_ptr<QThread> m_thread;
    slack::SocketMode* m_client = nullptr;
    std::atomic<bool> m_accepts = true;
    std::atomic<bool> m_isHeld = false;
    std::mutex m_holding;
    std::vector<slack::SocketMode::Acknowledge> m_held;
    std::chrono::milliseconds m_patience{0};
};

QTEST_GUILESS_MAIN(TestSocketModeClient)
#include "tst_socketmodeclient.moc"
