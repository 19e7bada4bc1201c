#include "practicedesk.h"

#include <QTest>

using namespace refrain;
using namespace refrain::test;

namespace {

const QByteArray buttonAnswer = R"({"response_type":"ephemeral","text":"Choose","blocks":[
    {"type":"section","text":{"type":"mrkdwn","text":"*Reminders*"},
     "accessory":{"type":"checkboxes","action_id":"pick","options":[
        {"text":{"type":"plain_text","text":"Tips"},"value":"tips"},
        {"text":{"type":"plain_text","text":"News"},"value":"news"}]}},
    {"type":"actions","block_id":"stop","elements":[
        {"type":"button","action_id":"optout","value":"reminders","text":{"type":"plain_text","text":"Stop"}}]}]})";

QString textOf(const QJsonValue& message)
{
    return message[QLatin1String("text")].toString();
}

}  // namespace

/// The practice page's server side, asked as its script asks.
class TestPractice : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<PracticeDesk>();
        const QJsonArray people = m_desk->get(QStringLiteral("/practice/people"))[QLatin1String("items")].toArray();
        QVERIFY(people.size() > 5);
        m_me = people[0][QLatin1String("id")].toString();
        m_other = people[people.size() - 1][QLatin1String("id")].toString();
        const QJsonArray places =
            m_desk->get(QStringLiteral("/practice/places?me=") + m_me)[QLatin1String("items")].toArray();
        QVERIFY(places.size() > 1);
        m_dm = places[0][QLatin1String("id")].toString();
        m_channel = places[1][QLatin1String("id")].toString();
    }
    void cleanup() { m_desk.reset(); }

    void findsPeople()
    {
        const auto found = [this](const QString& text) {
            return m_desk->get(QStringLiteral("/practice/people?q=") + text)[QLatin1String("items")].toArray();
        };
        QCOMPARE(found(m_other).at(0)[QLatin1String("id")].toString(), m_other);
        QVERIFY(found(QStringLiteral("nobody-is-called-this")).isEmpty());
    }

    void showsTheAnswerOfACommandToItsAuthorAlone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain text") << QByteArray("Done.") << QStringLiteral("Done.");
        QTest::newRow("JSON") << QByteArray(R"({"text":"Done."})") << QStringLiteral("Done.");
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void showsTheAnswerOfACommandToItsAuthorAlone()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, shown);
        QVERIFY(m_desk->install());
        m_desk->app.setAnswer(web::Response::text(answer));
        say(m_channel, QStringLiteral("/optout reminders <2w & on"));
        QTRY_COMPARE(m_desk->app.count(), size_t(1));
        const web::Parameters form = m_desk->app.last().form();
        QCOMPARE(form.value(u"command"), QStringLiteral("/optout"));
        QCOMPARE(form.value(u"text"), QStringLiteral("reminders &lt;2w &amp; on"));
        QCOMPARE(form.value(u"user_id"), m_me);
        QCOMPARE(form.value(u"channel_id"), m_channel);
        QCOMPARE(form.value(u"is_enterprise_install"), QStringLiteral("false"));
        QVERIFY(form.value(u"response_url").startsWith(QStringLiteral("http://127.0.0.1:1/commands/")));
        for (const auto name :
             {u"team_id", u"team_domain", u"channel_name", u"user_name", u"trigger_id", u"api_app_id"})
            QVERIFY(!form.value(name).isEmpty());
        if (shown.isEmpty()) {
            QVERIFY(messages(m_channel).isEmpty());
            return;
        }
        QTRY_COMPARE(messages(m_channel).size(), 1);
        const QJsonValue message = messages(m_channel).at(0);
        QCOMPARE(textOf(message), shown);
        QVERIFY(message[QLatin1String("ephemeral")].toBool());
        QVERIFY(message[QLatin1String("app")].toBool());
        QVERIFY(messages(m_channel, m_other).isEmpty());
    }

    void saysWhatSlackSaysWhenTheAppFails_data()
    {
        QTest::addColumn<bool>("installed");
        QTest::addColumn<QString>("word");
        QTest::newRow("it answers with an error") << true << QStringLiteral("dispatch_failed");
        QTest::newRow("it is not installed") << false << QStringLiteral("not installed");
    }
    void saysWhatSlackSaysWhenTheAppFails()
    {
        QFETCH(bool, installed);
        QFETCH(QString, word);
        QCOMPARE(installed && m_desk->install(), installed);
        m_desk->app.setAnswer(web::Response::text("no", 500));
        say(m_dm, QStringLiteral("/optout"));
        QTRY_COMPARE(messages(m_dm).size(), 1);
        QVERIFY(textOf(messages(m_dm).at(0)).contains(word));
        QVERIFY(!messages(m_dm).at(0)[QLatin1String("app")].toBool());
    }

    void pressesAButtonOfAnEphemeralMessage()
    {
        const QJsonObject payload = pressFirst({{QStringLiteral("block"), 1}, {QStringLiteral("element"), 0}});
        QCOMPARE(payload[QLatin1String("type")].toString(), QStringLiteral("block_actions"));
        QCOMPARE(payload[QLatin1String("user")][QLatin1String("id")].toString(), m_me);
        QVERIFY(payload[QLatin1String("container")][QLatin1String("is_ephemeral")].toBool());
        const QJsonValue action = payload[QLatin1String("actions")][0];
        QCOMPARE(action[QLatin1String("action_id")].toString(), QStringLiteral("optout"));
        QCOMPARE(action[QLatin1String("block_id")].toString(), QStringLiteral("stop"));
        QCOMPARE(action[QLatin1String("value")].toString(), QStringLiteral("reminders"));

        const QUrl url(payload[QLatin1String("response_url")].toString());
        QVERIFY(url.path().startsWith(QStringLiteral("/actions/")));
        const QJsonObject answer{{QStringLiteral("replace_original"), true},
                                 {QStringLiteral("text"), QStringLiteral("Stopped.")}};
        QCOMPARE(m_desk->post(url.path().toUtf8(), answer).status, 200);
        QCOMPARE(messages(m_dm).size(), 1);
        QCOMPARE(textOf(messages(m_dm).at(0)), QStringLiteral("Stopped."));
    }

    void hasAllThatIsTicked()
    {
        const QJsonObject payload = pressFirst({{QStringLiteral("block"), 0},
                                                {QStringLiteral("element"), -1},
                                                {QStringLiteral("values"), QJsonArray{QStringLiteral("news")}}});
        const QJsonArray options = payload[QLatin1String("actions")][0][QLatin1String("selected_options")].toArray();
        QCOMPARE(options.size(), 1);
        QCOMPARE(options.at(0)[QLatin1String("value")].toString(), QStringLiteral("news"));
        QCOMPARE(payload[QLatin1String("state")][QLatin1String("values")][QLatin1String("b0")][QLatin1String("pick")]
                        [QLatin1String("selected_options")]
                            .toArray(),
                 options);
    }

    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("another block") << QJsonObject{{QStringLiteral("block"), 7}};
        QTest::newRow("another element") << QJsonObject{{QStringLiteral("element"), 3}};
        QTest::newRow("another message") << QJsonObject{{QStringLiteral("ts"), QStringLiteral("1.2")}};
        QTest::newRow("somebody else's message") << QJsonObject{{QStringLiteral("me"), QStringLiteral("other")}};
        QTest::newRow("an option it has not")
            << QJsonObject{{QStringLiteral("block"), 0},
                           {QStringLiteral("element"), -1},
                           {QStringLiteral("values"), QJsonArray{QStringLiteral("all")}}};
    }
    void refusesWhatIsNotThere()
    {
        QFETCH(QJsonObject, change);
        (void)pressFirst({{QStringLiteral("block"), 1}, {QStringLiteral("element"), 0}});
        const size_t before = m_desk->app.count();
        QJsonObject press{{QStringLiteral("me"), m_me},
                          {QStringLiteral("at"), m_dm},
                          {QStringLiteral("block"), 1},
                          {QStringLiteral("element"), 0},
                          {QStringLiteral("ts"), messages(m_dm).at(0)[QLatin1String("ts")]}};
        for (auto field = change.begin(); field != change.end(); ++field)
            press.insert(field.key(), field.key() == QStringLiteral("me") ? QJsonValue(m_other) : field.value());
        QCOMPARE(m_desk->post("/practice/press", press).status, 404);
        QCOMPARE(m_desk->app.count(), before);
    }

    void tellsTheAppOfADirectMessage()
    {
        QVERIFY(m_desk->install());
        say(m_dm, QStringLiteral("hello there"));
        QTRY_COMPARE(m_desk->app.count(), size_t(1));
        QCOMPARE(m_desk->app.last().path, QByteArray("/slack/events"));
        const QJsonValue event = QJsonDocument::fromJson(m_desk->app.last().body)[QLatin1String("event")];
        QCOMPARE(event[QLatin1String("type")].toString(), QStringLiteral("message"));
        QCOMPARE(event[QLatin1String("channel_type")].toString(), QStringLiteral("im"));
        QCOMPARE(event[QLatin1String("channel")].toString(), m_dm);
        QCOMPARE(event[QLatin1String("text")].toString(), QStringLiteral("hello there"));
        QVERIFY(messages(m_dm).at(0)[QLatin1String("mine")].toBool());
    }

    void refusesOtherSites_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::newRow("a page of another site") << QByteArray("Origin") << QByteArray("http://evil.example") << 403;
        QTest::newRow("a page of another port") << QByteArray("Origin") << QByteArray("http://127.0.0.1:2") << 403;
        QTest::newRow("a sandboxed page") << QByteArray("Origin") << QByteArray("null") << 403;
        QTest::newRow("a name that was rebound") << QByteArray("Host") << QByteArray("evil.example:1") << 421;
        QTest::newRow("a plain form") << QByteArray("Content-Type") << QByteArray("text/plain") << 415;
        QTest::newRow("its own page") << QByteArray("Origin") << QByteArray("http://127.0.0.1:1") << 204;
    }
    void refusesOtherSites()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        web::Request request =
            web::Request::make("POST", "/practice/say",
                               QJsonDocument(QJsonObject{{QStringLiteral("me"), m_me},
                                                         {QStringLiteral("at"), m_dm},
                                                         {QStringLiteral("text"), QStringLiteral("hi")}})
                                   .toJson());
        request.headers.set("Content-Type", "application/json");
        request.headers.set(header, value);
        QTEST(m_desk->ask(request).status, "status");
    }

    void somebodyOfAnotherCompanyPressesInASharedChannel()
    {
        QVERIFY(m_desk->install());
        const QJsonArray people = m_desk->get(QStringLiteral("/practice/people"))[QLatin1String("items")].toArray();
        const auto isExternal = [](const QJsonValue& person) {
            return person[QLatin1String("role")].toString().startsWith(QLatin1String("external"));
        };
        const auto external = std::find_if(people.begin(), people.end(), isExternal);
        QVERIFY(external != people.end());
        m_me = (*external)[QLatin1String("id")].toString();
        const QJsonArray places =
            m_desk->get(QStringLiteral("/practice/places?me=") + m_me)[QLatin1String("items")].toArray();
        QVERIFY(!places.isEmpty());
        for (const QJsonValue& place : places)
            QVERIFY(!place[QLatin1String("direct")].toBool());
        const QString channel = places.at(0)[QLatin1String("id")].toString();

        // Commands of an app belong to the workspace that has it; what members see of it, everybody may press.
        say(channel, QStringLiteral("/optout reminders"));
        QVERIFY(textOf(messages(channel).at(0)).contains(QLatin1String("not a valid command")));
        QCOMPARE(m_desk->app.count(), size_t(0));
        const QJsonObject post{
            {QStringLiteral("channel"), channel},
            {QStringLiteral("text"), QStringLiteral("News")},
            {QStringLiteral("blocks"), QJsonDocument::fromJson(buttonAnswer)[QLatin1String("blocks")]}};
        const QString bot = m_desk->get(QStringLiteral("/practice/api/state"))[QLatin1String("bot")].toString();
        QCOMPARE(
            m_desk->post("/practice/api/channels/" + channel.toLatin1() + "/members", {{QStringLiteral("user"), bot}})
                .status,
            200);
        QVERIFY(m_desk->call("chat.postMessage", post)[QLatin1String("ok")].toBool());
        const QJsonValue message = messages(channel).at(1);
        QCOMPARE(m_desk
                     ->post("/practice/press", {{QStringLiteral("me"), m_me},
                                                {QStringLiteral("at"), channel},
                                                {QStringLiteral("ts"), message[QLatin1String("ts")]},
                                                {QStringLiteral("block"), 1},
                                                {QStringLiteral("element"), 0}})
                     .status,
                 204);
        QTRY_COMPARE(m_desk->app.count(), size_t(1));
        const QJsonObject heard = m_desk->app.lastInteraction();
        QCOMPARE(heard[QLatin1String("user")][QLatin1String("id")].toString(), m_me);
        QVERIFY(heard[QLatin1String("user")][QLatin1String("team_id")] !=
                heard[QLatin1String("team")][QLatin1String("id")]);
    }

    void keepsPeopleOutOfConversationsOfOthers()
    {
        QVERIFY(m_desk->get(QStringLiteral("/practice/messages?me=%1&at=%2").arg(m_other, m_dm))
                    .contains(QStringLiteral("problem")));
        QVERIFY(m_desk->get(QStringLiteral("/practice/places?me=U000")).contains(QStringLiteral("problem")));
        QCOMPARE(m_desk
                     ->post("/practice/say", {{QStringLiteral("me"), m_other},
                                              {QStringLiteral("at"), m_dm},
                                              {QStringLiteral("text"), QStringLiteral("hi")}})
                     .status,
                 404);
    }

