#include "practicedesk.h"

#include <QTest>

using namespace refrain;
using namespace refrain::test;

namespace {

const char* const homeView = R"({"type":"home","callback_id":"prefs","private_metadata":"m","blocks":[
    {"type":"section","block_id":"tips","text":{"type":"mrkdwn","text":"*Tips*"},
     "accessory":{"type":"static_select","action_id":"choose",
        "initial_option":{"text":{"type":"plain_text","text":"On"},"value":"in"},"options":[
        {"text":{"type":"plain_text","text":"On"},"value":"in"},
        {"text":{"type":"plain_text","text":"Off"},"value":"out"}]}},
    {"type":"actions","block_id":"more","elements":[
        {"type":"datepicker","action_id":"until","initial_date":"2026-12-24"},
        {"type":"button","action_id":"stop","value":"all","text":{"type":"plain_text","text":"Stop all"}}]}]})";

const char* const modalView = R"({"type":"modal","title":{"type":"plain_text","text":"Snooze"},
    "submit":{"type":"plain_text","text":"Save"},"notify_on_close":true,"blocks":[
    {"type":"section","block_id":"s","text":{"type":"plain_text","text":"Which?"},
     "accessory":{"type":"checkboxes","action_id":"which","options":[
        {"text":{"type":"plain_text","text":"Tips"},"value":"tips"}]}},
    {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why"},
     "element":{"type":"plain_text_input","action_id":"text"}},
    {"type":"input","block_id":"when","optional":true,"label":{"type":"plain_text","text":"Until"},
     "element":{"type":"datepicker","action_id":"date"}}]})";

QJsonObject parsed(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

}  // namespace

