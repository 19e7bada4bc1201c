#include "domain/nearest.h"
#include "domain/spokenwish.h"

#include <QTest>

using namespace refrain;
using Kind = SpokenWish::Kind;

Q_DECLARE_METATYPE(SpokenWish::Kind)

namespace {

std::vector<Category> categories()
{
    const auto make = [](const char* slug, const char* title, bool archived = false) {
        Category category;
        category.slug = CategorySlug(QString::fromUtf8(slug));
        category.title = QString::fromUtf8(title);
        category.archived = archived;
        return category;
    };
    return {make("reminders", "Reminders"),
            make("product-news", "Product news & tips"),
            make("quarter-end", "End of quarter"),
            make("until-notices", "Until further notice"),
            make("cafe", "Café menu"),
            make("rtl", "تذكير"),
            make("twin-one", "Twins"),
            make("twin-two", "Twins"),
            make("old-news", "Old news", true)};
}

/// 2026-11-22 18:00 in UTC, a Sunday; 19:00 in Berlin.
const Millis now = QDateTime(QDate(2026, 11, 22), QTime(18, 0), Qt::UTC).toMSecsSinceEpoch();

SpokenContext contextOf(const std::vector<Category>& all)
{
    return {all, now, QTimeZone("Europe/Berlin")};
}

Millis berlin(const QDate& date, const QTime& time = QTime(0, 0))
{
    return QDateTime(date, time, QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();
}

QString longText()
{
    return QString(40'000, QLatin1Char('a'));
}

}  // namespace

class TestSpokenWish : public QObject {
    Q_OBJECT

private slots:
    void readsWhatFollowsACommand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("category");
        QTest::addColumn<bool>("saidStop");
        const auto row = [](const char* name, const char* text, Kind kind, const char* category = "",
                            bool saidStop = false) {
            QTest::newRow(name) << QString::fromUtf8(text) << kind << QString::fromUtf8(category) << saidStop;
        };
        row("nothing", "", Kind::Nothing);
        row("blanks", "  \t ", Kind::Nothing);
        row("a slug", "reminders", Kind::Category, "reminders");
        row("a slug in capitals, with a full stop", " REMINDERS. ", Kind::Category, "reminders");
        row("a slug in quotes", "“reminders”", Kind::Category, "reminders");
        row("a slug with a blank for its hyphen", "product news", Kind::Category, "product-news");
        row("a title with an ampersand", "Product news & tips", Kind::Category, "product-news");
        row("a title without its accent", "cafe menu", Kind::Category, "cafe");
        row("a title in capitals that fold to more letters", "CAFÉ MENU", Kind::Category, "cafe");
        row("a title from right to left", "تذكير", Kind::Category, "rtl");
        row("zero-width blanks inside", "re\u200bmin\u200dders", Kind::Category, "reminders");
        row("a polite one", "reminders please", Kind::Category, "reminders");
        row("a title that begins with one of the law's words", "end of quarter", Kind::Category, "quarter-end");
        row("a title that begins like a time", "until further notice", Kind::Category, "until-notices");
        row("a category archived a second ago", "old news", Kind::Category, "old-news");
        row("two categories of one title", "twins", Kind::NearMiss);
        row("several with commas", "reminders, product news, cafe", Kind::Several, "reminders product-news cafe");
        row("several with an and, politely", "reminders and café menu please", Kind::Several, "reminders cafe");
        row("several in German", "reminders, cafe und twin-one bitte", Kind::Several, "reminders cafe twin-one");
        row("one twice", "reminders, Reminders", Kind::Several, "reminders");
        row("several, and no time", "reminders, cafe someday", Kind::BadTime, "cafe");
        row("one of them not quite", "reminders, caffe menu", Kind::NearMiss);
        row("one of them all", "reminders, all", Kind::Everything);
        row("none of them", "this, that and more", Kind::Unclear);
        row("all in German", "alle", Kind::Everything);
        row("help in German", "Hilfe", Kind::Help);
        row("undo in German", "rückgängig", Kind::Undo);
        row("stop in German", "abmelden", Kind::Stop, "", true);
        row("stop of one in German", "bitte abbestellen von reminders", Kind::Category, "reminders", true);
        row("stop of several", "stop reminders and cafe", Kind::Several, "reminders cafe", true);
        row("all of it in German, stopped", "stopp alle nachrichten", Kind::Stop, "", true);
        row("a letter missing", "remindrs", Kind::NearMiss);
        row("two letters swapped", "remidners", Kind::NearMiss);
        row("a beginning", "remind", Kind::NearMiss);
        row("all", "all", Kind::Everything);
        row("everything", "Everything", Kind::Everything);
        row("the star", "*", Kind::Everything);
        row("its name", "all optional messages", Kind::Everything);
        row("undo", "undo", Kind::Undo);
        row("status", "status", Kind::Status);
        row("list", "list", Kind::Status);
        row("help", "Help", Kind::Help);
        row("help with a category", "help reminders", Kind::Help);
        row("status of a category", "status reminders", Kind::Status);
        row("undo in German, with its verb", "rückgängig machen", Kind::Undo);
        row("undo of what cannot be said", "undo reminders", Kind::Unclear);
        row("a lone question mark", "?", Kind::Unclear);
        for (const char* word : {"stop", "quit", "end", "unsubscribe", "cancel", "revoke", "opt out", "opt-out",
                                 "optout", "STOP!", "please stop", "stop please", "stop all", "st\u200bop"})
            row(word, word, Kind::Stop, "", true);
        row("a law's word before a category", "unsubscribe from reminders", Kind::Category, "reminders", true);
        row("opt out of a category", "opt-out of Reminders", Kind::Category, "reminders", true);
        row("a law's word before a near miss", "stop remindrs", Kind::NearMiss, "", true);
        row("a law's word before other words", "end of the day works for me", Kind::Unclear, "", true);
        row("a longer word that begins with one", "stopwatch", Kind::Unclear);
        row("a mention", "<@U0123456789>", Kind::Unclear);
        row("a call to everybody", "<!channel>", Kind::Unclear);
        row("a link", "<https://example.com|reminders>", Kind::Unclear);
        row("mrkdwn", "*bold* _it_ `code`", Kind::Unclear);
        row("SQL", "'; DROP TABLE preferences; --", Kind::Unclear);
        row("HTML", "<b>reminders</b><script>alert(1)</script>", Kind::Unclear);
        row("emoji", "🙈🙉🙊", Kind::Unclear);
        row("marks of direction alone", "\u202e\u202d", Kind::Nothing);
        row("a NUL and a control character", "\x01\x02", Kind::Unclear);
        QTest::newRow("40 kB of text") << longText() << Kind::Unclear << QString() << false;
        QTest::newRow("40 kB after a law's word")
            << QStringLiteral("stop ") + longText() << Kind::Unclear << QString() << false;
    }

    void readsWhatFollowsACommand()
    {
        QFETCH(QString, text);
        const std::vector<Category> all = ::categories();
        const SpokenWish wish = parseCommand(text, contextOf(all));
        QTEST(wish.kind, "kind");
        QStringList named{wish.category.toString()};
        for (const CategorySlug& category : wish.categories)
            named << category.toString();
        const QString categories = named.join(QLatin1Char(' ')).trimmed();
        QTEST(categories, "category");
        QTEST(wish.saidStop, "saidStop");
        QVERIFY(!wish.until);
        QCOMPARE(wish.kind == Kind::NearMiss, !wish.nearest.empty());
    }

    void readsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Millis>("until");
        const auto row = [](const char* text, const QDate& date, const QTime& time = QTime(0, 0),
                            Kind kind = Kind::Category) {
            QTest::newRow(text) << QString::fromUtf8(text) << kind << berlin(date, time);
        };
        const QTime sameTime(19, 0);
        row("reminders 2w", QDate(2026, 12, 6), sameTime);
        row("reminders 3d", QDate(2026, 11, 25), sameTime);
        row("Reminders for 3 days", QDate(2026, 11, 25), sameTime);
        row("reminders 12 hours", QDate(2026, 11, 23), QTime(7, 0));
        row("reminders 1 month", QDate(2026, 12, 22), sameTime);
        row("product news & tips 2 weeks", QDate(2026, 12, 6), sameTime);
        row("reminders 20w", QDate(2027, 4, 11), sameTime);  // summer time begins meanwhile
        row("reminders, cafe 2w", QDate(2026, 12, 6), sameTime, Kind::Several);
        row("reminders und cafe bis Freitag", QDate(2026, 11, 27), QTime(0, 0), Kind::Several);
        row("2w reminders", QDate(2026, 12, 6), sameTime);
        row("2 weeks product news", QDate(2026, 12, 6), sameTime);
        row("until monday reminders", QDate(2026, 11, 23));
        row("reminders until monday", QDate(2026, 11, 23));
        row("reminders until Sunday", QDate(2026, 11, 29));
        row("reminders till next fri", QDate(2026, 11, 27));
        row("reminders until next week", QDate(2026, 11, 23));
        row("reminders until tomorrow", QDate(2026, 11, 23));
        row("reminders tomorrow", QDate(2026, 11, 23));
        row("reminders today", QDate(2026, 11, 23));
        row("reminders for today", QDate(2026, 11, 23));
        row("reminders until the day after tomorrow", QDate(2026, 11, 24));
        row("reminders friday", QDate(2026, 11, 27));
        row("reminders next friday", QDate(2026, 11, 27));
        row("reminders until next month", QDate(2026, 12, 1));
        row("reminders 24 december", QDate(2026, 12, 24));
        row("reminders a week", QDate(2026, 11, 29), sameTime);
        row("reminders for two weeks", QDate(2026, 12, 6), sameTime);
        row("reminders morgen", QDate(2026, 11, 23));
        row("reminders heute", QDate(2026, 11, 23));
        row("reminders bis übermorgen", QDate(2026, 11, 24));
        row("reminders bis Freitag", QDate(2026, 11, 27));
        row("reminders bis zum 24.12.", QDate(2026, 12, 24));
        row("reminders bis 24. Dezember", QDate(2026, 12, 24));
        row("reminders bis nächste Woche", QDate(2026, 11, 23));
        row("reminders für 2 Wochen", QDate(2026, 12, 6), sameTime);
        row("reminders 3 Tage", QDate(2026, 11, 25), sameTime);
        row("reminders einen Monat", QDate(2026, 12, 22), sameTime);
        row("all tomorrow", QDate(2026, 11, 23), QTime(0, 0), Kind::Everything);
        row("tomorrow", QDate(2026, 11, 23), QTime(0, 0), Kind::Everything);
        row("remindrs until 24 december", QDate(2026, 12, 24), QTime(0, 0), Kind::NearMiss);
        row("reminders until 2026-12-24", QDate(2026, 12, 24));
        row("reminders 2026-12-24", QDate(2026, 12, 24));
        row("reminders until 24.12.2026", QDate(2026, 12, 24));
        row("reminders until 24 december", QDate(2026, 12, 24));
        row("reminders until Jan 3rd", QDate(2027, 1, 3));
        row("stop reminders until monday", QDate(2026, 11, 23));
        row("until further notice 2d", QDate(2026, 11, 24), sameTime);
        row("all until monday", QDate(2026, 11, 23), QTime(0, 0), Kind::Everything);
        row("stop all 2w", QDate(2026, 12, 6), sameTime, Kind::Everything);
        row("2w", QDate(2026, 12, 6), sameTime, Kind::Everything);
        row("remindrs 2w", QDate(2026, 12, 6), sameTime, Kind::NearMiss);
    }

