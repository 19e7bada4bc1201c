#include "slack/channel.h"
#include "slack/methods/conversationslist.h"
#include "slack/methods/oauthv2access.h"
#include "slack/methods/userslist.h"

#include <QJsonDocument>
#include <QTest>

using namespace refrain;

namespace {

QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

}  // namespace

class TestMethods : public QObject {
    Q_OBJECT

private slots:
    void readsMembers_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("bot");
        QTest::addColumn<bool>("admin");
        const auto row = [](const char* name, const char* fields, SubjectRole role, bool bot, bool admin) {
            QTest::newRow(name) << QByteArray(R"({"id":"U1",)") + fields + '}' << int(role) << bot << admin;
        };
        row("a member", R"("is_bot":false)", SubjectRole::Member, false, false);
        row("an admin", R"("is_admin":true)", SubjectRole::Admin, false, true);
        row("an owner, who is an admin too", R"("is_admin":true,"is_owner":true)", SubjectRole::Owner, false, true);
        row("an owner of the organization", R"("enterprise_user":{"is_owner":true})", SubjectRole::Owner, false, true);
        row("a guest", R"("is_restricted":true)", SubjectRole::Guest, false, false);
        row("a guest of one channel", R"("is_restricted":true,"is_ultra_restricted":true)",
            SubjectRole::SingleChannelGuest, false, false);
        row("a stranger through Slack Connect", R"("is_stranger":true)", SubjectRole::External, false, false);
        row("a bot", R"("is_bot":true)", SubjectRole::Member, true, false);
        row("a thin, deactivated person", R"("deleted":true,"profile":null)", SubjectRole::Member, false, false);
    }

    void readsMembers()
    {
        QFETCH(QByteArray, user);
        QFETCH(int, role);
        QFETCH(bool, bot);
        QFETCH(bool, admin);
        const slack::User parsed = slack::User::parse(QJsonDocument::fromJson(user).object());
        QCOMPARE(int(parsed.subject.role), role);
        QCOMPARE(parsed.subject.bot, bot);
        QCOMPARE(parsed.isAdmin, admin);
    }

    void slackbotIsABotWhateverItSays()
    {
        QVERIFY(slack::User::parse(json(R"({"id":"USLACKBOT","is_bot":false})")).subject.bot);
    }

    void anEmptyPageIsNotTheLast()
    {
        const Result<slack::UsersList::Response> page =
            slack::UsersList::parse(json(R"({"members":[],"response_metadata":{"next_cursor":"dXNlcjpVMQ=="}})"));
        QVERIFY(page);
        QCOMPARE(page->members.size(), size_t(0));
        QCOMPARE(page->nextCursor, QStringLiteral("dXNlcjpVMQ=="));
        QVERIFY(!slack::UsersList::parse(json(R"({"ok":true})")));
    }

    void cursorsAreEscapedInTheForm()
    {
        const QByteArray form = slack::UsersList(QStringLiteral("dXNl+/cg=="), 200).call().form();
        QVERIFY2(form.contains("cursor=dXNl%2B%2Fcg%3D%3D"), form.constData());
        QVERIFY(!slack::UsersList(QString(), 200).call().form().contains("cursor"));
    }

    void readsChannels()
    {
        const Subject channel =
            slack::channelSubject(json(R"({"id":"C1","name":"ops","is_private":true,"is_archived":true,"created":5,
            "previous_names":["old"],"topic":{"value":"On call"}})"));
        QCOMPARE(channel.topic, QStringLiteral("On call"));
        QVERIFY(channel.isPrivate && channel.archived);
        QCOMPARE(channel.formerNames, QStringList(QStringLiteral("old")));
        QCOMPARE(channel.updatedAt, Millis(5000));
    }

    void readsGrants_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("workspace");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("rotates");
        QTest::newRow("an installation without rotation")
            << QByteArray(R"({"access_token":"xoxb-1","token_type":"bot","scope":"commands,chat:write",
               "team":{"id":"T1","name":"One"},"enterprise":null,"authed_user":{"id":"U1"}})")
            << QStringLiteral("T1") << QByteArray("xoxb-1") << false;
        QTest::newRow("an installation with rotation")
            << QByteArray(R"({"access_token":"xoxe.xoxb-1-x","refresh_token":"xoxe-1-y","expires_in":43200,
               "token_type":"bot","team":{"id":"T1"},"enterprise":{"id":"E1"},"authed_user":{"id":"U1"}})")
            << QStringLiteral("T1") << QByteArray("xoxe.xoxb-1-x") << true;
        QTest::newRow("an installation in a whole organization")
            << QByteArray(R"({"access_token":"xoxb-1","token_type":"bot","team":null,"is_enterprise_install":true,
               "enterprise":{"id":"E1","name":"Org"},"authed_user":{"id":"U1"}})")
            << QStringLiteral("E1") << QByteArray("xoxb-1") << false;
        QTest::newRow("a flat refresh")
            << QByteArray(R"({"access_token":"xoxe.xoxb-1-z","refresh_token":"xoxe-1-z","expires_in":43200,
               "token_type":"bot","team":{"id":"T1"},"enterprise":null})")
            << QStringLiteral("T1") << QByteArray("xoxe.xoxb-1-z") << true;
        QTest::newRow("a grant of a user's token alone")
            << QByteArray(R"({"team":{"id":"T1"},"authed_user":{"id":"U1","access_token":"xoxp-1"}})")
            << QStringLiteral("T1") << QByteArray() << false;
    }

    void readsGrants()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, workspace);
        QFETCH(QByteArray, token);
        QFETCH(bool, rotates);
        const Result<slack::OAuthGrant> grant = slack::OAuthV2Access::parse(QJsonDocument::fromJson(answer).object());
        QVERIFY(grant);
        QCOMPARE(grant->workspace().toString(), workspace);
        QCOMPARE(grant->bot.access.reveal(), token);
        QCOMPARE(grant->bot.expiresInSeconds.has_value(), rotates);
        QCOMPARE(!grant->bot.refresh.isEmpty(), rotates);
    }
};

QTEST_GUILESS_MAIN(TestMethods)
#include "tst_methods.moc"
