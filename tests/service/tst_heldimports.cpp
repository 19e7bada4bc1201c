#include "tests/service/approvaloffice.h"

#include "store/heldrowstore.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Office;
using test::Record;

/// Files that need a second admin: kept whole until one decides, and undone by two as well.
class TestHeldImports : public QObject {
    Q_OBJECT

    /// The backend's next life.
    struct Restarted {
        explicit Restarted(Office& office) : undo(office.importParts, tasks), held(office.importParts, undo, tasks) {}
        ImportUndo undo;
        HeldImports held;
        TaskPool tasks{1, 10};
    };

    /// Rows `from` to `to`-1: people out of reminders.
    static wire::ImportPart part(int from, int to, const char* state = "opted_out")
    {
        wire::ImportPart part;
        part.from = from;
        for (int i = from; i < to; ++i) {
            wire::ImportRow row;
            row.line = i + 2;
            row.fields = {{QStringLiteral("subject"), QStringLiteral("U%1").arg(i)},
                          {QStringLiteral("category"), QStringLiteral("reminders")},
                          {QStringLiteral("state"), QString::fromLatin1(state)}};
            part.rows.push_back(row);
        }
        return part;
    }

    /// Begun, and rows sent in parts of ten.
    store::ImportKey sent(int rows, const char* name = "leave.csv", const char* who = "A1")
    {
        Import wish;
        wish.name = QString::fromLatin1(name);
        const auto import = m_office->files.begin(m_office->workspace, wish, Office::by(who));
        const store::ImportKey key{m_office->workspace, import ? import->id : QString()};
        for (int from = 0; from < rows; from += 10) {
            if (!m_office->files.take(key, part(from, qMin(rows, from + 10))))
                qFatal("not taken");
        }
        return key;
    }
    [[nodiscard]] Import ended(const store::ImportKey& key, const char* who = "A1")
    {
        const auto import = m_office->files.end(key, ImportState::Done, Office::by(who));
        if (!import)
            qFatal("%s", qPrintable(import.error().toString()));
        return *import;
    }
    [[nodiscard]] Import now(const store::ImportKey& key) { return *m_office->files.find(key); }
    [[nodiscard]] Approval asked(const store::ImportKey& key) { return **m_office->files.asked(key); }

private slots:
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup() { m_office.reset(); }

    void aLargeFileWaitsWholeAndIsThenTakenOver()
    {
        const store::ImportKey key = sent(40);
        QVERIFY(now(key).state == ImportState::Gathering);
        QCOMPARE(now(key).counts.changed, 40);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QVERIFY(ended(key).state == ImportState::Held);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QVERIFY(!m_office->files.take(key, part(40, 41)));

        const Approval approval = asked(key);
        QVERIFY(approval.kind == ApprovalKind::Import);
        QCOMPARE(approval.size, 40);
        QCOMPARE(approval.act.value(QLatin1String("name")).toString(), QStringLiteral("leave.csv"));
        QCOMPARE(approval.act.value(QLatin1String("from"))[QLatin1String("default")].toInteger(), 40);
        QCOMPARE(approval.act.value(QLatin1String("becomes"))[QLatin1String("opted_out")].toInteger(), 40);
        const auto view = m_office->approvals.find({m_office->workspace, approval.id}, Office::asker("B1"));
        QCOMPARE(view->subjects.size(), 20U);
        QVERIFY(view->subjects.front().state == PreferenceState::OptedOut && view->mayDecide);

        m_office->ownOptIn("U3");  // whoever chooses meanwhile keeps that
        const auto decided = m_office->approve(approval, "B1");
        QVERIFY(decided);
        QVERIFY(decided->approval.state == ApprovalState::Applied);
        QTRY_VERIFY(now(key).state == ImportState::Done);
        QCOMPARE(now(key).counts.changed, 39);
        QCOMPARE(now(key).counts.refused, 1);
        QCOMPARE(m_office->outOf("reminders", 60), 39);
        QVERIFY(m_office->stateOf("U3") == PreferenceState::OptedIn);
        QVERIFY(!*store::HeldRowStore(m_office->db()).any(key));
        const auto page = m_office->audit.page(m_office->workspace, {});
        const AuditEntry& last = page->items.back().opened.entry;
        QCOMPARE(last.type, QStringLiteral("import"));
        QCOMPARE(last.actor.name, QStringLiteral("Ann"));
        QCOMPARE(last.context.value(QLatin1String("approvedBy"))[QLatin1String("name")].toString(),
                 QStringLiteral("Bea"));
    }

    void aSmallFileIsTakenOverAtOnceAndCountsForTheNext()
    {
        const store::ImportKey key = sent(20);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QVERIFY(ended(key).state == ImportState::Applying || now(key).state == ImportState::Done);
        QTRY_VERIFY(now(key).state == ImportState::Done);
        QCOMPARE(now(key).counts.changed, 20);
        QCOMPARE(m_office->outOf("reminders", 60), 20);
        QVERIFY(m_office->guarded.change(m_office->workspace, Office::optOut(30), Office::by("A1"))->approval);
        const store::ImportKey one = sent(10, "one part.csv", "B1");
        QVERIFY(ended(one, "B1").state == ImportState::Done);
        QCOMPARE(now(one).counts.unchanged, 10);
    }

