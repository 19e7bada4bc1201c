#include "sandbox/world/people.h"
#include "tests/sandbox/bench.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <vector>

using namespace refrain;
using test::Bench;
using Fields = Bench::Fields;

namespace {

sandbox::Options sized(quint64 users, quint64 channels, bool limits = false)
{
    sandbox::Options options;
    options.world = {users, channels, 1};
    options.rateLimits = limits;
    return options;
}

QString cursorOf(const QJsonObject& answer)
{
    return answer.value(QStringLiteral("response_metadata")).toObject().value(QStringLiteral("next_cursor")).toString();
}

Fields page(int limit, const QString& cursor = {})
{
    return {{QStringLiteral("limit"), QString::number(limit)}, {QStringLiteral("cursor"), cursor}};
}

bool ok(const QJsonObject& answer)
{
    return answer.value(QStringLiteral("ok")).toBool();
}

qint64 residentKiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4;
}

const QByteArray allReads = "users:read,users:read.email,channels:read,groups:read,im:read,mpim:read,team:read";

}  // namespace

class TestCalls : public QObject {
    Q_OBJECT

private slots:
    void anAppLevelTokenBeginsWithXapp()
    {
        sandbox::Options options;
        options.app.appToken = "practice";
        test::Bench bench(options);
        const QJsonObject answer = bench.call("apps.connections.open", "practice");
        QCOMPARE(answer.value(QLatin1String("error")).toString(), QStringLiteral("invalid_auth"));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const char* method, const char* token, const char* error) {
            QTest::newRow(name) << QString::fromLatin1(method) << QString::fromLatin1(token)
                                << QString::fromLatin1(error);
        };
        row("a method that Slack does not have", "users.frobnicate", "good", "unknown_method");
        row("no token", "users.list", "", "not_authed");
        row("somebody else's token", "users.list", "xoxb-1-2-guess", "invalid_auth");
        row("an app-level token where a bot's is due", "users.list", "xapp-practice", "not_allowed_token_type");
        row("a bot token where an app-level one is due", "apps.connections.open", "good", "not_allowed_token_type");
        row("revoking the app-level token", "auth.revoke", "xapp-practice", "not_allowed_token_type");
        row("revoking nothing", "auth.revoke", "", "not_authed");
        row("a scope that was not granted", "conversations.list", "good", "missing_scope");
        row("no user", "users.info", "good", "invalid_arguments");
        row("nobody's id", "users.info?user=U0AAAAAAAAA", "good", "user_not_found");
        row("a limit that is no number", "users.list?limit=ten", "good", "invalid_limit");
        row("a limit below nothing", "users.list?limit=-1", "good", "invalid_limit");
        row("a limit too high", "users.list?limit=1001", "good", "invalid_limit");
        row("a cursor of one's own making", "users.list?limit=5&cursor=dXNlcjo1", "good", "invalid_cursor");
    }

    void refusals()
    {
        QFETCH(QString, method);
        QFETCH(QString, token);
        QFETCH(QString, error);
        Bench bench(sized(60, 30));
        const QByteArray good = bench.tokenFor("users:read");
        const web::Response answer =
            bench.postForm("/api/" + method.toLatin1(), {}, token == u"good" ? good : token.toLatin1());
        QCOMPARE(answer.status, 200);
        QCOMPARE(Bench::error(Bench::json(answer)), error);
    }

    void aMissingScopeIsNamed()
    {
        Bench bench(sized(60, 30));
        const QByteArray token = bench.tokenFor("users:read,chat:write");
        const QJsonObject answer =
            bench.call("conversations.list", token, {{QStringLiteral("types"), QStringLiteral("private_channel")}});
        QVERIFY(answer.value(QStringLiteral("needed")).toString().contains(QStringLiteral("groups:read")));
        QCOMPARE(answer.value(QStringLiteral("provided")).toString(), QStringLiteral("users:read,chat:write"));
    }

    void argumentsMayComeInAnyOfThreeWays()
    {
        Bench bench(sized(60, 30));
        const QByteArray token = bench.tokenFor(allReads);
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        QVERIFY(ok(Bench::json(bench.postForm("/api/users.info", {{QStringLiteral("user"), owner}}, token))));
        QVERIFY(ok(Bench::json(bench.postJson("/api/users.info", {{QStringLiteral("user"), owner}}, token))));
        web::Request get = web::Request::make("GET", "/api/users.info?user=" + owner.toLatin1() + "&token=" + token);
        QVERIFY(ok(Bench::json(bench.send(get))));
    }

    void contentTypesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        QTest::newRow("none") << QByteArray() << QByteArray("a=b") << "missing_post_type";
        QTest::newRow("of something else") << QByteArray("text/plain") << QByteArray("a=b") << "invalid_post_type";
        QTest::newRow("JSON that is none") << QByteArray("application/json") << QByteArray("{") << "invalid_json";
        QTest::newRow("a token inside JSON counts for nothing")
            << QByteArray("application/json; charset=utf-8") << QByteArray(R"({"token":"xapp-practice"})")
            << "not_authed";
    }

    void contentTypesAreChecked()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, error);
        Bench bench(sized(60, 30));
        web::Request request = web::Request::make("POST", "/api/auth.test", body);
        if (!type.isEmpty())
            request.headers.set("Content-Type", type);
        QCOMPARE(Bench::error(Bench::json(bench.send(request))), error);
    }

    void jsonWithoutItsCharsetIsWarnedAbout()
    {
        Bench bench(sized(60, 30));
        web::Request request = web::Request::make("POST", "/api/auth.test", "{}");
        request.headers.set("Content-Type", "application/json");
        request.headers.set("Authorization", "Bearer " + bench.tokenFor("users:read"));
        const QJsonObject answer = Bench::json(bench.send(request));
        QVERIFY(ok(answer));
        QCOMPARE(answer.value(QStringLiteral("warning")).toString(), QStringLiteral("missing_charset"));
    }

    void scopesStandInTheHeaders()
    {
        Bench bench(sized(60, 30));
        const web::Response answer = bench.postForm("/api/users.list", page(5), bench.tokenFor("users:read,team:read"));
        QCOMPARE(answer.headers.value("x-oauth-scopes"), QByteArray("users:read,team:read"));
        QCOMPARE(answer.headers.value("x-accepted-oauth-scopes"), QByteArray("users:read"));
    }

    void anotherHostIsRefused()
    {
        Bench bench(sized(60, 30));
        web::Request request = web::Request::make("GET", "/api/auth.test");
        request.headers.set("Host", "evil.example:80");
        QCOMPARE(bench.send(request).status, 421);
    }

    void everybodyIsListedOnceInShortPages()
    {
        Bench bench(sized(2000, 30));
        const QByteArray token = bench.tokenFor(allReads);
        QSet<QString> seen;
        int shortPages = 0;
        QString cursor;
        do {
            const QJsonObject answer = bench.call("users.list", token, page(37, cursor));
            QVERIFY(ok(answer));
            const QJsonArray members = answer.value(QStringLiteral("members")).toArray();
            cursor = cursorOf(answer);
            QVERIFY(cursor.isEmpty() || cursor.endsWith(u'='));
            shortPages += !cursor.isEmpty() && members.size() < 37;
            for (const QJsonValue& member : members) {
                const QString id = member.toObject().value(QStringLiteral("id")).toString();
                QVERIFY(!seen.contains(id));
                seen.insert(id);
            }
        } while (!cursor.isEmpty());
        QCOMPARE(seen.size(), 2000);
        QVERIFY(shortPages > 3);
    }

    void cursorsExpire()
    {
        Bench bench(sized(2000, 30));
        const QByteArray token = bench.tokenFor(allReads);
        const QString cursor = cursorOf(bench.call("users.list", token, page(5)));
        bench.clock.advance(std::chrono::minutes(29));
        QVERIFY(ok(bench.call("users.list", token, page(5, cursor))));
        QCOMPARE(Bench::error(bench.call("conversations.list", token, page(5, cursor))),
                 QStringLiteral("invalid_cursor"));
        bench.clock.advance(std::chrono::minutes(2));
        QCOMPARE(Bench::error(bench.call("users.list", token, page(5, cursor))), QStringLiteral("invalid_cursor"));
    }

    void aBigTeamWantsALimit()
    {
        Bench big(sized(6000, 30));
        QCOMPARE(Bench::error(big.call("users.list", big.tokenFor(allReads))), QStringLiteral("limit_required"));
        Bench small(sized(60, 30));
        QCOMPARE(small.call("users.list", small.tokenFor(allReads)).value(QStringLiteral("members")).toArray().size(),
                 60);
    }

    void theAddressNeedsAScopeOfItsOwn()
    {
        Bench bench(sized(60, 30));
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        const auto email = [&](const QByteArray& token) {
            const QJsonObject user = bench.call("users.info", token, {{QStringLiteral("user"), owner}})
                                         .value(QStringLiteral("user"))
                                         .toObject();
            return user.value(QStringLiteral("profile")).toObject().value(QStringLiteral("email")).toString();
        };
        QVERIFY(email(bench.tokenFor("users:read")).isEmpty());
        const QByteArray token = bench.tokenFor("users:read.email");
        const QString address = email(token);
        QVERIFY(address.endsWith(QStringLiteral("@acme.test")));
        const QJsonObject found = bench.call("users.lookupByEmail", token, {{QStringLiteral("email"), address}});
        QCOMPARE(found.value(QStringLiteral("user")).toObject().value(QStringLiteral("id")).toString(), owner);
        QCOMPARE(Bench::error(bench.call("users.lookupByEmail", token,
                                         {{QStringLiteral("email"), QStringLiteral("no@acme.test")}})),
                 QStringLiteral("users_not_found"));
    }

    void channelsAreFilteredAfterThePageIsCut()
    {
        Bench bench(sized(200, 300));
        const QByteArray token = bench.tokenFor(allReads);
        int channels = 0, hidden = 0, archived = 0, shortPages = 0;
        QString cursor;
        do {
            Fields fields = page(10, cursor);
            fields.append({QStringLiteral("types"), QStringLiteral("public_channel,private_channel")});
            fields.append({QStringLiteral("exclude_archived"), QStringLiteral("true")});
            const QJsonObject answer = bench.call("conversations.list", token, fields);
            QVERIFY(ok(answer));
            cursor = cursorOf(answer);
            const QJsonArray list = answer.value(QStringLiteral("channels")).toArray();
            shortPages += list.size() < 10;
            for (const QJsonValue& value : list) {
                const QJsonObject channel = value.toObject();
                ++channels;
                archived += channel.value(QStringLiteral("is_archived")).toBool();
                if (channel.value(QStringLiteral("is_private")).toBool()) {
                    ++hidden;
                    QVERIFY(channel.value(QStringLiteral("is_member")).toBool());
                }
            }
        } while (!cursor.isEmpty());
        QVERIFY(channels > 150 && channels < 290);
        QVERIFY(hidden > 5);
        QCOMPARE(archived, 0);
        QVERIFY(shortPages > 5);
    }

    void ratesAreLimitedByMethodAndMinute()
    {
        Bench bench(sized(60, 30, true));
        const QByteArray token = bench.tokenFor(allReads);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(bench.postForm("/api/users.list", page(5), token).status, 200);
        bench.clock.advance(std::chrono::seconds(10));
        const web::Response refused = bench.postForm("/api/users.list", page(5), token);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("Retry-After"), QByteArray("50"));
        QCOMPARE(Bench::error(Bench::json(refused)), QStringLiteral("ratelimited"));
        QCOMPARE(bench.postForm("/api/conversations.list", page(5), token).status, 200);
        bench.clock.advance(std::chrono::seconds(50));
        QCOMPARE(bench.postForm("/api/users.list", page(5), token).status, 200);
    }

    void aMillionPeoplePageThroughInBoundedMemory()
    {
        Bench bench(sized(1'000'000, 10));
        const QByteArray token = bench.tokenFor(allReads);
        const sandbox::People people(1);
        std::vector<bool> seen(1'000'000);
        qint64 members = 0;
        QByteArray cursor;
        const qint64 before = residentKiB();
        do {
            const QByteArray target = "/api/users.list?limit=999&cursor=" + cursor.toPercentEncoding() +
                                      "&token=" + token.toPercentEncoding();
            const QByteArray body = bench.get(target).body;
            const QByteArray mark = "{\"id\":\"";
            for (qsizetype at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 100)) {
                const QString id = QString::fromLatin1(body.mid(at + mark.size(), 11)).section(u'"', 0, 0);
                const std::optional<quint64> index = people.indexOf(id);
                QVERIFY2(index && *index < seen.size() && !seen[*index], qPrintable(id));
                seen[*index] = true;
                ++members;
            }
            const qsizetype at = body.lastIndexOf("\"next_cursor\":\"");
            cursor = body.mid(at + 15, body.indexOf('"', at + 15) - at - 15);
        } while (!cursor.isEmpty());
        QCOMPARE(members, 1'000'000);
        QVERIFY2(residentKiB() - before < 64 * 1024, qPrintable(QString::number(residentKiB() - before)));
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
