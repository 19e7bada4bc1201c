#include "sandbox/pages/html.h"
#include "tests/sandbox/bench.h"

#include <QTest>

using namespace refrain;
using test::Bench;
using Fields = Bench::Fields;

namespace {

QString requestIn(const QByteArray& html)
{
    const qsizetype at = html.indexOf("name=\"request\" value=\"");
    return QString::fromLatin1(html.mid(at + 22)).section(u'"', 0, 0);
}

Fields decision(const QString& request, const char* word, const QString& user = {})
{
    return {{QStringLiteral("request"), request},
            {QStringLiteral("decision"), QLatin1String(word)},
            {QStringLiteral("user"), user}};
}

const QByteArray good = Bench::authorizeTarget("scope=users:read");

}  // namespace

class TestConsentPages : public QObject {
    Q_OBJECT

private slots:
    void badLinksAreExplainedAndNeverRedirect_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("word");
        const QByteArray install = "/oauth/v2/authorize?";
        const QByteArray signIn = "/openid/connect/authorize?client_id=1.1&redirect_uri=https://x.test/&";
        QTest::newRow("nothing at all") << install << QByteArray("invalid_client_id");
        QTest::newRow("another client") << install + "client_id=2.2&scope=users:read&redirect_uri=https://x.test/"
                                        << QByteArray("invalid_client_id");
        QTest::newRow("no redirect address")
            << install + "client_id=1.1&scope=users:read" << QByteArray("bad_redirect_uri");
        for (const char* address :
             {"http://x.test/", "javascript:alert(1)", "https://x.test/%23frag", "//x.test", "https://u:p@x.test/"})
            QTest::addRow("the redirect address %s", address)
                << install + "client_id=1.1&scope=users:read&redirect_uri=" + address << QByteArray("bad_redirect_uri");
        QTest::newRow("no scope") << install + "client_id=1.1&redirect_uri=https://x.test/" << QByteArray("no_scopes");
        QTest::newRow("a scope that Slack does not have")
            << install + "client_id=1.1&redirect_uri=https://x.test/&scope=users:eat" << QByteArray("invalid_scope");
        QTest::newRow("openid among other scopes")
            << install + "client_id=1.1&redirect_uri=https://x.test/&user_scope=openid,users:read"
            << QByteArray("invalid_scope");
        QTest::newRow("signing in without openid")
            << signIn + "response_type=code&scope=email" << QByteArray("invalid_scope");
        QTest::newRow("signing in with more")
            << signIn + "response_type=code&scope=openid%20users:read" << QByteArray("invalid_scope");
        QTest::newRow("signing in with a token at once")
            << signIn + "response_type=token&scope=openid" << QByteArray("invalid_response_type");
    }

    void badLinksAreExplainedAndNeverRedirect()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, word);
        Bench bench;
        const web::Response answer = bench.get(target);
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.headers.contains("Location"));
        QVERIFY2(answer.body.contains("id=\"error\">" + word), answer.body.constData());
    }

    void thePageOffersPeopleOfEveryRole()
    {
        Bench bench;
        const QByteArray html = bench.get(good).body;
        for (const char* role : {"primary owner", "owner", "admin", "member", "guest", "single channel guest"})
            QVERIFY2(html.contains(QByteArray(" ") + role + ","), role);
        for (const char* id : {"id=\"allow\"", "id=\"deny\"", "id=\"ask-admin\"", "id=\"user\"", "id=\"search\""})
            QVERIFY2(html.contains(id), id);
        QVERIFY(!html.contains("<script"));
    }

    void everythingOnThePageIsEscaped()
    {
        Bench bench;
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        bench.postJson("/practice/api/users/" + owner.toLatin1(),
                       {{QStringLiteral("realName"), QStringLiteral("<b>\"x'&")}});
        const QByteArray html = bench.get(good + "&x=%3Cscript%3E").body;
        QVERIFY(html.contains("&lt;b&gt;&quot;x&#39;&amp;"));
        QVERIFY(!html.contains("<b>"));
        const web::Response found =
            bench.get("/oauth/v2/authorize?request=" + requestIn(html).toLatin1() + "&q=%22%3E%3Cscript%3E");
        QVERIFY(!found.body.contains("<script"));
        QVERIFY(found.headers.value("Content-Security-Policy").contains("default-src 'none'"));
    }

    void denyingGoesBackWithTheState()
    {
        Bench bench;
        const QString request = requestIn(bench.get(good + "&state=a%20b%26c").body);
        const web::Response answer = bench.postForm("/practice/authorize", decision(request, "deny"));
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.headers.value("Location"),
                 QByteArray("http://localhost:8470/slack/oauth/callback?error=access_denied&state=s"));
    }

    void aRequestIsAnsweredOnce()
    {
        Bench bench;
        const QString request = requestIn(bench.get(good).body);
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        QCOMPARE(bench.postForm("/practice/authorize", decision(request, "allow", owner)).status, 302);
        QCOMPARE(bench.postForm("/practice/authorize", decision(request, "allow", owner)).status, 400);
    }

    void whoCannotSignInCannotBeChosen_data()
    {
        QTest::addColumn<int>("index");
        QTest::newRow("Slackbot") << 1;
        QTest::newRow("the app's bot") << 2;
        QTest::newRow("somebody who left") << 7;
        QTest::newRow("a stranger") << 8;
        QTest::newRow("somebody who was only invited") << 11;
    }

    void whoCannotSignInCannotBeChosen()
    {
        QFETCH(int, index);
        Bench bench;
        const QString request = requestIn(bench.get(good).body);
        const QString id = sandbox::People(1).idAt(quint64(index));
        QCOMPARE(bench.postForm("/practice/authorize", decision(request, "allow", id)).status, 400);
        // Nothing was decided: the right person may still be chosen.
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        QCOMPARE(bench.postForm("/practice/authorize", decision(request, "allow", owner)).status, 302);
    }

    void anAdminMayBeAskedAndApprove()
    {
        Bench bench;
        const QString request = requestIn(bench.get(good).body);
        QCOMPARE(bench.postForm("/practice/authorize", decision(request, "approve")).status, 400);
        const QString member = sandbox::People(1).idAt(4);
        const web::Response waiting = bench.postForm("/practice/authorize", decision(request, "ask-admin", member));
        QCOMPARE(waiting.status, 200);
        QVERIFY(waiting.body.contains("id=\"approve\""));
        const web::Response answer = bench.postForm("/practice/authorize", decision(request, "approve"));
        QCOMPARE(answer.status, 302);
        const QUrlQuery query(QUrl(QString::fromLatin1(answer.headers.value("Location"))));
        const QJsonObject installed = bench.exchange(query.queryItemValue(QStringLiteral("code")));
        QCOMPARE(installed.value(QStringLiteral("authed_user")).toObject().value(QStringLiteral("id")).toString(),
                 member);
    }

    void anybodyCanBeFound()
    {
        Bench bench;
        const QString request = requestIn(bench.get(good).body);
        const sandbox::People people(1);
        quint64 index = 40;
        while (people.kindAt(index) != sandbox::PersonKind::Member || people.deletedAt(index))
            ++index;
        const QString id = people.idAt(index);
        const QByteArray html =
            bench.get("/oauth/v2/authorize?request=" + request.toLatin1() + "&q=" + id.toLatin1()).body;
        QVERIFY(html.contains("value=\"" + id.toLatin1() + "\" selected"));
        QVERIFY(
            bench.get("/oauth/v2/authorize?request=" + request.toLatin1() + "&q=zzzz").body.contains("id=\"nobody\""));
    }

    void scopesMayBeLeftOut()
    {
        Bench bench;
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        const Fields choosing{{QStringLiteral("choosing"), QStringLiteral("1")}};
        const Fields one{{QStringLiteral("bot_scope"), QStringLiteral("team:read")},
                         {QStringLiteral("bot_scope"), QStringLiteral("admin")}};
        const QByteArray two = Bench::authorizeTarget("scope=users:read,team:read");
        const QJsonObject answer = bench.exchange(bench.authorize(two, owner, choosing + one));
        QCOMPARE(answer.value(QStringLiteral("scope")).toString(), QStringLiteral("team:read"));
        QVERIFY(bench.authorize(two, owner, choosing).isEmpty());
    }

    void thePagesOwnFormsNameTheirOrigin()
    {
        // Under no-referrer, browsers send `Origin: null`, and the form would be taken for another site's.
        Bench bench;
        QCOMPARE(bench.get(good).headers.value("Referrer-Policy"), QByteArray("same-origin"));
    }

    void autoApproveAnswersAsThePrimaryOwner()
    {
        sandbox::Options options;
        options.autoApprove = true;
        Bench bench(options);
        const web::Response answer = bench.get(good);
        QCOMPARE(answer.status, 302);
        const QUrlQuery query(QUrl(QString::fromLatin1(answer.headers.value("Location"))));
        const QJsonObject installed = bench.exchange(query.queryItemValue(QStringLiteral("code")));
        QCOMPARE(installed.value(QStringLiteral("authed_user")).toObject().value(QStringLiteral("id")).toString(),
                 bench.state(QStringLiteral("primaryOwner")));
    }

    void aFormFromAnotherSiteIsRefused()
    {
        Bench bench;
        web::Request request = web::Request::make("POST", "/practice/authorize", "decision=allow");
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.headers.set("Origin", "https://evil.example");
        QCOMPARE(bench.send(request).status, 403);
    }
};

QTEST_GUILESS_MAIN(TestConsentPages)
#include "tst_consentpages.moc"
