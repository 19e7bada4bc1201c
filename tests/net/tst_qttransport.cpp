#include "net/exchange.h"
#include "net/qttransport.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

using namespace refrain;
using namespace refrain::net;

namespace {

using Play = std::function<void(QTcpSocket& socket, const QByteArray& request)>;

/// A server that keeps to no rules: it hands each whole request to the test, which plays the answer.
class RawServer : public QTcpServer {
public:
    RawServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no loopback");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    [[nodiscard]] QUrl url(const QString& path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    Play play;
    QByteArrayList requests;

private:
    void read(QTcpSocket& socket)
    {
        QByteArray all = socket.property("seen").toByteArray() + socket.readAll();
        const qsizetype end = all.indexOf("\r\n\r\n");
        const qsizetype length = all.toLower().indexOf("content-length:");
        const qsizetype body = length < 0 ? 0 : all.mid(length + 15, all.indexOf("\r\n", length) - length - 15).toInt();
        if (end < 0 || all.size() < end + 4 + body) {
            socket.setProperty("seen", all);
            return;
        }
        socket.setProperty("seen", QByteArray());
        requests << all;
        play(socket, all);
    }
};

Play answer(const QByteArray& bytes)
{
    return [bytes](QTcpSocket& socket, const QByteArray&) { socket.write(bytes); };
}

QByteArray ok(const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

HttpRequest get(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.timeout = std::chrono::seconds(5);
    return request;
}

}  // namespace

class TestQtTransport : public QObject {
    Q_OBJECT

    Result<HttpReply> run(HttpRequest request)
    {
        auto future = m_transport.send(std::move(request));
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000))
            qFatal("the exchange never ended");
        return await(future);
    }

    QtTransport m_transport;

