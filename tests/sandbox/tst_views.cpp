#include "practicedesk.h"

#include <QTest>

using namespace refrain;
using namespace refrain::test;
using namespace std::chrono_literals;

namespace {

QJsonObject parsed(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject plain(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("plain_text")}, {QStringLiteral("text"), text}};
}

/// A home view with one block.
QJsonObject home(const QJsonObject& block = parsed(R"({"type":"divider"})"))
{
    return {{QStringLiteral("type"), QStringLiteral("home")}, {QStringLiteral("blocks"), QJsonArray{block}}};
}

QJsonObject modal(const QString& title = QStringLiteral("Choose"))
{
    QJsonObject view = home();
    view.insert(QStringLiteral("type"), QStringLiteral("modal"));
    view.insert(QStringLiteral("title"), plain(title));
    return view;
}

QJsonArray options(int count)
{
    QJsonArray list;
    for (int i = 0; i < count; ++i)
        list.append(QJsonObject{{QStringLiteral("text"), plain(QStringLiteral("Option %1").arg(i))},
                                {QStringLiteral("value"), QStringLiteral("o%1").arg(i)}});
    return list;
}

QJsonObject sectionWith(QJsonObject accessory)
{
    accessory.insert(QStringLiteral("action_id"), QStringLiteral("a"));
    return {{QStringLiteral("type"), QStringLiteral("section")},
            {QStringLiteral("text"), plain(QStringLiteral("Reminders"))},
            {QStringLiteral("accessory"), accessory}};
}

QJsonObject chooser(const char* type, int count, const QJsonObject& more = {})
{
    QJsonObject element{{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("options"), options(count)}};
    for (auto field = more.begin(); field != more.end(); ++field)
        element.insert(field.key(), field.value());
    return sectionWith(element);
}

QString errorOf(const QJsonObject& answer)
{
    return answer.value(QStringLiteral("error")).toString();
}

}  // namespace

/// views.publish, .open, .push and .update, as an app calls them.
class TestViews : public QObject {
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

    void publishesAHomeAndGuardsItByItsHash()
    {
        const QJsonObject first = publish(home());
        QVERIFY2(first[QLatin1String("ok")].toBool(), qPrintable(compact(first)));
        const QJsonValue view = first[QLatin1String("view")];
        for (const char* name : {"id", "team_id", "type", "blocks", "private_metadata", "callback_id", "state", "hash",
                                 "root_view_id", "app_id", "external_id", "app_installed_team_id", "bot_id"})
            QVERIFY2(!view[QLatin1String(name)].isUndefined(), name);
        QVERIFY(!view[QLatin1String("blocks")][0][QLatin1String("block_id")].toString().isEmpty());
        const QString hash = view[QLatin1String("hash")].toString();
        const QJsonObject second = publish(home(), hash);
        QVERIFY(second[QLatin1String("ok")].toBool());
        QCOMPARE(second[QLatin1String("view")][QLatin1String("id")], view[QLatin1String("id")]);
        QCOMPARE(errorOf(publish(home(), hash)), QStringLiteral("hash_conflict"));
        QVERIFY(publish(home())[QLatin1String("ok")].toBool());
        QCOMPARE(shown()[QLatin1String("home")][QLatin1String("id")], view[QLatin1String("id")]);
    }

