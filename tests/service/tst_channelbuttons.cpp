#include "service/usecases/subjectrekeyer.h"
#include "tests/service/slackdesk.h"

using namespace refrain;
using namespace refrain::service;
using test::SlackDesk;
using test::textOf;

namespace {

const QString optout = QStringLiteral("/optout");
const QString u1 = QStringLiteral("U1");

}  // namespace

/// The buttons below a channel's message: whoever presses acts for themselves, and some for everybody there.
class TestChannelButtons : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<SlackDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aChannelIsStoppedByItsCreatorOrAnAdminAlone_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("state");
        QTest::newRow("an admin") << QStringLiteral("U0") << QStringLiteral("opted_out");
        QTest::newRow("its creator") << QStringLiteral("U1") << QStringLiteral("opted_out");
        QTest::newRow("anybody else") << QStringLiteral("U2") << QStringLiteral("default");
    }

    void aChannelIsStoppedByItsCreatorOrAnAdminAlone()
    {
        QFETCH(QString, user);
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        const QJsonObject message{
            {QStringLiteral("blocks"), m_desk->buttons(category, QStringLiteral("N7"), QStringLiteral("C1"))}};
        const QJsonObject answer = m_desk->press(user, message, QStringLiteral("Stop Reminders"), false);
        QVERIFY(textOf(answer).contains(QLatin1String("This is for you alone")));
        QCOMPARE(textOf(answer).contains(QLatin1String("As an admin you can also stop it there for everybody")),
                 user == QLatin1String("U0"));
        QCOMPARE(textOf(answer).contains(QLatin1String("If you created that channel, you can stop it there")),
                 user != QLatin1String("U0"));
        QCOMPARE(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), QStringLiteral("default"));
        (void)m_desk->press(user, answer, QStringLiteral("Stop it in the channel"));
        QTEST(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), "state");
        QCOMPARE(m_desk->state(user, QStringLiteral("reminders")), QStringLiteral("opted_out"));
    }

    void undoTakesTheNewestActBackWhateverItsSubject()
    {
        const QJsonObject message{
            {QStringLiteral("blocks"), m_desk->buttons(reminders(), QStringLiteral("N7"), QStringLiteral("C1"))}};
        const QJsonObject own = m_desk->press(u1, message, QStringLiteral("Stop Reminders"), false);
        (void)m_desk->press(u1, own, QStringLiteral("Stop it in the channel"));
        QCOMPARE(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), QStringLiteral("opted_out"));
        const QString undone = m_desk->say(u1, optout, QStringLiteral("undo"));
        QVERIFY2(undone.startsWith(QLatin1String("Undone: *Reminders* comes to <#C1> as before")), qPrintable(undone));
        QCOMPARE(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), QStringLiteral("default"));
        QCOMPARE(m_desk->state(u1, QStringLiteral("reminders")), QStringLiteral("opted_out"));
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("undo")).startsWith(QLatin1String("There is nothing to undo")));
    }

    void aLaterOwnActIsTakenBackBeforeTheChannels()
    {
        const QJsonObject message{
            {QStringLiteral("blocks"), m_desk->buttons(reminders(), QStringLiteral("N7"), QStringLiteral("C1"))}};
        const QJsonObject own = m_desk->press(u1, message, QStringLiteral("Stop Reminders"), false);
        (void)m_desk->press(u1, own, QStringLiteral("Stop it in the channel"));
        (void)m_desk->say(u1, optout, QStringLiteral("surveys"));
        QVERIFY(m_desk->say(u1, optout, QStringLiteral("undo")).startsWith(QLatin1String("Undone. *Surveys*: on")));
        QCOMPARE(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), QStringLiteral("opted_out"));
    }

    void whoMayNoLongerDecideForAChannelUndoesNothingThere()
    {
        const QString admin = QStringLiteral("U0");
        const QJsonObject message{
            {QStringLiteral("blocks"), m_desk->buttons(reminders(), QStringLiteral("N7"), QStringLiteral("C1"))}};
        const QJsonObject own = m_desk->press(admin, message, QStringLiteral("Stop Reminders"), false);
        const QJsonObject stopped = m_desk->press(admin, own, QStringLiteral("Stop it in the channel"));
        Subject demoted = SlackDesk::person(0);
        demoted.role = SubjectRole::Member;
        QVERIFY(m_desk->directory.put(m_desk->id, {{demoted}, {}, {}}));
        for (const QString& told : {m_desk->say(admin, optout, QStringLiteral("undo")),
                                    textOf(m_desk->press(admin, stopped, QStringLiteral("Undo")))})
            QVERIFY2(told.contains(QLatin1String("Only its creator or an admin can take that back")), qPrintable(told));
        QCOMPARE(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), QStringLiteral("opted_out"));
    }

    void anOldMessagesButtonActsForTheChannelsNewId()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        const QJsonObject message{
            {QStringLiteral("blocks"), m_desk->buttons(category, QStringLiteral("N7"), QStringLiteral("C1"))}};
        const QJsonObject answer = m_desk->press(u1, message, QStringLiteral("Stop Reminders"), false);
        QVERIFY(*SubjectRekeyer(m_desk->writer, m_desk->vault)
                     .move(m_desk->id, SubjectId(QStringLiteral("C1")), SubjectId(QStringLiteral("C2"))));
        const QJsonObject stopped = m_desk->press(u1, answer, QStringLiteral("Stop it in the channel"));
        QVERIFY2(textOf(stopped).contains(QLatin1String("<#C2>")), qPrintable(textOf(stopped)));
        QCOMPARE(m_desk->state(QStringLiteral("C2"), QStringLiteral("reminders")), QStringLiteral("opted_out"));
        QCOMPARE(m_desk->state(QStringLiteral("C1"), QStringLiteral("reminders")), QStringLiteral("default"));
    }

private:
    static Category reminders()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        return category;
    }

    std::unique_ptr<SlackDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestChannelButtons)
#include "tst_channelbuttons.moc"
