#include "service/usecases/decider.h"
#include "store/changestore.h"
#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

namespace {

const CategorySlug reminders{QStringLiteral("reminders")};
const CategorySlug surveys{QStringLiteral("surveys")};

SubjectId user(int number)
{
    return SubjectId(QStringLiteral("U%1").arg(number));
}

WhatIf choice(const SubjectId& subject, const CategorySlug& category, std::optional<PreferenceState> state,
              std::optional<Millis> snoozedUntil = {})
{
    WhatIf whatIf;
    whatIf.choices.push_back({subject, category, state, snoozedUntil});
    return whatIf;
}

}  // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>();
        QVERIFY(m_record->categories.edit(m_record->workspace, reminders, [](Category& c) { c.parent = surveys; }, {}));
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out")));
    }
    void cleanup() { m_record.reset(); }

    /// About U1, who is out of reminders, and U2, who never chose.
    void whatWouldFollow_data()
    {
        QTest::addColumn<WhatIf>("whatIf");
        QTest::addColumn<QString>("rules");
        const Millis later = test::ManualClock().now() + 1000;
        QTest::addRow("things as they are") << WhatIf() << "opted_out default_in";
        QTest::addRow("one goes out") << choice(user(2), reminders, PreferenceState::OptedOut) << "opted_out opted_out";
        QTest::addRow("one comes back") << choice(user(1), reminders, PreferenceState::Default)
                                        << "default_in default_in";
        QTest::addRow("each goes out of everything") << choice({}, everyCategory(), PreferenceState::OptedOut)
                                                     << "opted_out_of_everything opted_out_of_everything";
        QTest::addRow("each goes out of the parent")
            << choice({}, surveys, PreferenceState::OptedOut) << "opted_out opted_out_of_parent";
        QTest::addRow("a snooze lies over the choice") << choice({}, reminders, {}, later) << "snoozed snoozed";
        QTest::addRow("a snooze that is over") << choice({}, reminders, {}, later - 1000) << "opted_out default_in";
        QTest::addRow("somebody who is not asked about")
            << choice(user(3), reminders, PreferenceState::OptedOut) << "opted_out default_in";
        WhatIf settings;
        settings.required = true;
        QTest::addRow("nobody may leave it") << settings << "required required";
        settings = {};
        settings.paused = true;
        QTest::addRow("nothing is sent") << settings << "paused paused";
        settings = {};
        settings.defaultIn = false;
        QTest::addRow("it must be asked for") << settings << "opted_out default_out";
    }

    void whatWouldFollow()
    {
        QFETCH(WhatIf, whatIf);
        QFETCH(QString, rules);
        const qint64 before = lastSeq();
        QCOMPARE(rulesOf({user(1), user(2)}, {}, whatIf), rules);
        const auto digest = m_record->reader.digest(m_record->workspace, {}, {});
        QCOMPARE(rulesOf({user(1), user(2)}, {}, {}), QStringLiteral("opted_out default_in"));
        QCOMPARE(lastSeq(), before);
        QVERIFY(m_record->reader.digest(m_record->workspace, {}, {})->digest == digest->digest);
    }

    void manyAreSupposedLikeFew()
    {
        std::vector<SubjectId> many;
        for (size_t i = 0; i <= Decider::fewSubjects; ++i)
            many.push_back(user(2));
        const QString rules = rulesOf(many, {}, choice(user(2), reminders, PreferenceState::OptedOut));
        QCOMPARE(rules.count(QStringLiteral("opted_out")), int(many.size()));
    }

    void thePastCanBeSupposedToo()
    {
        const Millis start = m_record->clock.now();
        m_record->clock.advance(std::chrono::seconds(10));
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "default")));
        QCOMPARE(rulesOf({user(1), user(2)}, start, choice(user(2), surveys, PreferenceState::OptedOut)),
                 QStringLiteral("opted_out opted_out_of_parent"));
    }

    void aLinkedAccountsSupposedChoiceCounts()
    {
        QVERIFY(m_record->persons.link(m_record->workspace, {user(2), user(3)},
                                       {Source::Console, Actor{}, QStringLiteral("same person"), {}}));
        QCOMPARE(rulesOf({user(2)}, {}, choice(user(3), reminders, PreferenceState::OptedOut)),
                 QStringLiteral("opted_out"));
    }

    void allOfOnesChoicesAsTheyWere()
    {
        const Millis start = m_record->clock.now();
        m_record->clock.advance(std::chrono::seconds(10));
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "default")));
        const auto rules = [&](Millis at) {
            QStringList found;
            const auto views = m_record->decider.viewsAt(m_record->db(), m_record->workspace, user(1), at);
            for (const PreferenceView& view : views.valueOr({})) {
                if (view.preference.category == reminders)
                    found << toString(view.decision.rule) << toString(view.preference.state);
            }
            return found.join(u' ');
        };
        QCOMPARE(rules(start), QStringLiteral("opted_out opted_out"));
        QCOMPARE(rules(m_record->clock.now()), QStringLiteral("default_in default"));
        QCOMPARE(rules(start - 1'000'000), QString());
        QVERIFY(!m_record->decider.viewsAt(m_record->db(), m_record->workspace, user(1), m_record->clock.now() + 1));
    }

    void whatSaysNothingIsRefused_data()
    {
        QTest::addColumn<WhatIf>("whatIf");
        QTest::addColumn<QString>("pointer");
        WhatIf both;
        both.required = true;
        both.paused = true;
        QTest::addRow("required and paused") << both << "/whatIf";
        QTest::addRow("a choice about something else")
            << choice({}, CategorySlug(QStringLiteral("security")), PreferenceState::OptedOut)
            << "/whatIf/preferences/0/category";
    }

    void whatSaysNothingIsRefused()
    {
        QFETCH(WhatIf, whatIf);
        QFETCH(QString, pointer);
        const auto decided = m_record->decider.decide(m_record->workspace, reminders, {user(1)}, {}, whatIf);
        QVERIFY(!decided && decided.error().is(ErrorCode::Invalid));
        QCOMPARE(decided.error().context(), pointer);
    }

private:
    QString rulesOf(const std::vector<SubjectId>& subjects, std::optional<Millis> asOf, const WhatIf& whatIf)
    {
        const auto decided = m_record->decider.decide(m_record->workspace, reminders, subjects, asOf, whatIf);
        if (!decided)
            return decided.error().toString();
        QStringList found;
        for (const Decision& decision : decided->items)
            found << toString(decision.rule);
        return found.join(QLatin1Char(' '));
    }

    qint64 lastSeq() { return *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace); }

    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
