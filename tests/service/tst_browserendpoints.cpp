#include "service/access/authenticator.h"
#include "service/oauth/browserendpoints.h"
#include "service/oauth/tokenendpoint.h"
#include "store/profilestore.h"
#include "tests/service/workshop.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

#include <future>

using namespace refrain;
using test::FakeSlack;
using test::Workshop;

namespace {

const QByteArray verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const QByteArray challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const QByteArray console = "http%3A%2F%2F127.0.0.1%3A9%2Fcb";

QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

/// Where a redirect leads, with its query.
struct Target {
    explicit Target(const web::Response& response) : url(QUrl::fromEncoded(response.headers.value("Location"))) {}
    QString operator[](const char* name) const
    {
        return QUrlQuery(url).queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    }
    QUrl url;
};

struct Front : Workshop {
    explicit Front(const QStringList& policy = {}, const QStringList& missing = {})
        : parts{pool,
                vault,
                slack,
                keeper,
                clock,
                app,
                QUrl(QStringLiteral("https://slack.example")),
                service::WorkspacePolicy(policy),
                QStringLiteral("https://refrain.example/slack/oauth/callback"),
                writer,
                [this](const WorkspaceId& workspace) {
                    connected << workspace.toString();
                    return Result<>();
                }},
          browser(parts, tokens, tasks, random, issuer, missing)
    {
        slack.on(QStringLiteral("oauth.v2.access"), json(R"({"ok":true,"access_token":"xoxb-1","token_type":"bot",
            "scope":"users:read,channels:read","team":{"id":"T1","name":"One"},"authed_user":{"id":"U1"},
            "incoming_webhook":{"url":"https://hooks.example/x","channel":"#ops","channel_id":"C1"}})"));
        slack.on(QStringLiteral("team.info"), json(R"({"ok":true,"team":{"id":"T1","name":"One","domain":"one"}})"));
        person(QStringLiteral("is_admin"));
    }

    void person(const QString& flag)
    {
        slack.on(QStringLiteral("users.info"),
                 {{QStringLiteral("ok"), true},
                  {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), QStringLiteral("U1")},
                                                       {QStringLiteral("real_name"), QStringLiteral("Ann")},
                                                       {flag, true}}}});
    }

    web::Response setOut(const QByteArray& more = {})
    {
        return browser.authorize(web::Request::make(
            "GET", "/oauth/authorize?response_type=code&client_id=refrain-console&redirect_uri=" + console +
                       "&state=st&code_challenge=" + challenge + "&code_challenge_method=S256" + more));
    }

    web::Response comeBack(const QByteArray& query, const QByteArray& cookie)
    {
        web::Request request = web::Request::make("GET", "/slack/oauth/callback?" + query);
        request.headers.set("Cookie", cookie);
        std::promise<web::Response> promise;
        std::future<web::Response> future = promise.get_future();
        browser.callback(request,
                         web::Reply::capture([&](web::Response response) { promise.set_value(std::move(response)); }));
        return future.get();
    }

    /// The whole way; `answer` is what Slack says on the way back.
    web::Response pass(const QByteArray& more = {}, const QByteArray& answer = "code=1.1")
    {
        const web::Response begun = setOut(more);
        return comeBack(answer + "&state=" + Target(begun)["state"].toLatin1(),
                        begun.headers.value("Set-Cookie").split(';').first());
    }

    QString roleOf(const char* user)
    {
        const auto member = store::MemberStore(database()).find(id, QString::fromLatin1(user));
        return *member ? toString((*member)->role) : QString();
    }

    QUrl issuer{QStringLiteral("https://refrain.example")};
    QStringList connected;
    service::FlowParts parts;
    service::TaskPool tasks{2, 10};
    service::BrowserEndpoints browser;
};

}  // namespace

