#include "sandbox/delivery/courier.h"
#include "sandbox/delivery/socketmode.h"
#include "tests/support/fixedrandom.h"
#include "web/router.h"
#include "web/server.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

#include <atomic>
#include <future>
#include <memory>
#include <vector>

using namespace refrain;
using namespace refrain::sandbox;
using namespace std::chrono_literals;

namespace {

/// An app's end of one Socket Mode connection.
class Client {
public:
    explicit Client(const QUrl& url) : messages(&socket, &QWebSocket::textMessageReceived) { socket.open(url); }
    [[nodiscard]] QJsonObject message(int index) const
    {
        return QJsonDocument::fromJson(messages.at(index)[0].toString().toUtf8()).object();
    }
    void acknowledge(const QJsonObject& envelope, const QJsonObject& payload = {})
    {
        QJsonObject answer{{QStringLiteral("envelope_id"), envelope.value(QStringLiteral("envelope_id"))}};
        if (!payload.isEmpty())
            answer.insert(QStringLiteral("payload"), payload);
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
    }
    QWebSocket socket;
    QSignalSpy messages;
};

Delivery command()
{
    return {Delivery::Kind::Command, {{QStringLiteral("command"), QStringLiteral("/optout")}}};
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

}  // namespace

class TestSocketMode : public QObject {
    Q_OBJECT

private slots:
    void init() { begin({.patience = 300ms}); }
    void cleanup()
    {
        m_server.reset();
        m_courier->stop();
        m_mode.reset();
        m_courier.reset();
    }

    void greets()
    {
        Client client(m_url);
        QTRY_COMPARE(client.messages.count(), 1);
        const QJsonObject hello = client.message(0);
        QCOMPARE(text(hello, "type"), QStringLiteral("hello"));
        QCOMPARE(hello[QLatin1String("num_connections")].toInt(), 1);
        QCOMPARE(text(hello[QLatin1String("connection_info")].toObject(), "app_id"), QStringLiteral("A1"));
        QCOMPARE(hello[QLatin1String("debug_info")][QLatin1String("approximate_connection_time")].toInt(), 3600);
    }

    void handsTheAnswerOfACommandBack()
    {
        Client client(m_url);
        QTRY_COMPARE(client.messages.count(), 1);
        std::future<DeliveryOutcome> outcome = deliver(command());
        QTRY_COMPARE(client.messages.count(), 2);
        const QJsonObject envelope = client.message(1);
        QCOMPARE(text(envelope, "type"), QStringLiteral("slash_commands"));
        QVERIFY(envelope[QLatin1String("accepts_response_payload")].toBool());
        QCOMPARE(text(envelope[QLatin1String("payload")].toObject(), "command"), QStringLiteral("/optout"));
        client.acknowledge(envelope, {{QStringLiteral("text"), QStringLiteral("done")}});
        QTRY_VERIFY(outcome.wait_for(0s) == std::future_status::ready);
        const DeliveryOutcome result = outcome.get();
        QVERIFY(result.acknowledged);
        QCOMPARE(result.answer, QByteArray("{\"text\":\"done\"}"));
    }

    void takesABareAcknowledgementForAnEvent()
    {
        Client client(m_url);
        QTRY_COMPARE(client.messages.count(), 1);
        std::future<DeliveryOutcome> outcome = deliver({Delivery::Kind::Event,
                                                        {{QStringLiteral("event_id"), QStringLiteral("Ev1")}},
                                                        2,
                                                        QStringLiteral("http_timeout")});
        QTRY_COMPARE(client.messages.count(), 2);
        const QJsonObject envelope = client.message(1);
        QCOMPARE(text(envelope, "type"), QStringLiteral("events_api"));
        QVERIFY(!envelope[QLatin1String("accepts_response_payload")].toBool());
        QCOMPARE(envelope[QLatin1String("retry_attempt")].toInt(), 2);
        QCOMPARE(text(envelope, "retry_reason"), QStringLiteral("http_timeout"));
        client.acknowledge(envelope, {{QStringLiteral("text"), QStringLiteral("ignored")}});
        QTRY_VERIFY(outcome.wait_for(0s) == std::future_status::ready);
        const DeliveryOutcome result = outcome.get();
        QVERIFY(result.acknowledged);
        QVERIFY(result.answer.isEmpty());
    }

