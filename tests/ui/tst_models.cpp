#include "console/table/tableview.h"
#include "tests/ui/sampletable.h"
#include "ui/activity/activitymodel.h"
#include "ui/people/nameplaces.h"
#include "ui/people/subjectmodel.h"
#include "ui/sync/syncmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// Every model keeps Qt's protocol, and says of its rows what is so.
class ModelsTest final : public QObject {
    Q_OBJECT

    static console::AuditRow entry(qint64 index)
    {
        console::AuditRow row;
        row.index = index;
        row.at = sampleNow;
        row.subject = SubjectId(QStringLiteral("U0002"));
        row.category = CategorySlug(QStringLiteral("reminders"));
        row.before = QStringLiteral("default");
        row.after = QStringLiteral("off");
        return row;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void peopleKeepTheProtocolWhileTheTableChanges()
    {
        const FixedClock clock(sampleNow);
        console::SubjectTable table(clock);
        console::TableView rows(table);
        SubjectModel model(table, rows, clock, QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fillSample(table);
        QTRY_COMPARE(model.rowCount(), 5);
        rows.setFilter(QStringLiteral("bea"));
        QTRY_COMPARE(model.rowCount(), 2);
        table.setCategories({sampleCategory("reminders", "Reminders"), sampleCategory("*", "All")});
        QCOMPARE(model.columnCount(), int(SubjectModel::FirstCategory) + 2);
        table.reset();
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void peopleAreToldApart()
    {
        const FixedClock clock(sampleNow);
        console::SubjectTable table(clock);
        console::TableView rows(table);
        SubjectModel model(table, rows, clock, QTimeZone::utc());
        fillSample(table);
        QTRY_COMPARE(model.rowCount(), 5);
        const auto row = [&](const char* id) { return model.rowOf(SubjectId(QString::fromLatin1(id))); };
        QCOMPARE(model.distinction(row("U0002")), QStringLiteral("u0002"));
        QVERIFY(model.distinction(row("U0001")).isEmpty());
        QCOMPARE(model.tags(row("U0001")), QStringList{QStringLiteral("Admin")});
        QCOMPARE(model.tags(row("U0003")), (QStringList{QStringLiteral("Left"), QStringLiteral("Guest")}));
        QCOMPARE(model.tags(row("U0004")), QStringList{QStringLiteral("OPT_OUT")});
    }

    void whoIsOutOfEverythingBearsThatTagBeforeAllOthers()
    {
        const FixedClock clock(sampleNow);
        console::SubjectTable table(clock);
        console::TableView rows(table);
        SubjectModel model(table, rows, clock, QTimeZone::utc());
        fillSample(table);
        QTRY_COMPARE(model.rowCount(), 5);
        console::StoredChoice out;
        out.state = PreferenceState::OptedOut;
        table.overlay(2, console::SubjectTable::everything, out, console::CellRing::None);
        QCOMPARE(model.tags(model.rowOf(SubjectId(QStringLiteral("U0003")))).constFirst(), QStringLiteral("OPT_OUT"));
    }

    void aNameGivesWayToTheTagThatMatters_data()
    {
        using Tags = std::vector<int>;
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("name");
        QTest::addColumn<Tags>("tags");
        QTest::addColumn<int>("precious");
        QTest::addColumn<int>("kept");
        QTest::addColumn<int>("nameWidth");
        QTest::addColumn<Tags>("places");
        QTest::newRow("there is room for all") << 300 << 100 << Tags{60, 40} << 1 << 0 << 100 << Tags{110, 176};
        QTest::newRow("the tag is whole, the name is elided") << 150 << 200 << Tags{60} << 1 << 0 << 80 << Tags{90};
        QTest::newRow("two tags, and enough of the name")
            << 200 << 200 << Tags{60, 40} << 1 << 0 << 84 << Tags{94, 160};
        QTest::newRow("a guest's tag goes first, and a mark tells of it")
            << 160 << 200 << Tags{60, 40} << 1 << 0 << 64 << Tags{74, -1};
        QTest::newRow("the name gives way to an ordinary tag") << 150 << 200 << Tags{40} << 0 << 0 << 100 << Tags{110};
        QTest::newRow("but not all of it, and a mark tells of the tag")
            << 110 << 200 << Tags{40} << 0 << 0 << 80 << Tags{-1};
        QTest::newRow("no room but for the tag") << 60 << 200 << Tags{60} << 1 << 0 << 0 << Tags{0};
        QTest::newRow("a namesake's name leaves room for what tells")
            << 150 << 200 << Tags{} << 0 << 60 << 80 << Tags{};
        QTest::newRow("but not all of it") << 100 << 200 << Tags{} << 0 << 60 << 72 << Tags{};
        QTest::newRow("a short name keeps its width") << 150 << 50 << Tags{} << 0 << 60 << 50 << Tags{};
    }

    void aNameGivesWayToTheTagThatMatters()
    {
        QFETCH(int, room);
        QFETCH(int, name);
        QFETCH(std::vector<int>, tags);
        QFETCH(int, precious);
        QFETCH(int, kept);
        const NamePlaces made = NamePlaces::of(room, name, tags, precious, kept, 20);
        QTEST(made.nameWidth, "nameWidth");
        QTEST(made.tags, "places");
        const bool isAnyHidden =
            std::count(tags.empty() ? made.tags.end() : made.tags.begin(), made.tags.end(), -1) > 0;
        QCOMPARE(made.more >= 0, isAnyHidden);
        for (int i = 0; i < precious; ++i)
            QVERIFY(made.tags[size_t(i)] + tags[size_t(i)] <= room);
    }

    void aMarkIsSaidInWords_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("category");
        QTest::addColumn<QString>("words");
        QTest::newRow("the workspace's default") << "U0001" << 0 << "Reminders: on (workspace default).";
        QTest::newRow("a choice") << "U0002" << 0 << "Reminders: off.";
        QTest::newRow("what is required") << "U0002" << 1 << "Security: on (required).";
        QTest::newRow("all that is optional") << "U0004" << 2 << "Digests: off: all optional messages are off.";
    }

    void aMarkIsSaidInWords()
    {
        QFETCH(QString, subject);
        QFETCH(int, category);
        const FixedClock clock(sampleNow);
        console::SubjectTable table(clock);
        console::TableView rows(table);
        SubjectModel model(table, rows, clock, QTimeZone::utc());
        fillSample(table);
        QTRY_COMPARE(model.rowCount(), 5);
        const QModelIndex index = model.index(model.rowOf(SubjectId(subject)), SubjectModel::FirstCategory + category);
        QTEST(index.data(Qt::AccessibleTextRole).toString(), "words");
        QVERIFY(!index.data(Qt::DisplayRole).isValid());
    }

    void aChangedMarkIsTold()
    {
        const FixedClock clock(sampleNow);
        console::SubjectTable table(clock);
        console::TableView rows(table);
        SubjectModel model(table, rows, clock, QTimeZone::utc());
        fillSample(table);
        QTRY_COMPARE(model.rowCount(), 5);
        QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
        console::StoredChoice out;
        out.state = PreferenceState::OptedOut;
        table.overlay(0, 0, out, console::CellRing::Pending);
        QCOMPARE(told.count(), 1);
        const int row = model.rowOf(table.id(0));
        QCOMPARE(told.first().first().toModelIndex().row(), row);
        QVERIFY(model.index(row, SubjectModel::FirstCategory)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("Being saved")));
    }

    void activityTakesPageAfterPage()
    {
        ActivityModel model(QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy wanted(&model, &ActivityModel::moreWanted);
        model.reset({{entry(9), entry(8)}, QStringLiteral("8")});
        // The tester asks for more by itself, as a view would.
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!model.canFetchMore({}));
        model.append({{entry(7)}, {}});
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.canFetchMore({}));
        model.setTitles({{CategorySlug(QStringLiteral("reminders")), QStringLiteral("Reminders")}});
        QCOMPARE(model.index(0, ActivityModel::What).data().toString(), QStringLiteral("Reminders"));
    }

    void syncShowsWhatWaitsFirstAndFilters()
    {
        SyncModel model(QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        console::Exchange directory;
        directory.id = QStringLiteral("r1");
        directory.between = console::Exchange::Between::BackendSlack;
        directory.what = QStringLiteral("Directory");
        directory.startedAt = sampleNow;
        directory.outcome = SyncOutcome::Ok;
        console::LocalChange change;
        change.id = console::LocalChangeId(QStringLiteral("c1"));
        change.subjectName = QStringLiteral("Bea Bobson");
        change.categoryTitle = QStringLiteral("Reminders");
        change.after.state = PreferenceState::OptedOut;
        change.madeAt = sampleNow - 60'000;
        change.stage = console::ChangeStage::Waiting;
        model.setLines({lineOf(directory), lineOf(change)});
        QCOMPARE(model.lineAt(0).key(), QStringLiteral("c1"));
        QVERIFY(model.index(0, SyncModel::Result).data().toString().contains(QLatin1String("Bea Bobson")));
        model.setFilter(QStringLiteral("slack"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(QStringLiteral("c1")), -1);
        QCOMPARE(model.total(), 2);
    }
};

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