class TestBrowserEndpoints : public QObject {
    Q_OBJECT

private slots:
    void requestsThatCannotBeTrustedGoNowhere_data()
    {
        QTest::addColumn<QByteArray>("query");
        const QByteArray rest =
            "&response_type=code&state=s&code_challenge=" + challenge + "&code_challenge_method=S256";
        const auto row = [&](const char* name, const QByteArray& query) { QTest::newRow(name) << query + rest; };
        row("another client", "client_id=evil&redirect_uri=" + console);
        row("no client", "redirect_uri=" + console);
        row("two clients", "client_id=refrain-console&client_id=evil&redirect_uri=" + console);
        row("no address", "client_id=refrain-console");
        row("an address elsewhere", "client_id=refrain-console&redirect_uri=http%3A%2F%2Fevil.example%3A9%2Fcb");
        row("an address of https", "client_id=refrain-console&redirect_uri=https%3A%2F%2F127.0.0.1%3A9%2Fcb");
        row("an address by name", "client_id=refrain-console&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fcb");
        row("an address without a port", "client_id=refrain-console&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcb");
        row("an address with a user", "client_id=refrain-console&redirect_uri=http%3A%2F%2Fa%40127.0.0.1%3A9%2Fcb");
        row("an address with a fragment", "client_id=refrain-console&redirect_uri=" + console + "%23x");
    }

    void requestsThatCannotBeTrustedGoNowhere()
    {
        QFETCH(QByteArray, query);
        Front front;
        const web::Response response = front.browser.authorize(web::Request::make("GET", "/oauth/authorize?" + query));
        QCOMPARE(response.status, 400);
        QVERIFY(!response.headers.contains("Location"));
        QVERIFY(response.headers.value("Content-Security-Policy").contains("default-src 'none'"));
    }

