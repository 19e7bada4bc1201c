#include "service/access/members.h"
#include "tests/service/approvaloffice.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Office;
using test::Record;
using Decided = ApprovalDesk::Decided;

/// What a request for approval may be about, when it is one that waits already, and who stays to decide it.
class TestGuardedWriter : public QObject {
    Q_OBJECT

private slots:
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup() { m_office.reset(); }

    void whoIsWhereItLeadsAlreadyIsInNobodysWay_data()
    {
        QTest::addColumn<BatchMode>("mode");
        QTest::newRow("each") << BatchMode::Each;
        QTest::newRow("all or nothing") << BatchMode::All;
    }

    void whoIsWhereItLeadsAlreadyIsInNobodysWay()
    {
        QFETCH(BatchMode, mode);
        ChangePlan plan = Office::optOut(40);
        plan.mode = mode;
        const Approval approval = *m_office->guarded.change(m_office->workspace, plan, Office::by("A1"))->approval;
        m_office->ownOptOut("U3");
        const auto view = m_office->approvals.find({m_office->workspace, approval.id}, Office::asker("B1"));
        QCOMPARE(view->ground.moved, 0);
        QVERIFY(!view->subjects[3].moved);
        const auto decided = m_office->approve(approval, "B1");
        QCOMPARE(decided->kind, Decided::Kind::Done);
        QVERIFY(decided->approval.state == ApprovalState::Applied);
        QCOMPARE(decided->approval.changed, 39);
        QCOMPARE(m_office->outOf("reminders", 60), 40);
        const auto own =
            store::PreferenceStore(m_office->db())
                .find(m_office->workspace, SubjectId(QStringLiteral("U3")), CategorySlug(QStringLiteral("reminders")));
        QCOMPARE(own->source, std::optional(Source::SlashCommand));
    }

    void whatARequestNamesWronglyIsPointedAt_data()
    {
        QTest::addColumn<ChangeRequest>("wrong");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("a category that there is not")
            << Record::wish("U1", "reminder", "opted_out") << QStringLiteral("/changes/40/category");
        QTest::newRow("somebody whom there is not")
            << Record::wish("U999", "reminders", "opted_out") << QStringLiteral("/changes/40/subject");
        QTest::newRow("all optional messages opted in")
            << Record::wish("U1", "*", "opted_in") << QStringLiteral("/changes/40/state");
        ChangeRequest past = Record::wish("U1", "reminders", "opted_out");
        past.snoozedUntil.emplace(1);
        QTest::newRow("a snooze in the past") << past << QStringLiteral("/changes/40/snoozedUntil");
    }

    void whatARequestNamesWronglyIsPointedAt()
    {
        QFETCH(ChangeRequest, wrong);
        QFETCH(QString, pointer);
        ChangePlan plan = Office::optOut(40);
        plan.mustAsk = true;
        plan.requests.push_back(wrong);
        const auto refused = m_office->guarded.change(m_office->workspace, plan, Office::by("A1"));
        QVERIFY(!refused && refused.error().is(ErrorCode::Invalid));
        QCOMPARE(refused.error().context(), pointer);
    }

    void theOnlyOtherAdminIsNotRemovedBehindTheirBack()
    {
        Members members(m_office->pool, m_office->writer);
        const Actor ann = Office::by("A1").actor;
        const Actor bea = Office::by("B1").actor;
        const QString idOfBea = QStringLiteral("B1");
        m_office->clock.advance(std::chrono::hours(1));
        const auto demoted = members.change(m_office->workspace, idOfBea, Role::Viewer, ann);
        QVERIFY(!demoted && demoted.error().is(ErrorCode::Conflict));
        QVERIFY(demoted.error().message().contains(QLatin1String("B1 approves")));
        QVERIFY(!members.remove(m_office->workspace, idOfBea, ann));
        // Nor by making somebody else admin for a moment.
        m_office->addAdmin("C1", "A1", m_office->clock.now());
        QVERIFY(!members.remove(m_office->workspace, idOfBea, ann));
        m_office->clock.advance(std::chrono::minutes(16));
        QVERIFY(members.remove(m_office->workspace, idOfBea, ann));
        QVERIFY(!members.remove(m_office->workspace, QStringLiteral("C1"), ann));
        QVERIFY(!members.remove(m_office->workspace, QStringLiteral("A1"), bea));
        // Whoever gives the role up agrees; a slip is taken back; and where the rule is off, nobody is asked.
        m_office->addAdmin("B1", "A1", m_office->clock.now());
        QVERIFY(members.remove(m_office->workspace, idOfBea, ann));
        m_office->addAdmin("B1");
        QVERIFY(members.change(m_office->workspace, QStringLiteral("C1"), Role::Viewer, ann));
        QVERIFY(members.change(m_office->workspace, QStringLiteral("A1"), Role::Viewer, ann));
        QVERIFY(!members.remove(m_office->workspace, idOfBea, bea));
    }

    void theSameAskedForAgainIsTheRequestThatWaits()
    {
        const Approval first = m_office->asked(40);
        QCOMPARE(m_office->asked(40).id, first.id);
        QVERIFY(m_office->asked(41).id != first.id);
        const auto other = m_office->guarded.change(m_office->workspace, Office::optOut(40), Office::by("B1"));
        QVERIFY(other->approval->id != first.id);
        EditContext reason = Office::by("A1");
        reason.reason = QStringLiteral("another reason");
        QVERIFY(m_office->guarded.change(m_office->workspace, Office::optOut(40), reason)->approval->id != first.id);
        QCOMPARE(m_office->steps().size(), 4);
        QVERIFY(m_office->approvals.withdraw({m_office->workspace, first.id}, Office::by("A1")));
        QVERIFY(m_office->asked(40).id != first.id);

        const NotificationView message = send(40);
        const NotificationView again = send(40);
        QCOMPARE(again.notification.id, message.notification.id);
        QCOMPARE(again.approval->id, message.approval->id);
        QVERIFY(send(41).notification.id != message.notification.id);
    }

private:
    NotificationView send(int count)
    {
        Notification wish;
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.text = QStringLiteral("Hello");
        std::vector<SubjectId> people;
        for (int i = 0; i < count; ++i)
            people.emplace_back(QStringLiteral("U%1").arg(i));
        const auto created = m_office->notifications.create(m_office->workspace, wish, people, Office::by("A1"));
        if (!created)
            qFatal("%s", qPrintable(created.error().toString()));
        return *created;
    }

    std::unique_ptr<Office> m_office;
};

QTEST_GUILESS_MAIN(TestGuardedWriter)
#include "tst_guardedwriter.moc"
