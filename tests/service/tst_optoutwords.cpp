#include "tests/service/slackdesk.h"

using namespace refrain;
using namespace refrain::service;
using test::element;
using test::SlackDesk;
using test::textOf;

namespace {

const QString optout = QStringLiteral("/optout");
const QString optin = QStringLiteral("/optin");
const QString optstatus = QStringLiteral("/optstatus");
const QString u1 = QStringLiteral("U1");

}  // namespace

/// What people are told where their words were not understood, or say less than was done.
class TestOptOutWords : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<SlackDesk>(); }
    void cleanup() { m_desk.reset(); }

    void whatChangesNothingIsAnswered_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* title, const QString& name, const QString& text, const char* told) {
            QTest::newRow(title) << name << text << QString::fromUtf8(told);
        };
        row("a word behind a name that is no time", optout, QStringLiteral("reminders someday"),
            "“someday” is no time that I understand, so nothing was changed.");
        row("for ever", optout, QStringLiteral("reminders forever"), "“forever” is no time that I understand");
        row("a number of times", optout, QStringLiteral("reminders 2x"), "“2x” is no time that I understand");
        row("to get what is required", optin, QStringLiteral("security"), "always comes, because it is required");
        row("the status of one", optstatus, QStringLiteral("surveys"), "*Surveys*: on");
        row("the status of nothing", optstatus, QStringLiteral("qqqq"), "I did not understand “qqqq”");
        row("the status of nearly one", optstatus, QStringLiteral("survys"), "Did you mean *Surveys*?");
        row("a law's word for /optstatus", optstatus, QStringLiteral("stop"), "only shows");
        row("undo for /optstatus", optstatus, QStringLiteral("undo"), "only shows");
    }

    void whatChangesNothingIsAnswered()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, told);
        const qint64 before = m_desk->seq();
        const QString answer = m_desk->say(u1, name, text);
        QVERIFY2(answer.contains(told), qPrintable(answer));
        QCOMPARE(m_desk->seq(), before);
    }

    void aTimeThatIsNotUnderstoodOffersNoStop_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"reminders someday", "reminders forever", "reminders 2x", "all someday"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void aTimeThatIsNotUnderstoodOffersNoStop()
    {
        QFETCH(QString, text);
        const QJsonObject answer = m_desk->type(u1, optout, text);
        QVERIFY(element(answer, slack::action::stop).isEmpty());
        QVERIFY(element(answer, slack::action::all).isEmpty());
    }

    void severalAreStoppedAtOnceAndTakenBackAtOnce()
    {
        const QJsonObject stopped = m_desk->type(u1, optout, QStringLiteral("reminders, surveys"), QStringLiteral("t"));
        const QString text = textOf(stopped);
        for (const char* said :
             {"no longer get *Reminders*.", "no longer get *Surveys*.", "You still get *Product news*.", "Press Undo"})
            QVERIFY2(text.contains(QLatin1String(said)), qPrintable(text));
        QCOMPARE(m_desk->say(u1, optout, QStringLiteral("reminders, surveys"), QStringLiteral("t")),
                 text);  // delivered twice
        const qint64 seq = m_desk->seq();
        const QString again = m_desk->say(u1, optout, QStringLiteral("surveys and product news"));
        QVERIFY2(again.contains(QLatin1String("You turned off *Surveys* already")), qPrintable(again));
        QCOMPARE(m_desk->seq(), seq + 1);
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("undo")).contains(QLatin1String("*Product news*: on")));
        (void)m_desk->press(u1, stopped, QStringLiteral("Undo"));
        QCOMPARE(m_desk->state(u1, QStringLiteral("surveys")), QStringLiteral("default"));
        (void)m_desk->say(u1, optout, QStringLiteral("reminders, surveys 2w"));
        QVERIFY(m_desk->choice(u1, QStringLiteral("surveys")).snoozedUntil);
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("undo")).contains(QLatin1String("*Reminders*: on")));
        for (const char* category : {"reminders", "surveys"})
            QVERIFY(!m_desk->choice(u1, QString::fromLatin1(category)).snoozedUntil);
    }

    void nothingIsPromisedThatDoesNotCome_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* title, const QString& name, const char* text, const char* told) {
            QTest::newRow(title) << name << QString::fromUtf8(text) << QString::fromUtf8(told);
        };
        row("turned on", optin, "reminders", "Your choice for *Reminders* is “on” again.\nIt does not come yet");
        row("paused", optout, "reminders 2w", "After that it does not come either: it is off with all optional");
    }

    void nothingIsPromisedThatDoesNotCome()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, told);
        (void)m_desk->say(u1, optout, QStringLiteral("reminders"));
        (void)m_desk->say(u1, optout, QStringLiteral("stop"));
        if (name == optout)
            (void)m_desk->say(u1, optin, QStringLiteral("reminders"));
        const QString answer = m_desk->say(u1, name, text);
        QVERIFY2(answer.contains(told), qPrintable(answer));
        QVERIFY2(!answer.contains(QLatin1String("from now on")), qPrintable(answer));
        QVERIFY2(!answer.contains(QLatin1String("by themselves")), qPrintable(answer));
    }

    void whatIsOnAndDoesNotComeIsNotSaidToBeOn()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("stop"));
        const QString answer = m_desk->say(u1, optin, QStringLiteral("reminders"));
        QVERIFY2(answer.startsWith(QStringLiteral("Your choice for *Reminders* was “on” already")), qPrintable(answer));
    }

    void anotherCommandIsNeverTakenForARepeatedDelivery()
    {
        const QString trigger = QStringLiteral("1.2.abc");
        (void)m_desk->say(u1, optout, QStringLiteral("reminders"), trigger);
        (void)m_desk->say(u1, optout, QStringLiteral("surveys"), trigger);
        QCOMPARE(m_desk->state(u1, QStringLiteral("surveys")), QStringLiteral("opted_out"));
        (void)m_desk->say(u1, optin, QStringLiteral("reminders"), trigger);
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("opted_in"));
    }

    void aGuessKeepsTheTimeAndSaysIt_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("label");
        QTest::newRow("English") << u1 << QStringLiteral("remnders 2w")
                                 << QStringLiteral("Did you mean to pause *Reminders* until Sunday, 17 May 2026")
                                 << QStringLiteral("Pause Reminders until 17 May 2026, ");
        QTest::newRow("German") << QStringLiteral("U10") << QStringLiteral("remnders 2 Wochen")
                                << QStringLiteral("Wolltest du *Reminders* pausieren bis Sonntag, 17. Mai 2026")
                                << QStringLiteral("Reminders pausieren bis 17. Mai 2026, ");
        QTest::newRow("several") << u1 << QStringLiteral("remnders, surveys 2w")
                                 << QStringLiteral("Did you mean to pause one of these until Sunday, 17 May 2026")
                                 << QStringLiteral("Pause Reminders until 17 May 2026, ");
    }

    void aGuessKeepsTheTimeAndSaysIt()
    {
        QFETCH(QString, user);
        QFETCH(QString, text);
        QFETCH(QString, asked);
        QFETCH(QString, label);
        const QJsonObject question = m_desk->type(user, optout, text);
        QVERIFY2(textOf(question).contains(asked), qPrintable(textOf(question)));
        const QString first = test::labels(question.value(QLatin1String("blocks")).toArray()).value(0);
        QVERIFY2(first.startsWith(label), qPrintable(first));
        QVERIFY(first.size() <= 75);
        (void)m_desk->press(user, question, first);
        const Preference now = m_desk->choice(user, QStringLiteral("reminders"));
        QVERIFY(now.state == PreferenceState::Default);
        QCOMPARE(*now.snoozedUntil, m_desk->clock.now() + 14LL * 24 * 3600 * 1000);
    }

    void allTurnedOnSaysWhatStaysOffAndHowToGetIt()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("reminders"));
        (void)m_desk->say(u1, optout, QStringLiteral("surveys 2w"));
        const auto pause = [](Category& category) { category.paused = true; };
        QVERIFY(m_desk->categories.edit(m_desk->id, CategorySlug(QStringLiteral("product-news")), pause, {}));
        (void)m_desk->say(u1, optout, QStringLiteral("stop"));
        for (int i = 0; i < 2; ++i) {  // and again where it was so already
            const QJsonObject answer = m_desk->type(u1, optin, QStringLiteral("all"));
            for (const char* said :
                 {"These still do not come:", "• *Reminders*: off since 3 May 2026",
                  "• *Surveys*: paused until Sunday, 17 May 2026",
                  "• *Product news*: paused for everybody by this workspace", "`/optin reminders, surveys`"})
                QVERIFY2(textOf(answer).contains(QString::fromUtf8(said)), qPrintable(textOf(answer)));
            QVERIFY(!element(answer, slack::action::settings).isEmpty());
        }
        QVERIFY(
            m_desk->say(u1, optin, QStringLiteral("reminders, surveys")).contains(QLatin1String("*Reminders* again")));
        const QString rest = m_desk->say(u1, optin, QStringLiteral("all"));
        QVERIFY2(rest.contains(QLatin1String("*Product news*")) && !rest.contains(QLatin1String("/optin ")),
                 qPrintable(rest));
    }

    void wordsOfHintsAreTaken_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("English") << u1;
        QTest::newRow("German") << QStringLiteral("U10");
    }

    /// Every command that an answer names does what it says, in the language in which it is named.
    void wordsOfHintsAreTaken()
    {
        QFETCH(QString, user);
        const bool isGerman = user == QLatin1String("U10");
        const QString help = m_desk->say(user, optout, QStringLiteral("help"));
        const QString stopped = m_desk->say(user, optout, isGerman ? QStringLiteral("stopp") : QStringLiteral("stop"));
        QVERIFY2(help.contains(isGerman ? QStringLiteral("„stopp“") : QStringLiteral("“stop”")), qPrintable(help));
        static const QRegularExpression command(QStringLiteral("`(/\\w+) ([^`]+)`"));
        int tried = 0;
        for (const QString& told : {help, stopped}) {
            for (auto it = command.globalMatch(told); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                const QString answer = m_desk->say(user, match.captured(1), match.captured(2));
                const QString why = match.captured() + QLatin1String(" -> ") + answer;
                QVERIFY2(!answer.contains(QLatin1String("understand")), qPrintable(why));
                QVERIFY2(!answer.contains(QStringLiteral("verstehe")), qPrintable(why));
                QVERIFY2(!answer.contains(QStringLiteral("verstanden")), qPrintable(why));
                QVERIFY2(!isGerman || !match.captured(2).contains(QLatin1String("all ")), qPrintable(why));
                ++tried;
            }
        }
        QVERIFY(tried >= 5);
        if (isGerman)
            QVERIFY2(stopped.contains(QStringLiteral("`/optin alle`")), qPrintable(stopped));
    }

    void whatPeopleTypeIsShownAsTheyTypedIt()
    {
        const QString told = m_desk->say(u1, optout, QStringLiteral("*x* _y_ ~z~ `q` a_b"));
        QVERIFY2(told.contains(QStringLiteral("“∗x∗ ˍyˍ ∼z∼ ˋqˋ a_b”")), qPrintable(told));
        const QString time = m_desk->say(u1, optout, QStringLiteral("reminders *x*"));
        QVERIFY2(time.contains(QStringLiteral("“∗x∗”")), qPrintable(time));
    }

    void whatCouldNotBeDoneIsSaidOnce()
    {
        slack::SlashCommand command;
        command.workspace = WorkspaceId(QStringLiteral("T404"));
        command.user = SubjectId(u1);
        command.name = optout;
        command.text = QStringLiteral("reminders");
        const QString answer = textOf(m_desk->desk.command(command));
        QVERIFY2(answer.count(QLatin1String("othing was changed")) == 1, qPrintable(answer));
    }

    void undoOfAllSaysWhatIsInForceThen()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("surveys"));
        const QJsonObject stopped = m_desk->type(u1, optout, QStringLiteral("stop"));
        const QString text = textOf(m_desk->press(u1, stopped, QStringLiteral("Undo")));
        QVERIFY2(text.startsWith(QLatin1String("Undone. You get optional messages.")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("• *Reminders*: on")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("• *Surveys*: off since")), qPrintable(text));
    }

    void aChoiceFromBeforeItWasRequiredIsNotSaidToHold()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("reminders"));
        const auto require = [](Category& category) {
            category.required = true;
            category.requiredReason = QStringLiteral("The law asks for it.");
        };
        QVERIFY(m_desk->categories.edit(m_desk->id, CategorySlug(QStringLiteral("reminders")), require, {}));
        const QString text = m_desk->say(u1, optout, QStringLiteral("reminders"));
        QVERIFY2(text.contains(QLatin1String("cannot be turned off, because it is required")), qPrintable(text));
    }

    void peopleAreAnsweredInTheirLanguage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* title, const QString& name, const char* text, const char* told) {
            QTest::newRow(title) << name << QString::fromUtf8(text) << QString::fromUtf8(told);
        };
        row("a stop", optout, "reminders", "Ab jetzt bekommst du *Reminders* nicht mehr.");
        row("a pause", optout, "reminders until monday", "bis Montag, 4. Mai 2026, 00:00 (Europe/Berlin)");
        row("what is required", optout, "security", "lässt sich nicht abbestellen");
        row("a near miss", optout, "remindrs", "Meintest du *Reminders*?");
        row("no time", optout, "reminders demnächst", "verstehe ich nicht als Zeit");
        row("a day", optout, "reminders bis Freitag", "bis Freitag, 8. Mai 2026, 00:00");
        row("the status", optstatus, "", "• *Reminders*: an");
        row("help", optout, "help", "*Was du tippen kannst*");
        row("nothing to undo", optout, "undo", "Es gibt nichts rückgängig zu machen");
        row("all in German", optout, "alle", "Alle optionalen Nachrichten abbestellen?");
        row("help in German", optout, "hilfe", "*Was du tippen kannst*");
        row("a stop in German", optout, "abmelden", "Ab jetzt bekommst du keine optionalen Nachrichten mehr.");
        row("several", optout, "reminders und surveys", "Ab jetzt bekommst du *Surveys* nicht mehr.");
        row("all", optout, "all", "Alle optionalen Nachrichten abbestellen?");
        row("bare", optin, "", "*Deine Nachrichten*");
    }

    void peopleAreAnsweredInTheirLanguage()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, told);
        const QString answer = m_desk->say(QStringLiteral("U10"), name, text);
        QVERIFY2(answer.contains(told), qPrintable(answer));
    }

private:
    std::unique_ptr<SlackDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestOptOutWords)
#include "tst_optoutwords.moc"