/// What a person does in views, as the practice page asks for it, and what the app hears.
class TestViewActs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<PracticeDesk>();
        QVERIFY(m_desk->install());
        const QJsonArray people = m_desk->get(QStringLiteral("/practice/people"))[QLatin1String("items")].toArray();
        m_me = people[0][QLatin1String("id")].toString();
    }
    void cleanup() { m_desk.reset(); }

    void tellsThatTheHomeWasOpened()
    {
        QCOMPARE(post("/practice/home", {}), 204);
        QTRY_COMPARE(m_desk->app.count(), size_t(1));
        QJsonValue event = QJsonDocument::fromJson(m_desk->app.last().body)[QLatin1String("event")];
        QCOMPARE(event[QLatin1String("type")].toString(), QStringLiteral("app_home_opened"));
        QCOMPARE(event[QLatin1String("user")].toString(), m_me);
        QCOMPARE(event[QLatin1String("tab")].toString(), QStringLiteral("home"));
        QVERIFY(event[QLatin1String("channel")].toString().startsWith(u'D'));
        QVERIFY(event[QLatin1String("view")].isUndefined());
        const QString hash = publish()[QLatin1String("hash")].toString();
        QCOMPARE(post("/practice/home", {}), 204);
        QTRY_COMPARE(m_desk->app.count(), size_t(2));
        event = QJsonDocument::fromJson(m_desk->app.last().body)[QLatin1String("event")];
        QCOMPARE(event[QLatin1String("view")][QLatin1String("hash")].toString(), hash);
    }

    void sendsWhatWasChosenInAHome()
    {
        const QJsonValue view = publish();
        const QJsonObject payload = press(view, 0, -1, QStringLiteral("out"));
        QCOMPARE(payload[QLatin1String("type")].toString(), QStringLiteral("block_actions"));
        QCOMPARE(payload[QLatin1String("container")].toObject(),
                 (QJsonObject{{QStringLiteral("type"), QStringLiteral("view")},
                              {QStringLiteral("view_id"), view[QLatin1String("id")]}}));
        for (const char* absent : {"channel", "message", "response_url"})
            QVERIFY2(!payload.contains(QLatin1String(absent)), absent);
        for (const char* present : {"trigger_id", "team", "user", "api_app_id", "enterprise", "is_enterprise_install"})
            QVERIFY2(payload.contains(QLatin1String(present)), present);
        const QJsonValue action = payload[QLatin1String("actions")][0];
        QCOMPARE(action[QLatin1String("block_id")].toString(), QStringLiteral("tips"));
        QCOMPARE(action[QLatin1String("selected_option")][QLatin1String("value")].toString(), QStringLiteral("out"));
        const QJsonValue shown = payload[QLatin1String("view")];
        QCOMPARE(shown[QLatin1String("private_metadata")].toString(), QStringLiteral("m"));
        const QJsonValue state = shown[QLatin1String("state")][QLatin1String("values")];
        QCOMPARE(state[QLatin1String("tips")][QLatin1String("choose")][QLatin1String("selected_option")],
                 action[QLatin1String("selected_option")]);
        QCOMPARE(state[QLatin1String("more")][QLatin1String("until")][QLatin1String("selected_date")].toString(),
                 QStringLiteral("2026-12-24"));
        QVERIFY(state[QLatin1String("more")][QLatin1String("stop")].isUndefined());

        const QJsonValue button = press(view, 1, 1, {})[QLatin1String("actions")][0];
        QCOMPARE(button[QLatin1String("value")].toString(), QStringLiteral("all"));
        const QJsonValue date = press(view, 1, 0, QStringLiteral("2027-01-01"))[QLatin1String("actions")][0];
        QCOMPARE(date[QLatin1String("selected_date")].toString(), QStringLiteral("2027-01-01"));
    }

    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("another view") << QJsonObject{{QStringLiteral("view"), QStringLiteral("V1")}};
        QTest::newRow("another block") << QJsonObject{{QStringLiteral("block"), 9}};
        QTest::newRow("another option") << QJsonObject{{QStringLiteral("values"), QJsonArray{QStringLiteral("all")}}};
        QTest::newRow("somebody else") << QJsonObject{{QStringLiteral("me"), QStringLiteral("other")}};
    }
    void refusesWhatIsNotThere()
    {
        QFETCH(QJsonObject, change);
        QJsonObject press{{QStringLiteral("view"), publish()[QLatin1String("id")]},
                          {QStringLiteral("block"), 0},
                          {QStringLiteral("element"), -1},
                          {QStringLiteral("values"), QJsonArray{QStringLiteral("out")}}};
        for (auto field = change.begin(); field != change.end(); ++field)
            press.insert(field.key(), field.value());
        const QJsonArray people = m_desk->get(QStringLiteral("/practice/people"))[QLatin1String("items")].toArray();
        if (change.contains(QStringLiteral("me")))
            press.insert(QStringLiteral("me"), people.last()[QLatin1String("id")]);
        QCOMPARE(post("/practice/views/press", press), 404);
        QCOMPARE(m_desk->app.count(), size_t(0));
    }

    void doesNotSendAModalWithARequiredInputEmpty()
    {
        const QString id = openModal();
        const size_t before = m_desk->app.count();
        QCOMPARE(post("/practice/views/submit", {{QStringLiteral("view"), id}}), 204);
        const QJsonObject now = shown();
        QVERIFY(now[QLatin1String("errors")].toObject().contains(QStringLiteral("why")));
        QVERIFY(!now[QLatin1String("errors")].toObject().contains(QStringLiteral("when")));
        QCOMPARE(m_desk->app.count(), before);
    }

    void submitsInputsAndObeysTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("error");
        const QString here = QStringLiteral("Snooze");
        const QByteArray done = R"("view":{"type":"modal","title":{"type":"plain_text","text":"Done"},"blocks":[]}})";
        QTest::newRow("nothing closes it") << QByteArray() << QString() << QString();
        QTest::newRow("clear") << QByteArray(R"({"response_action":"clear"})") << QString() << QString();
        QTest::newRow("errors") << QByteArray(R"({"response_action":"errors","errors":{"why":"Too short"}})") << here
                                << QStringLiteral("Too short");
        QTest::newRow("update") << R"({"response_action":"update",)" + done << QStringLiteral("Done") << QString();
        QTest::newRow("push") << R"({"response_action":"push",)" + done << QStringLiteral("Done") << QString();
        QTest::newRow("an unknown answer") << QByteArray(R"({"response_action":"dance"})") << here << QString();
    }
    void submitsInputsAndObeysTheAnswer()
    {
        QFETCH(QByteArray, answer);
        m_desk->app.setSubmissionAnswer(answer);
        const QString id = openModal();
        const QJsonObject entered{
            {QStringLiteral("why"), QJsonObject{{QStringLiteral("text"), QJsonArray{QStringLiteral("holiday")}}}},
            {QStringLiteral("s"), QJsonObject{{QStringLiteral("which"), QJsonArray{QStringLiteral("tips")}}}}};
        const size_t before = m_desk->app.count();
        QCOMPARE(post("/practice/views/submit", {{QStringLiteral("view"), id}, {QStringLiteral("entered"), entered}}),
                 204);
        QTRY_COMPARE(m_desk->app.count(), before + 1);
        const QJsonObject payload = m_desk->app.lastInteraction();
        QCOMPARE(payload[QLatin1String("type")].toString(), QStringLiteral("view_submission"));
        const QJsonObject values =
            payload[QLatin1String("view")][QLatin1String("state")][QLatin1String("values")].toObject();
        QCOMPARE(values.keys(), (QStringList{QStringLiteral("when"), QStringLiteral("why")}));  // inputs alone
        QCOMPARE(values[QLatin1String("why")][QLatin1String("text")][QLatin1String("value")].toString(),
                 QStringLiteral("holiday"));
        QVERIFY(values[QLatin1String("when")][QLatin1String("date")][QLatin1String("selected_date")].isNull());
        QTRY_VERIFY(!shown()[QLatin1String("waiting")].toBool());
        const QJsonObject now = shown();
        QTEST(now[QLatin1String("modal")][QLatin1String("title")][QLatin1String("text")].toString(), "title");
        QTEST(now[QLatin1String("errors")][QLatin1String("why")].toString(), "error");
    }

    void tellsThatAModalWasClosed()
    {
        const QString id = openModal();
        const size_t before = m_desk->app.count();
        QCOMPARE(post("/practice/views/close", {{QStringLiteral("view"), id}}), 204);
        QTRY_COMPARE(m_desk->app.count(), before + 1);
        const QJsonObject payload = m_desk->app.lastInteraction();
        QCOMPARE(payload[QLatin1String("type")].toString(), QStringLiteral("view_closed"));
        QVERIFY(!payload[QLatin1String("is_cleared")].toBool());
        QVERIFY(shown()[QLatin1String("modal")].isNull());
        QCOMPARE(post("/practice/views/close", {{QStringLiteral("view"), id}}), 404);
    }

