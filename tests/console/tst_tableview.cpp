#include "console/table/namecounts.h"
#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "console/table/textorders.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

Subject person(int number, const QString& name)
{
    Subject made;
    made.id = SubjectId(QStringLiteral("U%1").arg(number, 7, 10, QLatin1Char('0')));
    made.name = name;
    made.role = number % 11 == 0 ? SubjectRole::Guest : SubjectRole::Member;
    return made;
}

/// Names in which every letter comes before every other somewhere; one in a hundred has none.
QString nameOf(int number)
{
    if (number % 100 == 7)
        return {};
    QString name;
    for (quint32 rest = quint32(number) * 2654435761U; rest > 0; rest /= 27)
        name += QChar(u'a' + char16_t(rest % 26));
    return name;
}

const std::atomic_bool running = false;

}  // namespace

/// A view takes short cuts; what it shows is what the long way gives.
class TestTableView : public QObject {
    Q_OBJECT

    static void fill(SubjectTable& table, int from, int to)
    {
        std::vector<PackedSubject> packed;
        for (int number = from; number < to; ++number)
            packed.push_back(PackedSubject::of(person(number, nameOf(number))));
        table.apply(packed);
    }

private slots:
    void typingOnGivesWhatStartingAnewGives_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::newRow("a word, letter by letter")
            << QStringList{QStringLiteral("a"), QStringLiteral("ab"), QStringLiteral("abc")};
        QTest::newRow("a second word") << QStringList{QStringLiteral("ab"), QStringLiteral("ab "),
                                                      QStringLiteral("ab x"), QStringLiteral("ab xy")};
        QTest::newRow("letters put in front") << QStringList{QStringLiteral("b"), QStringLiteral("ab")};
        QTest::newRow("letters taken back")
            << QStringList{QStringLiteral("abc"), QStringLiteral("ab"), QStringLiteral("b")};
        QTest::newRow("a mark after a word") << QStringList{QStringLiteral("a"), QStringLiteral("a is:guest")};
        QTest::newRow("a mark half typed") << QStringList{QStringLiteral("is:gues"), QStringLiteral("is:guest")};
    }
    void typingOnGivesWhatStartingAnewGives()
    {
        QFETCH(QStringList, typed);
        test::ManualClock clock;
        SubjectTable table(clock);
        fill(table, 0, 30'000);
        TableView view(table);
        QTRY_VERIFY(view.isComplete() && !view.isBusy());
        for (const QString& text : typed) {
            view.setFilter(text);
            QTRY_VERIFY(!view.isBusy());
            TableView anew(table);
            anew.setFilter(text);
            QTRY_VERIFY(!anew.isBusy());
            QCOMPARE(*view.rows(), *anew.rows());
        }
    }

    void whoTypesOnBeforeAnAnswerGetsTheLastOne()
    {
        test::ManualClock clock;
        SubjectTable table(clock);
        fill(table, 0, 30'000);
        TableView view(table);
        for (const char* text : {"a", "ab", "abc", "ab", "xyz", "b"})
            view.setFilter(QLatin1String(text));
        QTRY_VERIFY(!view.isBusy());
        const auto expected = SubjectQuery::parse(QStringLiteral("b"), {}).matches(table.snapshot(), running);
        QCOMPARE(view.count(), int(std::count(expected.begin(), expected.end(), 1)));
        QVERIFY(view.isComplete());
    }

    void rowsThatComeStandWhereSortingPutsThem()
    {
        test::ManualClock clock;
        SubjectTable table(clock);
        fill(table, 0, 20'000);
        TableView view(table);
        QTRY_VERIFY(view.isComplete() && !view.isBusy());
        table.apply({PackedSubject::of(person(5, QStringLiteral("zzzz"))),
                     PackedSubject::of(person(7, QStringLiteral("aaaa"))), PackedSubject::of(person(9, QString()))});
        fill(table, 20'000, 20'050);
        QTRY_COMPARE(view.count(), 20'050);
        const TextOrder anew = sortedByText(table.snapshot(), PackedSubject::Name, running);
        QCOMPARE(*view.rows(), anew.rows);
        for (int position = 0; position < view.count(); position += 97)
            QCOMPARE(view.positionOf(view.rowAt(position)), position);
        view.setSort({}, Qt::DescendingOrder);
        QTRY_VERIFY(!view.isBusy());
        QCOMPARE(view.rowAt(0), int(anew.rows[anew.filled - 1]));
        QVERIFY2(table.name(view.rowAt(view.count() - 1)).isEmpty(), "who has no name goes last either way");
    }

    void theFirstRowsDoNotWaitForTheOthers()
    {
        test::ManualClock clock;
        SubjectTable table(clock);
        TableView view(table);
        QTRY_VERIFY(!view.isBusy());
        QSignalSpy changed(&view, &TableView::changed);
        fill(table, 0, 10);
        QVERIFY(changed.wait(90));
        QCOMPARE(view.count(), 10);
    }

    void aListOfOffersIsEmptyUntilItIsAsked()
    {
        test::ManualClock clock;
        SubjectTable table(clock);
        TableView view(table, nullptr, TableView::Shows::WhenFiltered);
        fill(table, 0, 100);
        QVERIFY(!view.isBusy());
        QCOMPARE(view.count(), 0);
        view.setFilter(QStringLiteral("is:guest"));
        QTRY_COMPARE(view.count(), 10);
        view.setFilter({});
        QCOMPARE(view.count(), 0);
        QVERIFY(!view.isBusy());
    }

    void countsNamesAsTheyComeAndGo()
    {
        NameCounts counts;
        for (quint64 i = 0; i < 200'000; ++i)
            counts.add((i % 50'000) * 0x9e3779b97f4a7c15ULL);
        QCOMPARE(counts.count(7 * 0x9e3779b97f4a7c15ULL), 4);
        counts.remove(7 * 0x9e3779b97f4a7c15ULL);
        QCOMPARE(counts.count(7 * 0x9e3779b97f4a7c15ULL), 3);
        QCOMPARE(counts.count(60'000 * 0x9e3779b97f4a7c15ULL), 0);
    }
};

QTEST_GUILESS_MAIN(TestTableView)
#include "tst_tableview.moc"