    void readsTimes()
    {
        QFETCH(QString, text);
        const std::vector<Category> all = categories();
        const SpokenWish wish = parseCommand(text, contextOf(all));
        QTEST(wish.kind, "kind");
        QVERIFY(wish.until);
        QFETCH(Millis, until);
        QCOMPARE(toRfc3339(*wish.until), toRfc3339(until));
    }

    void refusesTimesThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"reminders 0d",
                                 "reminders 2m",
                                 "reminders until yesterday",
                                 "reminders until 2026-11-22",
                                 "reminders until 2025-01-01",
                                 "reminders until 30 february",
                                 "reminders for ever",
                                 "reminders 3 years",
                                 "reminders 999999999999w",
                                 "reminders until 12/24/2026",
                                 "reminders someday",
                                 "reminders forever",
                                 "reminders until today",
                                 "reminders yesterday",
                                 "reminders mit",
                                 "reminders 24",
                                 "reminders bis gestern",
                                 "reminders für immer",
                                 "reminders 2x",
                                 "Reminders, 2x a week",
                                 "stop reminders on mondays",
                                 "reminders please now"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void refusesTimesThatCannotBeUsed()
    {
        QFETCH(QString, text);
        const std::vector<Category> all = categories();
        const SpokenWish wish = parseCommand(text, contextOf(all));
        QCOMPARE(wish.kind, Kind::BadTime);
        QVERIFY(!wish.until);
        QVERIFY(wish.fault != SnoozeFault::None);
        QVERIFY(!wish.written.isEmpty());
        QCOMPARE(wish.category.toString(), QStringLiteral("reminders"));
    }

