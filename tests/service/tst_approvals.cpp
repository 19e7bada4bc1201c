#include "tests/service/approvaloffice.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Office;
using test::Record;
using Decided = ApprovalDesk::Decided;

class TestApprovals : public QObject {
    Q_OBJECT

private slots:
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup() { m_office.reset(); }

    void aLargeActWaitsAndIsThenDoneAsWhoeverAsked()
    {
        const Approval approval = m_office->asked(40);
        QVERIFY(approval.kind == ApprovalKind::ManyChanges);
        QCOMPARE(approval.size, 40);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        const auto view = m_office->approvals.find({m_office->workspace, approval.id}, Office::asker("B1"));
        QVERIFY(view->mayDecide && !view->isMine);
        QCOMPARE(view->ground.digest, approval.digest);
        QCOMPARE(view->subjects.size(), 20U);
        const auto decided = m_office->approve(approval, "B1");
        QVERIFY(decided);
        QVERIFY(decided->approval.state == ApprovalState::Applied);
        QCOMPARE(decided->approval.changed, 40);
        QCOMPARE(m_office->outOf("reminders", 60), 40);

        const auto page = m_office->audit.page(m_office->workspace, {});
        const AuditEntry& last = (page->items.end() - 2)->opened.entry;
        QCOMPARE(last.type, QStringLiteral("preference"));
        QCOMPARE(last.actor.name, QStringLiteral("Ann"));
        QCOMPARE(last.context.value(QLatin1String("approval")).toString(), approval.id);
        QCOMPARE(last.context.value(QLatin1String("approvedBy"))[QLatin1String("name")].toString(),
                 QStringLiteral("Bea"));
        QCOMPARE(m_office->steps().join(QLatin1Char(' ')), QStringLiteral("waiting applying applied"));
    }

    void aSmallActIsDoneAtOnceAndManySmallOnesAreALargeOne()
    {
        QVERIFY(!m_office->guarded.change(m_office->workspace, Office::optOut(20), Office::by("A1"))->approval);
        QCOMPARE(m_office->outOf("reminders", 60), 20);
        ChangePlan second = Office::optOut(30);  // ten more people
        QVERIFY(m_office->guarded.change(m_office->workspace, second, Office::by("A1"))->approval);
        QCOMPARE(m_office->outOf("reminders", 60), 20);
        QVERIFY(!m_office->guarded.change(m_office->workspace, second, Office::by("B1"))->approval);
        m_office->clock.advance(std::chrono::hours(1));
        QVERIFY(!m_office->guarded.change(m_office->workspace, Office::optOut(40), Office::by("A1"))->approval);
    }

    void whatSomebodyAskedWhoMayNoLongerDoItIsNotDone()
    {
        m_office->addAdmin("C1");
        const Approval approval = m_office->asked(40);
        QVERIFY(m_office->pool.write<bool>([&](store::Database& database) {
            return store::MemberStore(database).remove(m_office->workspace, QStringLiteral("A1"));
        }));
        QCOMPARE(m_office->approve(approval, "B1")->kind, Decided::Kind::Over);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
    }

    void withOneAdminNothingIsAsked()
    {
        const auto removed = m_office->pool.write<bool>([&](store::Database& database) {
            return store::MemberStore(database).remove(m_office->workspace, QStringLiteral("B1"));
        });
        QVERIFY(removed && *removed);
        QVERIFY(!m_office->guarded.change(m_office->workspace, Office::optOut(50), Office::by("A1"))->approval);
        QCOMPARE(m_office->outOf("reminders", 60), 50);
        ChangePlan plan = Office::optOut(60);
        plan.mustAsk = true;
        const auto refused = m_office->guarded.change(m_office->workspace, plan, Office::by("A1"));
        QVERIFY(!refused && refused.error().is(ErrorCode::Conflict));
    }

    void whoMayNotDecide_data()
    {
        QTest::addColumn<Actor>("actor");
        QTest::newRow("whoever asked") << Office::by("A1").actor;
        QTest::newRow("a program") << Actor{ActorKind::ApiKey, QStringLiteral("k"), {}};
        QTest::newRow("whoever the asker made admin for it") << Actor{ActorKind::ConsoleUser, QStringLiteral("C1"), {}};
    }

