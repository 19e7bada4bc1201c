#include "web/request.h"
#include "web/response.h"

#include <QTest>

using namespace refrain::web;

class TestRequest : public QObject {
    Q_OBJECT

private slots:
    void readsHeadersBlindToCase()
    {
        Headers headers;
        headers.add("X-Slack-Signature", "v0=1");
        headers.add("x-slack-signature", "v0=2");
        QCOMPARE(headers.value("X-SLACK-SIGNATURE"), QByteArray("v0=1"));
        QCOMPARE(headers.values("x-slack-signature").size(), 2);
        headers.set("x-Slack-Signature", "v0=3");
        QCOMPARE(headers.fields().size(), 1);
        QVERIFY(!headers.contains("X-Slack"));
        QCOMPARE(headers.value("X-Slack"), QByteArray());
    }

    void splitsTheTarget_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("usable");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a path") << QByteArray("/a/b") << true << QByteArray("/a/b");
        QTest::newRow("a query") << QByteArray("/a?b=/c?d") << true << QByteArray("/a");
        QTest::newRow("absolute form") << QByteArray("HTTP://host:1/a?b") << true << QByteArray("/a");
        QTest::newRow("absolute form without a path") << QByteArray("http://host") << true << QByteArray("/");
        QTest::newRow("no slash") << QByteArray("a") << false << QByteArray("a");
        QTest::newRow("a star for another method than OPTIONS") << QByteArray("*") << false << QByteArray("*");
        QTest::newRow("a fragment") << QByteArray("/a#b") << false << QByteArray("/a#b");
        QTest::newRow("an escape cut off") << QByteArray("/a%2") << false << QByteArray("/a%2");
        QTest::newRow("raw UTF-8") << QByteArray("/\xc3\xa9") << false << QByteArray("/\xc3\xa9");
        QTest::newRow("empty") << QByteArray() << false << QByteArray();
    }
    void splitsTheTarget()
    {
        QFETCH(QByteArray, target);
        Request request;
        request.method = "GET";
        QTEST(request.setTarget(target), "usable");
        QTEST(request.path, "path");
    }

    void readsTheQueryAndForms()
    {
        Request request = Request::make("POST", "/a?x=1&x=two+words&y=%26&flag", "text=%2Foptout+all&user_id=U1");
        QCOMPARE(request.query.value(u"x"), QStringLiteral("1"));
        QCOMPARE(request.query.values(u"x"), (QStringList{QStringLiteral("1"), QStringLiteral("two words")}));
        QCOMPARE(request.query.value(u"y"), QStringLiteral("&"));
        QVERIFY(request.query.contains(u"flag"));
        QVERIFY(request.form().entries().isEmpty());
        request.headers.add("Content-Type", "Application/X-WWW-Form-URLencoded; charset=utf-8");
        QCOMPARE(request.form().value(u"text"), QStringLiteral("/optout all"));
        QCOMPARE(request.form().value(u"user_id"), QStringLiteral("U1"));
    }

    void readsCookies()
    {
        Request request = Request::make("GET", "/");
        request.headers.add("Cookie", "a=1; state=x=y");
        request.headers.add("Cookie", "b=2");
        QCOMPARE(request.cookie("state"), QStringLiteral("x=y"));
        QCOMPARE(request.cookie("b"), QStringLiteral("2"));
        QCOMPARE(request.cookie("stat"), QString());
    }

    void readsCredentials()
    {
        Request request = Request::make("GET", "/");
        QVERIFY(request.bearerToken().isEmpty());
        QVERIFY(!request.basicCredentials());
        request.headers.set("Authorization", "bearer xoxb-1 ");
        QCOMPARE(request.bearerToken().reveal(), QByteArray("xoxb-1"));
        request.headers.set("Authorization", "Basic MS4xOnNlOmNyZXQ=");
        const auto credentials = request.basicCredentials();
        QVERIFY(credentials);
        QCOMPARE(credentials->user, QStringLiteral("1.1"));
        QCOMPARE(credentials->password.reveal(), QByteArray("se:cret"));
        request.headers.set("Authorization", "Basic !");
        QVERIFY(!request.basicCredentials());
    }

    void knowsWhichHostsAreThisComputer_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("loopback");
        for (const char* host : {"localhost", "LOCALHOST:8470", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"})
            QTest::newRow(host) << QByteArray(host) << true;
        for (const char* host : {"", "localhost.", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example",
                                 "127.0.0.2", "localhost:", "localhost:1a", "localhost:123456", "::1", "[::2]"})
            QTest::newRow(*host ? host : "none") << QByteArray(host) << false;
    }
    void knowsWhichHostsAreThisComputer()
    {
        QFETCH(QByteArray, host);
        QTEST(isLoopbackHost(host), "loopback");
    }

    void knowsWhichOriginsAreThisComputer()
    {
        QVERIFY(isLoopbackOrigin(""));
        QVERIFY(isLoopbackOrigin("http://127.0.0.1:8080"));
        QVERIFY(!isLoopbackOrigin("null"));
        QVERIFY(!isLoopbackOrigin("http://evil.example"));
        QVERIFY(!isLoopbackOrigin("http://localhost@evil.example"));
    }

    void setsCookies()
    {
        Response response;
        response.setCookie("state", "abc", {.path = "/slack", .maxAge = std::chrono::seconds(600), .secure = true});
        response.setCookie("old", "", {.maxAge = std::chrono::seconds(-1)});
        QCOMPARE(response.headers.values("Set-Cookie"),
                 (QList<QByteArray>{"state=abc; Path=/slack; HttpOnly; SameSite=Lax; Max-Age=600; Secure",
                                    "old=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"}));
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
