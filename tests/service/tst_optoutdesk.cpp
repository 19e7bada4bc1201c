#include "tests/service/slackdesk.h"

#include <atomic>
#include <thread>

using namespace refrain;
using namespace refrain::service;
using test::element;
using test::SlackDesk;
using test::textOf;

namespace {

const QString optout = QStringLiteral("/optout");
const QString optin = QStringLiteral("/optin");
const QString u1 = QStringLiteral("U1");

}  // namespace

class TestOptOutDesk : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<SlackDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aCategoryIsStoppedAndTheAnswerSaysWhatThatMeans()
    {
        const QJsonObject answer = m_desk->type(u1, optout, QStringLiteral("reminders"));
        QCOMPARE(answer.value(QLatin1String("response_type")).toString(), QStringLiteral("ephemeral"));
        const QString text = textOf(answer);
        QVERIFY2(text.contains(QLatin1String("From now on you no longer get *Reminders*.")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("You still get *Product news*, *Surveys*.")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("*Security notices* always comes, because it is required: People must")),
                 qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("`/optin reminders`")), qPrintable(text));
        const Preference stored = m_desk->choice(u1, QStringLiteral("reminders"));
        QVERIFY(stored.state == PreferenceState::OptedOut);
        QVERIFY(*stored.source == Source::SlashCommand);
        QCOMPARE(stored.actor->id, u1);
        QCOMPARE(stored.actor->name, QStringLiteral("Person 1"));
        QVERIFY(stored.stateIsOwnWord);
    }

    void repeatingIsNoErrorAndSaysSo()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("reminders"));
        const qint64 before = m_desk->seq();
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("Reminders")).contains(QLatin1String("already")));
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("reminders 2w")).contains(QLatin1String("already")));
        QVERIFY(m_desk->say(u1, optin, QStringLiteral("surveys")).contains(QLatin1String("already")));
        QVERIFY(m_desk->say(u1, optin, QStringLiteral("all")).contains(QLatin1String("nothing was changed")));
        QCOMPARE(m_desk->seq(), before);
    }

    void aRepeatedDeliveryDoesNothingAndSaysTheSame()
    {
        const QString first = m_desk->say(u1, optout, QStringLiteral("reminders 2w"), QStringLiteral("t1"));
        const qint64 before = m_desk->seq();
        m_desk->clock.advance(std::chrono::seconds(5));
        QCOMPARE(m_desk->say(u1, optout, QStringLiteral("reminders 2w"), QStringLiteral("t1")), first);
        (void)m_desk->say(u1, optout, QStringLiteral("undo"), QStringLiteral("t2"));
        const qint64 undone = m_desk->seq();
        (void)m_desk->say(u1, optout, QStringLiteral("undo"), QStringLiteral("t2"));
        QCOMPARE(undone, before + 1);
        QCOMPARE(m_desk->seq(), undone);
    }

    void whatChangesNothingIsAnswered_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* title, const QString& name, const QString& text, const char* told) {
            QTest::newRow(title) << name << text << QString::fromUtf8(told);
        };
        row("bare", optout, {}, "*Your messages*");
        row("bare, to opt in", optin, {}, "*Your messages*");
        row("status", optout, QStringLiteral("status"), "• *Reminders*: on");
        row("/optstatus", QStringLiteral("/optstatus"), {}, "• *Security notices*: always on, because it is required.");
        row("help", optout, QStringLiteral("help"), "`/optout all`");
        row("a near miss", optout, QStringLiteral("remindrs"), "Did you mean *Reminders*?");
        row("a near miss of what is required", optout, QStringLiteral("securty"), "always on, because it is required");
        row("all", optout, QStringLiteral("all"), "Stop all optional messages?");
        row("a required category", optout, QStringLiteral("security"), "cannot be turned off, because it is required");
        row("a time that passed", optout, QStringLiteral("reminders until 2020-01-01"), "has passed already");
        row("a time for /optin", optin, QStringLiteral("reminders 2w"), "takes no time");
        row("a law's word for /optin", optin, QStringLiteral("stop"), "turns off: nothing was changed");
        row("stop and a category for /optin", optin, QStringLiteral("stop reminders"), "nothing was changed");
        row("nothing to undo", optout, QStringLiteral("undo"), "There is nothing to undo");
        row("mrkdwn and a call", optout, QStringLiteral("<!channel> *x*"), "“&lt;!channel&gt; ∗x∗”");
        row("marks of direction", optout, QStringLiteral("qqqq\u202Exxxx"), "“qqqqxxxx”");
        row("40 kB", optout, QString(40'000, QLatin1Char('x')), "I did not understand");
    }

    void whatChangesNothingIsAnswered()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, told);
        const qint64 before = m_desk->seq();
        const QJsonObject answer = m_desk->type(u1, name, text);
        QVERIFY2(textOf(answer).contains(told), qPrintable(textOf(answer)));
        QCOMPARE(answer.value(QLatin1String("response_type")).toString(), QStringLiteral("ephemeral"));
        QVERIFY(textOf(answer).size() < 3000);
        QVERIFY(!textOf(answer).contains(QLatin1String("everything"), Qt::CaseInsensitive) ||
                textOf(answer).contains(QLatin1String("everything there is")));
        QCOMPARE(m_desk->seq(), before);
    }

    void aGuessIsActedUponOnlyWhenPressed()
    {
        const QJsonObject question = m_desk->type(u1, optout, QStringLiteral("remindrs"));
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("default"));
        const QJsonObject answer = m_desk->press(u1, question, QStringLiteral("Stop Reminders"));
        QVERIFY(textOf(answer).contains(QLatin1String("no longer get *Reminders*")));
        QVERIFY(answer.value(QLatin1String("replace_original")).toBool());
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("opted_out"));
        QVERIFY(*m_desk->choice(u1, QStringLiteral("reminders")).source == Source::MessageButton);
    }

    void allAsksFirstAndTheLawsWordsDoNot()
    {
        const QJsonObject question = m_desk->type(u1, optout, QStringLiteral("all"));
        QVERIFY(textOf(m_desk->press(u1, question, QStringLiteral("No, change nothing")))
                    .contains(QLatin1String("Nothing was changed")));
        QCOMPARE(m_desk->state(u1, QStringLiteral("*")), QStringLiteral("default"));
        const QJsonObject done = m_desk->press(u1, question, QStringLiteral("Yes, stop them"));
        QVERIFY(textOf(done).contains(QLatin1String("no longer get any optional messages")));
        QCOMPARE(m_desk->state(u1, QStringLiteral("*")), QStringLiteral("opted_out"));

        QVERIFY(m_desk->say(QStringLiteral("U2"), optout, QStringLiteral("STOP"))
                    .contains(QLatin1String("no longer get any optional messages")));
        QCOMPARE(m_desk->state(QStringLiteral("U2"), QStringLiteral("*")), QStringLiteral("opted_out"));
    }

    void optInUnderAllOffSaysWhyItDoesNotCome()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("reminders"));
        (void)m_desk->say(u1, optout, QStringLiteral("stop"));
        const QJsonObject answer = m_desk->type(u1, optin, QStringLiteral("reminders"));
        QVERIFY2(textOf(answer).contains(QLatin1String("all optional messages are off")), qPrintable(textOf(answer)));
        const QJsonObject lifted = m_desk->press(u1, answer, QStringLiteral("Turn optional messages on again"));
        QVERIFY(textOf(lifted).contains(QLatin1String("optional messages come again")));
        QVERIFY(m_desk->decider.decide(m_desk->id, CategorySlug(QStringLiteral("reminders")), {SubjectId(u1)})
                    ->items.front()
                    .deliver);
    }

    void snoozesEndInThePersonsOwnZone()
    {
        const QString text = m_desk->say(u1, optout, QStringLiteral("reminders until monday"));
        // 3 May 2026 is a Sunday; Monday begins at 22:00 UTC in Berlin.
        QCOMPARE(toRfc3339(*m_desk->choice(u1, QStringLiteral("reminders")).snoozedUntil),
                 QStringLiteral("2026-05-03T22:00:00.000Z"));
        QVERIFY2(text.contains(QLatin1String("until Monday, 4 May 2026, 00:00 (Europe/Berlin)")), qPrintable(text));
        QVERIFY(m_desk->say(u1, optin, QStringLiteral("reminders")).contains(QLatin1String("again, from now on")));
        QVERIFY(!m_desk->choice(u1, QStringLiteral("reminders")).snoozedUntil);
    }

    void undoTakesTheLastOwnChangeBackOnce()
    {
        (void)m_desk->say(u1, optout, QStringLiteral("surveys"));
        const QJsonObject stopped = m_desk->type(u1, optout, QStringLiteral("reminders"));
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("undo")).startsWith(QLatin1String("Undone. *Reminders*: on")));
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("default"));
        QCOMPARE(m_desk->state(u1, QStringLiteral("surveys")), QStringLiteral("opted_out"));
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("undo")).startsWith(QLatin1String("There is nothing to undo")));
        // The button of what was undone already finds that it is another choice now.
        QVERIFY(textOf(m_desk->press(u1, stopped, QStringLiteral("Undo"))).contains(QLatin1String("changed since")));
    }

    void manyAtOnceAreAllServedAndNoneTwice()
    {
        constexpr int rounds = 40;
        std::vector<std::thread> threads;
        std::atomic<int> served = 0;
        for (int person = 0; person < 10; ++person) {
            threads.emplace_back([this, person, &served] {
                for (int round = 0; round < rounds; ++round) {
                    slack::SlashCommand command;
                    command.workspace = m_desk->id;
                    command.user = SubjectId(QStringLiteral("U%1").arg(person));
                    command.name = round % 2 == 0 ? optout : optin;
                    command.text = QStringLiteral("reminders");
                    command.triggerId = QString::number(round);
                    const QString told = textOf(m_desk->desk.command(command));
                    served += told.contains(QLatin1String("from now on"), Qt::CaseInsensitive) ? 1 : 0;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(served.load(), 10 * rounds);
        QCOMPARE(*m_desk->database().number("SELECT count(*) FROM changes WHERE type = 'preference'"), 10 * rounds);
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("opted_in"));
    }

    void oneThatFailsTakesNobodyWithIt()
    {
        Choices::Act failing{Source::SlashCommand, QStringLiteral("f"), {}, [](store::Database&, qint64, const Told&) {
                                 return Result<>(Error::internal(QStringLiteral("broken")));
                             }};
        const Choices::Wish wish{CategorySlug(QStringLiteral("reminders")), Direction::Out, {}};
        std::vector<std::thread> threads;
        std::atomic<int> stopped = 0;
        for (int person = 0; person < 10; ++person) {
            threads.emplace_back([&, person] {
                const auto visitor =
                    m_desk->visitors.admit(m_desk->id, SubjectId(QStringLiteral("U%1").arg(person)), {});
                const auto shown = m_desk->choices.show(*visitor);
                const Choices::Act fine{Source::SlashCommand, QStringLiteral("t"), {}};
                stopped += m_desk->choices.make(*visitor, *shown, wish, person == 3 ? failing : fine) ? 1 : 0;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(stopped.load(), 9);
        QCOMPARE(m_desk->state(QStringLiteral("U3"), QStringLiteral("reminders")), QStringLiteral("default"));
        QCOMPARE(m_desk->state(QStringLiteral("U4"), QStringLiteral("reminders")), QStringLiteral("opted_out"));
    }

    void nobodyUndoesWhatIsNotTheirs()
    {
        const QJsonObject stopped = m_desk->type(u1, optout, QStringLiteral("reminders"));
        const QJsonObject answer = m_desk->press(QStringLiteral("U2"), stopped, QStringLiteral("Undo"));
        QVERIFY(textOf(answer).contains(QLatin1String("nothing to undo")));
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("opted_out"));
    }

    void thePickerShowsEveryCategoryHoweverMany()
    {
        for (int i = 0; i < 120; ++i) {
            Category category;
            category.slug = CategorySlug(QStringLiteral("c-%1").arg(i));
            category.title =
                QStringLiteral("Category %1 <!here> & a title that is longer than Slack takes for it").arg(i);
            QVERIFY(m_desk->categories.create(m_desk->id, category, {}));
        }
        const QJsonObject answer = m_desk->type(u1, optout, {});
        const QJsonObject menu = element(answer, slack::action::choose);
        int options = 0;
        for (const QJsonValue& group : menu.value(QLatin1String("option_groups")).toArray())
            options += int(group[QLatin1String("options")].toArray().size());
        QCOMPARE(options, 124);
        for (const QJsonValue& block : answer.value(QLatin1String("blocks")).toArray())
            QVERIFY(block[QLatin1String("text")][QLatin1String("text")].toString().size() <= 3000);
        QVERIFY(!textOf(answer).contains(QLatin1String("<!here>")));

        QJsonObject chosen = menu;
        chosen.insert(QStringLiteral("value"), QStringLiteral("c-119"));
        const QJsonObject card = m_desk->pressed(u1, chosen, true);
        QVERIFY(!element(card, slack::action::stop).isEmpty());
        (void)m_desk->pressed(u1, element(card, slack::action::stop), true);
        QCOMPARE(m_desk->state(u1, QStringLiteral("c-119")), QStringLiteral("opted_out"));
    }

    void aMessagesButtonActsForThePresserAndRemembersTheMessage()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        const QJsonObject message{{QStringLiteral("blocks"), m_desk->buttons(category, QStringLiteral("N7"))}};
        const QJsonObject answer = m_desk->press(u1, message, QStringLiteral("Stop Reminders"), false);
        QVERIFY(!answer.contains(QLatin1String("replace_original")));
        const Preference stored = m_desk->choice(u1, QStringLiteral("reminders"));
        QVERIFY(stored.state == PreferenceState::OptedOut);
        QCOMPARE(stored.reason, QStringLiteral("Button of message 1700.1 in C1, notification N7"));
        QCOMPARE(m_desk->state(QStringLiteral("U2"), QStringLiteral("reminders")), QStringLiteral("default"));

        const QJsonObject question = m_desk->press(QStringLiteral("U2"), message, QStringLiteral("Snooze"), false);
        (void)m_desk->press(QStringLiteral("U2"), question, QStringLiteral("1 week"));
        QCOMPARE(*m_desk->choice(QStringLiteral("U2"), QStringLiteral("reminders")).snoozedUntil,
                 m_desk->clock.now() + 7LL * 24 * 3600 * 1000);
        QVERIFY(textOf(m_desk->press(u1, message, QStringLiteral("All settings"), false))
                    .contains(QLatin1String("*Your messages*")));
    }

    void aStrangerMayOptOutAndStaysKnown()
    {
        const QJsonObject stop =
            element({{QStringLiteral("blocks"), m_desk->buttons(reminders(), {})}}, slack::action::stop);
        const QString stranger = QStringLiteral("W9STRANGER");
        const QString told = textOf(m_desk->pressed(stranger, stop, false, QStringLiteral("T9")));
        QVERIFY(told.contains(QLatin1String("no longer get *Reminders*")));
        // Commands are for members; nothing is named that they cannot type.
        QVERIFY2(!told.contains(QLatin1Char('/')), qPrintable(told));
        const auto known = store::SubjectStore(m_desk->database()).find(m_desk->id, SubjectId(stranger));
        QVERIFY((*known)->role == SubjectRole::External);
        QCOMPARE((*known)->name, QStringLiteral("nick"));
        QVERIFY(m_desk->directory.removeUnseen(m_desk->id, SubjectKind::User, QStringLiteral("run")));
        QVERIFY(!(*store::SubjectStore(m_desk->database()).find(m_desk->id, SubjectId(stranger)))->deleted);
    }

    void whoIsNotConnectedIsToldSo()
    {
        slack::SlashCommand command;
        command.workspace = WorkspaceId(QStringLiteral("T404"));
        command.user = SubjectId(u1);
        command.name = optout;
        command.text = QStringLiteral("reminders");
        const QJsonObject answer = m_desk->desk.command(command);
        QVERIFY2(textOf(answer).contains(QLatin1String("not connected")), qPrintable(textOf(answer)));
        QCOMPARE(answer.value(QLatin1String("response_type")).toString(), QStringLiteral("ephemeral"));
    }

    void stopWrittenToTheAppIsObeyedAndAnsweredThere()
    {
        hear(QStringLiteral("Ev1"), QStringLiteral("Stop."));
        QCOMPARE(m_desk->state(u1, QStringLiteral("*")), QStringLiteral("opted_out"));
        QVERIFY(*m_desk->choice(u1, QStringLiteral("*")).source == Source::DirectMessage);
        QVERIFY(m_desk->acknowledger.work());
        QTRY_COMPARE(m_desk->posted.size(), 1);
        QCOMPARE(m_desk->posted.first().value(QLatin1String("channel")).toString(), QStringLiteral("D7"));
        QVERIFY(textOf(m_desk->posted.first()).contains(QLatin1String("no longer get any optional messages")));
        hear(QStringLiteral("Ev2"), QStringLiteral("see you tomorrow"));
        QCOMPARE(m_desk->posted.size(), 2);
        QVERIFY(textOf(m_desk->posted.last()).contains(QLatin1String("nothing was changed")));
        hear(QStringLiteral("Ev3"), QStringLiteral("stop"), {{QStringLiteral("bot_id"), QStringLiteral("B1")}});
        hear(QStringLiteral("Ev4"), QStringLiteral("stop"),
             {{QStringLiteral("channel_type"), QStringLiteral("channel")}});
        hear(QStringLiteral("Ev6"), QStringLiteral("stop"), {{QStringLiteral("channel_type"), QStringLiteral("mpim")}});
        hear(QStringLiteral("Ev5"), QStringLiteral("stop"),
             {{QStringLiteral("subtype"), QStringLiteral("message_changed")}});
        QCOMPARE(m_desk->posted.size(), 2);
    }

private:
    static Category reminders()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        return category;
    }

    void hear(const QString& id, const QString& text, const QJsonObject& besides = {})
    {
        slack::Event event;
        event.workspace = m_desk->id;
        event.id = id;
        event.type = QStringLiteral("message");
        event.body = {{QStringLiteral("channel_type"), QStringLiteral("im")},
                      {QStringLiteral("channel"), QStringLiteral("D7")},
                      {QStringLiteral("user"), u1},
                      {QStringLiteral("text"), text}};
        for (auto field = besides.begin(); field != besides.end(); ++field)
            event.body.insert(field.key(), field.value());
        QVERIFY(m_desk->desk.message(event));
    }

    std::unique_ptr<SlackDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestOptOutDesk)
#include "tst_optoutdesk.moc"
