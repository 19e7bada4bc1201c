#include "tests/sandbox/bench.h"

#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using test::Bench;
using Fields = Bench::Fields;

namespace {

sandbox::Options withRotation(bool on)
{
    sandbox::Options options;
    options.app.rotation = on;
    options.rateLimits = false;
    return options;
}

QString text(const QJsonObject& object, const char* field)
{
    return object.value(QLatin1String(field)).toString();
}

Fields refresh(const QString& token)
{
    return Bench::client(
        {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")}, {QStringLiteral("refresh_token"), token}});
}

}  // namespace

class TestOAuth : public QObject {
    Q_OBJECT

private slots:
    void anInstallationAnswersWithEveryField()
    {
        Bench bench(withRotation(true));
        const QJsonObject answer = bench.install("users:read,chat:write");
        QVERIFY(answer.value(QStringLiteral("ok")).toBool());
        QVERIFY(text(answer, "access_token").startsWith(QStringLiteral("xoxe.xoxb-1-")));
        QVERIFY(text(answer, "refresh_token").startsWith(QStringLiteral("xoxe-1-")));
        QCOMPARE(answer.value(QStringLiteral("expires_in")).toInt(), 43200);
        QCOMPARE(text(answer, "scope"), QStringLiteral("users:read,chat:write"));
        QCOMPARE(text(answer, "token_type"), QStringLiteral("bot"));
        QVERIFY(answer.value(QStringLiteral("enterprise")).isNull());
        QVERIFY(!answer.value(QStringLiteral("is_enterprise_install")).toBool(true));
        QCOMPARE(text(answer.value(QStringLiteral("team")).toObject(), "id"), bench.state(QStringLiteral("team")));
        QCOMPARE(text(answer, "bot_user_id"), bench.state(QStringLiteral("bot")));
        QCOMPARE(text(answer.value(QStringLiteral("authed_user")).toObject(), "id"),
                 bench.state(QStringLiteral("primaryOwner")));
        QVERIFY(!answer.contains(QStringLiteral("incoming_webhook")));
    }

    void withoutRotationNothingExpires()
    {
        Bench bench(withRotation(false));
        const QJsonObject answer = bench.install("users:read");
        QVERIFY(text(answer, "access_token").startsWith(QStringLiteral("xoxb-")));
        QVERIFY(!answer.contains(QStringLiteral("refresh_token")));
        bench.clock.advance(std::chrono::hours(24 * 400));
        QVERIFY(bench.call("auth.test", text(answer, "access_token").toLatin1()).value(QStringLiteral("ok")).toBool());
        QCOMPARE(text(bench.install("users:read"), "access_token"), text(answer, "access_token"));
    }

    void anOrganizationWideInstallHasNoTeam()
    {
        Bench bench(withRotation(true));
        const QJsonObject answer = bench.install("users:read", {{QStringLiteral("where"), QStringLiteral("org")}});
        QVERIFY(answer.value(QStringLiteral("team")).isNull());
        QCOMPARE(text(answer.value(QStringLiteral("enterprise")).toObject(), "id"),
                 bench.state(QStringLiteral("enterprise")));
        QVERIFY(answer.value(QStringLiteral("is_enterprise_install")).toBool());
        const QByteArray token = text(answer, "access_token").toLatin1();
        QCOMPARE(Bench::error(bench.call("users.list", token, {{QStringLiteral("limit"), QStringLiteral("5")}})),
                 QStringLiteral("missing_argument"));
        QVERIFY(bench
                    .call("users.list", token,
                          {{QStringLiteral("limit"), QStringLiteral("5")},
                           {QStringLiteral("team_id"), bench.state(QStringLiteral("team"))}})
                    .value(QStringLiteral("ok"))
                    .toBool());
    }

    void userScopesGiveAUserTokenOfTheirOwn()
    {
        Bench bench(withRotation(true));
        const QJsonObject answer = bench.exchange(bench.authorize(Bench::authorizeTarget("user_scope=users:read"),
                                                                  bench.state(QStringLiteral("primaryOwner"))));
        QVERIFY(!answer.contains(QStringLiteral("access_token")));
        const QJsonObject person = answer.value(QStringLiteral("authed_user")).toObject();
        QVERIFY(text(person, "access_token").startsWith(QStringLiteral("xoxe.xoxp-1-")));
        QCOMPARE(text(person, "token_type"), QStringLiteral("user"));
        const QJsonObject flat = bench.call("oauth.v2.access", {}, refresh(text(person, "refresh_token")));
        QCOMPARE(text(flat, "token_type"), QStringLiteral("user"));
        QVERIFY(!flat.contains(QStringLiteral("authed_user")));
    }

    void scopesAddUp()
    {
        Bench bench(withRotation(true));
        const QByteArray first = bench.tokenFor("users:read");
        QCOMPARE(text(bench.install("team:read"), "scope"), QStringLiteral("users:read,team:read"));
        QVERIFY(bench.call("team.info", first).value(QStringLiteral("ok")).toBool());
    }

    void badExchanges_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const char* field, const char* value, const char* error) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(value)
                                << QString::fromLatin1(error);
        };
        row("another client", "client_id", "9.9", "invalid_client_id");
        row("a wrong secret", "client_secret", "guess", "bad_client_secret");
        row("an unknown code", "code", "1.2.abc", "invalid_code");
        row("another redirect address", "redirect_uri", "http://localhost:1/x", "bad_redirect_uri");
        row("no redirect address", "redirect_uri", "", "bad_redirect_uri");
        row("another grant", "grant_type", "password", "invalid_grant_type");
    }

    void badExchanges()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, error);
        Bench bench(withRotation(true));
        const QString code =
            bench.authorize(Bench::authorizeTarget("scope=users:read"), bench.state(QStringLiteral("primaryOwner")));
        Fields fields =
            Bench::client({{QStringLiteral("code"), code}, {QStringLiteral("redirect_uri"), Bench::redirect()}});
        fields.removeIf([&](const auto& entry) { return entry.first == field; });
        fields.append({field, value});
        QCOMPARE(Bench::error(bench.call("oauth.v2.access", {}, fields)), error);
    }

    void theClientMayUseHttpBasic()
    {
        Bench bench(withRotation(true));
        const QString code =
            bench.authorize(Bench::authorizeTarget("scope=users:read"), bench.state(QStringLiteral("primaryOwner")));
        web::Request request = web::Request::make(
            "POST", "/api/oauth.v2.access",
            "code=" + code.toLatin1() + "&redirect_uri=" + QUrl::toPercentEncoding(Bench::redirect()));
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.headers.set("Authorization", "Basic " + QByteArray("1.1:practice-client-secret").toBase64());
        QVERIFY(Bench::json(bench.send(request)).value(QStringLiteral("ok")).toBool());
    }

    void aCodeServesOnceAndTenMinutes()
    {
        Bench bench(withRotation(true));
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        const QString once = bench.authorize(Bench::authorizeTarget("scope=users:read"), owner);
        QVERIFY(bench.exchange(once).value(QStringLiteral("ok")).toBool());
        QCOMPARE(Bench::error(bench.exchange(once)), QStringLiteral("invalid_code"));
        const QString late = bench.authorize(Bench::authorizeTarget("scope=users:read"), owner);
        bench.clock.advance(std::chrono::seconds(601));
        QCOMPARE(Bench::error(bench.exchange(late)), QStringLiteral("invalid_code"));
    }

    void refreshTokensRotate()
    {
        Bench bench(withRotation(true));
        const QJsonObject first = bench.install("users:read");
        const QJsonObject second = bench.call("oauth.v2.access", {}, refresh(text(first, "refresh_token")));
        QVERIFY(second.value(QStringLiteral("ok")).toBool());
        QVERIFY(text(second, "refresh_token") != text(first, "refresh_token"));
        QVERIFY(second.contains(QStringLiteral("bot_user_id")));
        for (const QJsonObject& answer : {first, second})
            QVERIFY(
                bench.call("auth.test", text(answer, "access_token").toLatin1()).value(QStringLiteral("ok")).toBool());

        const QJsonObject third = bench.call("oauth.v2.access", {}, refresh(text(second, "refresh_token")));
        QCOMPARE(Bench::error(bench.call("auth.test", text(first, "access_token").toLatin1())),
                 QStringLiteral("token_revoked"));
        QVERIFY(bench.call("auth.test", text(second, "access_token").toLatin1()).value(QStringLiteral("ok")).toBool());
        QVERIFY(bench.call("auth.test", text(third, "access_token").toLatin1()).value(QStringLiteral("ok")).toBool());
    }

    void aUsedRefreshTokenHasAShortGrace()
    {
        Bench bench(withRotation(true));
        const QString token = text(bench.install("users:read"), "refresh_token");
        QVERIFY(bench.call("oauth.v2.access", {}, refresh(token)).value(QStringLiteral("ok")).toBool());
        bench.clock.advance(std::chrono::seconds(30));
        QVERIFY(bench.call("oauth.v2.access", {}, refresh(token)).value(QStringLiteral("ok")).toBool());
        bench.clock.advance(std::chrono::seconds(31));
        QCOMPARE(Bench::error(bench.call("oauth.v2.access", {}, refresh(token))),
                 QStringLiteral("invalid_refresh_token"));
    }

    void anAccessTokenLivesTwelveHours()
    {
        Bench bench(withRotation(true));
        const QByteArray token = bench.tokenFor("users:read");
        bench.clock.advance(std::chrono::seconds(43'199));
        QVERIFY(bench.call("auth.test", token).value(QStringLiteral("ok")).toBool());
        bench.clock.advance(std::chrono::seconds(1));
        QCOMPARE(Bench::error(bench.call("auth.test", token)), QStringLiteral("token_expired"));
    }

    void revokingWithoutRotationEndsTheInstallation()
    {
        Bench bench(withRotation(false));
        const QByteArray token = bench.tokenFor("users:read");
        QCOMPARE(bench.call("auth.revoke", token, {{QStringLiteral("test"), QStringLiteral("1")}})
                     .value(QStringLiteral("revoked")),
                 QJsonValue(false));
        QVERIFY(bench.call("auth.test", token).value(QStringLiteral("ok")).toBool());
        QCOMPARE(bench.call("auth.revoke", token).value(QStringLiteral("revoked")), QJsonValue(true));
        QCOMPARE(Bench::error(bench.call("auth.test", token)), QStringLiteral("account_inactive"));
        const QByteArray next = bench.tokenFor("team:read");
        QVERIFY(next != token);
        QCOMPARE(Bench::error(bench.call("users.info", next, {{QStringLiteral("user"), QStringLiteral("x")}})),
                 QStringLiteral("missing_scope"));
    }

    void revokingWithRotationKillsThatTokenAlone()
    {
        Bench bench(withRotation(true));
        const QJsonObject answer = bench.install("users:read");
        const QByteArray token = text(answer, "access_token").toLatin1();
        QVERIFY(bench.call("auth.revoke", token).value(QStringLiteral("ok")).toBool());
        QCOMPARE(Bench::error(bench.call("auth.test", token)), QStringLiteral("token_revoked"));
        const QByteArray refresher = text(answer, "refresh_token").toLatin1();
        const QJsonObject again = bench.call("oauth.v2.access", {}, refresh(QString::fromLatin1(refresher)));
        QVERIFY(again.value(QStringLiteral("ok")).toBool());
        const QByteArray second = text(again, "refresh_token").toLatin1();
        QVERIFY(bench.call("auth.revoke", second).value(QStringLiteral("ok")).toBool());
        QCOMPARE(Bench::error(bench.call("oauth.v2.access", {}, refresh(QString::fromLatin1(second)))),
                 QStringLiteral("invalid_refresh_token"));
    }

    void uninstallingTakesTheClientsSecret()
    {
        Bench bench(withRotation(true));
        const QByteArray token = bench.tokenFor("users:read");
        QCOMPARE(Bench::error(bench.call("apps.uninstall", token)), QStringLiteral("invalid_client_id"));
        QVERIFY(bench.call("apps.uninstall", token, Bench::client({})).value(QStringLiteral("ok")).toBool());
        QCOMPARE(Bench::error(bench.call("auth.test", token)), QStringLiteral("account_inactive"));
    }

    void tokensStayGoodAcrossARestartWithTheSameState()
    {
        QTemporaryDir dir;
        sandbox::Options options = withRotation(true);
        options.stateFile = dir.filePath(QStringLiteral("state"));
        options.world = {60, 30, 1};
        QByteArray token, refresher;
        {
            Bench bench(options, 1);
            const QJsonObject answer = bench.install("users:read");
            token = text(answer, "access_token").toLatin1();
            refresher = text(answer, "refresh_token").toLatin1();
        }
        Bench again(options, 2);
        QVERIFY(again.call("auth.test", token).value(QStringLiteral("ok")).toBool());
        QVERIFY(again.call("oauth.v2.access", {}, refresh(QString::fromLatin1(refresher)))
                    .value(QStringLiteral("ok"))
                    .toBool());
        QFile state(options.stateFile);
        QVERIFY(state.open(QIODevice::ReadOnly));
        QVERIFY(!state.readAll().contains(token));
    }
};

QTEST_GUILESS_MAIN(TestOAuth)
#include "tst_oauth.moc"
