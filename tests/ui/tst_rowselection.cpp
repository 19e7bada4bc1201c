#include "console/table/tableview.h"
#include "tests/ui/sampletable.h"
#include "ui/people/rowselection.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// Many rows chosen with real keys and clicks.
class RowSelectionTest final : public QObject {
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        FixedClock clock{sampleNow};
        Theme theme = Theme::make(Scheme::Light);
        Settings settings{folder.filePath(QStringLiteral("ui.ini"))};
        console::SubjectTable table{clock};
        console::TableView rows{table};
        SubjectModel model{table, rows, clock, QTimeZone::utc()};
        SubjectTableView view{theme,
                              model,
                              rows,
                              settings,
                              QStringLiteral("people"),
                              {SubjectModel::Name, SubjectModel::Email},
                              {SubjectModel::Name, SubjectModel::Email},
                              nullptr};
        RowSelection selection{view, model, rows, table};

        explicit Bench(int count)
        {
            std::vector<console::PackedSubject> people;
            for (int i = 0; i < count; ++i) {
                Subject subject;
                subject.id = SubjectId(QStringLiteral("P%1").arg(i, 7, 10, QLatin1Char('0')));
                subject.name = QStringLiteral("Person %1").arg(i, 7, 10, QLatin1Char('0'));
                people.push_back(console::PackedSubject::of(subject));
            }
            table.setCategories({sampleCategory("reminders", "Reminders")});
            table.apply(people);
            view.resize(900, 600);
            view.show();
        }
        [[nodiscard]] bool isReady() const { return rows.isComplete() && model.rowCount() == table.rowCount(); }
        [[nodiscard]] QPoint at(int row) const
        {
            return view.visualRect(model.index(row, SubjectModel::Name)).center();
        }
        void click(int row, Qt::KeyboardModifiers keys = {})
        {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, at(row));
        }
        /// The positions that are selected, in order.
        [[nodiscard]] QList<int> chosen() const
        {
            QList<int> positions;
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.isSelected(row))
                    positions << row;
            }
            return positions;
        }
    };