    void whatBecomesOfAFileThatIsNotApproved_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("state");
        QTest::newRow("refused") << QStringLiteral("refuse") << QStringLiteral("refused");
        QTest::newRow("withdrawn by whoever asked") << QStringLiteral("withdraw") << QStringLiteral("cancelled");
        QTest::newRow("cancelled as an import") << QStringLiteral("cancel") << QStringLiteral("cancelled");
        QTest::newRow("nobody decided in time") << QStringLiteral("wait") << QStringLiteral("expired");
    }

    void whatBecomesOfAFileThatIsNotApproved()
    {
        QFETCH(QString, how);
        QFETCH(QString, state);
        const store::ImportKey key = sent(40);
        QVERIFY(ended(key).state == ImportState::Held);
        const Approval approval = asked(key);
        const store::ApprovalKey request{m_office->workspace, approval.id};
        if (how == QLatin1String("refuse")) {
            QVERIFY(m_office->approvals.decide(request, {false, QStringLiteral("no"), {}}, Office::by("B1")));
        } else if (how == QLatin1String("withdraw")) {
            QVERIFY(m_office->approvals.withdraw(request, Office::by("A1")));
        } else if (how == QLatin1String("cancel")) {
            QVERIFY(m_office->files.end(key, ImportState::Cancelled, Office::by("A1")));
            QVERIFY(m_office->now(approval).state == ApprovalState::Withdrawn);
        } else {
            m_office->clock.advance(std::chrono::hours(72));
            QVERIFY(m_office->approvals.tidy());
        }
        QCOMPARE(toString(now(key).state), state);
        QCOMPARE(now(key).counts.changed, 0);
        QVERIFY(now(key).finishedAt);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QVERIFY(!*store::HeldRowStore(m_office->db()).any(key));
        QVERIFY(!*m_office->files.asked(key));
        if (state != QLatin1String("cancelled"))
            QVERIFY(!m_office->undo.begin(key, Office::by("A1")));
    }

    void rowsForPeopleWhoAreNotHereCountAsPeople()
    {
        const store::ImportKey key = sent(20);
        QVERIFY(m_office->files.take(key, part(100, 110)).error().is(ErrorCode::Conflict));
        wire::ImportPart strangers = part(100, 110);
        strangers.from = 20;
        QCOMPARE(m_office->files.take(key, strangers)->counts.waiting, 10);
        QVERIFY(ended(key).state == ImportState::Held);
        QCOMPARE(asked(key).size, 30);
        QVERIFY(m_office->approve(asked(key), "B1"));
        QTRY_VERIFY(now(key).state == ImportState::Done);
        QCOMPARE(now(key).counts.waiting, 10);
        QCOMPARE(m_office->files.waiting(key, 0, 100)->size(), 10U);
    }

    void theSameFileAgainIsTheOneThatWaits()
    {
        const store::ImportKey key = sent(40);
        QVERIFY(ended(key).state == ImportState::Held);
        const store::ImportKey again = sent(40);
        QCOMPARE(ended(again).id, key.id);
        QVERIFY(now(again).state == ImportState::Cancelled);
        QVERIFY(now(key).state == ImportState::Held);
        QCOMPARE(m_office->steps(), QStringList{QStringLiteral("waiting")});
        QVERIFY(ended(sent(41)).state == ImportState::Held);
        QCOMPARE(m_office->steps().size(), 2);
    }

    void whatIsTurnedBackOfALargeFileIsTurnedBackByTwo()
    {
        const store::ImportKey key = sent(40);
        QVERIFY(ended(key).state == ImportState::Held);
        QVERIFY(m_office->approve(asked(key), "B1"));
        QTRY_VERIFY(now(key).state == ImportState::Done);
        QVERIFY(m_office->undo.begin(key, Office::by("A1"))->state == ImportState::Done);
        const Approval approval = asked(key);
        QVERIFY(approval.act.value(QLatin1String("undo")).toBool());
        QCOMPARE(approval.size, 40);
        QVERIFY(m_office->undo.begin(key, Office::by("A1"))->state == ImportState::Done);
        QCOMPARE(asked(key).id, approval.id);
        QVERIFY(m_office->approve(approval, "B1"));
        QTRY_VERIFY(now(key).state == ImportState::Undone);
        QCOMPARE(now(key).undone, 40);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
    }

    void itGoesOnAfterARestart()
    {
        const store::ImportKey key = sent(40);
        QVERIFY(ended(key).state == ImportState::Held);
        m_office->held.stop();  // the background does nothing
        QVERIFY(m_office->approve(asked(key), "B1"));
        QVERIFY(now(key).state == ImportState::Applying);
        QCOMPARE(m_office->outOf("reminders", 60), 10);
        Restarted afterwards(*m_office);
        QVERIFY(afterwards.held.resumeAll());
        QTRY_VERIFY(now(key).state == ImportState::Done);
        QCOMPARE(m_office->outOf("reminders", 60), 40);
    }

private:
    std::unique_ptr<Office> m_office;
};

QTEST_GUILESS_MAIN(TestHeldImports)
#include "tst_heldimports.moc"
