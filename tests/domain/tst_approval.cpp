#include "domain/approval.h"

#include <QTest>

using namespace refrain;
using Sort = PlannedAct::Sort;
using Needed = std::optional<ApprovalKind>;

Q_DECLARE_METATYPE(Needed)

class TestApproval : public QObject {
    Q_OBJECT

private slots:
    void whatNeedsASecondAdmin_data()
    {
        QTest::addColumn<PlannedAct>("act");
        QTest::addColumn<Needed>("needed");
        const Needed no;
        QTest::newRow("a change of one person's own") << PlannedAct{Sort::Changes, 1} << no;
        QTest::newRow("as many as the rule says") << PlannedAct{Sort::Changes, 100} << no;
        QTest::newRow("one more than that") << PlannedAct{Sort::Changes, 101} << Needed(ApprovalKind::ManyChanges);
        QTest::newRow("few, but many within the hour")
            << PlannedAct{Sort::Changes, 40, 61} << Needed(ApprovalKind::ManyChanges);
        QTest::newRow("few, and few within the hour") << PlannedAct{Sort::Changes, 40, 60} << no;
        QTest::newRow("nothing that would change, after many") << PlannedAct{Sort::Changes, 0, 5'000} << no;
        QTest::newRow("one person's own no turned back")
            << PlannedAct{Sort::Changes, 1, 0, 1} << Needed(ApprovalKind::TurnBack);
        QTest::newRow("few, one of them a person's own no")
            << PlannedAct{Sort::Changes, 3, 0, 1} << Needed(ApprovalKind::ManyChanges);
        QTest::newRow("an edit that overrides nobody") << PlannedAct{Sort::CategoryEdit} << no;
        QTest::newRow("an edit that overrides one person's own no")
            << PlannedAct{Sort::CategoryEdit, 1, 0, 1} << Needed(ApprovalKind::CategoryEdit);
        QTest::newRow("a message to as many as the rule says") << PlannedAct{Sort::Send, 100} << no;
        QTest::newRow("a message to more") << PlannedAct{Sort::Send, 101} << Needed(ApprovalKind::Send);
        QTest::newRow("a stricter rule") << PlannedAct{Sort::Policy} << no;
        QTest::newRow("a weaker rule") << PlannedAct{Sort::Policy, 0, 0, 0, true} << Needed(ApprovalKind::Policy);
    }

    void whatNeedsASecondAdmin()
    {
        QFETCH(PlannedAct, act);
        QFETCH(Needed, needed);
        ApprovalPolicy policy;
        policy.above = 100;
        QCOMPARE(approvalNeeded(policy, 2, act), needed);
        QCOMPARE(approvalNeeded(policy, 1, act), Needed());  // nobody is locked out
        policy.on = false;
        QCOMPARE(approvalNeeded(policy, 2, act), Needed());
    }

    void whichRuleIsWeaker_data()
    {
        QTest::addColumn<ApprovalPolicy>("before");
        QTest::addColumn<ApprovalPolicy>("after");
        QTest::addColumn<bool>("weaker");
        QTest::newRow("the same") << ApprovalPolicy() << ApprovalPolicy() << false;
        QTest::newRow("turned off") << ApprovalPolicy() << ApprovalPolicy{false} << true;
        QTest::newRow("turned on") << ApprovalPolicy{false} << ApprovalPolicy() << false;
        QTest::newRow("for larger acts only") << ApprovalPolicy() << ApprovalPolicy{true, 1'001} << true;
        QTest::newRow("for smaller acts, too") << ApprovalPolicy() << ApprovalPolicy{true, 999} << false;
        QTest::newRow("off, for larger acts") << ApprovalPolicy{false} << ApprovalPolicy{false, 9'000} << false;
        QTest::newRow("a longer wait") << ApprovalPolicy() << ApprovalPolicy{true, 1'000, 700} << false;
    }

    void whichRuleIsWeaker()
    {
        QFETCH(ApprovalPolicy, before);
        QFETCH(ApprovalPolicy, after);
        QFETCH(bool, weaker);
        QCOMPARE(isWeaker(before, after), weaker);
    }

    void everyWordIsReadAsItIsWritten()
    {
        for (int i = 0; i <= int(ApprovalState::Outdated); ++i)
            QCOMPARE(approvalStateFromString(toString(ApprovalState(i))), std::optional(ApprovalState(i)));
        for (int i = 0; i <= int(ApprovalKind::Policy); ++i)
            QCOMPARE(approvalKindFromString(toString(ApprovalKind(i))), std::optional(ApprovalKind(i)));
    }
};

QTEST_GUILESS_MAIN(TestApproval)
#include "tst_approval.moc"