    void unsoundRequestsGoBackWithTheError_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("error");
        const QByteArray start = "client_id=refrain-console&redirect_uri=" + console;
        const auto row = [&](const char* name, const QByteArray& query, const char* error) {
            QTest::newRow(name) << start + query << QString::fromLatin1(error);
        };
        const QByteArray pkce = "&code_challenge=" + challenge + "&code_challenge_method=S256";
        row("no response type", "&state=s" + pkce, "invalid_request");
        row("another response type", "&response_type=token&state=s" + pkce, "unsupported_response_type");
        row("no state", "&response_type=code" + pkce, "invalid_request");
        row("no challenge", "&response_type=code&state=s&code_challenge_method=S256", "invalid_request");
        row("a plain challenge", "&response_type=code&state=s&code_challenge=" + challenge, "invalid_request");
        row("a short challenge", "&response_type=code&state=s&code_challenge=abc&code_challenge_method=S256",
            "invalid_request");
        row("an unknown intent", "&response_type=code&state=s&intent=dance" + pkce, "invalid_request");
        row("a team that is none", "&response_type=code&state=s&team=acme" + pkce, "invalid_request");
        row("a state given twice", "&response_type=code&state=s&state=t" + pkce, "invalid_request");
    }

    void unsoundRequestsGoBackWithTheError()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, error);
        Front front;
        const Target back(front.browser.authorize(web::Request::make("GET", "/oauth/authorize?" + query)));
        QCOMPARE(back.url.port(), 9);
        QCOMPARE(back["error"], error);
        QCOMPARE(back["iss"], front.issuer.toString());
    }

    void withoutASlackAppItSaysWhatIsMissing()
    {
        Front front({}, {QStringLiteral("REFRAIN_SLACK_CLIENT_ID")});
        const web::Response response = front.setOut();
        QCOMPARE(response.status, 503);
        QVERIFY(response.body.contains("REFRAIN_SLACK_CLIENT_ID"));
    }

    void theFirstInstallsAndLaterOnesSignIn()
    {
        Front front;
        QCOMPARE(Target(front.setOut()).url.path(), QStringLiteral("/oauth/v2/authorize"));
        front.connectWorkspace();
        const Target later(front.setOut());
        QCOMPARE(later.url.path(), QStringLiteral("/openid/connect/authorize"));
        QVERIFY(!later["nonce"].isEmpty());
        QCOMPARE(Target(front.setOut("&intent=webhook"))["scope"], QStringLiteral("incoming-webhook"));
    }

    void theStateIsOursAndItsCookieOfThisBrowserAlone()
    {
        Front front;
        const web::Response response = front.setOut();
        const QByteArray cookie = response.headers.value("Set-Cookie");
        QVERIFY(Target(response)["state"] != QLatin1String("st"));
        for (const char* part : {"HttpOnly", "SameSite=Lax", "Secure", "Max-Age=600", "Path=/slack/oauth/callback"})
            QVERIFY2(cookie.contains(part), cookie.constData());
    }

    void whoComesBackWithTheRightStateAndCookieIsIn()
    {
        Front front;
        const Target back(front.pass());
        QCOMPARE(back["state"], QStringLiteral("st"));
        QCOMPARE(back["iss"], front.issuer.toString());
        const auto session =
            front.tokens.redeem(back["code"].toUtf8(), verifier, QStringLiteral("http://127.0.0.1:9/cb"));
        QVERIFY(session);
        QVERIFY(session->role == Role::Admin);
        QCOMPARE(front.connected, QStringList(QStringLiteral("T1")));
    }

    void forgeriesEndOnAPage_data()
    {
        QTest::addColumn<QString>("forgery");
        for (const char* forgery : {"no cookie", "another cookie", "no state", "another state", "a state used before",
                                    "a state ten minutes old", "an error with a forged state"})
            QTest::newRow(forgery) << QString::fromLatin1(forgery);
    }

    void forgeriesEndOnAPage()
    {
        QFETCH(QString, forgery);
        Front front;
        const web::Response begun = front.setOut();
        QByteArray cookie = begun.headers.value("Set-Cookie").split(';').first();
        QByteArray query = "code=1.1&state=" + Target(begun)["state"].toLatin1();
        if (forgery == QLatin1String("no cookie"))
            cookie.clear();
        else if (forgery == QLatin1String("another cookie"))
            cookie = cookie.split('=').first() + "=forged";
        else if (forgery == QLatin1String("no state"))
            query = "code=1.1";
        else if (forgery == QLatin1String("another state"))
            query = "code=1.1&state=forged";
        else if (forgery == QLatin1String("a state used before"))
            (void)front.comeBack("error=access_denied&state=" + Target(begun)["state"].toLatin1(), cookie);
        else if (forgery == QLatin1String("a state ten minutes old"))
            front.clock.advance(std::chrono::minutes(10));
        else
            query = "error=access_denied&state=forged";
        const web::Response response = front.comeBack(query, cookie);
        QCOMPARE(response.status, 400);
        QVERIFY(!response.headers.contains("Location"));
        QCOMPARE(front.slack.asked(), QStringList());
    }

    void everyWordOfSlacksIsAnErrorOfOAuths_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* word, const char* error, const char* reason) {
            QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(error)
                                << QString::fromLatin1(reason);
        };
        row("access_denied", "access_denied", "denied");
        row("unapproved_scope", "access_denied", "approval_pending");
        row("user_email_unverified", "access_denied", "email_unverified");
        row("invalid_team_for_non_distributed_app", "access_denied", "not_distributed");
        row("cannot_install_an_org_installed_app", "access_denied", "organization_wide");
        row("scope_not_allowed_on_enterprise", "invalid_scope", "missing_scopes");
        row("invalid_scope", "invalid_scope", "not_configured");
        row("no_scopes", "invalid_scope", "not_configured");
        for (const char* word : {"bad_redirect_uri", "bad_client_secret", "invalid_client_id", "pkce_not_allowed"})
            row(word, "server_error", "not_configured");
        row("invalid_code", "server_error", "expired");
        for (const char* word : {"invalid_code_verifier", "invalid_grant_type", "oauth_authorization_url_mismatch",
                                 "preview_feature_not_available"})
            row(word, "server_error", "internal");
        for (const char* word : {"ratelimited", "internal_error", "service_unavailable"})
            row(word, "temporarily_unavailable", "slack_unavailable");
        row("a_word_of_tomorrow", "server_error", "refused");
    }

    void everyWordOfSlacksIsAnErrorOfOAuths()
    {
        QFETCH(QString, word);
        QFETCH(QString, error);
        QFETCH(QString, reason);
        Front front;
        front.slack.failWith(QStringLiteral("oauth.v2.access"), word);
        const Target back(front.pass());
        QCOMPARE(back["error"], error);
        QCOMPARE(back["reason"], reason);
        QVERIFY(!back["error_description"].isEmpty());
        QCOMPARE(back["state"], QStringLiteral("st"));
        QCOMPARE(front.connected, QStringList());
        if (error != QLatin1String("temporarily_unavailable"))
            QCOMPARE(Target(front.pass({}, "error=" + word.toLatin1()))["error"], error);
    }

    void roles_data()
    {
        QTest::addColumn<QString>("flag");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("others");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* name, const char* flag, const char* before, const char* others,
                            const char* after) {
            QTest::newRow(name) << QString::fromLatin1(flag) << QString::fromLatin1(before)
                                << QString::fromLatin1(others) << QString::fromLatin1(after);
        };
        row("the first one, a Slack admin", "is_admin", "", "", "admin");
        row("the first one, whoever it is", "is_nobody", "", "", "admin");
        row("a later install changes no role", "is_admin", "viewer", "admin", "viewer");
        row("a later install gives none", "is_admin", "", "admin", "");
        row("a Slack owner comes to the rescue", "is_owner", "", "viewer", "admin");
        row("a Slack admin does not", "is_admin", "", "viewer", "");
    }

    void roles()
    {
        QFETCH(QString, flag);
        QFETCH(QString, before);
        QFETCH(QString, others);
        QFETCH(QString, after);
        Front front;
        front.person(flag);
        if (!others.isEmpty()) {
            front.connectWorkspace();
            front.addMember(QStringLiteral("U2"), *roleFromString(others));
        }
        if (!before.isEmpty())
            front.addMember(QStringLiteral("U1"), *roleFromString(before));
        const Target back(front.pass("&intent=install"));
        QCOMPARE(front.roleOf("U1"), after);
        QCOMPARE(back["reason"], after.isEmpty() ? QStringLiteral("no_role") : QString());
    }

    void whatMayNotBeConnected_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a workspace that is not on the list")
            << QStringLiteral("T9") << QByteArray() << QStringLiteral("closed");
        QTest::newRow("another one than was asked for")
            << QStringLiteral("*") << QByteArray("&team=T9") << QStringLiteral("wrong_workspace");
        QTest::newRow("the one that was asked for") << QStringLiteral("*") << QByteArray("&team=T1") << QString();
    }

    void whatMayNotBeConnected()
    {
        QFETCH(QString, setting);
        QFETCH(QByteArray, more);
        QFETCH(QString, reason);
        Front front({setting});
        QCOMPARE(Target(front.pass(more))["reason"], reason);
        QCOMPARE(front.connected.isEmpty(), !reason.isEmpty());
    }

    void withoutTheNeededScopeNothingIsStored()
    {
        Front front;
        front.slack.on(QStringLiteral("oauth.v2.access"), json(R"({"ok":true,"access_token":"xoxb-1","token_type":"bot",
            "scope":"commands","team":{"id":"T1"},"authed_user":{"id":"U1"}})"));
        QCOMPARE(Target(front.pass())["reason"], QStringLiteral("missing_scopes"));
        QCOMPARE(front.connected, QStringList());
    }

    void anAdminConnectsAChannelByItsWebhook()
    {
        Front front;
        front.connectWorkspace();
        QCOMPARE(Target(front.pass("&intent=webhook"))["reason"], QStringLiteral("no_role"));
        front.addMember(QStringLiteral("U1"), Role::Admin);
        QVERIFY(!Target(front.pass("&intent=webhook"))["code"].isEmpty());
        const auto profile =
            store::ProfileStore(front.database(), front.vault).find(front.id, QStringLiteral("channel_ops"));
        QVERIFY(profile && *profile);
        QCOMPARE((*profile)->address.reveal(), QByteArray("https://hooks.example/x"));
    }

    void aBrowserWithoutAConsoleEndsOnAPage()
    {
        Front front;
        const web::Response begun = front.browser.install(web::Request::make("GET", "/slack/install"));
        const web::Response done = front.comeBack("code=1.1&state=" + Target(begun)["state"].toLatin1(),
                                                  begun.headers.value("Set-Cookie").split(';').first());
        QCOMPARE(done.status, 200);
        QVERIFY(done.body.contains("Refrain is connected"));
        QVERIFY(!done.body.contains("<script"));
    }
};

QTEST_GUILESS_MAIN(TestBrowserEndpoints)
#include "tst_browserendpoints.moc"
