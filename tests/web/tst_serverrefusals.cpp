#include "rawclient.h"

#include "web/router.h"
#include "web/server.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <memory>
#include <vector>

using namespace refrain;
using namespace refrain::web;
using namespace std::chrono_literals;

namespace {

const QByteArray getHello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray post = "POST /echo HTTP/1.1\r\nHost: x\r\n";

/// Sends until the server has had enough; how many bytes it took.
qint64 flood(QTcpSocket& socket, qint64 most)
{
    const QByteArray piece(256 * 1024, 'a');
    qint64 sent = 0;
    while (sent < most && socket.state() == QAbstractSocket::ConnectedState) {
        sent += socket.write(piece);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(1000)) {
        }
        if (socket.bytesToWrite() > 0)
            break;
    }
    return sent;
}

}  // namespace

/// What a server must not accept, from whoever sends it.
class TestServerRefusals : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_router.add("GET", QStringLiteral("/hello"),
                     [](const Request&, Reply reply) { reply.send(Response::text("hello")); });
        m_router.add("POST", QStringLiteral("/echo"), [this](const Request& request, Reply reply) {
            ++m_handled;
            reply.send(Response::text(request.body));
        });
        m_router.setErrorFormatter([](const HttpError& error) {
            return Response::json({{QStringLiteral("status"), error.status}}, error.status);
        });
        ServerOptions options;
        options.headerTimeout = 400ms;
        options.bodyTimeout = 400ms;
        options.lingerTimeout = 400ms;
        m_server = std::make_unique<Server>(m_router, options);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_port = *port;
    }
    void init() { m_handled = 0; }
    void cleanup()
    {
        RawClient client(m_port);
        client.send(getHello);
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray("hello"));  // it still serves others
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char* name, const QByteArray& request, const QByteArray& status = "400") {
            QTest::newRow(name) << request << status;
        };
        row("a length and chunks at once", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks and a length at once", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        row("two lengths that differ", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nquiet!");
        row("two lengths that agree", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nquiet");
        row("a list of lengths", post + "Content-Length: 5, 5\r\n\r\nquiet");
        row("a negative length", post + "Content-Length: -1\r\n\r\nquiet");
        row("a signed length", post + "Content-Length: +5\r\n\r\nquiet");
        row("a length that is no number", post + "Content-Length: five\r\n\r\nquiet");
        row("a length beyond 64 bits", post + "Content-Length: 99999999999999999999999\r\n\r\nquiet");
        row("a chunk size that is no number", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nquiet\r\n0\r\n\r\n");
        row("a chunk size beyond 64 bits", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nquiet");
        row("a chunk longer than it says", post + "Transfer-Encoding: chunked\r\n\r\n2\r\nquiet\r\n0\r\n\r\n");
        row("another transfer coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        row("chunked not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n");
        row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("no Host", "GET /hello HTTP/1.1\r\n\r\n");
        row("two Hosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        row("a space before the colon", "GET /hello HTTP/1.1\r\nHost : x\r\n\r\n");
        row("a field without a colon", "GET /hello HTTP/1.1\r\nHost: x\r\nwhat\r\n\r\n");
        row("a NUL in a field", QByteArrayLiteral("GET /hello HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n"));
        row("a bare line feed", "GET /hello HTTP/1.1\nHost: x\n\n", "505");
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        row("a TLS greeting", QByteArrayLiteral("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"));
        row("HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505");
        row("a path without a slash", "GET hello HTTP/1.1\r\nHost: x\r\n\r\n");
        row("a broken escape", "GET /say/%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        row("an escaped NUL", "GET /say/%00 HTTP/1.1\r\nHost: x\r\n\r\n");
        row("an escape that is not UTF-8", "GET /say/%ff HTTP/1.1\r\nHost: x\r\n\r\n");
        row("an expectation nobody knows", post + "Expect: miracles\r\nContent-Length: 2\r\n\r\n", "417");
    }
    void malformed()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        RawClient client(m_port);
        client.send(request + getHello);
        const QByteArray answer = client.readToEnd();
        QCOMPARE(statusOf(answer), status);
        QCOMPARE(answer.count("HTTP/1.1 "), 1);  // nothing after it was taken for a request
        QVERIFY(answer.endsWith("{\"status\":" + status + "}"));
        QVERIFY(client.closed());
        QCOMPARE(m_handled.load(), 0);
    }

    void tooLarge_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("a header of 17 KiB")
            << "GET /hello HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(17 * 1024, 'a') + "\r\n\r\n"
            << QByteArray("431");
        QTest::newRow("many fields") << "GET /hello HTTP/1.1\r\nHost: x\r\n" + QByteArray("A: b\r\n").repeated(4000) +
                                            "\r\n"
                                     << QByteArray("431");
        QTest::newRow("a target of 17 KiB") << "GET /" + QByteArray(17 * 1024, 'a') + " HTTP/1.1\r\n"
                                            << QByteArray("431");
        QTest::newRow("a length over the route's limit") << post + "Content-Length: 1048577\r\n\r\n"
                                                         << QByteArray("413");
        QTest::newRow("a polite client's length over the limit")
            << post + "Expect: 100-continue\r\nContent-Length: 1048577\r\n\r\n"
            << QByteArray("413");
        QTest::newRow("a chunk over the limit") << post + "Transfer-Encoding: chunked\r\n\r\n100001\r\n"
                                                << QByteArray("413");
        QTest::newRow("small chunks that sum up")
            << post + "Transfer-Encoding: chunked\r\n\r\n" + ("fff\r\n" + QByteArray(4095, 'a') + "\r\n").repeated(300)
            << QByteArray("413");
        QTest::newRow("an endless chunk extension")
            << post + "Transfer-Encoding: chunked\r\n\r\n5;a=" + QByteArray(40 * 1024, 'a') << QByteArray("400");
    }
    void tooLarge()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        RawClient client(m_port);
        client.send(request);
        QCOMPARE(statusOf(client.readToEnd()), status);
        QVERIFY(client.closed());
        QCOMPARE(m_handled.load(), 0);
    }

    void aBodyOf256MiBIsCutEarly()
    {
        RawClient client(m_port);
        client.send(post + "Content-Length: 268435456\r\n\r\n");
        QCOMPARE(statusOf(client.readAnswer()), QByteArray("413"));
        QVERIFY(flood(client.socket(), 268'435'456) < 268'435'456);
    }

    void aHeaderOf64MiBIsCutEarly()
    {
        RawClient client(m_port);
        client.send("GET /hello HTTP/1.1\r\nHost: x\r\nA: ");
        QVERIFY(flood(client.socket(), 67'108'864) < 67'108'864);
    }

    void aHundredSlowHeadersAreCutWhileOthersAreServed()
    {
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 100; ++i) {
            slow.push_back(std::make_unique<RawClient>(m_port));
            slow.back()->send("GET /hello HTTP/1.1\r\nHost: x\r\nA");
        }
        RawClient good(m_port);
        good.send(getHello);
        QCOMPARE(bodyOf(good.readAnswer()), QByteArray("hello"));
        for (const auto& client : slow) {
            QCOMPARE(statusOf(client->readToEnd()), QByteArray("408"));
            QVERIFY(client->closed());
        }
    }

    void aDripOfHeaderBytesBuysNoTime()
    {
        RawClient client(m_port);
        QElapsedTimer timer;
        timer.start();
        client.send("GET /hello HTTP/1.1\r\nHost: x\r\nA: ");
        while (!client.socket().waitForReadyRead(50) && timer.elapsed() < 5000)
            client.send("a");
        QCOMPARE(statusOf(client.readToEnd()), QByteArray("408"));
        QVERIFY(timer.elapsed() < 5000);
    }

    void aSlowBodyIsCut()
    {
        RawClient client(m_port);
        client.send(post + "Content-Length: 5\r\n\r\nqu");
        QCOMPARE(statusOf(client.readToEnd()), QByteArray("408"));
        QVERIFY(client.closed());
    }

    void aSilentConnectionIsClosed()
    {
        RawClient client(m_port);
        QVERIFY(client.closed());
    }

private:
    Router m_router;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    std::atomic<int> m_handled = 0;
};

QTEST_GUILESS_MAIN(TestServerRefusals)
#include "tst_serverrefusals.moc"
