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
        row("all in German", optout, "alle", "Alle freiwilligen Nachrichten abbestellen?");
        row("help in German", optout, "hilfe", "*Was du tippen kannst*");
        row("a stop in German", optout, "abmelden", "Ab jetzt bekommst du keine freiwilligen Nachrichten mehr.");
        row("several", optout, "reminders und surveys", "Ab jetzt bekommst du *Surveys* nicht mehr.");
        row("all", optout, "all", "Alle freiwilligen Nachrichten abbestellen?");
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
