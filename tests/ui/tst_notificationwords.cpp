#include "console/sending/messageorigins.h"
#include "ui/notifications/notificationwords.h"
#include "ui/notifications/recipientrows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;
using console::RecipientFate;
using console::SentNotification;
using LeftOutWhy = console::RecipientList::Why;

Q_DECLARE_METATYPE(refrain::console::SentNotification)
Q_DECLARE_METATYPE(refrain::console::RecipientFate)

/// What the Notifications screen says of progress, outcomes and rules, and how it reads a message's link.
class NotificationWordsTest final : public QObject {
    Q_OBJECT

    static SentNotification sent(NotificationState state, const NotificationSummary& summary)
    {
        SentNotification made;
        made.notification.state = state;
        made.summary = summary;
        return made;
    }
    static RecipientFate fate(RecipientOutcome outcome, const char* rule, const char* error)
    {
        return {SubjectId(QStringLiteral("U1")), outcome, QLatin1String(rule), QLatin1String(error), {}};
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void howFarItIsIsSaidInWords_data()
    {
        QTest::addColumn<SentNotification>("sent");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, NotificationState state, const NotificationSummary& summary,
                            const char* words) {
            QTest::newRow(name) << NotificationWordsTest::sent(state, summary) << QString::fromLatin1(words);
        };
        using State = NotificationState;
        const auto summary = [](qint64 queued, qint64 sent, qint64 skipped, qint64 failed, qint64 uncertain) {
            NotificationSummary made;
            made.queued = queued;
            made.sent = sent;
            made.skipped = skipped;
            made.failed = failed;
            made.uncertain = uncertain;
            return made;
        };
        row("just taken on", State::Queued, summary(1000, 0, 0, 0, 0), "waits to be sent");
        row("underway", State::Sending, summary(660, 300, 40, 0, 0), "sending, 340 of 1,000");
        row("resting", State::Paused, summary(660, 300, 40, 0, 0), "paused at 340 of 1,000");
        row("given up", State::Cancelled, summary(0, 300, 700, 0, 0), "cancelled, 300 had been sent");
        row("done", State::Done, summary(0, 990, 10, 0, 0), "sent");
        row("failures before doubts", State::Done, summary(0, 980, 10, 7, 3), "sent, 7 failed");
        row("doubts", State::Done, summary(0, 980, 10, 0, 3), "sent, 3 not known");
        row("all had opted out", State::Done, summary(0, 0, 10, 0, 0), "nobody got it");
    }

    void howFarItIsIsSaidInWords()
    {
        QFETCH(SentNotification, sent);
        QTEST(progressWords(sent), "words");
    }

    void whatBecameOfEachIsSaidInWords_data()
    {
        QTest::addColumn<RecipientFate>("fate");
        QTest::addColumn<QString>("words");
        using Outcome = RecipientOutcome;
        QTest::newRow("waits") << fate(Outcome::Queued, "", "") << QStringLiteral("waits");
        QTest::newRow("sent") << fate(Outcome::Sent, "", "") << QStringLiteral("sent");
        QTest::newRow("opted out") << fate(Outcome::Skipped, "opted_out", "") << QStringLiteral("skipped: turned off");
        QTest::newRow("cancelled") << fate(Outcome::Skipped, "", "cancelled")
                                   << QStringLiteral("skipped: cancelled before its turn");
        QTest::newRow("dead") << fate(Outcome::Failed, "", "user_disabled")
                              << QStringLiteral("failed: the account was deactivated");
        QTest::newRow("a word of Slack's that is not known")
            << fate(Outcome::Failed, "", "no_such_thing") << QStringLiteral("failed: Slack said “no_such_thing”");
        QTest::newRow("not known") << fate(Outcome::Uncertain, "", "timeout")
                                   << QStringLiteral("not known: Slack did not answer in time");
    }

    void whatBecameOfEachIsSaidInWords()
    {
        QFETCH(RecipientFate, fate);
        QTEST(fateWords(fate, {}), "words");
    }

    void everyRuleThatSkipsHasItsWords()
    {
        for (int rule = 0; rule <= int(Rule::DefaultIn); ++rule) {
            const bool skips =
                Rule(rule) != Rule::Required && Rule(rule) != Rule::OptedIn && Rule(rule) != Rule::DefaultIn;
            QCOMPARE(skipWords(Rule(rule)).isEmpty(), !skips);
        }
    }

