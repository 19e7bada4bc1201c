#include "web/router.h"
#include "web/server.h"
#include "web/websocket.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <atomic>
#include <future>
#include <memory>
#include <mutex>

using namespace refrain;
using namespace refrain::web;
using namespace std::chrono_literals;

namespace {

class EchoDesk {
public:
    EchoDesk()
    {
        router.add("GET", QStringLiteral("/link"), [this](const Request& request, Reply reply) {
            if (request.query.value(u"ticket") != QStringLiteral("good"))
                reply.send(Response::text("no", 403));
            else
                reply.acceptWebSocket(handler());
        });
    }

    WebSocketHandler handler()
    {
        WebSocketHandler handler;
        handler.messageLimit = 100'000;
        handler.onOpen = [this](const std::shared_ptr<WebSocket>& socket) {
            const std::lock_guard lock(mutex);
            last = socket;
            socket->send("hello");
        };
        handler.onMessage = [](const std::shared_ptr<WebSocket>& socket, const QByteArray& message) {
            socket->send(message);
            if (message == "leave")
                socket->close(4000, "as you like");
        };
        handler.onClosed = [this](const std::shared_ptr<WebSocket>&, quint16 code) {
            closeCode = code;
            ++closed;
        };
        return handler;
    }

    std::shared_ptr<WebSocket> socket()
    {
        const std::lock_guard lock(mutex);
        return last;
    }

    Router router;
    std::mutex mutex;
    std::shared_ptr<WebSocket> last;
    std::atomic<int> closed = 0;
    std::atomic<int> closeCode = 0;
};

}  // namespace

class TestWebSocket : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<EchoDesk>();
        m_server = std::make_unique<Server>(m_desk->router, ServerOptions{.webSocketIdle = 2000ms});
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_url = QUrl(QStringLiteral("ws://127.0.0.1:%1/link?ticket=good").arg(*port));
        m_port = *port;
    }
    void cleanup()
    {
        m_server.reset();
        m_desk.reset();
    }

    void echoesInOrder()
    {
        QWebSocket socket;
        const QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
        open(socket);
        for (int i = 0; i < 500; ++i)
            socket.sendTextMessage(QString::number(i));
        socket.sendTextMessage(QString(90'000, QLatin1Char('x')));
        QTRY_COMPARE(messages.count(), 502);
        QCOMPARE(messages[0][0].toString(), QStringLiteral("hello"));
        for (int i = 0; i < 500; ++i)
            QCOMPARE(messages[i + 1][0].toString(), QString::number(i));
        QCOMPARE(messages[501][0].toString().size(), 90'000);
    }

    void answersPingsAndSendsThem()
    {
        QWebSocket socket;
        const QSignalSpy pongs(&socket, &QWebSocket::pong);
        open(socket);
        socket.ping("anybody?");
        QTRY_COMPARE(pongs.count(), 1);
        QCOMPARE(pongs[0][1].toByteArray(), QByteArray("anybody?"));
        QTRY_VERIFY(m_desk->socket());
        m_desk->socket()->ping();
    }

    void eitherSideMayClose_data()
    {
        QTest::addColumn<bool>("byServer");
        QTest::newRow("the client") << false;
        QTest::newRow("the server, after what it sent before") << true;
    }
    void eitherSideMayClose()
    {
        QFETCH(bool, byServer);
        QWebSocket socket;
        const QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
        const QSignalSpy gone(&socket, &QWebSocket::disconnected);
        open(socket);
        QTRY_COMPARE(messages.count(), 1);
        if (byServer)
            socket.sendTextMessage(QStringLiteral("leave"));
        else
            socket.close(QWebSocketProtocol::CloseCodeGoingAway);
        QTRY_COMPARE(gone.count(), 1);
        QTRY_COMPARE(m_desk->closed.load(), 1);
        if (byServer) {
            QCOMPARE(messages.last()[0].toString(), QStringLiteral("leave"));
            QCOMPARE(int(socket.closeCode()), 4000);
            QCOMPARE(socket.closeReason(), QStringLiteral("as you like"));
        }
        QCOMPARE(m_desk->closeCode.load(), byServer ? 4000 : 1001);
        QVERIFY(!m_desk->socket()->isOpen());
        m_desk->socket()->send("to nobody");
    }

    void refusesAMessageOverTheLimit()
    {
        QWebSocket socket;
        const QSignalSpy gone(&socket, &QWebSocket::disconnected);
        open(socket);
        socket.sendTextMessage(QString(100'001, QLatin1Char('x')));
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
        QTRY_COMPARE(m_desk->closeCode.load(), 1009);
    }

    void survivesAClientThatVanishes()
    {
        for (int i = 1; i <= 20; ++i) {
            QWebSocket socket;
            open(socket);
            socket.sendTextMessage(QStringLiteral("anybody?"));
            socket.abort();
            QTRY_COMPARE(m_desk->closed.load(), i);
            QCOMPARE(m_desk->closeCode.load(), 1006);
        }
    }

    void cutsWhenTheServerAborts()
    {
        QWebSocket socket;
        const QSignalSpy gone(&socket, &QWebSocket::disconnected);
        open(socket);
        QTRY_VERIFY(m_desk->socket());
        m_desk->socket()->abort();
        QTRY_COMPARE(gone.count(), 1);
        QTRY_COMPARE(m_desk->closed.load(), 1);
    }

    void answersOthersWithHttp_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no upgrade asked")
            << QByteArray("GET /link?ticket=good HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("HTTP/1.1 426");
        QTest::newRow("a bad ticket")
            << QByteArray("GET /link HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            << QByteArray("HTTP/1.1 403");
        QTest::newRow("a handshake without its key")
            << QByteArray(
                   "GET /link?ticket=good HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            << QByteArray("HTTP/1.1 400");
    }
    void answersOthersWithHttp()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        QVERIFY(socket.waitForConnected());
        socket.write(request);
        QVERIFY(socket.waitForReadyRead());
        const QByteArray answer = socket.readAll();
        QVERIFY2(answer.startsWith(status), answer.constData());
    }

    void saysGoodbyeWhenTheServerStops()
    {
        QWebSocket socket;
        const QSignalSpy gone(&socket, &QWebSocket::disconnected);
        open(socket);
        std::future<bool> drained = std::async(std::launch::async, [this] { return m_server->drain(5s); });
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        QVERIFY(drained.get());
        QCOMPARE(m_desk->closed.load(), 1);
    }

private:
    void open(QWebSocket& socket)
    {
        const QSignalSpy connected(&socket, &QWebSocket::connected);
        socket.open(m_url);
        QTRY_COMPARE(connected.count(), 1);
    }

    std::unique_ptr<EchoDesk> m_desk;
    std::unique_ptr<Server> m_server;
    QUrl m_url;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_websocket.moc"