    void whoMayNotDecide()
    {
        QFETCH(Actor, actor);
        const Approval approval = m_office->asked(40);
        m_office->clock.advance(std::chrono::minutes(1));
        m_office->addAdmin("C1", "A1", m_office->clock.now());
        EditContext context = Office::by("A1");
        context.actor = actor;
        const auto refused = m_office->approvals.decide({m_office->workspace, approval.id}, {true, {}, {}}, context);
        QVERIFY(!refused && refused.error().is(ErrorCode::Forbidden));
        QVERIFY(!m_office->approvals.find({m_office->workspace, approval.id}, {actor, true})->mayDecide);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QVERIFY(m_office->now(approval).state == ApprovalState::Waiting);
    }

    void theFirstDecisionHolds()
    {
        m_office->addAdmin("C1");
        const Approval approval = m_office->asked(40);
        QVERIFY(m_office->approve(approval, "B1"));
        const auto again = m_office->approve(approval, "B1");
        QVERIFY(again);
        QCOMPARE(again->kind, Decided::Kind::Done);
        QCOMPARE(m_office->approve(approval, "C1")->kind, Decided::Kind::Over);
        const auto late = m_office->approvals.decide({m_office->workspace, approval.id},
                                                     {false, QStringLiteral("no"), {}}, Office::by("B1"));
        QCOMPARE(late->kind, Decided::Kind::Over);
        QCOMPARE(m_office->steps().size(), 3);
    }

    void whatIsRefusedWithdrawnOrTooOldIsNotDone()
    {
        const Approval refused = m_office->asked(40);
        const Approval withdrawn = m_office->asked(41);
        const Approval old = m_office->asked(42);
        const store::ApprovalKey key{m_office->workspace, withdrawn.id};
        const auto decided = m_office->approvals.decide({m_office->workspace, refused.id},
                                                        {false, QStringLiteral("too many"), {}}, Office::by("B1"));
        QVERIFY(decided->approval.state == ApprovalState::Refused);
        QCOMPARE(decided->approval.decision, QStringLiteral("too many"));
        QVERIFY(!m_office->approvals.withdraw(key, Office::by("B1")));
        QVERIFY(m_office->approvals.withdraw(key, Office::by("A1"))->state == ApprovalState::Withdrawn);
        m_office->clock.advance(std::chrono::hours(72));
        QCOMPARE(m_office->approve(old, "B1")->kind, Decided::Kind::Over);
        QVERIFY(m_office->now(old).state == ApprovalState::Expired);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QCOMPARE(m_office->steps().join(QLatin1Char(' ')),
                 QStringLiteral("waiting waiting waiting refused withdrawn expired"));
    }

    void theClockEndsWhatWaitsTooLong()
    {
        const Approval approval = m_office->asked(40);
        QCOMPARE(approval.expiresAt, m_office->clock.now() + 72LL * 60 * 60 * 1000);
        m_office->clock.set(approval.expiresAt - 1);
        QVERIFY(m_office->approvals.tidy());
        QVERIFY(m_office->now(approval).state == ApprovalState::Waiting);
        m_office->clock.set(approval.expiresAt);
        QVERIFY(m_office->approvals.tidy());
        QVERIFY(m_office->now(approval).state == ApprovalState::Expired);
        QVERIFY(!m_office->now(approval).decider);
    }

    void whereTheGroundMovedItIsSaidAndAskedAgain()
    {
        const Approval approval = m_office->asked(40);
        m_office->ownOptIn("U3");
        const auto moved = m_office->approve(approval, "B1");
        QCOMPARE(moved->kind, Decided::Kind::Moved);
        QVERIFY(moved->sentence.contains(QLatin1String("1 of the 40")));
        QCOMPARE(m_office->outOf("reminders", 60), 0);
        QVERIFY(m_office->now(approval).state == ApprovalState::Waiting);
        const auto view = m_office->approvals.find({m_office->workspace, approval.id}, Office::asker("B1"));
        QCOMPARE(view->ground.moved, 1);
        const auto decided = m_office->approve(approval, "B1", view->ground.digest);
        QVERIFY(decided->approval.state == ApprovalState::Applied);
        QCOMPARE(decided->approval.changed, 39);
        const auto mine =
            store::PreferenceStore(m_office->db())
                .find(m_office->workspace, SubjectId(QStringLiteral("U3")), CategorySlug(QStringLiteral("reminders")));
        QCOMPARE(mine->source, std::optional(Source::SlashCommand));
    }