private slots:
    void whatIsSentOnceIsNeverSentAgain_data()
    {
        QTest::addColumn<bool>("warm");
        QTest::newRow("on a new connection") << false;
        QTest::newRow("on one that was used before") << true;
    }

    void whatIsSentOnceIsNeverSentAgain()
    {
        QFETCH(bool, warm);
        RawServer server;
        server.play = answer(ok("warm"));
        if (warm)
            QVERIFY(run(get(server.url())));
        server.play = [](QTcpSocket& socket, const QByteArray&) { socket.close(); };
        HttpRequest request = get(server.url());
        request.method = "POST";
        request.body = QByteArray(100'000, 'x');
        request.isOnce = true;
        const auto reply = run(request);
        QVERIFY(!reply);
        QVERIFY(reply.error().is(ErrorCode::Unavailable));
        QCOMPARE(server.requests.count(), warm ? 2 : 1);
        QVERIFY(server.requests.last().endsWith("\r\n\r\n" + request.body));
        server.play = answer(ok("done"));
        QCOMPARE(run(request)->body, QByteArray("done"));
        QCOMPARE(server.requests.count(), warm ? 3 : 2);
    }

    void bringsStatusHeadersAndBody()
    {
        RawServer server;
        server.play = answer("HTTP/1.1 418 Teapot\r\nContent-Length: 5\r\nX-Kind: small\r\n\r\nshort");
        HttpRequest request = get(server.url(QStringLiteral("/pot?x=1%202")));
        request.method = "PATCH";
        request.body = "{}";
        request.headers = {{"Authorization", "Bearer t"}, {"Content-Type", "application/json"}};
        const auto reply = run(request);
        QVERIFY(reply);
        QCOMPARE(reply->status, 418);
        QVERIFY(!reply->ok());
        QCOMPARE(reply->header("x-kind"), QByteArray("small"));
        QCOMPARE(reply->body, QByteArray("short"));
        const QByteArray sent = server.requests.value(0);
        QVERIFY(sent.startsWith("PATCH /pot?x=1%202 HTTP/1.1\r\n"));
        QVERIFY(sent.contains("Authorization: Bearer t\r\n"));
        QVERIFY(sent.contains("User-Agent: Refrain/"));
        QVERIFY(sent.endsWith("\r\n\r\n{}"));
    }

    void everyStatusIsAReply_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {201, 204, 302, 400, 401, 403, 404, 407, 409, 412, 422, 429, 500, 501, 502, 503, 599})
            QTest::addRow("%d", status) << status;
    }

    void everyStatusIsAReply()
    {
        QFETCH(int, status);
        RawServer server;
        server.play =
            answer("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 0\r\nRetry-After: 7\r\n\r\n");
        const auto reply = run(get(server.url()));
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().toString()));
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->header("Retry-After"), QByteArray("7"));
    }

    void misbehavioursHaveANameAndASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("hangsUp");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* name, const QByteArray& bytes, bool hangsUp, ErrorCode code, const char* what) {
            QTest::newRow(name) << bytes << hangsUp << int(code) << QString::fromLatin1(what);
        };
        row("hangs up without a word", "", true, ErrorCode::Unavailable, "closed");
        row("hangs up inside the body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", true,
            ErrorCode::Unavailable, "closed");
        row("hangs up inside a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf", true,
            ErrorCode::Unavailable, "closed");
        row("never answers", "", false, ErrorCode::Timeout, "");
        row("never ends its body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", false, ErrorCode::Timeout, "");
        row("speaks something else", "SSH-2.0-OpenSSH_9.2\r\n\r\n", true, ErrorCode::Unavailable, "closed");
        row("sends more than may be", ok(QByteArray(5000, 'x')), false, ErrorCode::Corrupt, "limit");
    }

    void misbehavioursHaveANameAndASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, hangsUp);
        QFETCH(int, code);
        QFETCH(QString, what);
        RawServer server;
        server.play = [&](QTcpSocket& socket, const QByteArray&) {
            socket.write(bytes);
            if (hangsUp)
                socket.disconnectFromHost();
        };
        HttpRequest request = get(server.url());
        request.method = "POST";  // never repeated behind our back
        request.timeout = std::chrono::milliseconds(500);
        request.replyLimit = 4096;
        const auto reply = run(request);
        QVERIFY(!reply);
        QCOMPARE(int(reply.error().code()), code);
        QCOMPARE(reply.error().context().left(what.size()), what);
        QVERIFY(reply.error().message().contains(QLatin1String("127.0.0.1")));
    }

    void namesWhatKeptItFromConnecting()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        auto reply = run(get(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))));
        QVERIFY(!reply && reply.error().is(ErrorCode::Unavailable));
        QVERIFY(reply.error().context().startsWith(QLatin1String("refused")));
        for (const char* address : {"ftp://example.org/", "mailto:x", "http:///x", ""}) {
            reply = run(get(QUrl(QLatin1String(address))));
            QVERIFY2(!reply && reply.error().is(ErrorCode::Invalid), address);
        }
    }

    void everyNetworkErrorHasItsKind_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* name, QNetworkReply::NetworkError error, ErrorCode code, const char* what) {
            QTest::newRow(name) << int(error) << int(code) << QString::fromLatin1(what);
        };
        row("a name that is not known", QNetworkReply::HostNotFoundError, ErrorCode::Unavailable, "dns: x");
        row("a refused connection", QNetworkReply::ConnectionRefusedError, ErrorCode::Unavailable, "refused: x");
        row("a bad certificate", QNetworkReply::SslHandshakeFailedError, ErrorCode::Unavailable, "tls: x");
        row("a proxy that is away", QNetworkReply::ProxyNotFoundError, ErrorCode::Unavailable, "proxy: x");
        row("no network", QNetworkReply::UnknownNetworkError, ErrorCode::Unavailable, "network: x");
        row("a connection that timed out", QNetworkReply::TimeoutError, ErrorCode::Timeout, "x");
        row("no HTTP", QNetworkReply::ProtocolFailure, ErrorCode::Corrupt, "x");
    }

    void everyNetworkErrorHasItsKind()
    {
        QFETCH(int, error);
        QFETCH(int, code);
        QFETCH(QString, what);
        const Error told =
            networkError(QNetworkReply::NetworkError(error), QStringLiteral("slack.test"), QStringLiteral("x"));
        QCOMPARE(int(told.code()), code);
        QCOMPARE(told.context(), what);
        QVERIFY(told.message().contains(QLatin1String("slack.test")));
    }

    void aTlsServerThatIsNoneIsNamed()
    {
        RawServer server;
        server.play = {};
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        connect(&server, &QTcpServer::newConnection, this, [] {});
        server.disconnect();
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket* socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 400 plain\r\n\r\n");
            socket->disconnectFromHost();
        });
        const auto reply = run(get(url));
        QVERIFY(!reply && reply.error().is(ErrorCode::Unavailable));
        QVERIFY2(reply.error().context().startsWith(QLatin1String("tls")), qPrintable(reply.error().toString()));
    }

    void redirectsAreFollowedWhereAskedAndSafe_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("allowed");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("expected");
        QTest::newRow("not unless asked") << QByteArray("GET") << 0 << QByteArray("/there") << QStringLiteral("302");
        QTest::newRow("on the same host") << QByteArray("GET") << 1 << QByteArray("/there") << QStringLiteral("200");
        QTest::newRow("not twice where once was asked")
            << QByteArray("GET") << 1 << QByteArray("/again") << QStringLiteral("302");
        QTest::newRow("twice where asked") << QByteArray("GET") << 2 << QByteArray("/again") << QStringLiteral("200");
        QTest::newRow("never a POST") << QByteArray("POST") << 5 << QByteArray("/there") << QStringLiteral("302");
        QTest::newRow("never to another host")
            << QByteArray("GET") << 5 << QByteArray("http://localhost:9/") << QStringLiteral("Forbidden");
        QTest::newRow("never to another port")
            << QByteArray("GET") << 5 << QByteArray("http://127.0.0.1:9/") << QStringLiteral("Forbidden");
        QTest::newRow("never to a file") << QByteArray("GET") << 5 << QByteArray("file:///etc/passwd")
                                         << QStringLiteral("Forbidden");
    }

    void redirectsAreFollowedWhereAskedAndSafe()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, allowed);
        QFETCH(QByteArray, location);
        QFETCH(QString, expected);
        RawServer server;
        server.play = [&](QTcpSocket& socket, const QByteArray& request) {
            if (request.contains("/there "))
                socket.write(ok("here"));
            else
                socket.write("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " +
                             (request.contains("/again ") ? QByteArray("/there") : location) + "\r\n\r\n");
        };
        HttpRequest request = get(server.url());
        request.method = method;
        request.redirects = allowed;
        const auto reply = run(request);
        const QString outcome = reply                                    ? QString::number(reply->status)
                                : reply.error().is(ErrorCode::Forbidden) ? QStringLiteral("Forbidden")
                                                                         : reply.error().toString();
        QCOMPARE(outcome, expected);
    }

    void keepsNoCookies()
    {
        RawServer server;
        server.play = answer(ok("x", "Set-Cookie: session=1; Path=/\r\n"));
        QVERIFY(run(get(server.url())));
        QVERIFY(run(get(server.url())));
        QCOMPARE(server.requests.size(), 2);
        QVERIFY(!server.requests[1].toLower().contains("cookie:"));
    }

    void readsHtmlAsItComes()
    {
        RawServer server;
        server.play = answer(ok("<html>maintenance</html>", "Content-Type: text/html\r\n"));
        const auto reply = run(get(server.url()));
        QCOMPARE(reply->header("Content-Type"), QByteArray("text/html"));
        QCOMPARE(reply->body, QByteArray("<html>maintenance</html>"));
    }

    void cancellingGivesUpAtOnce()
    {
        RawServer server;
        bool hungUp = false;
        server.play = [&](QTcpSocket& socket, const QByteArray&) {
            connect(&socket, &QTcpSocket::disconnected, this, [&hungUp] { hungUp = true; });
        };
        auto future = m_transport.send(get(server.url()));
        QTRY_COMPARE(server.requests.size(), 1);
        future.cancel();
        QVERIFY(await(future).error().is(ErrorCode::Cancelled));
        QTRY_VERIFY(hungUp);
    }

    void destroyingTheTransportEndsWhatIsUnderWay()
    {
        RawServer server;
        server.play = [](QTcpSocket&, const QByteArray&) {};
        auto transport = std::make_unique<QtTransport>();
        auto future = transport->send(get(server.url()));
        QTRY_COMPARE(server.requests.size(), 1);
        transport.reset();
        QVERIFY(future.isFinished());
        QVERIFY(await(future).error().is(ErrorCode::Cancelled));
    }

    void manyThreadsMaySendAndBlock()
    {
        RawServer server;
        server.play = answer(ok("x"));
        std::atomic<int> good = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < 20; ++n)
                    good += await(m_transport.send(get(server.url()))).ok() ? 1 : 0;
            }));
            threads.back()->start();
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            std::all_of(threads.begin(), threads.end(), [](const auto& thread) { return thread->isFinished(); }),
            20'000);
        QCOMPARE(good.load(), 8 * 20);
    }
};

QTEST_GUILESS_MAIN(TestQtTransport)
#include "tst_qttransport.moc"
