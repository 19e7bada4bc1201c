#include "rawclient.h"

#include "web/router.h"
#include "web/server.h"

#include <QTest>

#include <sys/socket.h>
#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <semaphore>
#include <vector>

using namespace refrain;
using namespace refrain::web;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray& path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

/// Routes whose answers the test holds back.
class Desk {
public:
    Desk()
    {
        router.add("GET", QStringLiteral("/quick"),
                   [](const Request&, Reply reply) { reply.send(Response::text("quick")); });
        router.add("GET", QStringLiteral("/blocked"), [this](const Request&, Reply reply) {
            entered.release();
            gate.acquire();
            reply.send(Response::text(QByteArray(100'000, 'x')));
        });
        router.add("GET", QStringLiteral("/kept"), [this](const Request&, Reply reply) {
            const std::lock_guard lock(mutex);
            reply.onClosed([this](Reply::Closed how) {
                (how == Reply::Closed::ByClient ? left : stopped).fetch_add(1);
                const std::lock_guard locked(mutex);
                if (how == Reply::Closed::ByShutdown && !kept.empty()) {
                    kept.back().send(Response::text("nothing new"));
                    kept.pop_back();
                }
            });
            kept.push_back(std::move(reply));
            entered.release();
        });
        router.add("GET", QStringLiteral("/cut"), [](const Request&, Reply reply) {
            Response response = Response::text("never");
            response.fault = Response::Fault::CutUnanswered;
            reply.send(response);
        });
        router.add("GET", QStringLiteral("/half"), [](const Request&, Reply reply) {
            Response response = Response::text("0123456789");
            response.fault = Response::Fault::CutHalfway;
            reply.send(response);
        });
    }

    Router router;
    std::counting_semaphore<> entered{0};
    std::counting_semaphore<> gate{0};
    std::mutex mutex;
    std::vector<Reply> kept;
    std::atomic<int> left = 0;
    std::atomic<int> stopped = 0;
};

quint16 listenOn(Server& server)
{
    const Result<quint16> port = server.listen(QStringLiteral("127.0.0.1"), 0);
    return port ? *port : quint16(0);
}

bool isServed(quint16 port)
{
    RawClient client(port);
    client.send(get("/quick"));
    return statusOf(client.readAnswer()) == "200";
}

}  // namespace

/// Clients that leave, queues that fill, servers that stop.
class TestServerLife : public QObject {
    Q_OBJECT

private slots:
    void survivesClientsThatLeaveWhileAHandlerRuns_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("with a goodbye") << false;
        QTest::newRow("with a reset") << true;
    }
    void survivesClientsThatLeaveWhileAHandlerRuns()
    {
        QFETCH(bool, reset);
        Desk desk;
        Server server(desk.router);
        const quint16 port = listenOn(server);
        for (int i = 0; i < 100; ++i) {
            RawClient client(port);
            client.send(get("/blocked"));
            desk.entered.acquire();
            if (reset)
                client.reset();
            client.socket().abort();
            desk.gate.release();
        }
        RawClient client(port);
        client.send(get("/quick"));
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray("quick"));
    }

    void tellsAKeptReplyThatItsClientLeft()
    {
        Desk desk;
        Server server(desk.router);
        const quint16 port = listenOn(server);
        for (int i = 1; i <= 20; ++i) {
            {
                RawClient client(port);
                client.send(get("/kept"));
                desk.entered.acquire();
                QVERIFY(desk.kept.back().isAlive());
            }
            QTRY_COMPARE(desk.left.load(), i);
            QVERIFY(!desk.kept.back().isAlive());
            desk.kept.back().send(Response::text("to nobody"));
        }
    }

