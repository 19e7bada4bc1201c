#include "console/bulk/bulkrun.h"
#include "tests/support/manualclock.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <set>

using namespace refrain;
using namespace refrain::console;
using Stage = BulkRun::Stage;

namespace {

template <class T>
QFuture<Result<T>> ready(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// A backend that keeps choices by version, remembers answers by key, and fails as it is told.
struct Ground {
    std::map<QString, StoredChoice> choices;
    std::set<QString> ownNo;
    std::map<QByteArray, std::vector<wire::BatchItem>> kept;
    std::vector<SubjectId> moved;
    qint64 seq = 100;
    int applied = 0;       ///< How many changes were written.
    int failing = 0;       ///< So many answers are lost after the work was done.
    int failingLooks = 0;  ///< So many looks are refused at once.
    bool told = false;
    std::optional<wire::ApprovalWish> asked;
    std::function<void()> beforePart;

    wire::BatchItem judge(const ChangeRequest& change, bool isDry)
    {
        StoredChoice& choice = choices[change.subject.toString()];
        wire::BatchItem item;
        item.subject = change.subject;
        item.category = change.category;
        item.before.emplace();
        item.before->state = choice.state;
        item.before->version = choice.version;
        item.before->stateIsOwnWord = ownNo.contains(change.subject.toString());
        item.version = choice.version;
        if (change.ifMatch && *change.ifMatch != choice.version) {
            item.outcome = Judgement::Outcome::Refused;
            item.code = QStringLiteral("precondition_failed");
            return item;
        }
        if (choice.state == change.state.value_or(choice.state))
            return item;
        item.outcome = Judgement::Outcome::Changed;
        if (isDry)
            return item;
        choice.state = *change.state;
        item.version = choice.version = ++seq;
        ++applied;
        return item;
    }

    BulkCalls calls()
    {
        BulkCalls made;
        made.sequence = [this] { return ready<qint64>(seq); };
        made.movedSince = [this](qint64 after, CategorySlug) {
            MovedGround ground;
            ground.reached = qMax(after, seq);
            ground.subjects = std::exchange(moved, {});
            return ready<MovedGround>(ground);
        };
        made.ask = [this](const wire::ApprovalWish& wish, const QByteArray&) {
            asked = wish;
            return ready<qint64>(qint64(wish.changes.size()));
        };
        made.send = [this](const wire::BatchRequest& part, const QByteArray& key) {
            using Answer = Result<std::vector<wire::BatchItem>>;
            if (part.dryRun && failingLooks-- > 0)
                return ready<std::vector<wire::BatchItem>>(Answer(Error::forbidden(QStringLiteral("Not you."))));
            if (beforePart && !part.dryRun)
                beforePart();
            told = part.tell;
            std::vector<wire::BatchItem> items;
            if (!key.isEmpty() && kept.contains(key)) {
                items = kept.at(key);
            } else {
                for (const ChangeRequest& change : part.changes)
                    items.push_back(judge(change, part.dryRun));
                if (!key.isEmpty())
                    kept[key] = items;
            }
            if (!part.dryRun && failing-- > 0)
                return ready<std::vector<wire::BatchItem>>(Answer(Error::unavailable(QStringLiteral("It is away."))));
            return ready<std::vector<wire::BatchItem>>(Answer(items));
        };
        return made;
    }
};

}  // namespace

/// A bulk act from look to undo over a ground that moves, fails and goes away.
class BulkRunTest final : public QObject {
    Q_OBJECT

    test::ManualClock m_clock{1'780'000'000'000};

