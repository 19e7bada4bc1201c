#include "rawclient.h"

#include "web/router.h"
#include "web/server.h"

#include <QTest>

#include <sys/socket.h>
#include <memory>

using namespace refrain;
using namespace refrain::web;

namespace {

const QByteArray getHello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

Router echoRouter()
{
    Router router;
    router.add("GET", QStringLiteral("/hello"),
               [](const Request&, Reply reply) { reply.send(Response::text("hello")); });
    router.add("GET", QStringLiteral("/say/{word}"), [](const Request& request, Reply reply) {
        reply.send(Response::text(request.parameter(QStringLiteral("word")).toUtf8()));
    });
    router.add("POST", QStringLiteral("/echo"),
               [](const Request& request, Reply reply) { reply.send(Response::text(request.body)); });
    router.add("POST", QStringLiteral("/big"),
               [](const Request& request, Reply reply) {
                   reply.send(Response::text(QByteArray::number(request.body.size())));
               },
               {.bodyLimit = 16 * 1024 * 1024});
    router.add("GET", QStringLiteral("/lost"), [](const Request&, Reply) {});
    return router;
}

}  // namespace

class TestServer : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<Server>(m_router);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_port = *port;
    }
    void cleanup() { m_server.reset(); }

    void answersAndKeepsTheConnection()
    {
        RawClient client(m_port);
        for (int i = 0; i < 3; ++i) {
            client.send(getHello);
            const QByteArray answer = client.readAnswer();
            QCOMPARE(statusOf(answer), QByteArray("200"));
            QCOMPARE(bodyOf(answer), QByteArray("hello"));
            QVERIFY(answer.contains("\r\nDate: "));
            QVERIFY(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
            QVERIFY(answer.contains("\r\nConnection: keep-alive\r\n"));
            QVERIFY(!answer.contains("\r\nServer:"));
        }
    }

    void answersPipelinedRequestsInOrder()
    {
        RawClient client(m_port);
        QByteArray requests;
        for (int i = 0; i < 200; ++i)
            requests += "GET /say/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        client.send(requests);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(bodyOf(client.readAnswer()), QByteArray::number(i));
    }

    void readsARequestThatComesByteByByte_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with a length") << QByteArray("Content-Length: 5\r\n\r\nquiet") << QByteArray("quiet");
        QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n2\r\nqu\r\n3\r\niet\r\n0\r\n\r\n")
                                   << QByteArray("quiet");
        QTest::newRow("in no chunk at all")
            << QByteArray("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << QByteArray();
        QTest::newRow("with a trailer alone")
            << QByteArray("Transfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n\r\n") << QByteArray();
    }
    void readsARequestThatComesByteByByte()
    {
        QFETCH(QByteArray, rest);
        QFETCH(QByteArray, body);
        RawClient client(m_port);
        for (const char c : "\r\nPOST /echo HTTP/1.1\r\nHost: x\r\n" + rest)
            client.send(QByteArray(1, c));
        const QByteArray answer = client.readAnswer();
        QCOMPARE(statusOf(answer), QByteArray("200"));
        QCOMPARE(bodyOf(answer), body);
    }

    void joinsChunksAndIgnoresTrailers()
    {
        RawClient client(m_port);
        client.send(
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            "3;note=1\r\nqui\r\n2\r\net\r\n0\r\nX-Trailer: 1\r\n\r\n" +
            getHello);
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray("quiet"));
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray("hello"));
    }

    void tellsAPoliteClientToContinue()
    {
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.readAnswer(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("ok");
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray("ok"));
    }

    void takesALargeBodyWhereTheRouteAllowsIt()
    {
        RawClient client(m_port);
        const QByteArray body(16 * 1024 * 1024, 'x');
        client.send("POST /big HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
        client.send(body);
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray::number(body.size()));
    }

    void closesAfterTheAnswerWhereTheClientWantsThat_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("Connection: close") << QByteArray("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QTest::newRow("HTTP/1.0") << QByteArray("GET /hello HTTP/1.0\r\n\r\n");
    }
    void closesAfterTheAnswerWhereTheClientWantsThat()
    {
        QFETCH(QByteArray, request);
        RawClient client(m_port);
        client.send(request);
        const QByteArray answer = client.readToEnd();
        QCOMPARE(statusOf(answer), QByteArray("200"));
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        QVERIFY(client.closed());
    }

    void headHasTheHeadOfGetAndNoBody()
    {
        RawClient client(m_port);
        client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n" + getHello);
        const QByteArray head = client.readAnswer(false);
        QVERIFY(head.contains("Content-Length: 5\r\n"));
        QVERIFY(head.endsWith("\r\n\r\n"));
        QCOMPARE(bodyOf(client.readAnswer()), QByteArray("hello"));
    }

    void answersAClientThatSendsNoMore()
    {
        RawClient client(m_port);
        client.send(getHello + "GET /say/last HTTP/1.1\r\nHost: x\r\n\r\n");
        ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR);
        const QByteArray answers = client.readToEnd();
        QCOMPARE(answers.count("HTTP/1.1 200 OK"), 2);
        QVERIFY(answers.endsWith("last"));
    }

    void answersWhatAHandlerForgot()
    {
        RawClient client(m_port);
        client.send("GET /lost HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(statusOf(client.readAnswer()), QByteArray("500"));
    }

    void listensOnBothLoopbackAddressesWithOnePort()
    {
        const Result<quint16> second = m_server->listen(QStringLiteral("::1"), m_port);
        QVERIFY2(second, second ? "" : qPrintable(second.error().toString()));
        RawClient client(m_port, QStringLiteral("::1"));
        client.send(getHello);
        QCOMPARE(statusOf(client.readAnswer()), QByteArray("200"));
    }

    void saysWhatIsWrongWithAnAddress_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("samePort");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a port that is taken") << QStringLiteral("127.0.0.1") << true << ErrorCode::Unavailable;
        QTest::newRow("no address") << QStringLiteral("somewhere") << false << ErrorCode::Invalid;
        QTest::newRow("not ours") << QStringLiteral("192.0.2.1") << false << ErrorCode::Invalid;
    }
    void saysWhatIsWrongWithAnAddress()
    {
        QFETCH(QString, host);
        QFETCH(bool, samePort);
        QFETCH(ErrorCode, code);
        const Result<quint16> port = m_server->listen(host, samePort ? m_port : quint16(0));
        QVERIFY(!port);
        QVERIFY(port.error().is(code));
        QVERIFY(port.error().message().contains(host));
    }

private:
    Router m_router = echoRouter();
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