private:
    void say(const QString& at, const QString& text)
    {
        QCOMPARE(m_desk
                     ->post("/practice/say",
                            {{QStringLiteral("me"), m_me}, {QStringLiteral("at"), at}, {QStringLiteral("text"), text}})
                     .status,
                 204);
    }
    QJsonArray messages(const QString& at, const QString& who = {}) const
    {
        const QString me = who.isEmpty() ? m_me : who;
        return m_desk->get(QStringLiteral("/practice/messages?me=%1&at=%2").arg(me, at))[QLatin1String("items")]
            .toArray();
    }
    /// Has the app answer a command with buttons, presses one, and returns what the app heard.
    QJsonObject pressFirst(QJsonObject press)
    {
        if (!m_desk->install())
            return {};
        m_desk->app.setAnswer(web::Response::text(buttonAnswer));
        say(m_dm, QStringLiteral("/optout"));
        if (!QTest::qWaitFor([this] { return messages(m_dm).size() == 1; }))
            return {};
        press.insert(QStringLiteral("me"), m_me);
        press.insert(QStringLiteral("at"), m_dm);
        press.insert(QStringLiteral("ts"), messages(m_dm).at(0)[QLatin1String("ts")]);
        if (m_desk->post("/practice/press", press).status != 204)
            return {};
        if (!QTest::qWaitFor([this] { return m_desk->app.count() == 2; }))
            return {};
        return m_desk->app.lastInteraction();
    }

    std::unique_ptr<PracticeDesk> m_desk;
    QString m_me;
    QString m_other;
    QString m_dm;
    QString m_channel;
};

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_practice.moc"
