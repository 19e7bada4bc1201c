#include "web/router.h"

#include <QTest>

#include <optional>

using namespace refrain::web;

namespace {

Handler named(const char* name)
{
    return [name](const Request& request, Reply reply) {
        QByteArray text = name;
        QStringList keys = request.pathParameters.keys();
        keys.sort();
        for (const QString& key : keys)
            text += ' ' + key.toUtf8() + '=' + request.parameter(key).toUtf8();
        reply.send(Response::text(text));
    };
}

Router desk()
{
    Router router;
    router.add("GET", QStringLiteral("/"), named("root"));
    router.add("GET", QStringLiteral("/v1/workspaces/{ws}/subjects/{id}"), named("subject"));
    router.add("POST", QStringLiteral("/v1/workspaces/{ws}/subjects/{id}:erase"), named("erase"));
    router.add("POST", QStringLiteral("/v1/workspaces/{ws}/drift:repair"), named("repair"), {.bodyLimit = 7});
    router.add("PUT", QStringLiteral("/v1/workspaces/{ws}/subjects/{id}/preferences/{category}"), named("put"));
    router.add("GET", QStringLiteral("/v1/workspaces/{ws}/audit/{what}"), named("audit"));
    router.add("GET", QStringLiteral("/v1/workspaces/{ws}/audit/checkpoint"), named("checkpoint"));
    return router;
}

Response ask(Router& router, const QByteArray& method, const QByteArray& target)
{
    std::optional<Response> answer;
    router.handle(Request::make(method, target),
                  Reply::capture([&answer](Response response) { answer = std::move(response); }));
    return answer.value_or(Response::text("no answer", 0));
}

}  // namespace

class TestRouter : public QObject {
    Q_OBJECT

private slots:
    void findsTheRoute_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray at = "/v1/workspaces/T1";
        QTest::newRow("the root") << QByteArray("GET") << QByteArray("/") << QByteArray("root");
        QTest::newRow("parameters") << QByteArray("GET") << at + "/subjects/U1?x=1"
                                    << QByteArray("subject id=U1 ws=T1");
        QTest::newRow("an escaped slash stays inside its segment")
            << QByteArray("GET") << at + "/subjects/a%2Fb" << QByteArray("subject id=a/b ws=T1");
        QTest::newRow("UTF-8") << QByteArray("GET") << at + "/subjects/%C3%A9"
                               << QByteArray("subject id=\xc3\xa9 ws=T1");
        QTest::newRow("a verb on a parameter")
            << QByteArray("POST") << at + "/subjects/U1:erase" << QByteArray("erase id=U1 ws=T1");
        QTest::newRow("a verb on a word") << QByteArray("POST") << at + "/drift:repair" << QByteArray("repair ws=T1");
        QTest::newRow("an escaped verb on a word")
            << QByteArray("POST") << at + "/drift%3Arepair" << QByteArray("repair ws=T1");
        QTest::newRow("an escaped colon is no verb")
            << QByteArray("GET") << at + "/subjects/U1%3Aerase" << QByteArray("subject id=U1:erase ws=T1");
        QTest::newRow("a colon is part of an id where no verb fits the method")
            << QByteArray("GET") << at + "/subjects/a:erase" << QByteArray("subject id=a:erase ws=T1");
        QTest::newRow("everything") << QByteArray("PUT") << at + "/subjects/U1/preferences/*"
                                    << QByteArray("put category=* id=U1 ws=T1");
        QTest::newRow("a literal beats a parameter")
            << QByteArray("GET") << at + "/audit/checkpoint" << QByteArray("checkpoint ws=T1");
        QTest::newRow("HEAD goes to GET") << QByteArray("HEAD") << QByteArray("/") << QByteArray("root");
    }
    void findsTheRoute()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, answer);
        Router router = desk();
        const Response response = ask(router, method, target);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, answer);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("allow");
        const QByteArray at = "/v1/workspaces/T1";
        QTest::newRow("no such path") << QByteArray("GET") << QByteArray("/v2") << 404 << QByteArray();
        QTest::newRow("a trailing slash") << QByteArray("GET") << at + "/subjects/U1/" << 404 << QByteArray();
        QTest::newRow("an empty id") << QByteArray("GET") << at + "/subjects/" << 404 << QByteArray();
        QTest::newRow("a verb without an id")
            << QByteArray("PUT") << at + "/subjects/:erase" << 405 << QByteArray("GET, HEAD");
        QTest::newRow("another method") << QByteArray("DELETE") << at + "/drift:repair" << 405 << QByteArray("POST");
        QTest::newRow("a method of two routes")
            << QByteArray("DELETE") << at + "/subjects/U1:erase" << 405 << QByteArray("GET, HEAD, POST");
        QTest::newRow("methods are case-sensitive")
            << QByteArray("get") << QByteArray("/") << 405 << QByteArray("GET, HEAD");
    }
    void refusesOthers()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        Router router = desk();
        const Response response = ask(router, method, target);
        QTEST(response.status, "status");
        QTEST(response.headers.value("Allow"), "allow");
    }

    void formatsItsRefusalsAsToldTo()
    {
        Router router = desk();
        router.setErrorFormatter([](const HttpError& error) {
            return Response::text("E" + QByteArray::number(error.status), error.status);
        });
        QCOMPARE(ask(router, "GET", "/v2").body, QByteArray("E404"));
        QCOMPARE(ask(router, "PUT", "/").body, QByteArray("E405"));
        QCOMPARE(ask(router, "PUT", "/").headers.value("Allow"), QByteArray("GET, HEAD"));
    }

    void knowsARoutesBodyLimitBeforeItRuns()
    {
        const Router router = desk();
        QCOMPARE(router.bodyLimit(Request::make("POST", "/v1/workspaces/T1/drift:repair")), 7);
        QCOMPARE(router.bodyLimit(Request::make("POST", "/nowhere")), defaultBodyLimit);
    }

    void listsItsRoutes()
    {
        const Router router = desk();
        QCOMPARE(router.routes().size(), size_t(7));
        QCOMPARE(router.routes()[2].method, QByteArray("POST"));
        QCOMPARE(router.routes()[2].pattern.text(), QStringLiteral("/v1/workspaces/{ws}/subjects/{id}:erase"));
    }

    void aCapturedReplyAnswersOnce()
    {
        int count = 0;
        Reply reply = Reply::capture([&count](const Response&) { ++count; });
        QVERIFY(reply.isAlive());
        reply.send(Response::empty());
        reply.send(Response::empty());
        QCOMPARE(count, 1);
        QVERIFY(!reply.isAlive());
        int status = 0;
        {
            const Reply lost = Reply::capture([&status](const Response& response) { status = response.status; });
        }
        QCOMPARE(status, 500);
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
