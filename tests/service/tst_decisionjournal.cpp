#include "service/usecases/decisionjournal.h"

#include "store/changestore.h"
#include "tests/service/record.h"

#include <QRegularExpression>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using store::DecisionStore;
using test::Record;

namespace {

const CategorySlug reminders{QStringLiteral("reminders")};
const CategorySlug surveys{QStringLiteral("surveys")};
const Actor bolt{ActorKind::ApiKey, QStringLiteral("key-1"), QStringLiteral("Bolt app")};
const Actor cron{ActorKind::ApiKey, QStringLiteral("key-2"), QStringLiteral("Nightly job")};

SubjectId user(int number)
{
    return SubjectId(QStringLiteral("U%1").arg(number));
}

}  // namespace

class TestDecisionJournal : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>();
        m_journal = std::make_unique<DecisionJournal>(m_record->pool, m_record->clock);
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out")));
    }
    void cleanup()
    {
        m_journal.reset();
        m_record.reset();
    }

    void whatWasAskedIsFoundWithWhatWasTold()
    {
        ask(bolt, reminders, {user(1), user(2), user(1), SubjectId(QStringLiteral("U404"))});
        const auto page = find({});
        QCOMPARE(page.records.size(), size_t(1));
        const store::DecisionRecord& found = page.records.front();
        QCOMPARE(found.caller, bolt);
        QCOMPARE(found.category, reminders);
        QCOMPARE(found.at, m_record->clock.now());
        QCOMPARE(found.asked, 4);
        QCOMPARE(found.skipped, 3);
        QCOMPARE(found.seq, *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace));
        QVERIFY(!page.next);
        const auto whole = m_journal->find(m_record->workspace, found.id);
        QVERIFY(whole && *whole);
        QCOMPARE(told((*whole)->answers),
                 QStringLiteral("U1 opted_out, U2 default_in, U1 opted_out, U404 unreachable"));
        QVERIFY(!*m_journal->find(WorkspaceId(QStringLiteral("T2")), found.id));
    }

    void isSearched_data()
    {
        QTest::addColumn<DecisionStore::Filter>("filter");
        QTest::addColumn<QString>("callers");
        const Millis start = m_start;
        QTest::addRow("everything, newest first") << DecisionStore::Filter{} << "cron bolt bolt";
        QTest::addRow("one subject") << DecisionStore::Filter{user(1), {}, {}, {}, {}} << "cron bolt";
        QTest::addRow("a subject alone and among others")
            << DecisionStore::Filter{user(2), {}, {}, {}, {}} << "bolt bolt";
        QTest::addRow("nobody asked about them") << DecisionStore::Filter{user(9), {}, {}, {}, {}} << "";
        QTest::addRow("whose id only begins alike")
            << DecisionStore::Filter{SubjectId(QStringLiteral("U")), {}, {}, {}, {}} << "";
        QTest::addRow("one category") << DecisionStore::Filter{{}, surveys, {}, {}, {}} << "bolt";
        QTest::addRow("one caller") << DecisionStore::Filter{{}, {}, cron.id, {}, {}} << "cron";
        QTest::addRow("from a moment on") << DecisionStore::Filter{{}, {}, {}, start + 10'000, {}} << "cron bolt";
        QTest::addRow("until a moment") << DecisionStore::Filter{{}, {}, {}, {}, start + 10'000} << "bolt";
    }

    void isSearched()
    {
        QFETCH(DecisionStore::Filter, filter);
        QFETCH(QString, callers);
        ask(bolt, reminders, {user(1), user(2)});
        m_record->clock.advance(std::chrono::seconds(10));
        ask(bolt, surveys, {user(2)});
        ask(cron, reminders, {user(1)});
        QStringList found;
        for (const store::DecisionRecord& record : find(filter).records)
            found << (record.caller == bolt ? QStringLiteral("bolt") : QStringLiteral("cron"));
        QCOMPARE(found.join(QLatin1Char(' ')), callers);
    }

    void aSubjectsPageHoldsItsOwnAnswersAlone()
    {
        ask(bolt, reminders, {user(1), user(2), user(1)});
        QCOMPARE(told(find({user(1), {}, {}, {}, {}}).records.front().answers),
                 QStringLiteral("U1 opted_out, U1 opted_out"));
    }

    void pagesHoldEachCallOnce()
    {
        for (int i = 0; i < 230; ++i)
            ask(i % 2 ? bolt : cron, reminders, {user(i % 10), user(1)});
        for (const SubjectId& subject : {SubjectId(), user(1), user(3)}) {
            QList<qint64> ids;
            std::optional<DecisionStore::Position> after;
            do {
                const auto page = m_journal->page(m_record->workspace, {subject, {}, {}, {}, {}}, after, 7);
                QVERIFY(page);
                QVERIFY(page->records.size() <= 7);
                for (const store::DecisionRecord& record : page->records) {
                    QVERIFY(ids.isEmpty() || record.id < ids.last());
                    ids << record.id;
                }
                after = page->next;
            } while (after);
            QCOMPARE(ids.size(), subject == user(3) ? 23 : 230);
        }
    }

    void isForgottenAfterNinetyDays()
    {
        ask(bolt, reminders, {user(1)});
        m_record->clock.advance(std::chrono::hours(24 * 90));
        ask(cron, reminders, {user(1)});
        QVERIFY(m_journal->forgetExpired());
        QCOMPARE(find({}).records.size(), size_t(2));
        m_record->clock.advance(std::chrono::milliseconds(1));
        QVERIFY(m_journal->forgetExpired());
        QCOMPARE(find({}).records.size(), size_t(1));
        QCOMPARE(find({}).records.front().caller, cron);
    }

    void waitsWhileItCannotBeWritten()
    {
        ask(bolt, reminders, {user(1)});
        QVERIFY(m_record->db().execute(QStringLiteral("ALTER TABLE decision_calls RENAME TO hidden")));
        QVERIFY(!m_journal->flush());
        ask(cron, reminders, {user(2)});
        QVERIFY(!m_journal->page(m_record->workspace, {}, {}, 10));
        QVERIFY(m_record->db().execute(QStringLiteral("ALTER TABLE hidden RENAME TO decision_calls")));
        QCOMPARE(find({}).records.size(), size_t(2));
        QCOMPARE(find({}).records.back().caller, bolt);
        QCOMPARE(m_journal->missed(), 0);
    }

    void countsWhatItHadToGiveUp()
    {
        QVERIFY(m_record->db().execute(QStringLiteral("ALTER TABLE decision_calls RENAME TO hidden")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("decision_calls")));
        ask(bolt, reminders, std::vector<SubjectId>(size_t(DecisionJournal::mostWaiting) + 1, user(1)));
        QCOMPARE(m_journal->missed(), DecisionJournal::mostWaiting + 1);
    }

private:
    void ask(const Actor& caller, const CategorySlug& category, const std::vector<SubjectId>& subjects)
    {
        const auto decisions = m_record->decider.decide(m_record->workspace, category, subjects);
        QVERIFY(decisions);
        m_journal->add(m_record->workspace, caller, *decisions, subjects);
    }

    DecisionStore::Page find(const DecisionStore::Filter& filter)
    {
        auto page = m_journal->page(m_record->workspace, filter, {}, 100);
        if (!page)
            qFatal("%s", qPrintable(page.error().toString()));
        return *std::move(page);
    }

    static QString told(const std::vector<store::DecisionRecord::Answer>& answers)
    {
        QStringList words;
        for (const store::DecisionRecord::Answer& answer : answers)
            words << answer.subject.toString() + QLatin1Char(' ') + toString(answer.rule);
        return words.join(QStringLiteral(", "));
    }

    const Millis m_start = test::ManualClock().now();
    std::unique_ptr<Record> m_record;
    std::unique_ptr<DecisionJournal> m_journal;
};

QTEST_GUILESS_MAIN(TestDecisionJournal)
#include "tst_decisionjournal.moc"