private slots:
    void clicksChoose_data()
    {
        using Step = std::pair<int, int>;  // row, modifiers
        constexpr int ctrl = int(Qt::ControlModifier);
        constexpr int shift = int(Qt::ShiftModifier);
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QList<int>>("chosen");
        QTest::newRow("a plain click chooses nobody but the one that is shown") << QList<Step>{{2, 0}} << QList<int>{};
        QTest::newRow("Ctrl+click adds to the one that is shown") << QList<Step>{{2, 0}, {5, ctrl}} << QList<int>{2, 5};
        QTest::newRow("Ctrl+click on one that is chosen lets go of it")
            << QList<Step>{{2, 0}, {5, ctrl}, {7, ctrl}, {5, ctrl}} << QList<int>{2, 7};
        QTest::newRow("Shift+click chooses from there to here")
            << QList<Step>{{2, 0}, {5, shift}} << QList<int>{2, 3, 4, 5};
        QTest::newRow("Shift+click again counts from the same row")
            << QList<Step>{{4, 0}, {6, shift}, {2, shift}} << QList<int>{2, 3, 4};
        QTest::newRow("Ctrl+Shift+click adds a range")
            << QList<Step>{{0, 0}, {2, ctrl}, {5, ctrl}, {7, ctrl | shift}} << QList<int>{0, 2, 5, 6, 7};
        QTest::newRow("a plain click lets go of all") << QList<Step>{{2, 0}, {5, shift}, {3, 0}} << QList<int>{};
    }

    void clicksChoose()
    {
        using Steps = QList<std::pair<int, int>>;
        QFETCH(Steps, steps);
        Bench bench(20);
        QTRY_VERIFY(bench.isReady());
        for (const auto& [row, keys] : steps)
            bench.click(row, Qt::KeyboardModifiers(keys));
        QTEST(bench.chosen(), "chosen");
        QCOMPARE(bench.selection.rows().count(), int(bench.chosen().size()));
    }

    void keysChoose_data()
    {
        using Step = std::pair<int, int>;
        constexpr int ctrl = int(Qt::ControlModifier);
        constexpr int shift = int(Qt::ShiftModifier);
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QList<int>>("chosen");
        QTest::newRow("Shift+Down") << QList<Step>{{Qt::Key_Down, shift}, {Qt::Key_Down, shift}} << QList<int>{3, 4, 5};
        QTest::newRow("Shift+Down and back over the start")
            << QList<Step>{{Qt::Key_Down, shift}, {Qt::Key_Up, shift}, {Qt::Key_Up, shift}} << QList<int>{2, 3};
        QTest::newRow("Shift+Home") << QList<Step>{{Qt::Key_Home, shift}} << QList<int>{0, 1, 2, 3};
        QTest::newRow("Shift+End") << QList<Step>{{Qt::Key_End, shift}} << QList<int>{3, 4, 5, 6, 7};
        QTest::newRow("Ctrl+Space") << QList<Step>{{Qt::Key_Space, ctrl}} << QList<int>{3};
        QTest::newRow("Ctrl+A") << QList<Step>{{Qt::Key_A, ctrl}} << QList<int>{0, 1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("Esc lets go of all") << QList<Step>{{Qt::Key_A, ctrl}, {Qt::Key_Escape, 0}} << QList<int>{};
        QTest::newRow("an arrow lets go of all") << QList<Step>{{Qt::Key_A, ctrl}, {Qt::Key_Down, 0}} << QList<int>{};
    }

    void keysChoose()
    {
        using Steps = QList<std::pair<int, int>>;
        QFETCH(Steps, steps);
        Bench bench(8);
        QTRY_VERIFY(bench.isReady());
        bench.click(3);
        for (const auto& [key, keys] : steps)
            QTest::keyClick(&bench.view, Qt::Key(key), Qt::KeyboardModifiers(keys));
        QTEST(bench.chosen(), "chosen");
    }

    void draggingChoosesARangeAndMovesNobodyElse()
    {
        Bench bench(20);
        QTRY_VERIFY(bench.isReady());
        QWidget* viewport = bench.view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, bench.at(2));
        QMouseEvent move(QEvent::MouseMove, QPointF(bench.at(6)), viewport->mapToGlobal(QPointF(bench.at(6))),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, bench.at(6));
        QCOMPARE(bench.chosen(), (QList<int>{2, 3, 4, 5, 6}));
        QCOMPARE(bench.view.currentSubject(), bench.model.subjectAt(2));
    }

    void whoIsHiddenStaysChosenAndIsCounted()
    {
        Bench bench(20);
        QTRY_VERIFY(bench.isReady());
        bench.click(3);
        bench.click(12, Qt::ControlModifier);
        QSignalSpy changed(&bench.selection, &RowSelection::changed);
        bench.rows.setFilter(QStringLiteral("\"Person 0000012\""));
        QTRY_COMPARE(bench.model.rowCount(), 1);
        QCOMPARE(bench.selection.rows().count(), 2);
        QCOMPARE(bench.selection.hidden(), 1);
        QVERIFY(changed.count() > 0);
        bench.rows.setFilter({});
        QTRY_COMPARE(bench.model.rowCount(), 20);
        QCOMPARE(bench.chosen(), (QList<int>{3, 12}));
        QCOMPARE(bench.selection.hidden(), 0);
    }

    void ctrlAIsAllThatTheFilterShows()
    {
        Bench bench(40'000);  // So many that a first screenful comes before the rest.
        QTRY_VERIFY(bench.isReady());
        bench.rows.setFilter(QStringLiteral("person"));
        QTest::keyClick(&bench.view, Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(bench.selection.rows().count(), 40'000);
        bench.rows.setFilter(QStringLiteral("\"Person 0000012\""));
        QTest::keyClick(&bench.view, Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(bench.selection.rows().count(), 1);
    }

    void aMillionAreChosenAtOnce()
    {
        Bench bench(1'000'000);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isReady(), 60'000);
        QElapsedTimer timer;
        timer.start();
        bench.selection.selectAll();
        const qint64 spent = timer.elapsed();
        QCOMPARE(bench.selection.rows().count(), 1'000'000);
        QVERIFY2(spent < 250, qPrintable(QString::number(spent)));  // A slow machine; some 10 ms on most.
        QCOMPARE(bench.selection.hidden(), 0);
        QCOMPARE(bench.view.selectionModel()->selectedIndexes().size() <= bench.model.columnCount(), true);
    }

    void aNewTableHasNobodyChosen()
    {
        Bench bench(20);
        QTRY_VERIFY(bench.isReady());
        bench.selection.selectAll();
        bench.table.reset();
        QVERIFY(bench.selection.rows().isEmpty());
    }

    void aScreenReaderHearsWhoIsChosen()
    {
        Bench bench(5);
        QTRY_VERIFY(bench.isReady());
        bench.click(1);
        bench.click(2, Qt::ControlModifier);
        QVERIFY(bench.model.index(1, 0).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("selected")));
        QVERIFY(!bench.model.index(3, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("selected")));
    }
};

QTEST_MAIN(RowSelectionTest)
#include "tst_rowselection.moc"
