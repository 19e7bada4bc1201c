#include "console/table/filter/subjectquery.h"
#include "console/table/fold.h"
#include "console/table/sortedrows.h"
#include "console/table/subjecttable.h"
#include "console/table/tableview.h"

#include <QCollator>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

class FixedClock final : public Clock {
public:
    Millis time = 1'000'000;
    Millis now() const override { return time; }
};

Category category(const char* slug, int position)
{
    Category made;
    made.slug = CategorySlug(QString::fromLatin1(slug));
    made.title = QString::fromLatin1(slug);
    made.position = position;
    return made;
}

Subject person(const QString& id, const QString& name, const QString& email = {})
{
    Subject made;
    made.id = SubjectId(id);
    made.name = name;
    made.email = email;
    return made;
}

/// Deterministic people of some alphabets; every seventh shares a name with others.
Subject numbered(int i)
{
    static const QStringList names{QStringLiteral("Élodie"),        QStringLiteral("Øystein"),
                                   QStringLiteral("Jana Nováková"), QStringLiteral("Dora Маркова"),
                                   QStringLiteral("Straße"),        QStringLiteral("Chen Wei"),
                                   QStringLiteral("İpek")};
    const int mixed = static_cast<int>((static_cast<quint32>(i) * 2654435761U) >> 12);
    Subject made = person(QStringLiteral("U%1").arg(i, 7, 10, QLatin1Char('0')),
                          QStringLiteral("%1 %2").arg(names.at(mixed % names.size())).arg(mixed % 5000));
    made.email = QStringLiteral("p%1@acme.test").arg(mixed);
    made.deleted = i % 50 == 0;
    made.role = i % 11 == 0 ? SubjectRole::Guest : SubjectRole::Member;
    if (i % 97 == 0)
        made.formerNames = {QStringLiteral("Zoë Former %1").arg(i)};
    return made;
}

const std::atomic_bool running = false;

}  // namespace

