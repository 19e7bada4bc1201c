#include "base/direction.h"
#include "slack/payloads/installation.h"
#include "tests/service/surfaces.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Surfaces;
using test::textOf;

namespace {

const QString u1 = QStringLiteral("U1");

struct Strange {
    const char* name;
    QString text;
};

/// What people and programs send where a name or a number is awaited.
const std::vector<Strange>& strange()
{
    static const std::vector<Strange> all{
        {"nothing", {}},
        {"blanks", QStringLiteral("  \t ")},
        {"40 kB", QString(40'000, QLatin1Char('x'))},
        {"40 kB of emoji", QStringLiteral("🙈").repeated(10'000)},
        {"emoji", QStringLiteral("🙈🙉👩‍💻")},
        {"right to left", QStringLiteral("תזכורות תזכורות")},
        {"marks of direction", QStringLiteral("abc\u202Egnp\u2066")},
        {"a mention", QStringLiteral("<@U0> <#C1|general>")},
        {"a call to everybody", QStringLiteral("<!channel> <!here> <!everyone>")},
        {"mrkdwn", QStringLiteral("*bold* _it_ ~no~ `code` ```\nblock")},
        {"a link", QStringLiteral("<https://evil.example|Reminders>")},
        {"SQL", QStringLiteral("'; DROP TABLE preferences; --")},
        {"HTML", QStringLiteral("<script>alert(1)</script><img src=x onerror=alert(1)>")},
        {"zero-width characters", QStringLiteral("\u200B\u200C\u200D\uFEFF")},
        {"control characters", QStringLiteral("\x01\x02\n\r\x1b[31m")},
        {"JSON", QStringLiteral(R"({"category": {"$ne": null}, "changes": "all"})")},
        {"marks of our own sentences", QStringLiteral("%1 %2 %99 %n")},
        {"a path", QStringLiteral("../../etc/passwd")},
        {"half a letter", QString(QChar(0xD83D))},
    };
    return all;
}

/// Within Slack's limits, without anybody called, and without direction turned.
QString faultOf(const QJsonValue& value)
{
    if (value.isString()) {
        const QString text = value.toString();
        for (const char* bad : {"<@", "<!", "<script", "<#C1|", "<https://evil", "\u202E", "\u2066"}) {
            if (text.contains(QString::fromUtf8(bad)))
                return QStringLiteral("holds %1: %2").arg(QString::fromUtf8(bad), text.left(200));
        }
        return text.size() > 3000 ? QStringLiteral("%1 letters").arg(text.size()) : QString();
    }
    const QJsonObject object = value.toObject();
    if (object.value(QLatin1String("type")).toString() == QLatin1String("plain_text"))
        return {};  // Slack shows it as it is
    QString fault;
    for (auto field = object.begin(); field != object.end() && fault.isEmpty(); ++field)
        fault = faultOf(field.value());
    for (const QJsonValue& element : value.toArray())
        fault = fault.isEmpty() ? faultOf(element) : fault;
    return fault;
}

}  // namespace

/// Whatever comes in on a surface of Slack's or of a link: nothing changes, and the answer is one that Slack takes and
/// that calls nobody.
class TestStrangeInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_shop = std::make_unique<Surfaces>(); }
    void cleanupTestCase() { m_shop.reset(); }

    void commandsAndMessages_data() { rows({"/optout", "/optin", "/optstatus", "message"}); }

    void commandsAndMessages()
    {
        QFETCH(QString, surface);
        QFETCH(QString, text);
        const qint64 before = m_shop->seq();
        QJsonObject answer;
        if (surface == QLatin1String("message")) {
            slack::Event event;
            event.workspace = m_shop->id;
            event.id = QStringLiteral("Ev%1").arg(++m_events);
            event.type = QStringLiteral("message");
            event.body = {{QStringLiteral("channel_type"), QStringLiteral("im")},
                          {QStringLiteral("channel"), QStringLiteral("D7")},
                          {QStringLiteral("user"), u1},
                          {QStringLiteral("text"), slack::escaped(text)}};
            QVERIFY(m_shop->desk.message(event));
            answer = m_shop->posted.last();
        } else {
            answer = m_shop->type(u1, surface, text);
            QCOMPARE(answer.value(QLatin1String("response_type")).toString(), QStringLiteral("ephemeral"));
        }
        QVERIFY(!textOf(answer).isEmpty());
        QCOMPARE(faultOf(answer), QString());
        QCOMPARE(m_shop->seq(), before);
    }

    void buttons_data()
    {
        rows({"optout.stop", "optout.snooze", "optout.start", "optout.settings", "optout.choose", "optout.all",
              "optout.undo", "optout.cancel", "optout.channel"});
    }

    void buttons()
    {
        QFETCH(QString, surface);
        QFETCH(QString, text);
        const qint64 before = m_shop->seq();
        QStringList values{text};
        slack::ButtonValue value;
        value.category = CategorySlug(text);
        value.changes = {-1, 0, 1, 99'999'999};
        values << value.toString();
        value.category = CategorySlug(QStringLiteral("reminders"));
        value.duration = text.isEmpty() ? QStringLiteral("forever") : text;
        value.channel = text;
        if (surface == QLatin1String("optout.stop") || surface == QLatin1String("optout.channel"))
            values << value.toString();
        for (const QString& written : values) {
            const QJsonObject element{{QStringLiteral("action_id"), surface}, {QStringLiteral("value"), written}};
            const QJsonObject answer = m_shop->pressed(u1, element, true);
            QVERIFY(!textOf(answer).isEmpty());
            QCOMPARE(faultOf(answer), QString());
            QCOMPARE(m_shop->seq(), before);
        }
    }

    void appHome_data() { rows({"home.choose:reminders", "home.all", "home.choose:"}); }

    void appHome()
    {
        QFETCH(QString, surface);
        QFETCH(QString, text);
        const qint64 before = m_shop->seq();
        const bool isName = surface.endsWith(QLatin1Char(':'));
        (void)m_shop->useHome(isName ? surface + text : surface, isName ? QStringLiteral("out") : text);
        QVERIFY(!m_shop->home.isEmpty());
        QCOMPARE(faultOf(m_shop->home), QString());
        QCOMPARE(m_shop->seq(), before);
    }

    void tokensOfLinks_data() { rows({"a token"}); }

    void tokensOfLinks()
    {
        QFETCH(QString, text);
        const Result<LinkView> view = m_shop->links.open(text.toUtf8());
        QVERIFY(!view);
        QVERIFY(view.error().is(ErrorCode::NotFound));
        QCOMPARE(m_shop->page("en").failed(view.error()).status, 404);
    }

    void whatCategoriesAndPeopleAreCalledIsNoMarkup_data() { rows({"a name"}); }

    void whatCategoriesAndPeopleAreCalledIsNoMarkup()
    {
        QFETCH(QString, text);
        Surfaces shop;
        Category named;
        named.slug = CategorySlug(QStringLiteral("named"));
        named.title = named.description =
            QStringLiteral("New ") + withoutTurns(text.left(60));  // as it is read from what an admin sends
        QVERIFY(shop.categories.create(shop.id, named, {}));
        Subject person = test::SlackDesk::person(1);
        person.name = person.displayName = text.left(200);
        person.updatedAt = 2;
        service::DirectoryWriter::Page page;
        page.subjects = {person};
        QVERIFY(shop.directory.put(shop.id, page));
        for (const char* said : {"", "status", "help", "named", "undo"})
            QCOMPARE(faultOf(shop.type(u1, QStringLiteral("/optout"), QString::fromLatin1(said))), QString());
        (void)shop.useHome(QStringLiteral("home.choose:named"), QStringLiteral("out"));
        QCOMPARE(faultOf(shop.home), QString());
        const QByteArray html = shop.page("en").asked(shop.linkOf("named")).body;
        for (const char* bad : {"<script", "<img", "<!channel", "<@U0", "\u202E"})
            QVERIFY2(!html.contains(bad), html.constData());
    }

    void aCategoryThatWasArchivedASecondAgo()
    {
        Surfaces shop;
        const QJsonObject card = shop.type(u1, QStringLiteral("/optstatus"), QStringLiteral("reminders"));
        LinkView link = shop.linkOf("reminders");
        const auto archive = [](Category& category) { category.archived = true; };
        QVERIFY(shop.categories.edit(shop.id, CategorySlug(QStringLiteral("reminders")), archive, {}));
        const qint64 before = shop.seq();
        const QString said = textOf(shop.type(u1, QStringLiteral("/optout"), QStringLiteral("reminders")));
        QVERIFY2(said.contains(QLatin1String("is not sent any more")), qPrintable(said));
        const QString pressed = textOf(shop.press(u1, card, QStringLiteral("Stop Reminders")));
        QVERIFY2(pressed.contains(QLatin1String("is not sent any more")), qPrintable(pressed));
        const QString home = shop.useHome(QStringLiteral("home.choose:reminders"), QStringLiteral("out"));
        QVERIFY2(home.contains(QLatin1String("is not sent any more")), qPrintable(home));
        const auto off = shop.links.turnOff(link, {link.link.category}, Source::OneClick);
        QVERIFY(off && off->items.front().isFailure());
        const web::Response page = shop.page("en").turnedOff(*shop.links.open(shop.token), *off);
        QCOMPARE(page.status, 409);
        QVERIFY2(page.body.contains("has ended"), page.body.constData());
        QCOMPARE(shop.seq(), before);
    }

private:
    static void rows(std::initializer_list<const char*> surfaces)
    {
        QTest::addColumn<QString>("surface");
        QTest::addColumn<QString>("text");
        for (const char* surface : surfaces) {
            for (const Strange& one : strange())
                QTest::addRow("%s, %s", surface, one.name) << QString::fromLatin1(surface) << one.text;
        }
    }

    std::unique_ptr<Surfaces> m_shop;
    int m_events = 0;
};

QTEST_GUILESS_MAIN(TestStrangeInput)
#include "tst_strangeinput.moc"
