#include "console/table/tableview.h"
#include "tests/ui/sampletable.h"
#include "ui/common/tableheader.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The real table under real keys and clicks.
class SubjectTableViewTest final : public QObject {
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

        Bench()
        {
            fillSample(table);
            view.resize(900, 400);
            view.show();
        }
        [[nodiscard]] bool isReady() const { return model.rowCount() == 5; }
        [[nodiscard]] QModelIndex mark(const char* id, int category) const
        {
            return model.index(model.rowOf(SubjectId(QString::fromLatin1(id))), SubjectModel::FirstCategory + category);
        }
        void addPeople(int count)
        {
            std::vector<console::PackedSubject> people;
            for (int i = 0; i < count; ++i) {
                Subject subject;
                subject.id = SubjectId(QStringLiteral("P1%1").arg(i, 3, 10, QLatin1Char('0')));
                subject.name = QStringLiteral("Person %1").arg(i);
                people.push_back(console::PackedSubject::of(subject));
            }
            table.apply(people);
        }
        void click(const QModelIndex& index)
        {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
        }
    };

private slots:
    void theFirstClickSelectsTheSecondChanges()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QSignalSpy activated(&bench.view, &SubjectTableView::markActivated);
        const QModelIndex mark = bench.mark("U0002", 0);
        bench.click(mark);
        QCOMPARE(activated.count(), 0);
        QCOMPARE(bench.view.currentSubject(), SubjectId(QStringLiteral("U0002")));
        bench.click(mark);
        QCOMPARE(activated.count(), 1);
        bench.click(bench.mark("U0004", 0));
        QCOMPARE(activated.count(), 1);
    }

    void aClickBesideTheMarkChangesNothing()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QSignalSpy activated(&bench.view, &SubjectTableView::markActivated);
        const QModelIndex mark = bench.mark("U0002", 0);
        bench.click(mark);
        QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {},
                          bench.view.visualRect(mark).topLeft() + QPoint(3, 3));
        bench.click(bench.model.index(mark.row(), SubjectModel::Name));
        QCOMPARE(activated.count(), 0);
    }

    void spaceChangesTheMarkUnderTheCursor()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QSignalSpy activated(&bench.view, &SubjectTableView::markActivated);
        bench.view.setCurrentIndex(bench.mark("U0004", 1));
        QTest::keyClick(&bench.view, Qt::Key_Space);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toModelIndex(), bench.mark("U0004", 1));
        bench.view.setCurrentIndex(bench.model.index(0, SubjectModel::Name));
        QTest::keyClick(&bench.view, Qt::Key_Space);
        QCOMPARE(activated.count(), 1);
    }

    void arrowsMoveAndEnterOpensTheDetails()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QSignalSpy details(&bench.view, &SubjectTableView::detailsWanted);
        bench.view.setCurrentIndex(bench.model.index(0, SubjectModel::Name));
        QTest::keyClick(&bench.view, Qt::Key_Down);
        QTest::keyClick(&bench.view, Qt::Key_Right);
        QCOMPARE(bench.view.currentIndex().row(), 1);
        QCOMPARE(bench.view.currentIndex().column(), int(SubjectModel::Email));
        QTest::keyClick(&bench.view, Qt::Key_Return);
        QCOMPARE(details.count(), 1);
    }

    void whoIsSelectedStaysSelectedThroughFilterAndOrder()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QVERIFY(bench.view.select(SubjectId(QStringLiteral("U0005"))));
        QSignalSpy moved(&bench.view, &SubjectTableView::currentSubjectChanged);
        bench.rows.setFilter(QStringLiteral("bea"));
        QTRY_COMPARE(bench.model.rowCount(), 2);
        QCOMPARE(bench.model.subjectAt(bench.view.currentIndex().row()), SubjectId(QStringLiteral("U0005")));
        QCOMPARE(moved.count(), 0);
    }

    void whoIsFilteredOutIsLetGoUntilTheFilterIs()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QVERIFY(bench.view.select(SubjectId(QStringLiteral("U0005"))));
        QSignalSpy moved(&bench.view, &SubjectTableView::currentSubjectChanged);
        bench.rows.setFilter(QStringLiteral("dora"));
        QTRY_COMPARE(bench.model.rowCount(), 1);
        QVERIFY(bench.view.currentSubject().isEmpty());
        QVERIFY(!bench.view.selectionModel()->hasSelection());
        QCOMPARE(moved.count(), 1);
        bench.view.selectFirst();
        QVERIFY(bench.view.currentSubject().isEmpty());
        bench.rows.setFilter({});
        QTRY_COMPARE(bench.view.currentSubject(), SubjectId(QStringLiteral("U0005")));
        QVERIFY(bench.view.selectionModel()->isRowSelected(bench.view.currentIndex().row()));
    }

    void whereNobodyIsSelectedAKeySelectsAndChangesNothing_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("down") << int(Qt::Key_Down);
    }

    void whereNobodyIsSelectedAKeySelectsAndChangesNothing()
    {
        QFETCH(int, key);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QVERIFY(bench.view.select(SubjectId(QStringLiteral("U0005"))));
        bench.rows.setFilter(QStringLiteral("dora"));
        QTRY_VERIFY(bench.view.currentSubject().isEmpty());
        QSignalSpy acted(&bench.view, &SubjectTableView::markActivated);
        QSignalSpy details(&bench.view, &SubjectTableView::detailsWanted);
        QTest::keyClick(&bench.view, Qt::Key(key));
        QCOMPARE(acted.count() + details.count(), 0);
        QCOMPARE(bench.view.currentSubject(), SubjectId(QStringLiteral("U0004")));
    }

    void anotherFilterIsLookedAtFromItsTop_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("isTop");
        QTest::newRow("nobody is chosen") << QString() << QStringLiteral("person") << true;
        QTest::newRow("who is chosen does not match") << QStringLiteral("U0001") << QStringLiteral("person") << true;
        QTest::newRow("who is chosen stays in view") << QStringLiteral("P1150") << QStringLiteral("person") << false;
    }

    void anotherFilterIsLookedAtFromItsTop()
    {
        QFETCH(QString, chosen);
        QFETCH(QString, filter);
        Bench bench;
        bench.addPeople(200);
        QTRY_COMPARE(bench.model.rowCount(), 205);
        if (!chosen.isEmpty())
            QVERIFY(bench.view.select(SubjectId(chosen)));
        bench.view.scrollToBottom();
        QVERIFY(bench.view.verticalScrollBar()->value() > 0);
        bench.rows.setFilter(filter);
        QTRY_COMPARE(bench.model.rowCount(), 200);
        QTEST(bench.view.verticalScrollBar()->value() == 0, "isTop");
        if (bench.view.currentIndex().isValid())
            QVERIFY(bench.view.viewport()->rect().contains(bench.view.visualRect(bench.view.currentIndex()).center()));
    }

    void aCountedRowMovesNothingByItself()
    {
        Bench bench;
        bench.addPeople(200);
        QTRY_COMPARE(bench.model.rowCount(), 205);
        bench.view.scrollToBottom();
        const int at = bench.view.verticalScrollBar()->value();
        bench.rows.refresh();
        QTRY_VERIFY(!bench.rows.isBusy());
        QCOMPARE(bench.view.verticalScrollBar()->value(), at);
    }

    void allIsInViewBesideTheInspector_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("categories");
        QTest::newRow("1280 with the inspector, four categories") << 714 << 4;
        QTest::newRow("1280 with the inspector, five categories") << 714 << 5;
        QTest::newRow("1920 with the inspector, twelve categories") << 1368 << 12;
    }

    void allIsInViewBesideTheInspector()
    {
        QFETCH(int, width);
        QFETCH(int, categories);
        Bench bench;
        const char* titles[] = {"Reminders", "Product news", "Surveys",   "Security notices", "Digests", "Offers",
                                "Events",    "Billing",      "Insurance", "Travel",           "Food",    "Sports"};
        std::vector<Category> made;
        for (int i = 0; i < categories; ++i) {
            const QByteArray slug = "c" + QByteArray::number(i);
            made.push_back(sampleCategory(slug.constData(), titles[i]));
            made.back().position = i;
        }
        bench.table.setCategories(made);
        bench.view.resize(width, 400);
        QTRY_VERIFY(bench.isReady());
        QVERIFY(bench.view.horizontalHeader()->length() <= bench.view.viewport()->width());
        const QFontMetrics metrics(fontFor(TextRole::Body));
        QVERIFY(bench.view.columnWidth(SubjectModel::Email) >=
                metrics.horizontalAdvance(QStringLiteral("amara.okafor@acme.test")) + 24);
        QVERIFY(bench.view.columnWidth(SubjectModel::Name) >=
                metrics.horizontalAdvance(QStringLiteral("Amara Okafor")) + 24);
    }

    void aTitleIsBrokenBetweenItsWords_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("lines");
        QTest::newRow("one word") << QStringLiteral("Reminders") << 1;
        QTest::newRow("two words") << QStringLiteral("Product news") << 2;
        QTest::newRow("more words than lines") << QStringLiteral("All the news of the product") << 2;
    }

    void aTitleIsBrokenBetweenItsWords()
    {
        QFETCH(QString, title);
        const QStringList lines = TableHeader::linesOf(title, 70, 2);
        QTEST(int(lines.size()), "lines");
        for (const QString& line : lines)
            QVERIFY(QFontMetrics(TableHeader::headerFont()).horizontalAdvance(line) <= 70);
    }

    void draggingTheNamesEdgeIsRemembered()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        const int before = bench.view.columnWidth(SubjectModel::Name);
        bench.view.horizontalHeader()->resizeSection(SubjectModel::Name, before + 30);
        QCOMPARE(bench.view.columnWidth(SubjectModel::Name), before + 30);
        QVERIFY(bench.settings.columns(QStringLiteral("people")).widths.contains(QStringLiteral("email")));
    }

    void aHeaderOrdersByItsColumnAndIsRemembered()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QHeaderView* header = bench.view.horizontalHeader();
        const int x = header->sectionViewportPosition(SubjectModel::Email) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
        QTRY_COMPARE(bench.rows.sortKey().field, console::SortKey::Field::Email);
        QCOMPARE(bench.settings.columns(QStringLiteral("people")).sortedBy, QStringLiteral("email"));
    }

    void aHiddenColumnStaysHidden()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QMenu menu;
        bench.view.fillColumnMenu(menu);
        QAction* email = menu.actions().constFirst();
        QCOMPARE(email->text(), QStringLiteral("Email"));
        email->setChecked(false);
        QVERIFY(bench.view.isColumnHidden(SubjectModel::Email));
        bench.rows.setFilter(QStringLiteral("bea"));
        QTRY_COMPARE(bench.model.rowCount(), 2);
        QVERIFY(bench.view.isColumnHidden(SubjectModel::Email));
        QCOMPARE(bench.settings.columns(QStringLiteral("people")).shown.value(QStringLiteral("email")),
                 QVariant(false));
    }
};

QTEST_MAIN(SubjectTableViewTest)
#include "tst_subjecttableview.moc"