    static std::vector<SubjectId> people(int count)
    {
        std::vector<SubjectId> ids;
        for (int i = 0; i < count; ++i)
            ids.emplace_back(QStringLiteral("U%1").arg(i));
        return ids;
    }
    static BulkAct act(BulkKind kind = BulkKind::OptOut)
    {
        BulkAct made;
        made.kind = kind;
        made.category = CategorySlug(QStringLiteral("reminders"));
        return made;
    }

private slots:
    void itLooksFirstAndChangesNothing()
    {
        Ground ground;
        ground.choices[QStringLiteral("U1")].state = PreferenceState::OptedOut;
        BulkRun run(ground.calls(), m_clock, people(12'000));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        QCOMPARE(run.tally()[BulkFate::Changes], 11'999);
        QCOMPARE(run.tally()[BulkFate::Same], 1);
        QCOMPARE(ground.applied, 0);
        QVERIFY(!run.hasBegun());
    }

    void whatNeedsApprovalIsAskedForAsOneAndNothingIsDone()
    {
        Ground ground;
        ground.choices[QStringLiteral("U1")].state = PreferenceState::OptedOut;
        ground.choices[QStringLiteral("U2")].version = 7;
        BulkRun run(ground.calls(), m_clock, people(1'500));
        run.setNeedsApproval([](qint64 changes) { return changes > 1'000; });
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        QVERIFY(run.needsApproval());
        run.apply(QStringLiteral("merger"), {}, true);
        QTRY_COMPARE(run.stage(), Stage::Asked);
        QCOMPARE(ground.applied, 0);
        QVERIFY(!run.hasBegun());
        QCOMPARE(ground.asked->changes.size(), 1'499U);
        QCOMPARE(ground.asked->changes[1].ifMatch, std::optional<qint64>(7));
        QCOMPARE(ground.asked->reason, QStringLiteral("merger"));
        QVERIFY(ground.asked->tell);
    }

    void itAppliesInPartsAndTellsNobodyUnlessAsked_data()
    {
        QTest::addColumn<bool>("tell");
        QTest::newRow("nobody is told") << false;
        QTest::newRow("they are told") << true;
    }

    void itAppliesInPartsAndTellsNobodyUnlessAsked()
    {
        QFETCH(bool, tell);
        Ground ground;
        BulkRun run(ground.calls(), m_clock, people(2'500));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        QSignalSpy progressed(&run, &BulkRun::progressed);
        run.apply(QStringLiteral("Asked for"), {}, tell);
        QTRY_COMPARE(run.stage(), Stage::Done);
        QCOMPARE(run.tally()[BulkFate::Changed], 2'500);
        QCOMPARE(ground.applied, 2'500);
        QCOMPARE(ground.kept.size(), size_t(3));
        QCOMPARE(progressed.count(), 3);
        QCOMPARE(run.progress().done, 2'500);
        QCOMPARE(ground.told, tell);
    }

    void whereTheGroundMovedItLooksAndAsksAgain()
    {
        Ground ground;
        BulkRun run(ground.calls(), m_clock, people(20));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        ground.choices[QStringLiteral("U7")] = {PreferenceState::OptedOut, {}, ++ground.seq};
        ground.moved = {SubjectId(QStringLiteral("U7")), SubjectId(QStringLiteral("U999"))};
        run.apply({}, {}, false);
        QTRY_COMPARE(run.stage(), Stage::Looked);
        QCOMPARE(run.moved(), 1);
        QCOMPARE(ground.applied, 0);
        QCOMPARE(run.tally()[BulkFate::Changes], 19);
        run.apply({}, {}, false);
        QTRY_COMPARE(run.stage(), Stage::Done);
        QCOMPARE(ground.applied, 19);
    }

    void whoeverSpeaksInTheVeryMomentIsLeftAlone()
    {
        Ground ground;
        BulkRun run(ground.calls(), m_clock, people(3));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        ground.beforePart = [&] {
            ground.choices[QStringLiteral("U1")] = {PreferenceState::OptedIn, {}, ++ground.seq};
        };
        run.apply({}, {}, false);
        QTRY_COMPARE(run.stage(), Stage::Done);
        QCOMPARE(run.tally()[BulkFate::Moved], 1);
        QVERIFY(ground.choices[QStringLiteral("U1")].state == PreferenceState::OptedIn);
    }

    void stoppingLeavesWholePartsAndGoingOnFinishes()
    {
        Ground ground;
        BulkRun run(ground.calls(), m_clock, people(3'000));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        ground.beforePart = [&] { run.stop(); };
        run.apply({}, {}, false);
        QTRY_COMPARE(run.stage(), Stage::Stopped);
        QCOMPARE(ground.applied, 1'000);
        QCOMPARE(run.tally()[BulkFate::Changed], 1'000);
        QCOMPARE(run.tally()[BulkFate::Changes], 2'000);
        ground.beforePart = {};
        run.goOn();
        QTRY_COMPARE(run.stage(), Stage::Done);
        QCOMPARE(ground.applied, 3'000);
    }

    void aLostAnswerIsAskedForAgainAndNothingIsAppliedTwice_data()
    {
        QTest::addColumn<int>("lost");
        QTest::newRow("one is lost: it tries again by itself") << 1;
        QTest::newRow("all are lost: it is stuck until somebody says go on") << 5;
    }

    void aLostAnswerIsAskedForAgainAndNothingIsAppliedTwice()
    {
        QFETCH(int, lost);
        Ground ground;
        BulkRun run(ground.calls(), m_clock, people(1'500));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        ground.failing = lost;
        run.setPause(1);
        run.apply({}, {}, false);
        if (lost >= 5) {
            QTRY_COMPARE_WITH_TIMEOUT(run.stage(), Stage::Stuck, 30'000);
            QCOMPARE(run.problem(), QStringLiteral("It is away."));
            run.goOn();
        }
        QTRY_COMPARE_WITH_TIMEOUT(run.stage(), Stage::Done, 10'000);
        QCOMPARE(ground.applied, 1'500);
        QCOMPARE(run.tally()[BulkFate::Changed], 1'500);
    }

    void aRefusedLookSaysWhyAndCanBeTriedAgain()
    {
        Ground ground;
        ground.failingLooks = 1;
        BulkRun run(ground.calls(), m_clock, people(2));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Stuck);
        QCOMPARE(run.problem(), QStringLiteral("Not you."));
        run.goOn();
        QTRY_COMPARE(run.stage(), Stage::Looked);
    }

    void aPersonsOwnNoIsLeftOut()
    {
        Ground ground;
        for (int i = 0; i < 3; ++i)
            ground.choices[QStringLiteral("U%1").arg(i)].state = PreferenceState::OptedOut;
        ground.ownNo = {QStringLiteral("U1")};
        BulkRun run(ground.calls(), m_clock, people(3));
        run.look(act(BulkKind::BackToDefault));
        QTRY_COMPARE(run.stage(), Stage::Looked);
        QCOMPARE(run.tally()[BulkFate::OwnWord], 1);
        run.apply({}, {}, false);
        QTRY_COMPARE(run.stage(), Stage::Done);
        QVERIFY(ground.choices[QStringLiteral("U1")].state == PreferenceState::OptedOut);
        QCOMPARE(ground.applied, 2);
    }

    void undoGivesBackWhatWasThereExceptWhereSomebodySpokeSince()
    {
        Ground ground;
        ground.choices[QStringLiteral("U0")] = {PreferenceState::OptedIn, {}, 7};
        BulkRun run(ground.calls(), m_clock, people(4));
        run.look(act());
        QTRY_COMPARE(run.stage(), Stage::Looked);
        run.apply(QStringLiteral("A slip"), {}, false);
        QTRY_COMPARE(run.stage(), Stage::Done);
        ground.choices[QStringLiteral("U3")] = {PreferenceState::OptedOut, {}, ++ground.seq};
        BulkRun undo(ground.calls(), m_clock, takingBack(run.act(), QStringLiteral("Taken back")),
                     takenBack(run.items()));
        undo.look(undo.act());
        QTRY_COMPARE(undo.stage(), Stage::Looked);
        QCOMPARE(undo.tally()[BulkFate::Changes], 3);
        QCOMPARE(undo.tally()[BulkFate::Moved], 1);
        undo.apply(QStringLiteral("Taken back"), {}, false);
        QTRY_COMPARE(undo.stage(), Stage::Done);
        QCOMPARE(undo.tally()[BulkFate::Changed], 3);
        QCOMPARE(undo.tally()[BulkFate::Moved], 1);
        QVERIFY(ground.choices[QStringLiteral("U0")].state == PreferenceState::OptedIn);
        QVERIFY(ground.choices[QStringLiteral("U1")].state == PreferenceState::Default);
        QVERIFY(ground.choices[QStringLiteral("U3")].state == PreferenceState::OptedOut);
    }

    void anAbandonedRunLeavesNothingBehind()
    {
        Ground ground;
        auto run = std::make_unique<BulkRun>(ground.calls(), m_clock, people(10));
        run->look(act());
        run.reset();
        // Whatever was asked for before is answered before what is asked for later.
        BulkRun later(ground.calls(), m_clock, people(10));
        later.look(act());
        QTRY_COMPARE(later.stage(), Stage::Looked);
        QCOMPARE(ground.applied, 0);
    }
};

QTEST_GUILESS_MAIN(BulkRunTest)
#include "tst_bulkrun.moc"
