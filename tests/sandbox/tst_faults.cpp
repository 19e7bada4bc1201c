#include "sandbox/faults/faults.h"
#include "tests/sandbox/bench.h"
#include "web/server.h"

#include <QTcpSocket>
#include <QTest>

using namespace refrain;
using namespace refrain::sandbox;
using test::Bench;

namespace {

QByteArray one(const char* fault, const char* more = "")
{
    return QByteArray(R"({"faults":[{"method":"auth.test","fault":")") + fault + "\"" + more + "}]}";
}

QString drawn(const QByteArray& json, const QStringList& methods)
{
    Faults faults = *Faults::parse(json);
    QString lots;
    for (const QString& method : methods) {
        const std::optional<Fault> fault = faults.next(method);
        if (method == u"a")
            lots += fault ? u'x' : u'.';
    }
    return lots;
}

}  // namespace

class TestFaults : public QObject {
    Q_OBJECT

private slots:
    void theSameSeedDrawsTheSameLotsWhateverElseIsCalled()
    {
        const QByteArray json = R"({"seed":3,"faults":[{"method":"*","fault":"cut","probability":0.3}]})";
        const QStringList alone(60, QStringLiteral("a"));
        QStringList mixed;
        for (int i = 0; i < 60; ++i)
            mixed << QStringLiteral("b") << QStringLiteral("a") << QStringLiteral("c");
        const QString lots = drawn(json, alone);
        QCOMPARE(drawn(json, mixed), lots);
        QVERIFY(lots.count(u'x') > 8 && lots.count(u'x') < 30);
        QByteArray other = json;
        QVERIFY(drawn(other.replace(":3,", ":4,"), alone) != lots);
    }

    void aRuleStrikesNoOftenerThanItMay()
    {
        QCOMPARE(drawn(R"({"faults":[{"method":"a","fault":"html","times":2}]})", QStringList(5, QStringLiteral("a"))),
                 QStringLiteral("xx..."));
    }

    void badRulesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << QByteArray("{") << "JSON";
        QTest::newRow("an unknown field") << QByteArray(R"({"sead":1})") << "sead";
        QTest::newRow("an unknown field of a rule") << one("cut", R"(,"chance":1)") << "chance";
        QTest::newRow("an unknown fault") << one("explode") << "fault";
        QTest::newRow("a probability above 1") << one("cut", R"(,"probability":1.5)") << "probability";
        QTest::newRow("a negative delay") << one("delay", R"(,"ms":-1)") << "ms";
        QTest::newRow("no method") << QByteArray(R"({"faults":[{"fault":"cut"}]})") << "method";
        QTest::newRow("no list") << QByteArray(R"({"faults":7})") << "faults";
    }

    void badRulesAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const Result<Faults> faults = Faults::parse(json);
        QVERIFY(!faults.ok());
        QVERIFY2(faults.error().message().contains(named), qPrintable(faults.error().message()));
    }

    void answersGoWrongAsAsked_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("holds");
        QTest::newRow("rate limited") << QByteArray("rate_limited") << 429 << QByteArray("ratelimited");
        QTest::newRow("a server error") << QByteArray("server_error") << 500 << QByteArray("Internal");
        QTest::newRow("wrong JSON") << QByteArray("wrong_json") << 200 << QByteArray("\"ok\"=");
        QTest::newRow("HTML") << QByteArray("html") << 200 << QByteArray("<!doctype html>");
        QTest::newRow("a token revoked") << QByteArray("token_revoked") << 200 << QByteArray("token_revoked");
    }

    void answersGoWrongAsAsked()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, holds);
        Bench bench;
        web::Request request =
            web::Request::make("POST", "/practice/api/faults", one(fault.constData(), R"(,"retryAfter":3)"));
        QCOMPARE(bench.send(request).status, 200);
        const web::Response answer = bench.get("/api/auth.test");
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.contains(holds), answer.body.constData());
        QCOMPARE(answer.headers.value("Retry-After"), status == 429 ? QByteArray("3") : QByteArray());
        QVERIFY(bench.get("/api/team.info").body.contains("not_authed"));
        bench.send(web::Request::make("POST", "/practice/api/faults", "{}"));
        QVERIFY(bench.get("/api/auth.test").body.contains("not_authed"));
    }

    void overASocketAnswersAreCutHalvedAndLate_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("head");
        QTest::addColumn<bool>("whole");
        QTest::newRow("cut") << one("cut") << false << false;
        QTest::newRow("half a body") << one("half_body") << true << false;
        QTest::newRow("late") << one("delay", R"(,"ms":150)") << true << true;
    }

    void overASocketAnswersAreCutHalvedAndLate()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, head);
        QFETCH(bool, whole);
        const SystemClock clock;
        SystemRandom random;
        const auto made = Sandbox::create({}, clock, random);
        QVERIFY(made.ok());
        (*made)->handle(
            [&] {
                web::Request request = web::Request::make("POST", "/practice/api/faults", fault);
                request.headers.set("Host", "localhost");
                return request;
            }(),
            web::Reply());
        web::Server server(**made);
        const Result<quint16> port = server.listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port.ok());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), *port);
        QVERIFY(socket.waitForConnected());
        QElapsedTimer timer;
        timer.start();
        socket.write("GET /api/auth.test HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = socket.readAll();
        QCOMPARE(answer.startsWith("HTTP/1.1 200"), head);
        QCOMPARE(answer.endsWith("\"ok\":false}"), whole);
        if (whole)
            QVERIFY(timer.elapsed() >= 150);
    }

    void aServerThatStopsAnswersWhatWaitsAtOnce()
    {
        const SystemClock clock;
        SystemRandom random;
        const auto made = Sandbox::create({}, clock, random);
        QVERIFY(made.ok());
        web::Request request = web::Request::make("POST", "/practice/api/faults", one("delay", R"(,"ms":600000)"));
        request.headers.set("Host", "localhost");
        (*made)->handle(std::move(request), web::Reply());
        web::Server server(**made);
        const Result<quint16> port = server.listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port.ok());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), *port);
        QVERIFY(socket.waitForConnected());
        // The second request tells that the first one was taken up: a connection is served in order, so it
        // comes over another one.
        socket.write("GET /api/auth.test HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten());
        QTcpSocket other;
        other.connectToHost(QStringLiteral("127.0.0.1"), *port);
        QVERIFY(other.waitForConnected());
        other.write("GET /api/team.info HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QTRY_VERIFY(other.bytesAvailable() > 0);
        QVERIFY(server.drain(std::chrono::seconds(5)));
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().contains("not_authed"));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
