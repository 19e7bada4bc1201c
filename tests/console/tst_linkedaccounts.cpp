#include "console/table/filter/subjectquery.h"
#include "deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::console;
using refrain::test::DeskFixture;

namespace {

constexpr Millis now = 1'000'000;
const PersonId bea(QStringLiteral("person-1"));

class FixedClock final : public Clock {
public:
    Millis now() const override { return ::now; }
};

Category category(const char* slug)
{
    Category made;
    made.slug = CategorySlug(QString::fromLatin1(slug));
    made.title = QStringLiteral("Reminders");
    made.parent = made.slug == everyCategory() ? CategorySlug() : CategorySlug(QStringLiteral("group"));
    return made;
}

Subject account(const char* id, const PersonId& person)
{
    Subject made;
    made.id = SubjectId(QString::fromLatin1(id));
    made.name = QStringLiteral("Bea Bobson");
    made.person = person;
    return made;
}

Preference choice(const char* subject, const CategorySlug& slug, const QString& state)
{
    Preference made;
    made.subject = SubjectId(QString::fromLatin1(subject));
    made.category = slug;
    made.version = 1;
    if (state == QLatin1String("out"))
        made.state = PreferenceState::OptedOut;
    else if (state == QLatin1String("in"))
        made.state = PreferenceState::OptedIn;
    else if (state == QLatin1String("snoozed"))
        made.snoozedUntil = now + 1;
    return made;
}

}  // namespace

/// The marks and reasons of somebody with several accounts: what the backend's one decision says.
class TestLinkedAccounts : public QObject {
    Q_OBJECT
private slots:
    void aMarkSaysWhatIsDecidedTogether()
    {
        const FixedClock clock;
        const QStringList states{QStringLiteral("default"), QStringLiteral("out"), QStringLiteral("in"),
                                 QStringLiteral("snoozed")};
        const std::vector<CategorySlug> slugs{category("reminders").slug, everyCategory(), category("group").slug};
        const Category reminders = category("reminders");
        for (int mix = 0; mix < 4 * 4 * 4 * 4; ++mix) {
            SubjectTable table(clock);
            table.setCategories({reminders, category("group"), category("*")});
            std::vector<Subject> accounts{account("U1", bea), account("U2", bea)};
            accounts[1].deleted = mix % 2;
            table.apply({PackedSubject::of(accounts[0]), PackedSubject::of(accounts[1])});
            // Each account's own choice and one that covers it: `*` for the first, the parent for the second.
            const std::vector<Preference> made{
                choice("U1", slugs[0], states[mix % 4]), choice("U1", slugs[1], states[mix / 4 % 4]),
                choice("U2", slugs[0], states[mix / 16 % 4]), choice("U2", slugs[2], states[mix / 64])};
            std::vector<PackedChoice> packed;
            for (const Preference& preference : made)
                packed.push_back(PackedChoice::of(preference));
            table.apply(packed);
            const Decision decision = decideTogether(
                reminders, {{&accounts[0], &made[1], &made[0], nullptr}, {&accounts[1], nullptr, &made[2], &made[3]}},
                now);
            const Cell cell = table.cell(0, 0);
            QCOMPARE(cell.delivers, decision.deliver);
            QVERIFY(cell.rule == decision.rule);
            QCOMPARE(cell.fromLinked, decision.decidedBy == accounts[1].id);
            QVERIFY(cell.own == StoredChoice::of(made[0]));
        }
    }

    void aLinkAndItsEndAreToldToAllWhomTheyConcern()
    {
        const FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders"), category("*")});
        table.apply({PackedSubject::of(account("U1", {})), PackedSubject::of(account("U2", {}))});
        table.apply(std::vector<PackedChoice>{PackedChoice::of(choice("U2", everyCategory(), QStringLiteral("out")))});
        QVERIFY(!table.isOptedOutOfEverything(0));
        table.apply({PackedSubject::of(account("U1", bea))});
        QSignalSpy marks(&table, &SubjectTable::cellsChanged);
        table.apply({PackedSubject::of(account("U2", bea))});
        QVERIFY(table.isOptedOutOfEverything(0));
        const std::atomic_bool running = false;
        const auto found = SubjectQuery::parse(QStringLiteral("out:*"), table.categories());
        QCOMPARE(found.matches(table.snapshot(), running), (std::vector<char>{1, 1}));
        QCOMPARE(marks.count(), 1);
        QVERIFY(marks.first().first().value<QList<int>>().contains(0));
        table.overlay(1, SubjectTable::everything, StoredChoice{}, CellRing::Pending);
        QVERIFY(marks.last().first().value<QList<int>>().contains(0));
        QVERIFY(table.cell(0, 0).delivers);
        QVERIFY(table.cell(0, SubjectTable::everything).ring == CellRing::None);
        table.overlay(1, SubjectTable::everything, std::nullopt, CellRing::None);
        table.apply({PackedSubject::of(account("U2", {}))});
        QVERIFY(!table.isOptedOutOfEverything(0));
        QVERIFY(table.isOptedOutOfEverything(1));
    }

    void whatAnotherAccountSilencesIsExplainedNotSwitched()
    {
        const Category reminders = category("reminders");
        const StoredChoice out{PreferenceState::OptedOut, {}, 1};
        const Cell cell = together(cellOf(reminders, {}, {}, {}, now), cellOf(reminders, out, {}, {}, now));
        const Toggle toggle = Toggle::of(reminders, cell);
        QVERIFY(!toggle.wish());
        QVERIFY(toggle.explanation().contains(QStringLiteral("another account")));
        // The other way round it is one's own choice.
        const Cell own = together(cellOf(reminders, out, {}, {}, now), cellOf(reminders, {}, {}, {}, now));
        QVERIFY(Toggle::of(reminders, own).wish() == Wish::toState(PreferenceState::Default));
    }

    void theDetailsNameTheAccountThatDecides()
    {
        DeskFixture f;
        Subject other = account("U0000099", bea);
        other.email = QStringLiteral("bea@home.test");
        other.deleted = true;
        f.backend.addSubject(other);
        f.backend.addSubject(account("U0000098", bea));
        f.backend.changeAs({ActorKind::SlackUser, QStringLiteral("U0000099"), QStringLiteral("Bea")},
                           Source::SlashCommand, QStringLiteral("U0000099"), QStringLiteral("reminders"),
                           PreferenceState::OptedOut);
        f.start();
        QTRY_VERIFY(f.desk->progress().stage == LoadProgress::Stage::Done);
        QFuture<Result<SubjectDetail>> asked = f.desk->detail(SubjectId(QStringLiteral("U0000098")));
        QTRY_VERIFY(asked.isFinished());
        const CategoryDetail reminders = asked.result()->categories[1];
        QVERIFY(!reminders.delivers);
        QVERIFY(reminders.decidedBy && reminders.decidedBy->id == other.id);
        QCOMPARE(reminders.state, QStringLiteral("Off, through a linked account"));
        QCOMPARE(reminders.why,
                 QStringLiteral("It is off for Bea Bobson. That is another account of this person: bea@home.test. Bea "
                                "turned them off with /optout on 3 May 2026, 10:12 Berlin."));
        QCOMPARE(f.cell(QStringLiteral("U0000098")).delivers, false);
    }
};

QTEST_GUILESS_MAIN(TestLinkedAccounts)
#include "tst_linkedaccounts.moc"