    void allOrNothingIsNothingWhereTheGroundMoved()
    {
        ChangePlan plan = Office::optOut(40);
        plan.mode = BatchMode::All;
        const Approval approval = *m_office->guarded.change(m_office->workspace, plan, Office::by("A1"))->approval;
        m_office->ownOptIn("U3");
        QCOMPARE(m_office->approve(approval, "B1")->kind, Decided::Kind::Over);
        QVERIFY(m_office->now(approval).state == ApprovalState::Outdated);
        QCOMPARE(m_office->outOf("reminders", 60), 0);
    }

    void aPersonsOwnNoIsTurnedBackByTwo()
    {
        QVERIFY(m_office->categories.edit(m_office->workspace, CategorySlug(QStringLiteral("reminders")),
                                          [](Category& category) { category.resubscribe = Resubscribe::Anyone; }, {}));
        m_office->ownOptOut("U3");
        m_office->clock.advance(std::chrono::hours(1));
        ChangePlan plan;
        plan.requests = {Record::wish("U3", "reminders", "default")};
        const auto guarded = m_office->guarded.change(m_office->workspace, plan, Office::by("A1"));
        QVERIFY(guarded && guarded->approval);
        QVERIFY(guarded->approval->kind == ApprovalKind::TurnBack);
        QVERIFY(m_office->stateOf("U3") == PreferenceState::OptedOut);
        QVERIFY(m_office->approve(*guarded->approval, "B1"));
        QVERIFY(m_office->stateOf("U3") == PreferenceState::Default);
        // On a surface of their own nobody is asked.
        m_office->ownOptOut("U4");
        plan.requests = {Record::wish("U4", "reminders", "opted_in", Source::SlashCommand)};
        QVERIFY(!m_office->guarded.change(m_office->workspace, plan, Office::by("A1"))->approval);
        QVERIFY(m_office->stateOf("U4") == PreferenceState::OptedIn);
    }

    void aPersonsNewerWordBeatsAnApprovedTurningBack()
    {
        QVERIFY(m_office->categories.edit(m_office->workspace, CategorySlug(QStringLiteral("reminders")),
                                          [](Category& category) { category.resubscribe = Resubscribe::Anyone; }, {}));
        m_office->ownOptOut("U3");
        m_office->clock.advance(std::chrono::hours(1));
        ChangePlan plan;
        plan.requests = {Record::wish("U3", "reminders", "opted_in")};
        const Approval approval = *m_office->guarded.change(m_office->workspace, plan, Office::by("A1"))->approval;
        QVERIFY(m_office->preferences.apply(m_office->workspace,
                                            Record::wish("U3", "reminders", "default", Source::AppHome)));
        m_office->ownOptOut("U3");
        QCOMPARE(m_office->approve(approval, "B1")->kind, Decided::Kind::Over);
        QVERIFY(m_office->stateOf("U3") == PreferenceState::OptedOut);
        QVERIFY(m_office->now(approval).state == ApprovalState::Outdated);
    }

