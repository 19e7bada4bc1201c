#include "console/table/filter/subjectquery.h"
#include "console/table/subjecttable.h"
#include "console/views/viewcounts.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

const std::atomic_bool running = false;

Subject person(int number)
{
    Subject made;
    made.id = SubjectId(QStringLiteral("U%1").arg(number, 5, 10, QLatin1Char('0')));
    made.name = QStringLiteral("Person %1").arg(number);
    made.role = number % 7 == 0 ? SubjectRole::Guest : SubjectRole::Member;
    return made;
}

}  // namespace

/// Filters with names: kept between runs, and how many each has.
class TestSavedViews : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("views.json")); }
    static QStringList names(const SavedViews& views)
    {
        QStringList names;
        for (const SavedView& view : views.all())
            names << view.name;
        return names;
    }
    static void optOut(SubjectTable& table, int number, bool out)
    {
        PackedChoice choice;
        choice.subject = person(number).id;
        choice.category = CategorySlug(QStringLiteral("news"));
        choice.choice = {out ? PreferenceState::OptedOut : PreferenceState::Default, {}, 9};
        table.apply({choice});
    }

private slots:
    void init() { QFile::remove(file()); }

    void areThereAgainInTheirOrderAtTheNextStart()
    {
        SavedViews views(file());
        QVERIFY(views.load().ok());
        const QString guests = *views.add(QStringLiteral("  Guests "), QStringLiteral("is:guest "), false);
        const QString out = *views.add(QStringLiteral("All off"), QStringLiteral("out:*"), false);
        QVERIFY(views.add(QStringLiteral("Private"), QStringLiteral("is:private"), true).ok());
        QVERIFY(views.rename(guests, QStringLiteral("Visitors")).ok());
        QVERIFY(views.move(out, -5).ok());
        QCOMPARE(names(views),
                 (QStringList{QStringLiteral("All off"), QStringLiteral("Visitors"), QStringLiteral("Private")}));
        SavedViews again(file());
        QVERIFY(again.load().ok());
        QCOMPARE(again.all(), views.all());
        QCOMPARE(again.showing(QStringLiteral("is:guest"), false)->name, QStringLiteral("Visitors"));
        QVERIFY(!again.showing(QStringLiteral("is:guest"), true));
        QVERIFY(again.remove(guests).ok());
        QCOMPARE(names(again), (QStringList{QStringLiteral("All off"), QStringLiteral("Private")}));
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aNameIsNeededAndHadOnce_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("blanks") << QStringLiteral("   ") << false;
        QTest::newRow("another's, in capitals") << QStringLiteral("GUESTS") << false;
        QTest::newRow("too long") << QString(61, u'x') << false;
        QTest::newRow("one of its own") << QStringLiteral("Guests 2") << true;
    }
    void aNameIsNeededAndHadOnce()
    {
        QFETCH(QString, name);
        QFETCH(bool, isFine);
        SavedViews views(file());
        QVERIFY(views.add(QStringLiteral("Guests"), QStringLiteral("is:guest"), false).ok());
        QCOMPARE(views.add(name, QStringLiteral("x"), false).ok(), isFine);
        QCOMPARE(views.all().size(), size_t(isFine ? 2 : 1));
    }

    void whatCannotBeWrittenChangesNothing()
    {
        SavedViews views(m_folder.filePath(QStringLiteral("no/such/folder/views.json")));
        QVERIFY(!views.add(QStringLiteral("Guests"), QStringLiteral("is:guest"), false).ok());
        QVERIFY(views.all().empty());
    }

    void aBrokenFileIsSetAside()
    {
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
        broken.close();
        SavedViews views(file());
        QVERIFY(!views.load().ok());
        QVERIFY(views.all().empty());
        QVERIFY(QFile::exists(file() + QStringLiteral(".broken")));
    }

    void countsStayTrueAsChangesArrive()
    {
        test::ManualClock clock;
        SubjectTable people(clock);
        SubjectTable channels(clock);
        Category news;
        news.slug = CategorySlug(QStringLiteral("news"));
        people.setCategories({news});
        SavedViews views(file());
        ViewCounts counts(views, people, channels);
        const QStringList filters{QStringLiteral("is:guest"), QStringLiteral("out:news"), QStringLiteral("-out: 7"),
                                  QStringLiteral("out:news or is:guest"), QStringLiteral("5")};
        QStringList ids;
        for (const QString& filter : filters)
            ids << *views.add(filter, filter, false);
        const QString wrong = *views.add(QStringLiteral("Wrong"), QStringLiteral("out:nothing "), false);
        const auto areTrue = [&] {
            for (int i = 0; i < filters.size(); ++i) {
                const auto found =
                    SubjectQuery::parse(filters.at(i), people.categories()).matches(people.snapshot(), running);
                if (counts.count(ids.at(i)) != int(std::count(found.begin(), found.end(), 1)))
                    return false;
            }
            return true;
        };
        std::vector<PackedSubject> packed;
        for (int number = 0; number < 9'000; ++number)
            packed.push_back(PackedSubject::of(person(number)));
        people.apply(packed);
        QTRY_VERIFY(areTrue() && counts.count(ids.first()) == 1286);
        for (int number = 0; number < 500; ++number)
            optOut(people, number * 17, true);
        QTRY_VERIFY(areTrue() && counts.count(ids.at(1)) == 500);
        for (int number = 0; number < 100; ++number)
            optOut(people, number * 17, false);
        people.apply({PackedSubject::of(person(9'001)), PackedSubject::of(person(14))});
        QTRY_VERIFY(areTrue() && counts.count(ids.at(1)) == 400);
        people.setCategories({});
        QTRY_COMPARE(counts.count(ids.at(1)), std::nullopt);
        people.setCategories({news});
        QTRY_VERIFY(areTrue());
        people.reset();
        QTRY_COMPARE(counts.count(ids.first()), std::optional(0));
        QCOMPARE(counts.count(wrong), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
