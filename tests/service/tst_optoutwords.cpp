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
