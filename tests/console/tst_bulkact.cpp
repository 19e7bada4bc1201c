#include "console/bulk/bulkact.h"
#include "console/table/rowset.h"
#include "wire/batch.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

constexpr Millis now = 1'780'000'000'000;
constexpr Millis day = 86'400'000;

}  // namespace

/// What a bulk act asks for, what an answer means, and what its undo gives back.
class BulkActTest final : public QObject {
    Q_OBJECT

    static BulkAct act(BulkKind kind)
    {
        BulkAct made;
        made.kind = kind;
        made.category = CategorySlug(QStringLiteral("reminders"));
        made.until = now + 7 * day;
        return made;
    }

private slots:
    void anAnswerMeans_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("state");
        QTest::addColumn<Millis>("snooze");
        QTest::addColumn<bool>("own");
        QTest::addColumn<int>("fate");
        using O = Judgement::Outcome;
        using S = PreferenceState;
        const auto row = [](const char* name, BulkKind kind, O outcome, const char* code, S state, Millis snooze,
                            bool own, BulkFate fate) {
            QTest::newRow(name) << int(kind) << int(outcome) << QString::fromLatin1(code) << int(state) << snooze << own
                                << int(fate);
        };
        row("it would change", BulkKind::OptOut, O::Changed, "", S::Default, 0, false, BulkFate::Changes);
        row("it is so already", BulkKind::OptOut, O::Unchanged, "", S::OptedOut, 0, false, BulkFate::Same);
        row("an own yes may be overridden by staff", BulkKind::OptOut, O::Changed, "", S::OptedIn, 0, true,
            BulkFate::Changes);
        row("a person's own no stays, even where the policy would allow it", BulkKind::BackToDefault, O::Changed, "",
            S::OptedOut, 0, true, BulkFate::OwnWord);
        row("staff's no goes", BulkKind::BackToDefault, O::Changed, "", S::OptedOut, 0, false, BulkFate::Changes);
        row("an own snooze stays", BulkKind::BackToDefault, O::Changed, "", S::Default, now + day, true,
            BulkFate::OwnWord);
        row("an own snooze that has ended is none", BulkKind::BackToDefault, O::Changed, "", S::OptedIn, now - day,
            true, BulkFate::Changes);
        row("an own snooze is not shortened", BulkKind::Snooze, O::Changed, "", S::Default, now + 8 * day, true,
            BulkFate::OwnWord);
        row("an own snooze may be lengthened", BulkKind::Snooze, O::Changed, "", S::Default, now + day, true,
            BulkFate::Changes);
        row("the policy says no", BulkKind::BackToDefault, O::Refused, "conflict", S::OptedOut, 0, true,
            BulkFate::OwnWord);
        row("required", BulkKind::OptOut, O::Refused, "category_required", S::Default, 0, false, BulkFate::Required);
        row("archived", BulkKind::OptOut, O::Refused, "category_archived", S::Default, 0, false, BulkFate::Archived);
        row("changed in between", BulkKind::OptOut, O::Refused, "precondition_failed", S::OptedIn, 0, false,
            BulkFate::Moved);
        row("refused for another reason", BulkKind::OptOut, O::Refused, "unprocessable", S::Default, 0, false,
            BulkFate::Refused);
    }

    void anAnswerMeans()
    {
        QFETCH(int, kind);
        QFETCH(int, outcome);
        QFETCH(QString, code);
        QFETCH(int, state);
        QFETCH(Millis, snooze);
        QFETCH(bool, own);
        wire::BatchItem answer;
        answer.outcome = Judgement::Outcome(outcome);
        answer.code = code;
        answer.before.emplace();
        answer.before->state = PreferenceState(state);
        if (snooze > 0)
            answer.before->snoozedUntil = snooze;
        answer.before->stateIsOwnWord = answer.before->snoozeIsOwnWord = own;
        QTEST(int(fateOf(act(BulkKind(kind)), answer, true, now)), "fate");
    }

    void whoIsUnknownHadNothingBefore()
    {
        wire::BatchItem answer;
        answer.outcome = Judgement::Outcome::Refused;
        answer.code = QStringLiteral("unprocessable");
        QCOMPARE(int(fateOf(act(BulkKind::OptOut), answer, true, now)), int(BulkFate::Unknown));
    }

    void nobodyIsOptedIn()
    {
        for (const BulkKind kind : {BulkKind::OptOut, BulkKind::BackToDefault, BulkKind::Snooze})
            QVERIFY(wishOf(act(kind), {}, now).state != PreferenceState::OptedIn);
    }

    void takingBackGivesWhatWasFound_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<Wish>("wish");
        QTest::newRow("an opt-out gives the choice back and touches no snooze")
            << int(BulkKind::OptOut) << Wish::toState(PreferenceState::OptedIn);
        QTest::newRow("back to default gives choice and snooze back")
            << int(BulkKind::BackToDefault) << Wish{PreferenceState::OptedIn, std::optional<Millis>(now + day)};
        QTest::newRow("a snooze gives the earlier one back") << int(BulkKind::Snooze) << Wish::snoozeUntil(now + day);
    }

    void takingBackGivesWhatWasFound()
    {
        QFETCH(int, kind);
        QFETCH(Wish, wish);
        const BulkItem changed{
            SubjectId(QStringLiteral("U1")), {PreferenceState::OptedIn, now + day, 4}, 9, BulkFate::Changed};
        const BulkItem same{SubjectId(QStringLiteral("U2")), {}, 0, BulkFate::Same};
        const std::vector<BulkItem> back = takenBack({changed, same});
        QCOMPARE(back.size(), size_t(1));
        QCOMPARE(back.front().choice.version, 9);  // Only where the act's own version still stands.
        QCOMPARE(int(back.front().fate), int(BulkFate::Changes));
        const BulkAct undo = takingBack(act(BulkKind(kind)), QStringLiteral("A slip"));
        QVERIFY(wishOf(undo, back.front(), now) == wish);
        QVERIFY(wishOf(undo, back.front(), now + 2 * day).snoozedUntil.value_or(std::nullopt) == std::nullopt);
    }

    void theTallySaysFromWhatToWhat()
    {
        const auto item = [](PreferenceState state, std::optional<Millis> snooze, BulkFate fate) {
            return BulkItem{{}, {state, snooze, 0}, 0, fate};
        };
        const BulkTally tally = BulkTally::of({item(PreferenceState::Default, {}, BulkFate::Changes),
                                               item(PreferenceState::Default, now + day, BulkFate::Changes),
                                               item(PreferenceState::OptedIn, now - day, BulkFate::Changes),
                                               item(PreferenceState::OptedOut, {}, BulkFate::Same),
                                               item(PreferenceState::OptedOut, {}, BulkFate::OwnWord)},
                                              now);
        QCOMPARE(tally[BulkFate::Changes], 3);
        QCOMPARE(tally.leftOut(), 1);
        QCOMPARE(tally.from.at(BulkTally::From::Default), 1);
        QCOMPARE(tally.from.at(BulkTally::From::Snoozed), 1);
        QCOMPARE(tally.from.at(BulkTally::From::OptedIn), 1);
        QVERIFY(!tally.from.contains(BulkTally::From::OptedOut));
    }

    void aRowSetKnowsItsRows()
    {
        RowSet set;
        QVERIFY(set.set(70, true) && !set.set(70, true));
        set.add({3, 64, 999'999});
        QCOMPARE(set.count(), 4);
        QCOMPARE(set.rows(), (std::vector<quint32>{3, 64, 70, 999'999}));
        QVERIFY(set.contains(64) && !set.contains(65) && !set.contains(5'000'000));
        QVERIFY(set.set(70, false) && !set.set(5'000'000, false));
        QCOMPARE(set.count(), 3);
        set.clear();
        QVERIFY(set.isEmpty() && set.rows().empty());
    }
};

QTEST_GUILESS_MAIN(BulkActTest)
#include "tst_bulkact.moc"