    void refusesWhatSlackRefuses_data()
    {
        QTest::addColumn<QJsonObject>("view");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const QJsonObject& view, const char* pointer) {
            QTest::newRow(name) << view << QString::fromLatin1(pointer);
        };
        const QJsonObject chosen = options(1).at(0).toObject();
        const QJsonObject other{{QStringLiteral("text"), plain(QStringLiteral("Option 0!"))},
                                {QStringLiteral("value"), QStringLiteral("o0")}};
        row("a modal as home", modal(), "/view/type");
        row("an unknown block", home(parsed(R"({"type":"table"})")), "/view/blocks/0");
        row("a header of 151 characters",
            home({{QStringLiteral("type"), QStringLiteral("header")},
                  {QStringLiteral("text"), plain(QString(151, u'x'))}}),
            "/view/blocks/0/text/text");
        row("a section of 3001 characters",
            home({{QStringLiteral("type"), QStringLiteral("section")},
                  {QStringLiteral("text"), plain(QString(3001, u'x'))}}),
            "/view/blocks/0/text/text");
        row("an empty text",
            home({{QStringLiteral("type"), QStringLiteral("section")}, {QStringLiteral("text"), plain({})}}),
            "/view/blocks/0/text/text");
        row("11 checkboxes", home(chooser("checkboxes", 11)), "/view/blocks/0/accessory/options");
        row("11 radio buttons", home(chooser("radio_buttons", 11)), "/view/blocks/0/accessory/options");
        row("6 entries of an overflow menu", home(chooser("overflow", 6)), "/view/blocks/0/accessory/options");
        row("101 options of a select", home(chooser("static_select", 101)), "/view/blocks/0/accessory/options");
        row("an empty initial_options",
            home(chooser("checkboxes", 2, {{QStringLiteral("initial_options"), QJsonArray()}})),
            "/view/blocks/0/accessory/initial_options");
        row("an initial option with another text",
            home(chooser("static_select", 2, {{QStringLiteral("initial_option"), other}})),
            "/view/blocks/0/accessory/initial_option");
        row("a button of 76 characters",
            home(sectionWith({{QStringLiteral("type"), QStringLiteral("button")},
                              {QStringLiteral("text"), plain(QString(76, u'x'))}})),
            "/view/blocks/0/accessory/text/text");
        row("an option of 76 characters",
            home(sectionWith({{QStringLiteral("type"), QStringLiteral("static_select")},
                              {QStringLiteral("options"),
                               QJsonArray{QJsonObject{{QStringLiteral("text"), plain(QString(76, u'x'))},
                                                      {QStringLiteral("value"), QStringLiteral("v")}}}}})),
            "/view/blocks/0/accessory/options/0/text/text");
        row("a typed text outside of an input",
            home(sectionWith({{QStringLiteral("type"), QStringLiteral("plain_text_input")}})),
            "/view/blocks/0/accessory/type");
        QJsonObject crowded = home();
        QJsonArray blocks;
        for (int i = 0; i < 101; ++i)
            blocks.append(parsed(R"({"type":"divider"})"));
        crowded.insert(QStringLiteral("blocks"), blocks);
        row("101 blocks", crowded, "/view/blocks");
        QJsonObject twins = home();
        twins.insert(QStringLiteral("blocks"), QJsonArray{parsed(R"({"type":"divider","block_id":"one"})"),
                                                          parsed(R"({"type":"divider","block_id":"one"})")});
        row("one block_id twice", twins, "/view/blocks/1/block_id");
        QJsonObject noted = home();
        noted.insert(QStringLiteral("private_metadata"), QString(3001, u'x'));
        row("metadata of 3001 characters", noted, "/view/private_metadata");
    }
    void refusesWhatSlackRefuses()
    {
        QFETCH(QJsonObject, view);
        QFETCH(QString, pointer);
        const QJsonObject answer = publish(view);
        QCOMPARE(errorOf(answer), QStringLiteral("invalid_arguments"));
        const QString said =
            answer[QLatin1String("response_metadata")][QLatin1String("messages")].toArray().first().toString();
        QVERIFY2(said.endsWith(QStringLiteral("[json-pointer:%1]").arg(pointer)), qPrintable(said));
    }

    void takesWhatIsJustWithinTheLimits()
    {
        QVERIFY(publish(home(chooser("checkboxes", 10)))[QLatin1String("ok")].toBool());
        const QJsonObject chosen{{QStringLiteral("initial_option"), options(1).at(0)}};
        QVERIFY(publish(home(chooser("static_select", 100, chosen)))[QLatin1String("ok")].toBool());
        QJsonObject large = home();
        large.insert(QStringLiteral("nothing"), QString(260'000, u'x'));
        QCOMPARE(errorOf(publish(large)), QStringLiteral("view_too_large"));
    }

    void opensAModalOnceWithinThreeSeconds()
    {
        QCOMPARE(errorOf(open(QStringLiteral("1.2.abc"), modal())), QStringLiteral("invalid_trigger_id"));
        const QString late = trigger();
        m_desk->clock.advance(3001ms);
        QCOMPARE(errorOf(open(late, modal())), QStringLiteral("expired_trigger_id"));
        const QString good = trigger();
        m_desk->clock.advance(2999ms);
        QCOMPARE(errorOf(open(good, modal(QString(25, u'x')))), QStringLiteral("invalid_arguments"));
        const QJsonObject opened = open(good, modal(QString(24, u'x')));
        QVERIFY2(opened[QLatin1String("ok")].toBool(), qPrintable(compact(opened)));
        QCOMPARE(errorOf(open(good, modal())), QStringLiteral("exchanged_trigger_id"));
        QCOMPARE(shown()[QLatin1String("modal")][QLatin1String("id")],
                 opened[QLatin1String("view")][QLatin1String("id")]);
    }

    void pushesThreeDeepAndUpdatesByIdAndHash()
    {
        const QJsonValue root = open(trigger(), modal())[QLatin1String("view")];
        const QJsonValue second = push(trigger(), modal())[QLatin1String("view")];
        QCOMPARE(second[QLatin1String("root_view_id")], root[QLatin1String("id")]);
        QCOMPARE(second[QLatin1String("previous_view_id")], root[QLatin1String("id")]);
        QVERIFY(push(trigger(), modal())[QLatin1String("ok")].toBool());
        QCOMPARE(errorOf(push(trigger(), modal())), QStringLiteral("push_limit_reached"));

        const QString id = second[QLatin1String("id")].toString();
        const QString hash = second[QLatin1String("hash")].toString();
        const QJsonObject updated = update(id, hash, modal(QStringLiteral("Other")));
        QCOMPARE(updated[QLatin1String("view")][QLatin1String("title")][QLatin1String("text")].toString(),
                 QStringLiteral("Other"));
        QCOMPARE(errorOf(update(id, hash, modal())), QStringLiteral("hash_conflict"));
        QCOMPARE(errorOf(update(QStringLiteral("V0"), {}, modal())), QStringLiteral("not_found"));
    }

    void needsSubmitBesideAnInput()
    {
        QJsonObject view = modal();
        view.insert(QStringLiteral("blocks"),
                    QJsonArray{parsed(R"({"type":"input","label":{"type":"plain_text","text":"Why"},
                        "element":{"type":"plain_text_input","action_id":"why"}})")});
        QCOMPARE(errorOf(open(trigger(), view)), QStringLiteral("invalid_arguments"));
        view.insert(QStringLiteral("submit"), plain(QStringLiteral("Save")));
        QVERIFY(open(trigger(), view)[QLatin1String("ok")].toBool());
    }

    void checksTheBlocksOfMessagesToo()
    {
        const QJsonArray blocks{chooser("checkboxes", 11)};
        const QJsonObject answer =
            m_desk->call("chat.postMessage", {{QStringLiteral("channel"), m_me}, {QStringLiteral("blocks"), blocks}});
        QCOMPARE(errorOf(answer), QStringLiteral("invalid_blocks"));
        QVERIFY(!answer[QLatin1String("response_metadata")][QLatin1String("messages")].toArray().isEmpty());
    }

private:
    QJsonObject publish(const QJsonObject& view, const QString& hash = {})
    {
        return m_desk->call("views.publish", {{QStringLiteral("user_id"), m_me},
                                              {QStringLiteral("view"), compact(view)},  // a JSON text will do
                                              {QStringLiteral("hash"), hash}});
    }
    QJsonObject open(const QString& trigger, const QJsonObject& view)
    {
        return m_desk->call("views.open", {{QStringLiteral("trigger_id"), trigger}, {QStringLiteral("view"), view}});
    }
    QJsonObject push(const QString& trigger, const QJsonObject& view)
    {
        return m_desk->call("views.push", {{QStringLiteral("trigger_id"), trigger}, {QStringLiteral("view"), view}});
    }
    QJsonObject update(const QString& id, const QString& hash, const QJsonObject& view)
    {
        return m_desk->call(
            "views.update",
            {{QStringLiteral("view_id"), id}, {QStringLiteral("hash"), hash}, {QStringLiteral("view"), view}});
    }
    QJsonObject shown() const { return m_desk->get(QStringLiteral("/practice/views?me=") + m_me); }

    /// A fresh one, from a command that the person types.
    QString trigger()
    {
        const size_t before = m_desk->app.count();
        const QString dm =
            m_desk->get(QStringLiteral("/practice/places?me=") + m_me)[QLatin1String("items")][0][QLatin1String("id")]
                .toString();
        (void)m_desk->post("/practice/say", {{QStringLiteral("me"), m_me},
                                             {QStringLiteral("at"), dm},
                                             {QStringLiteral("text"), QStringLiteral("/optout")}});
        if (!QTest::qWaitFor([&] { return m_desk->app.count() > before; }))
            return {};
        return m_desk->app.last().form().value(u"trigger_id");
    }

    std::unique_ptr<PracticeDesk> m_desk;
    QString m_me;
};

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