    void allWithSomethingBehindIsNoWishForAll_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"all someday", "everything 2x", "stop all forever"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void allWithSomethingBehindIsNoWishForAll()
    {
        QFETCH(QString, text);
        const std::vector<Category> all = categories();
        const SpokenWish wish = parseCommand(text, contextOf(all));
        QCOMPARE(wish.kind, Kind::BadTime);
        QCOMPARE(wish.fault, SnoozeFault::Unreadable);
    }

    void aZoneThatIsUnknownIsUtc()
    {
        const std::vector<Category> all = categories();
        const SpokenWish wish = parseCommand(QStringLiteral("reminders until monday"), {all, now, QTimeZone()});
        QCOMPARE(toRfc3339(*wish.until), QStringLiteral("2026-11-23T00:00:00.000Z"));
    }

    void aMessageMeansSomethingOnlyWhereItBeginsWithTheLawsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("stop") << QStringLiteral("Stop.") << Kind::Stop;
        QTest::newRow("opt out") << QStringLiteral("OPT OUT") << Kind::Stop;
        QTest::newRow("with a category") << QStringLiteral("stop reminders") << Kind::Category;
        QTest::newRow("help") << QStringLiteral("help") << Kind::Help;
        QTest::newRow("a category alone") << QStringLiteral("reminders") << Kind::Unclear;
        QTest::newRow("all alone") << QStringLiteral("all") << Kind::Unclear;
        QTest::newRow("talk") << QStringLiteral("can we stop by tomorrow?") << Kind::Unclear;
        QTest::newRow("nothing") << QString() << Kind::Unclear;
        QTest::newRow("40 kB") << longText() << Kind::Unclear;
    }

    void aMessageMeansSomethingOnlyWhereItBeginsWithTheLawsWords()
    {
        QFETCH(QString, text);
        const std::vector<Category> all = categories();
        QTEST(parseMessage(text, contextOf(all)).kind, "kind");
    }

    void countsEdits_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("steps");
        QTest::newRow("the same") << QStringLiteral("abc") << QStringLiteral("abc") << 0;
        QTest::newRow("one left out") << QStringLiteral("abc") << QStringLiteral("ac") << 1;
        QTest::newRow("one replaced") << QStringLiteral("abc") << QStringLiteral("axc") << 1;
        QTest::newRow("neighbours swapped") << QStringLiteral("abc") << QStringLiteral("acb") << 1;
        QTest::newRow("nothing against something") << QString() << QStringLiteral("abc") << 3;
        QTest::newRow("kitten and sitting") << QStringLiteral("kitten") << QStringLiteral("sitting") << 3;
    }

    void countsEdits()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, steps);
        QCOMPARE(editDistance(a, b), steps);
        QCOMPARE(editDistance(b, a), steps);
    }

    void archivedCategoriesAreNoGuess()
    {
        for (const CategorySlug& slug : nearestCategories(QStringLiteral("old new"), categories()))
            QVERIFY(slug.toString() != QLatin1String("old-news"));
    }
};

QTEST_GUILESS_MAIN(TestSpokenWish)
#include "tst_spokenwish.moc"
