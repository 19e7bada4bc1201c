#include "tests/service/sendershop.h"
#include "tests/service/surfaces.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::fromJson;
using test::SenderShop;
using test::Surfaces;

namespace {

constexpr char bye[] = R"({"playbook": "opt-out", "texts": {
    "stopsMessages": {"en": "Bye bye, %1!", "de": "Tschüss, %1!"},
    "wayBack": {"en": "Come back by `/optin %1`."}}})";
constexpr char back[] = R"({"playbook": "re-subscribe", "texts": {
    "startsMessages": {"en": "Welcome back to %1!"}, "buttonAllOn": {"en": "All of it, please"}}})";
constexpr char pauses[] = R"({"playbook": "snooze", "durations": ["4h", "2w"], "texts": {
    "pausesMessages": {"en": "Quiet about %1 until %2."}}})";
constexpr char forGood[] = R"({"playbook": "opt-out-for-good", "texts": {
    "askStopAll": {"en": "Really *all* of it?"}, "buttonStopAll": {"en": "Yes, all of it"},
    "isFinal": {"en": "For good & ever."}}})";

}  // namespace

/// What a workspace says in its own words, and in whose language: the same on every surface.
class TestVoice : public QObject {
    Q_OBJECT

private slots:
    void theMessageThatTellsOfAChangeSpeaksAsPublished()
    {
        Surfaces shop;
        shop.published("bye", bye);
        (void)shop.byStaff(QStringLiteral("U1"), QStringLiteral("reminders"), PreferenceState::OptedOut);
        (void)shop.byStaff(QStringLiteral("U10"), QStringLiteral("reminders"), PreferenceState::OptedOut);
        shop.clock.advance(std::chrono::minutes(5));
        QVERIFY(shop.acknowledger.work());
        QCOMPARE(shop.posted.size(), 2);
        QVERIFY2(test::textOf(shop.posted.first()).startsWith(QStringLiteral("Bye bye, *Reminders*!")),
                 qPrintable(test::textOf(shop.posted.first())));
        QVERIFY2(test::textOf(shop.posted.last()).startsWith(QStringLiteral("Tschüss, *Reminders*!")),
                 qPrintable(test::textOf(shop.posted.last())));
    }

    void theAppHomeSpeaksAsPublished()
    {
        Surfaces shop;
        shop.published("bye", bye);
        shop.published("back", back);
        shop.published("pauses", pauses);
        const QString choose = QStringLiteral("home.choose:reminders");
        QString seen = shop.useHome(choose, QStringLiteral("out"));
        QVERIFY2(seen.contains(QStringLiteral("Bye bye, *Reminders*!")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral(R"("value":"4h")")), qPrintable(seen));
        QVERIFY2(!seen.contains(QStringLiteral(R"("value":"1d")")), qPrintable(seen));
        for (const char* words : {"Pause for 4 hours", "Pause for 2 weeks", "Pause all for 4 hours"})
            QVERIFY2(seen.contains(QLatin1String(words)), qPrintable(seen));
        seen = shop.useHome(choose, QStringLiteral("4h"));  // it is off, and stays so
        QVERIFY2(!seen.contains(QStringLiteral("Quiet about")), qPrintable(seen));
        QVERIFY(shop.useHome(choose, QStringLiteral("in")).contains(QStringLiteral("Welcome back to *Reminders*!")));
        seen = shop.useHome(choose, QStringLiteral("4h"));
        QVERIFY2(seen.contains(QStringLiteral("Quiet about *Reminders* until")), qPrintable(seen));
        QCOMPARE(*shop.choice(QStringLiteral("U1"), QStringLiteral("reminders")).snoozedUntil,
                 shop.clock.now() + 4LL * 3600 * 1000);
    }

    void theWayBackInTheAppHomeIsCalledAsPublished()
    {
        Surfaces shop;
        const QString before = shop.useHome(QStringLiteral("home.all:out"), QStringLiteral("out"));
        QVERIFY2(before.contains(QStringLiteral("Allow optional messages again")), qPrintable(before));
        shop.published("back", back);
        const QString seen = shop.useHome(QStringLiteral("home.choose:reminders"), QStringLiteral("keep"));
        QVERIFY2(seen.contains(QStringLiteral("All of it, please")), qPrintable(seen));
    }

    void theAppHomeAsksAsPublishedAndSaysWhatIsFinal()
    {
        Surfaces shop;
        shop.published("forgood", forGood);
        QString seen = shop.useHome(QStringLiteral("home.choose:reminders"), QStringLiteral("keep"));
        QVERIFY2(seen.contains(QStringLiteral(R"("title":{"text":"Really all of it?")")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("Once off, it stays off")), qPrintable(seen));
        seen = shop.useHome(QStringLiteral("home.all:out"), QStringLiteral("out"));
        QVERIFY2(seen.contains(QStringLiteral("For good & ever.")), qPrintable(seen));
    }

