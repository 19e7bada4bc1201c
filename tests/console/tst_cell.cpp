#include "console/table/toggle.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

constexpr Millis now = 1'000'000;

Category category()
{
    Category made;
    made.slug = CategorySlug(QStringLiteral("reminders"));
    made.title = QStringLiteral("Reminders");
    return made;
}

Preference preferenceOf(const StoredChoice& choice)
{
    Preference made;
    made.state = choice.state;
    made.snoozedUntil = choice.snoozedUntil;
    made.version = choice.version;
    return made;
}

std::vector<StoredChoice> choices(bool mayBeIn)
{
    std::vector<StoredChoice> all;
    for (const PreferenceState state :
         {PreferenceState::Default, PreferenceState::OptedOut, PreferenceState::OptedIn}) {
        if (state == PreferenceState::OptedIn && !mayBeIn)
            continue;
        for (const std::optional<Millis> end :
             {std::optional<Millis>(), std::optional<Millis>(now - 1), std::optional<Millis>(now + 1)})
            all.push_back({state, end, 3});
    }
    return all;
}

}  // namespace

class TestCell : public QObject {
    Q_OBJECT
private slots:
    void saysWhatDecideSaysForEveryCombination()
    {
        Subject subject;
        subject.id = SubjectId(QStringLiteral("U1"));
        int compared = 0;
        for (const int flags : {0, 1, 2, 4}) {
            Category made = category();
            made.defaultIn = !(flags & 1);
            made.required = flags & 2;
            made.paused = flags & 4;
            made.parent = CategorySlug(QStringLiteral("group"));
            for (const StoredChoice& own : choices(true)) {
                for (const StoredChoice& everything : choices(false)) {
                    for (const StoredChoice& parent : choices(true)) {
                        const Preference ownPreference = preferenceOf(own);
                        const Preference allPreference = preferenceOf(everything);
                        const Preference parentPreference = preferenceOf(parent);
                        const DecisionFacts facts{&subject, &allPreference, &ownPreference, &parentPreference};
                        const Decision decision = decide(made, facts, now);
                        const Cell cell = cellOf(made, own, everything, parent, now);
                        QCOMPARE(cell.delivers, decision.deliver);
                        QVERIFY(cell.rule == decision.rule);
                        ++compared;
                    }
                }
            }
        }
        QCOMPARE(compared, 4 * 9 * 6 * 9);
    }

    void aClickFollowsTheRule_data()
    {
        QTest::addColumn<StoredChoice>("own");
        QTest::addColumn<bool>("defaultIn");
        QTest::addColumn<Wish>("wish");
        const auto row = [](const char* name, StoredChoice own, bool defaultIn, const Wish& wish) {
            QTest::newRow(name) << own << defaultIn << wish;
        };
        row("default on goes out", {}, true, Wish::toState(PreferenceState::OptedOut));
        row("opted in goes out", {PreferenceState::OptedIn, {}, 1}, false, Wish::toState(PreferenceState::OptedOut));
        row("out goes to the default that delivers", {PreferenceState::OptedOut, {}, 1}, true,
            Wish::toState(PreferenceState::Default));
        row("out goes in where the default does not deliver", {PreferenceState::OptedOut, {}, 1}, false,
            Wish::toState(PreferenceState::OptedIn));
        row("default off goes in", {}, false, Wish::toState(PreferenceState::OptedIn));
        row("a snooze ends", {PreferenceState::OptedIn, now + 5, 1}, true, Wish::endSnooze());
        row("a snooze that is over is none", {PreferenceState::Default, now - 5, 1}, true,
            Wish::toState(PreferenceState::OptedOut));
    }
    void aClickFollowsTheRule()
    {
        QFETCH(StoredChoice, own);
        QFETCH(bool, defaultIn);
        QFETCH(Wish, wish);
        Category made = category();
        made.defaultIn = defaultIn;
        const Toggle toggle = Toggle::of(made, cellOf(made, own, {}, {}, now));
        QVERIFY(toggle.wish() == wish);
        QVERIFY(toggle.explanation().isEmpty());
    }

    void whereNothingCanBeSwitchedAClickExplains()
    {
        Category required = category();
        required.required = true;
        required.requiredReason = QStringLiteral("Account safety.");
        const Toggle locked = Toggle::of(required, cellOf(required, {}, {}, {}, now));
        QVERIFY(!locked.wish());
        QVERIFY(locked.explanation().contains(QStringLiteral("Account safety.")));
        Category paused = category();
        paused.paused = true;
        QVERIFY(!Toggle::of(paused, cellOf(paused, {}, {}, {}, now)).explanation().isEmpty());
        const StoredChoice out{PreferenceState::OptedOut, {}, 1};
        QVERIFY(!Toggle::of(category(), cellOf(category(), {}, out, {}, now)).wish());
    }

    void allOptionalMessagesGoOffAndBack()
    {
        Category policy = category();
        policy.slug = everyCategory();
        QVERIFY(Toggle::of(policy, everythingCell({}, now)).wish() == Wish::toState(PreferenceState::OptedOut));
        const StoredChoice out{PreferenceState::OptedOut, {}, 1};
        QVERIFY(Toggle::of(policy, everythingCell(out, now)).wish() == Wish::toState(PreferenceState::Default));
    }
};

QTEST_GUILESS_MAIN(TestCell)
#include "tst_cell.moc"
