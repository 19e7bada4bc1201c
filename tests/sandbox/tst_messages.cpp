#include "tests/sandbox/bench.h"

#include <QJsonArray>
#include <QTest>

using namespace refrain;
using test::Bench;
using Fields = Bench::Fields;

namespace {

sandbox::Options sized(quint64 users, quint64 channels)
{
    sandbox::Options options;
    options.world = {users, channels, 1};
    options.rateLimits = false;
    return options;
}

Fields page(int limit)
{
    return {{QStringLiteral("limit"), QString::number(limit)}};
}

bool ok(const QJsonObject& answer)
{
    return answer.value(QStringLiteral("ok")).toBool();
}

const QByteArray allReads = "users:read,users:read.email,channels:read,groups:read,im:read,mpim:read,team:read";

}  // namespace

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void messagesAreOpenedPostedUpdatedAndRead()
    {
        Bench bench(sized(60, 30));
        const QByteArray token = bench.tokenFor("chat:write,im:write,im:read");
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        const QJsonObject opened = bench.call("conversations.open", token, {{QStringLiteral("users"), owner}});
        const QString dm = opened.value(QStringLiteral("channel")).toObject().value(QStringLiteral("id")).toString();
        QVERIFY(dm.startsWith(u'D'));
        QVERIFY(bench.call("conversations.open", token, {{QStringLiteral("users"), owner}})
                    .value(QStringLiteral("already_open"))
                    .toBool());
        const QJsonObject posted =
            bench.call("chat.postMessage", token,
                       {{QStringLiteral("channel"), owner}, {QStringLiteral("text"), QStringLiteral("Hi")}});
        QCOMPARE(posted.value(QStringLiteral("channel")).toString(), dm);
        const QString ts = posted.value(QStringLiteral("ts")).toString();
        QVERIFY(ok(bench.call("chat.update", token,
                              {{QStringLiteral("channel"), dm},
                               {QStringLiteral("ts"), ts},
                               {QStringLiteral("text"), QStringLiteral("Hello")}})));
        QVERIFY(ok(bench.call("chat.postEphemeral", token,
                              {{QStringLiteral("channel"), dm},
                               {QStringLiteral("user"), owner},
                               {QStringLiteral("text"), QStringLiteral("psst")}})));
        const QJsonArray messages = Bench::json(bench.get("/practice/api/messages?user=" + owner.toLatin1()))
                                        .value(QStringLiteral("messages"))
                                        .toArray();
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages[0].toObject().value(QStringLiteral("text")).toString(), QStringLiteral("Hello"));
        QCOMPARE(messages[1].toObject().value(QStringLiteral("onlyFor")).toString(), owner);
    }

    void severalPeopleMeetInAGroup()
    {
        Bench bench(sized(60, 30));
        const QByteArray token = bench.tokenFor("chat:write,im:write,mpim:write,mpim:read,channels:read");
        QStringList users;
        for (const QJsonValue& user :
             bench.call("users.list", bench.tokenFor("users:read")).value(QStringLiteral("members")).toArray()) {
            const QJsonObject person = user.toObject();
            const bool isMember = !person.value(QStringLiteral("is_bot")).toBool() &&
                                  !person.value(QStringLiteral("deleted")).toBool() &&
                                  !person.contains(QStringLiteral("is_invited_user")) &&
                                  !person.contains(QStringLiteral("is_stranger")) &&
                                  person.value(QStringLiteral("id")).toString() != QLatin1String("USLACKBOT");
            if (isMember && users.size() < 9)
                users << person.value(QStringLiteral("id")).toString();
        }
        const auto open = [&](const QStringList& some) {
            return bench.call("conversations.open", token,
                              {{QStringLiteral("users"), some.join(QLatin1Char(','))},
                               {QStringLiteral("return_im"), QStringLiteral("true")}});
        };
        const QJsonObject group = open({users[1], users[0]}).value(QStringLiteral("channel")).toObject();
        QVERIFY2(group.value(QStringLiteral("is_mpim")).toBool(),
                 qPrintable(open({users[1], users[0]}).value(QStringLiteral("error")).toString()));
        const QString id = group.value(QStringLiteral("id")).toString();
        QVERIFY(open({users[0], users[1]}).value(QStringLiteral("already_open")).toBool());
        QCOMPARE(open(users).value(QStringLiteral("error")).toString(), QStringLiteral("too_many_users"));
        QCOMPARE(open({users[0], users[0]}).value(QStringLiteral("error")).toString(),
                 QStringLiteral("invalid_user_combination"));
        const Fields in{{QStringLiteral("channel"), id}};
        QCOMPARE(bench.call("conversations.members", token, in).value(QStringLiteral("members")).toArray().size(), 3);
        QVERIFY(ok(bench.call("conversations.info", token, in)));
        const auto listed = [&](const char* types) {
            const Fields fields{{QStringLiteral("types"), QLatin1String(types)},
                                {QStringLiteral("limit"), QStringLiteral("999")}};
            const QJsonArray channels =
                bench.call("conversations.list", token, fields).value(QStringLiteral("channels")).toArray();
            return std::any_of(channels.begin(), channels.end(),
                               [&id](const QJsonValue& one) { return one[QLatin1String("id")].toString() == id; });
        };
        QVERIFY(listed("mpim"));
        QVERIFY(!listed("public_channel"));
        const QJsonObject posted =
            bench.call("chat.postMessage", token, in + Fields{{QStringLiteral("text"), QStringLiteral("Hi all")}});
        QCOMPARE(posted.value(QStringLiteral("channel")).toString(), id);
        Bench other(sized(60, 30));  // a grant only grows
        const QJsonObject refused = other.call("conversations.open", other.tokenFor("im:write"),
                                               {{QStringLiteral("users"), users[2] + QLatin1Char(',') + users[3]}});
        QCOMPARE(refused.value(QStringLiteral("needed")).toString(), QStringLiteral("mpim:write"));
    }

    void postsThatCannotBe_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("no such channel") << "C0AAAAAAAAA"
                                         << "x"
                                         << "channel_not_found";
        QTest::newRow("an archived channel") << "#old-migration"
                                             << "x"
                                             << "is_archived";
        QTest::newRow("a channel the bot has not joined") << "#engineering"
                                                          << "x"
                                                          << "not_in_channel";
        QTest::newRow("a private channel the bot cannot see") << "#exec"
                                                              << "x"
                                                              << "channel_not_found";
        QTest::newRow("nothing to say") << "#general"
                                        << ""
                                        << "no_text";
        QTest::newRow("too much to say") << "#general" << QString(40'001, u'x') << "msg_too_long";
        QTest::newRow("to Slackbot") << "USLACKBOT"
                                     << "x"
                                     << "cannot_dm_bot";
    }

    void postsThatCannotBe()
    {
        QFETCH(QString, channel);
        QFETCH(QString, text);
        QFETCH(QString, error);
        Bench bench(sized(60, 30));
        const QByteArray token = bench.tokenFor("chat:write");
        QCOMPARE(Bench::error(bench.call("chat.postMessage", token,
                                         {{QStringLiteral("channel"), channel}, {QStringLiteral("text"), text}})),
                 error);
    }

    void joiningAChannelOpensIt()
    {
        Bench bench(sized(60, 30));
        const QByteArray token = bench.tokenFor("chat:write,channels:join,channels:read");
        QString id;
        for (const QJsonValue& channel :
             bench.call("conversations.list", token, page(30)).value(QStringLiteral("channels")).toArray()) {
            if (channel.toObject().value(QStringLiteral("name")).toString() == u"engineering")
                id = channel.toObject().value(QStringLiteral("id")).toString();
        }
        const Fields post{{QStringLiteral("channel"), id}, {QStringLiteral("text"), QStringLiteral("x")}};
        QCOMPARE(Bench::error(bench.call("chat.postMessage", token, post)), QStringLiteral("not_in_channel"));
        QVERIFY(ok(bench.call("conversations.join", token, {{QStringLiteral("channel"), id}})));
        QVERIFY(ok(bench.call("chat.postMessage", token, post)));
        const QJsonObject again = bench.call("conversations.join", token, {{QStringLiteral("channel"), id}});
        QCOMPARE(again.value(QStringLiteral("warning")).toString(), QStringLiteral("already_in_channel"));
    }

    void webhooksAnswerInPlainText()
    {
        Bench bench(sized(60, 30));
        const QString general = bench.call("conversations.list", bench.tokenFor(allReads), page(1))
                                    .value(QStringLiteral("channels"))
                                    .toArray()[0]
                                    .toObject()
                                    .value(QStringLiteral("id"))
                                    .toString();
        const QJsonObject answer = bench.install("incoming-webhook", {{QStringLiteral("channel"), general}});
        const QJsonObject hook = answer.value(QStringLiteral("incoming_webhook")).toObject();
        QCOMPARE(hook.value(QStringLiteral("channel")).toString(), QStringLiteral("#general"));
        const QByteArray path = QUrl(hook.value(QStringLiteral("url")).toString()).path().toLatin1();
        QCOMPARE(bench.postJson(path, {{QStringLiteral("text"), QStringLiteral("hi")}}).body, QByteArray("ok"));
        QCOMPARE(bench.postJson(path, {{QStringLiteral("txt"), QStringLiteral("hi")}}).body, QByteArray("no_text"));
        QCOMPARE(bench.postForm(path, {{QStringLiteral("a"), QStringLiteral("b")}}).body,
                 QByteArray("invalid_payload"));
        const web::Response other = bench.postJson(path + "x", {{QStringLiteral("text"), QStringLiteral("hi")}});
        QCOMPARE(other.status, 404);
        QCOMPARE(other.body, QByteArray("no_service"));
        bench.postJson("/practice/api/uninstall", {});
        QCOMPARE(bench.postJson(path, {{QStringLiteral("text"), QStringLiteral("hi")}}).body,
                 QByteArray("no_active_hooks"));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
