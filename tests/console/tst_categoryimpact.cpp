#include "console/table/categoryimpact.h"
#include "console/table/subjecttable.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

constexpr Millis now = 1'000'000;

class FixedClock final : public Clock {
public:
    Millis now() const override { return ::now; }
};

using Edit = std::function<void(Category&)>;

}  // namespace

Q_DECLARE_METATYPE(Edit)

/// What an edit of a category would mean, counted before it is made.
class TestCategoryImpact : public QObject {
    Q_OBJECT

    /// Ten people: 0-4 never chose, 5 and 6 are out, 7 is in, 8 is out of all that is optional, 9 left.
    static void fill(SubjectTable& table, const Category& reminders)
    {
        Category all;
        all.slug = everyCategory();
        table.setCategories({reminders, all});
        std::vector<PackedSubject> people;
        for (int i = 0; i < 10; ++i) {
            Subject subject;
            subject.id = SubjectId(QStringLiteral("U%1").arg(i));
            subject.deleted = i == 9;
            people.push_back(PackedSubject::of(subject));
        }
        table.apply(people);
        std::vector<PackedChoice> choices;
        const auto choose = [&](int who, const CategorySlug& slug, PreferenceState state) {
            PackedChoice made;
            made.subject = SubjectId(QStringLiteral("U%1").arg(who));
            made.category = slug;
            made.choice = {state, {}, 1};
            choices.push_back(made);
        };
        for (const int who : {5, 6, 9})
            choose(who, reminders.slug, PreferenceState::OptedOut);
        choose(7, reminders.slug, PreferenceState::OptedIn);
        choose(8, everyCategory(), PreferenceState::OptedOut);
        table.apply(choices);
    }

    static Category reminders()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        return category;
    }

private slots:
    void anEditIsCounted_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<int>("starts");
        QTest::addColumn<int>("stops");
        QTest::addColumn<int>("overridden");
        QTest::addColumn<int>("reached");
        const auto row = [](const char* name, const Edit& edit, int starts, int stops, int overridden, int reached) {
            QTest::newRow(name) << edit << starts << stops << overridden << reached;
        };
        row(
            "another title changes nothing", [](Category& c) { c.title = QStringLiteral("Nudges"); }, 0, 0, 0, 6);
        row(
            "required overrides every no", [](Category& c) { c.required = true; }, 3, 0, 3, 9);
        row(
            "off by default stops who never chose", [](Category& c) { c.defaultIn = false; }, 0, 5, 0, 1);
        row(
            "paused stops all", [](Category& c) { c.paused = true; }, 0, 6, 0, 0);
        row(
            "archived stops all", [](Category& c) { c.archived = true; }, 0, 6, 0, 0);
        row(
            "who turns it back changes nobody's messages", [](Category& c) { c.resubscribe = Resubscribe::Anyone; }, 0,
            0, 0, 6);
        row(
            "what senders do alone changes nobody's messages", [](Category& c) { c.onFailure = OnFailure::Deliver; }, 0,
            0, 0, 6);
    }

    void anEditIsCounted()
    {
        QFETCH(Edit, edit);
        const FixedClock clock;
        SubjectTable table(clock);
        fill(table, reminders());
        Category after = reminders();
        edit(after);
        const std::atomic_bool running = false;
        const CategoryImpact impact = impactOf(table.snapshot(), reminders(), after, running);
        QTEST(int(impact.starts), "starts");
        QTEST(int(impact.stops), "stops");
        QTEST(int(impact.overridden), "overridden");
        QTEST(int(impact.reached), "reached");
        QCOMPARE(impact.ownOptOuts, 2);
        QVERIFY(impact.isKnown);
    }

    void aPauseThatEndsReachesThemAgain()
    {
        const FixedClock clock;
        SubjectTable table(clock);
        Category paused = reminders();
        paused.paused = true;
        fill(table, paused);
        const std::atomic_bool running = false;
        const CategoryImpact impact = impactOf(table.snapshot(), paused, reminders(), running);
        QCOMPARE(impact.starts, 6);
        QCOMPARE(impact.overridden, 0);
    }

    void whatIsArchivedOrNewIsNotCounted()
    {
        const FixedClock clock;
        SubjectTable table(clock);
        fill(table, reminders());
        Category other = reminders();
        other.slug = CategorySlug(QStringLiteral("gone"));
        other.archived = true;
        const std::atomic_bool running = false;
        QVERIFY(!impactOf(table.snapshot(), other, reminders(), running).isKnown);
        QVERIFY(impactOf(table.snapshot(), {}, reminders(), running) == CategoryImpact());
    }

    void peopleAndChannelsAreCountedTogether()
    {
        const FixedClock clock;
        SubjectTable people(clock);
        SubjectTable channels(clock);
        fill(people, reminders());
        fill(channels, reminders());
        Category after = reminders();
        after.paused = true;
        QFuture<CategoryImpact> asked = weigh({people.snapshot(), channels.snapshot()}, reminders(), after,
                                              std::make_shared<std::atomic_bool>(false));
        asked.waitForFinished();
        QCOMPARE(asked.result().stops, 12);
        QFuture<QHash<CategorySlug, qint64>> counts = countOptOuts({people.snapshot(), channels.snapshot()});
        counts.waitForFinished();
        QCOMPARE(counts.result().value(reminders().slug), 6);
        QCOMPARE(counts.result().value(everyCategory()), 2);
    }
};

QTEST_GUILESS_MAIN(TestCategoryImpact)
#include "tst_categoryimpact.moc"