class TestSubjectTable : public QObject {
    Q_OBJECT
private slots:
    void foldsForTheFilter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char* name, const QString& text, const char* folded) {
            QTest::newRow(name) << text << QString::fromLatin1(folded);
        };
        row("plain letters lose their case", QStringLiteral("Bea"), "bea");
        row("accents go", QStringLiteral("Nováková Élodie"), "novakova elodie");
        row("accents written as marks go as well", QStringLiteral("Cafe\u0301"), "cafe");
        row("sharp s is two s", QStringLiteral("Straße"), "strasse");
        row("capital sharp s too", QStringLiteral("STRAẞE"), "strasse");
        row("a dotted capital I is an i", QStringLiteral("İpek"), "ipek");
        row("a dotless i is an i", QStringLiteral("ılık"), "ilik");
        row("ligatures open", QStringLiteral("ﬁne ﬂow"), "fine flow");
        row("letters without decomposition", QStringLiteral("Øystein Łukasz Æsa"), "oystein lukasz aesa");
        row("full width letters", QStringLiteral("Ｂｅａ"), "bea");
        row("control characters are blanks", QStringLiteral("a\x1f\tb"), "a  b");
    }
    void foldsForTheFilter()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(QString::fromUtf8(fold(text)), folded);
    }

    void findsAndUpdatesAHundredThousandRows()
    {
        FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders", 1), category("news", 2)});
        std::vector<PackedSubject> packed;
        for (int i = 0; i < 100'000; ++i)
            packed.push_back(PackedSubject::of(numbered(i)));
        QSignalSpy added(&table, &SubjectTable::rowsAdded);
        table.apply(packed);
        QCOMPARE(added.count(), 1);
        QCOMPARE(table.rowCount(), 100'000);
        for (int i = 0; i < 100'000; i += 371) {
            const Subject expected = numbered(i);
            const int row = table.rowOf(expected.id);
            QCOMPARE(row, i);
            Subject found = table.subject(row);
            found.updatedAt = expected.updatedAt;
            QCOMPARE(found, expected);
        }
        QCOMPARE(table.rowOf(SubjectId(QStringLiteral("U9"))), -1);

        // Many updates in place keep every other row what it was, and a snapshot keeps the old text.
        const TableSnapshot before = table.snapshot();
        for (int round = 0; round < 20; ++round)
            table.apply(
                {PackedSubject::of(person(QStringLiteral("U0000005"), QStringLiteral("Renamed %1").arg(round)))});
        QCOMPARE(table.name(5), QStringLiteral("Renamed 19"));
        QCOMPARE(table.name(4), numbered(4).name);
        QCOMPARE(table.name(6), numbered(6).name);
        const std::string_view old = before.field(5, PackedSubject::Name);
        QCOMPARE(QString::fromUtf8(old.data(), static_cast<qsizetype>(old.size())), numbered(5).name);
    }

    void countsNamesakesBlindToCaseAndAccents()
    {
        FixedClock clock;
        SubjectTable table(clock);
        table.apply({PackedSubject::of(person(QStringLiteral("U1"), QStringLiteral("José"))),
                     PackedSubject::of(person(QStringLiteral("U2"), QStringLiteral("jose"))),
                     PackedSubject::of(person(QStringLiteral("U3"), QStringLiteral("Joan")))});
        QCOMPARE(table.namesakes(0), 2);
        QCOMPARE(table.namesakeRows(1), (std::vector<int>{0, 1}));
        table.apply({PackedSubject::of(person(QStringLiteral("U2"), QStringLiteral("Joan")))});
        QCOMPARE(table.namesakes(0), 1);
        QCOMPARE(table.namesakes(2), 2);
    }

    void keepsChoicesWhenColumnsChange()
    {
        FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders", 1), category("news", 2)});
        table.apply({PackedSubject::of(person(QStringLiteral("U1"), QStringLiteral("Bea")))});
        const SubjectId bea(QStringLiteral("U1"));
        table.apply({{bea, CategorySlug(QStringLiteral("news")), {PreferenceState::OptedOut, {}, 17}, 5000}});
        table.overlay(0, 0, StoredChoice{PreferenceState::OptedOut, {}, 0}, CellRing::Pending);
        QCOMPARE(table.changedAt(0), 5000);

        table.setCategories({category("surveys", 0), category("news", 1), category("reminders", 2)});
        QCOMPARE(table.cell(0, 0).state, CellState::DefaultOn);
        QCOMPARE(table.cell(0, 1).state, CellState::OptedOut);
        QCOMPARE(table.cell(0, 1).own.version, 17);
        QCOMPARE(table.cell(0, 2).state, CellState::OptedOut);
        QCOMPARE(table.cell(0, 2).ring, CellRing::Pending);
        table.overlay(0, 2, std::nullopt, CellRing::Refused);
        QCOMPARE(table.cell(0, 2).state, CellState::DefaultOn);
        QCOMPARE(table.cell(0, 2).ring, CellRing::Refused);
    }

    void anOverlayIsKeptWhileTheBackendsChoiceMovesBeneathIt()
    {
        FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders", 1)});
        table.apply({PackedSubject::of(person(QStringLiteral("U1"), QStringLiteral("Bea")))});
        table.overlay(0, 0, StoredChoice{PreferenceState::OptedOut, {}, 0}, CellRing::Waiting);
        table.apply({{SubjectId(QStringLiteral("U1")),
                      CategorySlug(QStringLiteral("reminders")),
                      {PreferenceState::OptedIn, {}, 4},
                      10}});
        QCOMPARE(table.cell(0, 0).state, CellState::OptedOut);
        QCOMPARE(table.stored(0, 0).version, 4);
        table.overlay(0, 0, std::nullopt, CellRing::None);
        QCOMPARE(table.cell(0, 0).state, CellState::OptedIn);
    }

    void aSnoozeEndsByItself()
    {
        FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders", 1)});
        table.apply({PackedSubject::of(person(QStringLiteral("U1"), QStringLiteral("Bea")))});
        table.apply({{SubjectId(QStringLiteral("U1")),
                      CategorySlug(QStringLiteral("reminders")),
                      {PreferenceState::OptedIn, clock.time + 10, 4},
                      10}});
        QCOMPARE(table.cell(0, 0).state, CellState::Snoozed);
        clock.time += 10;
        QCOMPARE(table.cell(0, 0).state, CellState::OptedIn);
    }

    void filtersLikeANaiveSearch_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char* filter : {"elodie", "ELODIE 12", "strasse", "ipek 4", "маркова", "p77", "zoe former 9",
                                   "U0000123", "is:guest", "is:active jana", "is:deleted oystein", "nobody at all",
                                   "\"chen wei 1\"", "out:reminders", "in:news elodie", "out:", "out:*"}) {
            QTest::newRow(filter) << QString::fromUtf8(filter);
        }
    }
    void filtersLikeANaiveSearch()
    {
        QFETCH(QString, filter);
        FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders", 1), category("news", 2)});
        constexpr int count = 12'000;
        std::vector<PackedSubject> packed;
        for (int i = 0; i < count; ++i)
            packed.push_back(PackedSubject::of(numbered(i)));
        table.apply(packed);
        table.apply({PackedSubject::of(numbered(3))});  // A rewritten row lies elsewhere in the arena.
        std::vector<PackedChoice> choices;
        for (int i = 0; i < count; i += 13) {
            choices.push_back(
                {table.id(i), CategorySlug(QStringLiteral("reminders")), {PreferenceState::OptedOut, {}, i + 1}, 1});
            choices.push_back(
                {table.id(i), CategorySlug(QStringLiteral("news")), {PreferenceState::OptedIn, {}, i + 1}, 1});
        }
        choices.push_back({table.id(8), everyCategory(), {PreferenceState::OptedOut, {}, 1}, 1});
        table.apply(choices);

        const std::vector<char> found =
            SubjectQuery::parse(filter, table.categories()).matches(table.snapshot(), running);
        int hits = 0;
        for (int row = 0; row < count; ++row) {
            const bool expected = naive(table, row, filter);
            hits += expected;
            if ((found[static_cast<size_t>(row)] != 0) != expected)
                QFAIL(qPrintable(QStringLiteral("row %1, %2").arg(row).arg(table.name(row))));
        }
        QVERIFY(hits > 0 || filter.startsWith(QLatin1String("nobody")));
    }

    void sortsAsTheCollatorDoes()
    {
        FixedClock clock;
        SubjectTable table(clock);
        std::vector<PackedSubject> packed;
        for (int i = 0; i < 5000; ++i)
            packed.push_back(PackedSubject::of(numbered(i)));
        packed.push_back(PackedSubject::of(person(QStringLiteral("U9999999"), QString())));
        table.apply(packed);
        const std::vector<quint32> rows = sortedRows(table.snapshot(), {}, Qt::AscendingOrder, running);
        QCOMPARE(rows.size(), size_t(5001));
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        for (size_t i = 1; i + 1 < rows.size(); ++i) {
            QVERIFY(collator.compare(table.name(static_cast<int>(rows[i - 1])),
                                     table.name(static_cast<int>(rows[i]))) <= 0);
        }
        QCOMPARE(rows.back(), 5000U);
        QCOMPARE(sortedRows(table.snapshot(), {}, Qt::DescendingOrder, running).back(), 5000U);
    }

    void equalNamesStandInTheOrderOfTheirIds_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("rows that came by id") << 1;
        QTest::newRow("rows that came in any order") << 7;
    }
    void equalNamesStandInTheOrderOfTheirIds()
    {
        QFETCH(int, step);
        FixedClock clock;
        SubjectTable table(clock);
        std::vector<PackedSubject> packed;
        for (int i = 0; i < 1000; ++i)
            packed.push_back(
                PackedSubject::of(person(QStringLiteral("U%1").arg(i * step % 1000, 4, 10, QLatin1Char('0')),
                                         i % 3 == 0 ? QString() : QStringLiteral("Bea Bobson"))));
        table.apply(packed);
        const std::vector<quint32> rows = sortedRows(table.snapshot(), {}, Qt::AscendingOrder, running);
        for (size_t i = 1; i < rows.size(); ++i) {
            const int before = static_cast<int>(rows[i - 1]);
            const int row = static_cast<int>(rows[i]);
            QVERIFY(table.name(before) != table.name(row) || table.id(before) < table.id(row));
        }
    }

    void sharpSIsFoundHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"Straße", "STRASSE", "strasse", "STRAẞE"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }
    void sharpSIsFoundHoweverItIsTyped()
    {
        QFETCH(QString, typed);
        FixedClock clock;
        SubjectTable table(clock);
        table.apply({PackedSubject::of(person(QStringLiteral("U1"), QStringLiteral("Jo Straße"))),
                     PackedSubject::of(person(QStringLiteral("U2"), QStringLiteral("JO STRASSE"))),
                     PackedSubject::of(person(QStringLiteral("U3"), QStringLiteral("Jo Strand")))});
        const auto matches = SubjectQuery::parse(typed, {}).matches(table.snapshot(), running);
        QCOMPARE(matches, (std::vector<char>{1, 1, 0}));
        QCOMPARE(table.namesakes(0), 2);
    }

    void aViewAnswersOffTheThreadAndKeepsItsRowsStill()
    {
        FixedClock clock;
        SubjectTable table(clock);
        table.setCategories({category("reminders", 1)});
        std::vector<PackedSubject> packed;
        for (int i = 0; i < 30'000; ++i)
            packed.push_back(PackedSubject::of(numbered(i)));
        table.apply(packed);
        TableView view(table);
        QTRY_VERIFY(!view.isBusy());
        QCOMPARE(view.count(), 30'000);
        QVERIFY(view.isComplete());
        view.setFilter(QStringLiteral("nobody"));
        view.setFilter(QStringLiteral("is:guest"));
        QTRY_VERIFY(!view.isBusy());
        const int guests = view.count();
        QCOMPARE(guests, (30'000 + 10) / 11);
        QCOMPARE(view.positionOf(view.rowAt(7)), 7);
        QCOMPARE(view.positionOf(1), -1);
        table.apply({PackedSubject::of(person(QStringLiteral("UNEW"), QStringLiteral("New")))});
        Subject guest = person(QStringLiteral("UGUEST"), QStringLiteral("A guest"));
        guest.role = SubjectRole::Guest;
        table.apply({PackedSubject::of(guest)});
        QTRY_COMPARE(view.count(), guests + 1);
        table.reset();
        QCOMPARE(view.count(), 0);
    }

private:
    static bool naive(const SubjectTable& table, int row, const QString& filter)
    {
        const auto contains = [&](const QString& word) {
            const QByteArray needle = fold(word);
            QStringList texts = table.formerNames(row);
            texts << table.name(row) << table.displayName(row) << table.email(row) << table.title(row)
                  << table.id(row).toString();
            return std::any_of(texts.begin(), texts.end(), [&](const QString& t) { return fold(t).contains(needle); });
        };
        if (filter.startsWith(u'"'))
            return contains(filter.mid(1, filter.size() - 2));
        const bool out0 = row % 13 == 0;
        for (const QString& term : filter.split(QLatin1Char(' '))) {
            bool holds = false;
            if (term == QLatin1String("is:guest"))
                holds = table.role(row) == SubjectRole::Guest;
            else if (term == QLatin1String("is:active"))
                holds = !table.isDeleted(row);
            else if (term == QLatin1String("is:deleted"))
                holds = table.isDeleted(row);
            else if (term == QLatin1String("out:reminders") || term == QLatin1String("in:news"))
                holds = out0;
            else if (term == QLatin1String("out:"))
                holds = out0 || row == 8;
            else if (term == QLatin1String("out:*"))
                holds = row == 8;
            else
                holds = contains(term);
            if (!holds)
                return false;
        }
        return true;
    }
};

QTEST_GUILESS_MAIN(TestSubjectTable)
#include "tst_subjecttable.moc"
