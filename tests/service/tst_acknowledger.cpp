#include "service/slackside/acknowledgement.h"
#include "slack/failure.h"
#include "store/acknowledgementstore.h"
#include "store/syncstore.h"
#include "tests/service/slackdesk.h"

using namespace refrain;
using namespace refrain::service;
using test::SlackDesk;

namespace {

const QString u1 = QStringLiteral("U1");
const QString reminders = QStringLiteral("reminders");
const QString surveys = QStringLiteral("surveys");
constexpr std::chrono::seconds wait{15};

}  // namespace

Q_DECLARE_METATYPE(refrain::service::PostFailure)

class TestAcknowledger : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<SlackDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aChangeByStaffIsToldOnceAfterTheWait()
    {
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        work();
        QCOMPARE(m_desk->posted.size(), 0);
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(m_desk->posted.size(), 1);
        QCOMPARE(m_desk->posted.first().value(QLatin1String("channel")).toString(), u1);
        const QString text = told();
        QVERIFY2(text.contains(QLatin1String("no longer get *Reminders*. This was changed by Ann, staff")),
                 qPrintable(text));
        QVERIFY(!text.contains(QLatin1String("asked by phone")));
        m_desk->clock.advance(wait * 10);
        work();
        QCOMPARE(m_desk->posted.size(), 1);
        QCOMPARE(left(), 0);
        QCOMPARE(journal(), QStringLiteral("told 1"));
    }

    void whatWasUndoneMeanwhileIsNotTold()
    {
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        m_desk->clock.advance(std::chrono::seconds(5));
        (void)m_desk->byStaff(u1, reminders, PreferenceState::Default);
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(m_desk->posted.size(), 0);
        QCOMPARE(left(), 0);
        QCOMPARE(journal(), QString());
    }

    void whatIsImportedIsToldWhereThatWasAsked()
    {
        ChangeRequest imported;
        imported.subject = SubjectId(u1);
        imported.category = CategorySlug(reminders);
        imported.state = PreferenceState::OptedOut;
        imported.source = Source::Import;
        imported.actor = {ActorKind::ConsoleUser, QStringLiteral("U0"), QStringLiteral("Ann")};
        QVERIFY(m_desk->preferences.applyAll(m_desk->id, {imported}, BatchMode::Each));
        QCOMPARE(left(), 0);
        imported.category = CategorySlug(surveys);
        QVERIFY(m_desk->preferences.applyAll(m_desk->id, {imported}, BatchMode::Each, false, {}, true));
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(m_desk->posted.size(), 1);
        QVERIFY2(told().contains(QLatin1String("no longer get *Surveys*. This was changed by Ann, staff")),
                 qPrintable(told()));
    }

    void severalChangesBecomeOneMessage()
    {
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        m_desk->clock.advance(std::chrono::seconds(10));
        (void)m_desk->byStaff(u1, surveys, PreferenceState::OptedOut);
        m_desk->clock.advance(std::chrono::seconds(10));
        work();
        QCOMPARE(m_desk->posted.size(), 0);  // the second one waits still, and the first with it
        m_desk->clock.advance(std::chrono::seconds(5));
        work();
        QCOMPARE(m_desk->posted.size(), 1);
        QVERIFY(told().contains(QLatin1String("*Reminders*")) && told().contains(QLatin1String("*Surveys*")));
        QCOMPARE(journal(), QStringLiteral("told 2"));
    }

    void itsUndoButtonTakesThemAllBack()
    {
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        (void)m_desk->byStaff(u1, surveys, PreferenceState::OptedOut);
        m_desk->clock.advance(wait);
        work();
        const QJsonArray blocks =
            QJsonDocument::fromJson(m_desk->posted.first().value(QLatin1String("blocks")).toString().toUtf8()).array();
        (void)m_desk->press(u1, {{QStringLiteral("blocks"), blocks}}, QStringLiteral("Undo"), false);
        QCOMPARE(m_desk->state(u1, reminders), QStringLiteral("default"));
        QCOMPARE(m_desk->state(u1, surveys), QStringLiteral("default"));
    }

    void whatThePersonDoesInSlackIsAnsweredThereAlone()
    {
        (void)m_desk->say(u1, QStringLiteral("/optout"), reminders);
        (void)m_desk->byStaff(u1, surveys, PreferenceState::OptedOut);
        (void)m_desk->say(u1, QStringLiteral("/optin"), surveys);
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(m_desk->posted.size(), 0);
    }

    void bulkTellsNobody()
    {
        ChangeRequest request;
        request.subject = SubjectId(u1);
        request.category = CategorySlug(reminders);
        request.state = PreferenceState::OptedOut;
        request.source = Source::Api;
        QVERIFY(m_desk->preferences.applyAll(m_desk->id, {request}, BatchMode::Each));
        QCOMPARE(left(), 0);
    }

    void bulkTellsWhoeverItIsAskedToTell()
    {
        ChangeRequest request;
        request.subject = SubjectId(u1);
        request.category = CategorySlug(reminders);
        request.state = PreferenceState::OptedOut;
        request.source = Source::Console;
        QVERIFY(m_desk->preferences.applyAll(m_desk->id, {request}, BatchMode::Each, true, {}, true));
        QCOMPARE(left(), 0);  // A dry run tells nobody.
        QVERIFY(m_desk->preferences.applyAll(m_desk->id, {request}, BatchMode::Each, false, {}, true));
        QCOMPARE(left(), 1);
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(left(), 0);
        QCOMPARE(m_desk->posted.size(), 1);
    }

    void slackBeingBusyIsWaitedForAndShown()
    {
        m_desk->slack.failWith(QStringLiteral("chat.postMessage"), QStringLiteral("ratelimited"));
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(left(), 1);
        const SyncRun failing = run();
        QVERIFY(failing.outcome == SyncOutcome::Failed);
        QVERIFY2(failing.error.contains(QLatin1String("tried again at")), qPrintable(failing.error));
        work();
        QCOMPARE(m_desk->slack.count(QStringLiteral("chat.postMessage")), 1);  // not before its time
        QCOMPARE(journal(), QStringLiteral("waiting 1"));
        m_desk->slack.on(QStringLiteral("chat.postMessage"), {{QStringLiteral("channel"), QStringLiteral("D1")},
                                                              {QStringLiteral("ts"), QStringLiteral("1")}});
        m_desk->clock.advance(std::chrono::minutes(1));
        work();
        QCOMPARE(left(), 0);
        QCOMPARE(run().id, failing.id);
        QVERIFY(run().outcome == SyncOutcome::Ok);
        QCOMPARE(journal(), QStringLiteral("told 1"));
    }

    void whatMayHaveArrivedIsNeverSentAgain()
    {
        m_desk->slack.failWith(QStringLiteral("chat.postMessage"), QStringLiteral("internal_error"));
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        m_desk->clock.advance(wait);
        work();
        QCOMPARE(left(), 0);
        QVERIFY(run().error.contains(QLatin1String("may have arrived")));
        QCOMPARE(journal(), QStringLiteral("uncertain 1"));
    }

    void aCrashWhilePostingIsNotRepeated()
    {
        (void)m_desk->byStaff(u1, reminders, PreferenceState::OptedOut);
        m_desk->clock.advance(wait);
        store::OutboxStore outbox(m_desk->database());
        const QString target = QStringLiteral("acknowledgement");
        const auto items = outbox.due(m_desk->id, target, m_desk->clock.now(), 10);
        QVERIFY(outbox.begin(m_desk->id, target, items->front().seq, m_desk->clock.now()));
        work();
        QCOMPARE(m_desk->posted.size(), 0);
        QCOMPARE(left(), 1);  // it may be under way in another refraind
        m_desk->clock.advance(std::chrono::minutes(4));
        work();
        QCOMPARE(m_desk->posted.size(), 0);
        QCOMPARE(left(), 0);
        QVERIFY(run().error.contains(QLatin1String("may have arrived")));
        QCOMPARE(journal(), QStringLiteral("uncertain 1"));
    }

    void sortsFailures_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<PostFailure>("kind");
        for (const char* word :
             {"ratelimited", "token_revoked", "account_inactive", "missing_scope", "messages_tab_disabled"})
            QTest::newRow(word) << QString::fromLatin1(word) << PostFailure::NotPosted;
        for (const char* word :
             {"channel_not_found", "user_disabled", "cannot_dm_bot", "is_archived", "invalid_blocks"})
            QTest::newRow(word) << QString::fromLatin1(word) << PostFailure::Hopeless;
        for (const char* word : {"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
            QTest::newRow(word) << QString::fromLatin1(word) << PostFailure::Unknown;
    }

    void sortsFailures()
    {
        QFETCH(QString, word);
        QTEST(classify(slack::failure(QStringLiteral("chat.postMessage"), {{QStringLiteral("error"), word}})), "kind");
    }

    void whatNoServerAnsweredIsUnknownUnlessNobodyWasReached()
    {
        QCOMPARE(classify(Error::timeout(QStringLiteral("no answer"))), PostFailure::Unknown);
        QCOMPARE(classify(Error::unavailable(QStringLiteral("away"), QStringLiteral("closed"))), PostFailure::Unknown);
        QCOMPARE(classify(Error::unavailable(QStringLiteral("away"), QStringLiteral("refused: …"))),
                 PostFailure::NotPosted);
    }

private:
    void work() { QVERIFY(m_desk->acknowledger.work()); }
    qint64 left() { return *store::OutboxStore(m_desk->database()).count(m_desk->id); }
    SyncRun run() { return store::SyncStore(m_desk->database()).page(m_desk->id, {}, 1)->front(); }
    /// What stands in the person's time line of it: what became of each message, and of how many changes it told.
    QString journal()
    {
        QStringList all;
        const auto read =
            store::AcknowledgementStore(m_desk->database()).of(m_desk->id, SubjectId(u1), m_desk->clock.now(), 10);
        for (const store::Acknowledgement& one : *read)
            all << QStringLiteral("%1 %2").arg(toString(one.outcome)).arg(one.choices);
        return all.join(u'|');
    }
    QString told() { return m_desk->posted.last().value(QLatin1String("text")).toString(); }

    std::unique_ptr<SlackDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestAcknowledger)
#include "tst_acknowledger.moc"