    void whatIsForGoodCanBeTakenBackForFifteenMinutesEverywhere_data()
    {
        QTest::addColumn<QString>("stop");
        QTest::addColumn<QString>("back");
        const QStringList surfaces{QStringLiteral("command"), QStringLiteral("message"), QStringLiteral("home"),
                                   QStringLiteral("link")};
        for (const QString& stop : surfaces)
            for (const char* back : {"undo", "command", "home"})
                QTest::addRow("%s, %s", qPrintable(stop), back) << stop << QString::fromLatin1(back);
        QTest::newRow("link, link") << QStringLiteral("link") << QStringLiteral("link");
    }

    void whatIsForGoodCanBeTakenBackForFifteenMinutesEverywhere()
    {
        QFETCH(QString, stop);
        QFETCH(QString, back);
        Surfaces shop;
        shop.published("forgood", forGood);
        stopAll(shop, stop);
        QCOMPARE(shop.state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("opted_out"));
        shop.clock.advance(std::chrono::minutes(14));
        takeBack(shop, back);
        QCOMPARE(shop.state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("default"));
        stopAll(shop, stop);
        shop.clock.advance(std::chrono::minutes(16));
        takeBack(shop, back);
        QCOMPARE(shop.state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("opted_out"));
        const QString seen = shop.useHome(QStringLiteral("home.choose:reminders"), QStringLiteral("keep"));
        QVERIFY2(!seen.contains(QStringLiteral("again\"")), qPrintable(seen));  // nothing offers what is refused
        QVERIFY2(seen.contains(QStringLiteral("This is final: nobody can turn it on again.")), qPrintable(seen));
    }

    void wordsOfTheLawAreObeyedAtOnceAndSayHowToMendASlip()
    {
        Surfaces shop;
        shop.published("forgood", forGood);
        const QJsonObject stopped = shop.type(QStringLiteral("U1"), QStringLiteral("/optout"), QStringLiteral("stop"));
        const QString text = test::textOf(stopped);
        QVERIFY2(text.contains(QStringLiteral("For good & ever. Was it a slip? For 15 minutes")), qPrintable(text));
        (void)shop.press(QStringLiteral("U1"), stopped, QStringLiteral("Undo"));
        QCOMPARE(shop.state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("default"));
        const QString asked = shop.say(QStringLiteral("U1"), QStringLiteral("/optout"), QStringLiteral("all"));
        QVERIFY2(asked.contains(QStringLiteral("For good & ever.\nNothing has been changed yet.")), qPrintable(asked));
        const QString home = shop.useHome(QStringLiteral("home.choose:reminders"), QStringLiteral("keep"));
        QVERIFY2(!home.contains(QStringLiteral("for when you return")), qPrintable(home));
    }

    void whatMakesNoSenseChangesNothingInTheAppHome()
    {
        Surfaces shop;
        const qint64 before = shop.seq();
        const QString seen =
            shop.useHome(QStringLiteral("home.choose:reminders"), QStringLiteral("<!channel> for ever"));
        QVERIFY2(seen.contains(QStringLiteral("“&lt;!channel&gt; for ever” is no time")), qPrintable(seen));
        QCOMPARE(shop.seq(), before);
    }

    void thePagesOfLinksSpeakAsPublished()
    {
        Surfaces shop;
        shop.published("bye", bye);
        shop.published("back", back);
        LinkView view = shop.linkOf("reminders");
        const auto off = shop.links.turnOff(view, {view.link.category}, Source::Link);
        QVERIFY(off);
        QByteArray seen = shop.page("en").turnedOff(*shop.links.open(shop.token), *off).body;
        QVERIFY2(seen.contains("Bye bye, Reminders!") && seen.contains("Come back by /optin reminders."),
                 seen.constData());
        const LinkView all = shop.linkOf("");
        const auto offToo = shop.links.turnOff(all, {CategorySlug(QStringLiteral("surveys"))}, Source::Link);
        QVERIFY(shop.page("en").turnedOff(*shop.links.open(shop.token), *offToo).body.contains("Bye bye, Surveys!"));
        view = shop.linkOf("reminders");
        seen = shop.page("de").turnedOff(*shop.links.open(shop.token), *off).body;
        QVERIFY2(seen.contains("Tschüss, Reminders!") && seen.contains("gib in Slack /optin reminders"),
                 seen.constData());
        const auto on = shop.links.takeBack(view, {off->items.front().preference.version});
        QVERIFY(on);
        seen = shop.page("en").takenBack(*shop.links.open(shop.token), *on).body;
        QVERIFY2(seen.contains("Welcome back to Reminders!"), seen.constData());
        QVERIFY2(!seen.contains("Nothing has been changed"), seen.constData());
    }