    void anEditThatOverridesOwnOptOutsWaits()
    {
        const QJsonObject patch{{QStringLiteral("required"), true},
                                {QStringLiteral("requiredReason"), QStringLiteral("law")}};
        const CategorySlug reminders(QStringLiteral("reminders"));
        m_office->ownOptOut("U1");
        m_office->ownOptOut("U2", "*");
        QVERIFY(m_office->guarded.change(m_office->workspace, Office::optOut(5), Office::by("A1")));
        const auto waits = m_office->guarded.editCategory(m_office->workspace, reminders, patch, Office::by("A1"));
        QVERIFY(waits && waits->approval);
        QCOMPARE(waits->approval->overridden, 2);
        QVERIFY(!(*store::CategoryStore(m_office->db()).find(m_office->workspace, reminders))->required);
        m_office->ownOptOut("U9");
        const auto moved = m_office->approve(*waits->approval, "B1");
        QCOMPARE(moved->kind, Decided::Kind::Moved);
        QVERIFY(moved->sentence.contains(QLatin1String("3 people")));
        const auto view = m_office->approvals.find({m_office->workspace, waits->approval->id}, Office::asker("B1"));
        QVERIFY(m_office->approve(*waits->approval, "B1", view->ground.digest)->approval.state ==
                ApprovalState::Applied);
        QVERIFY((*store::CategoryStore(m_office->db()).find(m_office->workspace, reminders))->required);
    }

    void anEditOfWhatWasEditedSinceIsOutdated()
    {
        const QJsonObject patch{{QStringLiteral("required"), true},
                                {QStringLiteral("requiredReason"), QStringLiteral("law")}};
        const CategorySlug reminders(QStringLiteral("reminders"));
        m_office->ownOptOut("U1");
        const auto waits = m_office->guarded.editCategory(m_office->workspace, reminders, patch, Office::by("A1"));
        const auto edited = m_office->guarded.editCategory(
            m_office->workspace, reminders, {{QStringLiteral("title"), QStringLiteral("Nudges")}}, Office::by("B1"));
        QVERIFY(edited && !edited->approval);
        QCOMPARE(m_office->approve(*waits->approval, "B1")->kind, Decided::Kind::Over);
        QVERIFY(m_office->now(*waits->approval).state == ApprovalState::Outdated);
        QVERIFY(!(*store::CategoryStore(m_office->db()).find(m_office->workspace, reminders))->required);
    }

    void aLargeSendRestsUntilItIsApproved()
    {
        const NotificationView view = send(40);
        QVERIFY(view.approval);
        QVERIFY(view.notification.state == NotificationState::Paused);
        QVERIFY(m_office->sent.empty());
        const auto resumed = m_office->notifications.act({m_office->workspace, view.notification.id},
                                                         NotificationDesk::Act::Resume, Office::by("A1"));
        QVERIFY(!resumed && resumed.error().is(ErrorCode::Conflict));
        QVERIFY(m_office->approve(*view.approval, "B1"));
        QCOMPARE(m_office->sent.size(), 1U);
        QVERIFY(m_office->notifications.find({m_office->workspace, view.notification.id})->notification.state ==
                NotificationState::Queued);
        QVERIFY(!send(25).approval);
        QCOMPARE(m_office->sent.size(), 2U);
    }

    void aSendThatIsRefusedOrCancelledNeverGoesOut()
    {
        const NotificationView refused = send(40);
        const NotificationView cancelled = send(41);
        QVERIFY(m_office->approvals.decide({m_office->workspace, refused.approval->id},
                                           {false, QStringLiteral("no"), {}}, Office::by("B1")));
        QVERIFY(m_office->notifications.find({m_office->workspace, refused.notification.id})->notification.state ==
                NotificationState::Cancelled);
        QVERIFY(m_office->notifications.act({m_office->workspace, cancelled.notification.id},
                                            NotificationDesk::Act::Cancel, Office::by("A1")));
        QVERIFY(m_office->now(*cancelled.approval).state == ApprovalState::Withdrawn);
        QVERIFY(m_office->sent.empty());
    }

    void aWeakerRuleNeedsTwo()
    {
        const auto waits =
            m_office->guarded.setPolicy(m_office->workspace, {{QStringLiteral("on"), false}}, Office::by("A1"));
        QVERIFY(waits && *waits);
        QVERIFY(m_office->guarded.change(m_office->workspace, Office::optOut(30), Office::by("A1"))->approval);
        QVERIFY(m_office->approve(**waits, "B1"));
        QVERIFY(!m_office->guarded.change(m_office->workspace, Office::optOut(30), Office::by("A1"))->approval);
        const auto stricter =
            m_office->guarded.setPolicy(m_office->workspace, {{QStringLiteral("on"), true}}, Office::by("A1"));
        QVERIFY(stricter && !*stricter);
        QVERIFY(!m_office->guarded.setPolicy(m_office->workspace, {{QStringLiteral("above"), 3}}, Office::by("A1")));
    }