    void whyAnEntryIsLeftOutIsSaidInWords_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<int>("why");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* entry, LeftOutWhy why, const char* words) {
            QTest::newRow(name) << QString::fromLatin1(entry) << int(why) << QString::fromLatin1(words);
        };
        row("nobody", "Xy Z", LeftOutWhy::Nobody, "nobody has this name, e-mail address or ID");
        row("no channel", "#x", LeftOutWhy::Nobody, "no channel has this name");
        row("two of a name", "Chen Wei", LeftOutWhy::Shared,
            "2 people have this name: use the e-mail address or the ID");
        row("two of an address", "a@acme.test", LeftOutWhy::Shared, "2 people have this e-mail address: use the ID");
        row("two channels", "#x", LeftOutWhy::Shared, "2 channels have this name: use the ID");
        row("archived", "#x", LeftOutWhy::Archived, "nothing is sent to an archived channel");
        row("a program", "Build Bot", LeftOutWhy::Program, "nothing is sent to a program");
        row("left", "Old Hand", LeftOutWhy::Left, "nothing is sent to somebody who has left");
    }

    void whyAnEntryIsLeftOutIsSaidInWords()
    {
        QFETCH(QString, entry);
        QFETCH(int, why);
        QTEST(leftOutWords({entry, LeftOutWhy(why), 2}), "words");
    }

    void theFirstThatAreLeftOutAreNamed()
    {
        console::RecipientList list;
        QCOMPARE(leftOutText(list, 3), QString());
        list.leftOut = {{QStringLiteral("#a"), LeftOutWhy::Archived}, {QStringLiteral("#b"), LeftOutWhy::Nobody}};
        list.leftOutCount = 2;
        const QString first =
            QStringLiteral("Entries that are left out: 2\n“#a”: nothing is sent to an archived channel");
        QCOMPARE(leftOutText(list, 2), first + QStringLiteral("\n“#b”: no channel has this name"));
        QCOMPARE(leftOutText(list, 1), first + QStringLiteral("\n…"));
    }

    void recipientsKeepTheProtocol()
    {
        RecipientRows rows([](const SubjectId& id) { return id.toString(); });
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RecipientRows::Row one{SubjectId(QStringLiteral("U1")), QStringLiteral("waits"), Tone::Muted};
        rows.reset({one}, QStringLiteral("further"));
        rows.append({one, one}, {});
        QCOMPARE(rows.rowCount(), 3);
        QVERIFY(!rows.canFetchMore({}));
        const auto heading = [&rows] { return rows.headerData(RecipientRows::Fate, Qt::Horizontal, Qt::DisplayRole); };
        QCOMPARE(heading().toString(), QStringLiteral("What becomes of it"));
        rows.setOver(true);
        QCOMPARE(heading().toString(), QStringLiteral("What became of it"));
        rows.reset({});
        QCOMPARE(rows.rowCount(), 0);
    }

    void aMessagesLinkIsRead_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("place");
        QTest::newRow("of a channel") << QStringLiteral("https://acme.slack.com/archives/C0123/p1700000000123456")
                                      << QStringLiteral("C0123 1700000000.123456");
        QTest::newRow("of a thread")
            << QStringLiteral(" https://acme.slack.com/archives/G9/p1700000000000001?thread_ts=1.2&cid=G9 ")
            << QStringLiteral("G9 1700000000.000001");
        QTest::newRow("of a direct message") << QStringLiteral("https://acme.slack.com/archives/D7/p1700000000123456")
                                             << QStringLiteral("D7 1700000000.123456");
        QTest::newRow("of a channel, not a message")
            << QStringLiteral("https://acme.slack.com/archives/C0123") << QString();
        QTest::newRow("with a time too short")
            << QStringLiteral("https://acme.slack.com/archives/C0123/p17000") << QString();
        QTest::newRow("something else") << QStringLiteral("hello") << QString();
    }

    void aMessagesLinkIsRead()
    {
        QFETCH(QString, link);
        const auto place = console::MessagePlace::fromLink(link);
        QTEST(place ? place->channel + u' ' + place->ts : QString(), "place");
    }
};

QTEST_MAIN(NotificationWordsTest)
#include "tst_notificationwords.moc"