    void sendsEachDeliveryToOneConnectionInTurn()
    {
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<Client>(m_url));
            QTRY_COMPARE(clients.back()->messages.count(), 1);
            QCOMPARE(clients.back()->message(0)[QLatin1String("num_connections")].toInt(), i + 1);
        }
        for (int i = 0; i < 6; ++i)
            m_mode->deliver(command(), {});
        for (const auto& client : clients)
            QTRY_COMPARE(client->messages.count(), 3);
    }

    void refusesAnEleventhConnection()
    {
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<Client>(m_url));
            QTRY_COMPARE(clients.back()->messages.count(), 1);
        }
        Client late(m_url);
        const QSignalSpy gone(&late.socket, &QWebSocket::disconnected);
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(text(late.message(0), "reason"), QStringLiteral("too_many_websockets"));
        QCOMPARE(m_mode->connections(), 10);
    }

    void failsWithoutAnAcknowledgement_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("problem");
        QTest::newRow("nobody is connected") << QStringLiteral("absent") << QStringLiteral("connection_failed");
        QTest::newRow("the app is silent") << QStringLiteral("silent") << QStringLiteral("http_timeout");
        QTest::newRow("the app hangs up") << QStringLiteral("gone") << QStringLiteral("connection_failed");
        QTest::newRow("the app acknowledges something else")
            << QStringLiteral("other") << QStringLiteral("http_timeout");
    }
    void failsWithoutAnAcknowledgement()
    {
        QFETCH(QString, what);
        QFETCH(QString, problem);
        std::unique_ptr<Client> client;
        if (what != QStringLiteral("absent")) {
            client = std::make_unique<Client>(m_url);
            QTRY_COMPARE(client->messages.count(), 1);
        }
        std::future<DeliveryOutcome> outcome = deliver(command());
        if (client) {
            QTRY_COMPARE(client->messages.count(), 2);
            if (what == QStringLiteral("gone"))
                client->socket.abort();
            if (what == QStringLiteral("other"))
                client->socket.sendTextMessage(QStringLiteral("{\"envelope_id\":\"nobody's\"} and no JSON"));
        }
        QTRY_VERIFY(outcome.wait_for(0s) == std::future_status::ready);
        const DeliveryOutcome result = outcome.get();
        QVERIFY(!result.acknowledged);
        QCOMPARE(result.problem, problem);
    }

    void recyclesConnectionsWithAWarning()
    {
        cleanup();
        begin({.life = 60ms, .warning = 30ms});
        Client client(m_url);
        const QSignalSpy gone(&client.socket, &QWebSocket::disconnected);
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(client.messages.count(), 3);
        QCOMPARE(text(client.message(1), "type"), QStringLiteral("disconnect"));
        QCOMPARE(text(client.message(1), "reason"), QStringLiteral("warning"));
        QCOMPARE(text(client.message(2), "reason"), QStringLiteral("refresh_requested"));
        QTRY_COMPARE(m_mode->connections(), 0);
    }

    void tellsEverybodyWhenTheLinkIsDisabled()
    {
        Client client(m_url);
        QTRY_COMPARE(client.messages.count(), 1);
        const QSignalSpy gone(&client.socket, &QWebSocket::disconnected);
        m_mode->disconnectAll(QStringLiteral("link_disabled"));
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(text(client.message(1), "reason"), QStringLiteral("link_disabled"));
    }

private:
    void begin(SocketMode::Times times)
    {
        m_courier = std::make_unique<Courier>();
        m_mode = std::make_unique<SocketMode>(*m_courier, m_random, QStringLiteral("A1"), times);
        m_router = web::Router();
        m_router.add("GET", QStringLiteral("/link"),
                     [this](const web::Request&, web::Reply reply) { reply.acceptWebSocket(m_mode->accept()); });
        m_server = std::make_unique<web::Server>(m_router);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_url = QUrl(QStringLiteral("ws://127.0.0.1:%1/link").arg(*port));
    }

    std::future<DeliveryOutcome> deliver(const Delivery& delivery)
    {
        const auto outcome = std::make_shared<std::promise<DeliveryOutcome>>();
        m_mode->deliver(delivery, [outcome](const DeliveryOutcome& result) { outcome->set_value(result); });
        return outcome->get_future();
    }

    test::FixedRandom m_random;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<SocketMode> m_mode;
    web::Router m_router;
    std::unique_ptr<web::Server> m_server;
    QUrl m_url;
};

QTEST_GUILESS_MAIN(TestSocketMode)
#include "tst_socketmode.moc"