    void manyKeptRepliesOccupyNoWorker()
    {
        Desk desk;
        Server server(desk.router, {.workers = 1});
        const quint16 port = listenOn(server);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->send(get("/kept"));
            desk.entered.acquire();
        }
        RawClient quick(port);
        quick.send(get("/quick"));
        QCOMPARE(bodyOf(quick.readAnswer()), QByteArray("quick"));
        for (size_t i = 0; i < clients.size(); ++i) {
            desk.kept[i].send(Response::text(QByteArray::number(int(i))));
            QCOMPARE(bodyOf(clients[i]->readAnswer()), QByteArray::number(int(i)));
        }
    }

    void aReplyMayOutliveTheServer()
    {
        Desk desk;
        {
            Server server(desk.router);
            RawClient client(listenOn(server));
            client.send(get("/kept"));
            desk.entered.acquire();
            client.socket().abort();
            QTRY_COMPARE(desk.left.load(), 1);
        }
        QVERIFY(!desk.kept.back().isAlive());
        desk.kept.back().send(Response::text("late"));
    }

    void answers503WithRetryAfterWhenTheQueueIsFull()
    {
        Desk desk;
        Server server(desk.router, {.workers = 1, .queueLimit = 2});
        const quint16 port = listenOn(server);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {  // one runs, two wait
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->send(get("/blocked"));
            if (i == 0)
                desk.entered.acquire();
        }
        QByteArray answer;
        do {  // the two may still be on their way
            RawClient client(port);
            client.send(get("/quick"));
            client.socket().waitForReadyRead(100);
            answer = client.socket().readAll();
        } while (answer.isEmpty());
        QCOMPARE(statusOf(answer), QByteArray("503"));
        QVERIFY(answer.contains("\r\nRetry-After: 1\r\n"));
        desk.gate.release(100);
        for (const auto& client : clients)
            QCOMPARE(statusOf(client->readAnswer()), QByteArray("200"));
    }

    void answers503BeyondTheConnectionCap()
    {
        Desk desk;
        Server server(desk.router, {.maxConnections = 2});
        const quint16 port = listenOn(server);
        RawClient first(port);
        RawClient second(port);
        first.send(get("/quick"));
        QCOMPARE(statusOf(first.readAnswer()), QByteArray("200"));
        second.send(get("/quick"));
        QCOMPARE(statusOf(second.readAnswer()), QByteArray("200"));
        RawClient third(port);
        QCOMPARE(statusOf(third.readToEnd()), QByteArray("503"));
        first.socket().abort();
        QTRY_VERIFY(isServed(port));
    }

    void closesAnIdleConnection()
    {
        Desk desk;
        Server server(desk.router, {.idleTimeout = 200ms});
        RawClient idle(listenOn(server));
        idle.send(get("/quick"));
        QCOMPARE(statusOf(idle.readAnswer()), QByteArray("200"));
        QVERIFY(idle.closed());
    }

    void cutsAClientThatDoesNotRead()
    {
        Desk desk;
        Server server(desk.router, {.maxConnections = 1, .writeTimeout = 200ms});
        const quint16 port = listenOn(server);
        RawClient deaf(port);
        deaf.socket().setReadBufferSize(1);
        desk.gate.release(1000);
        for (int i = 0; i < 200; ++i)
            deaf.send(get("/blocked"));
        QTRY_VERIFY(isServed(port));  // the deaf one holds the only place until it is cut
        deaf.socket().setReadBufferSize(0);
        QVERIFY(deaf.readToEnd().size() < 200 * 100'000);
    }

    void drainsWithARequestInFlight()
    {
        Desk desk;
        Server server(desk.router);
        const quint16 port = listenOn(server);
        RawClient idle(port);
        idle.send(get("/quick"));
        QCOMPARE(statusOf(idle.readAnswer()), QByteArray("200"));
        RawClient busy(port);
        busy.send(get("/blocked"));
        desk.entered.acquire();
        RawClient waiting(port);
        waiting.send(get("/kept"));
        desk.entered.acquire();

        std::future<bool> drained = std::async(std::launch::async, [&server] { return server.drain(10s); });
        QVERIFY(idle.closed());
        QCOMPARE(bodyOf(waiting.readAnswer()), QByteArray("nothing new"));
        QCOMPARE(desk.stopped.load(), 1);
        QTcpSocket late;
        late.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(!late.waitForConnected(1000));
        desk.gate.release();
        const QByteArray answer = busy.readAnswer();
        QCOMPARE(bodyOf(answer).size(), 100'000);
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        QVERIFY(drained.get());
    }

    void drainSaysWhenItHadToCut()
    {
        Desk desk;
        Server server(desk.router);
        const quint16 port = listenOn(server);
        RawClient client(port);
        client.send(get("/blocked"));
        desk.entered.acquire();
        std::future<bool> drained = std::async(std::launch::async, [&server] { return server.drain(50ms); });
        QVERIFY(client.closed());
        desk.gate.release();
        QVERIFY(!drained.get());
    }

    void breaksAnswersOnDemand()
    {
        Desk desk;
        Server server(desk.router);
        const quint16 port = listenOn(server);
        RawClient cut(port);
        cut.send(get("/cut"));
        QCOMPARE(cut.readToEnd(), QByteArray());
        RawClient half(port);
        half.send(get("/half"));
        const QByteArray answer = half.readToEnd();
        QVERIFY(answer.contains("Content-Length: 10\r\n"));
        QCOMPARE(bodyOf(answer), QByteArray("01234"));
    }
};

QTEST_GUILESS_MAIN(TestServerLife)
#include "tst_serverlife.moc"