private:
    int post(const QByteArray& path, QJsonObject body)
    {
        if (!body.contains(QStringLiteral("me")))
            body.insert(QStringLiteral("me"), m_me);
        return m_desk->post(path, body).status;
    }
    QJsonObject shown() const { return m_desk->get(QStringLiteral("/practice/views?me=") + m_me); }
    QJsonValue publish() const
    {
        return m_desk
            ->call("views.publish", {{QStringLiteral("user_id"), m_me}, {QStringLiteral("view"), parsed(homeView)}})
            .value(QStringLiteral("view"));
    }
    QJsonObject press(const QJsonValue& view, int block, int element, const QString& value)
    {
        const size_t before = m_desk->app.count();
        const QJsonArray values = value.isEmpty() ? QJsonArray() : QJsonArray{value};
        const int status = post("/practice/views/press", {{QStringLiteral("view"), view[QLatin1String("id")]},
                                                          {QStringLiteral("block"), block},
                                                          {QStringLiteral("element"), element},
                                                          {QStringLiteral("values"), values}});
        if (status != 204 || !QTest::qWaitFor([&] { return m_desk->app.count() > before; }))
            return {};
        return m_desk->app.lastInteraction();
    }
    QString openModal()
    {
        const QJsonValue trigger = press(publish(), 1, 1, {})[QLatin1String("trigger_id")];
        return m_desk
            ->call("views.open", {{QStringLiteral("trigger_id"), trigger}, {QStringLiteral("view"), parsed(modalView)}})
            .value(QStringLiteral("view"))[QLatin1String("id")]
            .toString();
    }

    std::unique_ptr<PracticeDesk> m_desk;
    QString m_me;
};

QTEST_GUILESS_MAIN(TestViewActs)
#include "tst_viewacts.moc"