    void whatALinkChangedIsToldOnceInSlackUnlessItWasTakenBack()
    {
        Surfaces shop;
        const LinkView view = shop.linkOf("reminders");
        const auto off = shop.links.turnOff(view, {view.link.category}, Source::OneClick);
        QVERIFY(shop.links.takeBack(*shop.links.open(shop.token), {off->items.front().preference.version}));
        shop.clock.advance(std::chrono::seconds(16));
        QVERIFY(shop.acknowledger.work());
        QCOMPARE(shop.posted.size(), 0);
        QVERIFY(shop.links.turnOff(view, {view.link.category}, Source::OneClick));
        QVERIFY(shop.links.turnOff(view, {view.link.category}, Source::OneClick));  // a mail program asks twice
        shop.clock.advance(std::chrono::seconds(16));
        QVERIFY(shop.acknowledger.work());
        QVERIFY(shop.acknowledger.work());
        QCOMPARE(shop.posted.size(), 1);
        const QString told = test::textOf(shop.posted.first());
        QVERIFY2(
            told.contains(QStringLiteral("no longer get *Reminders*. This was changed through your opt-out link.")),
            qPrintable(told));
    }

    void thePageThatAsksAboutAllSpeaksAsPublished()
    {
        Surfaces shop;
        shop.published("forgood", forGood);
        const LinkView view = shop.linkOf("*");
        const QByteArray seen = shop.page("en").asked(view).body;
        for (const char* text : {"<h1>Really all of it?</h1>", ">Yes, all of it</button>", "For good &amp; ever."})
            QVERIFY2(seen.contains(text), (QByteArray(text) + " in " + seen).constData());
    }

    void whatIsSentHasButtonsInTheReadersLanguage()
    {
        SenderShop shop;
        Subject german = test::subjectOf(QStringLiteral("U2"), SubjectKind::User);
        german.locale = QStringLiteral("de-DE");
        service::DirectoryWriter::Page page;
        page.subjects = {german};
        QVERIFY(shop.directory.put(shop.id, page));
        QHash<QString, QStringList> seen;
        std::mutex mutex;
        shop.slack.on(QStringLiteral("chat.postMessage"), [&](const slack::Credential&, const slack::Call& call) {
            const QJsonArray blocks = QJsonDocument::fromJson(test::FakeSlack::field(call, "blocks").toUtf8()).array();
            const std::lock_guard lock(mutex);
            seen.insert(test::FakeSlack::field(call, "channel"), test::labels(blocks));
            return Result<QJsonObject>(SenderShop::posted());
        });
        shop.send({QStringLiteral("U1"), QStringLiteral("U2"), QStringLiteral("C1")});
        QTRY_COMPARE(shop.state(), QStringLiteral("done"));
        const QStringList english{QStringLiteral("Stop Reminders"), QStringLiteral("Snooze"),
                                  QStringLiteral("All settings")};
        QCOMPARE(seen.value(QStringLiteral("U1")), english);
        QCOMPARE(seen.value(QStringLiteral("C1")), english);
        QCOMPARE(seen.value(QStringLiteral("U2")),
                 QStringList({QStringLiteral("Reminders abbestellen"), QStringLiteral("Pausieren"),
                              QStringLiteral("Alle Einstellungen")}));
    }

    void aMemberWhoIsReachedByAWebhookReadsTheirOwnLanguage()
    {
        SenderShop shop;
        Subject german = test::subjectOf(QStringLiteral("U2"), SubjectKind::User);
        german.locale = QStringLiteral("de-DE");
        service::DirectoryWriter::Page page;
        page.subjects = {german};
        QVERIFY(shop.directory.put(shop.id, page));
        shop.addWebhook(QStringLiteral("kim@example.com"), "x", QStringLiteral("U2"));
        shop.send({QStringLiteral("kim@example.com")});
        QTRY_COMPARE(shop.state(), QStringLiteral("done"));
        QVERIFY2(shop.network.lastBody.contains("Reminders abbestellen"), shop.network.lastBody.constData());
    }

private:
    static void stopAll(Surfaces& shop, const QString& surface)
    {
        const QString u1 = QStringLiteral("U1");
        if (surface == QLatin1String("command"))
            (void)shop.say(u1, QStringLiteral("/optout"), QStringLiteral("cancel"));
        else if (surface == QLatin1String("home"))
            (void)shop.useHome(QStringLiteral("home.all:out"), QStringLiteral("out"));
        else if (surface == QLatin1String("message"))
            shop.write(u1, QStringLiteral("stop"));
        else
            (void)shop.links.turnOff(shop.linkOf("*"), {everyCategory()}, Source::Link);
    }
    static void takeBack(Surfaces& shop, const QString& surface)
    {
        const QString u1 = QStringLiteral("U1");
        const qint64 version = shop.choice(u1, QStringLiteral("*")).version;
        if (surface == QLatin1String("undo"))
            (void)shop.say(u1, QStringLiteral("/optout"), QStringLiteral("undo"));
        else if (surface == QLatin1String("command"))
            (void)shop.say(u1, QStringLiteral("/optin"), QStringLiteral("all"));
        else if (surface == QLatin1String("home"))
            (void)shop.useHome(QStringLiteral("home.all:in"), QStringLiteral("in"));
        else
            (void)shop.links.takeBack(*shop.links.open(shop.token), {version});
    }
};

QTEST_GUILESS_MAIN(TestVoice)
#include "tst_voice.moc"