    void whatAKeyAskedForItsMakerDoesNotApprove()
    {
        EditContext key = Office::by("A1");
        key.actor = {ActorKind::ApiKey, QStringLiteral("key1"), QStringLiteral("Night job")};
        key.source = Source::Api;
        const auto made = m_office->pool.write<void>([&](store::Database& database) {
            store::ApiKey apiKey;
            apiKey.workspace = m_office->workspace;
            apiKey.id = key.actor.id;
            apiKey.role = Role::Admin;
            apiKey.createdBy = QStringLiteral("B1");
            return store::ApiKeyStore(database).add(apiKey, QByteArrayLiteral("hash"));
        });
        QVERIFY(made);
        const auto guarded = m_office->guarded.change(m_office->workspace, Office::optOut(40), key);
        QVERIFY(guarded && guarded->approval);
        const auto own = m_office->approve(*guarded->approval, "B1");
        QVERIFY(!own && own.error().is(ErrorCode::Forbidden));
        QVERIFY(m_office->approve(*guarded->approval, "A1")->approval.state == ApprovalState::Applied);
    }

    void nobodyIsOptedInInBulk()
    {
        ChangePlan plan = Office::optOut(26);
        for (ChangeRequest& request : plan.requests)
            request.state = PreferenceState::OptedIn;
        const auto refused = m_office->guarded.change(m_office->workspace, plan, Office::by("A1"));
        QVERIFY(!refused && refused.error().is(ErrorCode::Invalid));
        plan.requests.pop_back();
        QVERIFY(m_office->guarded.change(m_office->workspace, plan, Office::by("A1")));
        QVERIFY(m_office->stateOf("U3") == PreferenceState::OptedIn);
    }

    void anUndoGivesBackWhatPeopleHadSaid()
    {
        for (int i = 0; i < 30; ++i) {
            const QByteArray id = QStringLiteral("U%1").arg(i).toLatin1();
            QVERIFY(m_office->preferences.apply(
                m_office->workspace, Record::wish(id.constData(), "reminders", "opted_in", Source::SlashCommand)));
        }
        QVERIFY(m_office->approve(m_office->asked(30), "B1"));
        ChangePlan back = Office::optOut(30);
        for (ChangeRequest& request : back.requests) {
            request.state = PreferenceState::OptedIn;
            request.ifMatch = store::PreferenceStore(m_office->db())
                                  .find(m_office->workspace, request.subject, request.category)
                                  ->version;
        }
        const auto guarded = m_office->guarded.change(m_office->workspace, back, Office::by("A1"));
        QVERIFY(guarded && guarded->approval);
        QVERIFY(m_office->approve(*guarded->approval, "B1"));
        QVERIFY(m_office->stateOf("U3") == PreferenceState::OptedIn);
    }

    void aLongListIsDoneInPortionsAndGoesOnAfterARestart()
    {
        m_office = std::make_unique<Office>(2'500);
        const Approval approval = m_office->asked(2'500);
        const store::ApprovalKey key{m_office->workspace, approval.id};
        m_office->approvals.stop();  // the background does nothing
        const auto decided = m_office->approve(approval, "B1");
        QVERIFY(decided->approval.state == ApprovalState::Applying);
        QCOMPARE(decided->approval.done, 1'000);
        QCOMPARE(m_office->outOf("reminders", 2'500), 1'000);
        ApprovalDesk afterwards{{m_office->pool, m_office->writer, m_office->preferences, m_office->notifications,
                                 m_office->held, m_office->tasks, m_office->clock}};
        QVERIFY(afterwards.tidy());
        QTRY_VERIFY(m_office->now(approval).state == ApprovalState::Applied);
        QCOMPARE(m_office->now(approval).changed, 2'500);
        QCOMPARE(m_office->outOf("reminders", 2'500), 2'500);
        QVERIFY(!*afterwards.step(key));
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

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
