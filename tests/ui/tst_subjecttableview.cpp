#include "console/table/tableview.h"
#include "tests/ui/sampletable.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QHeaderView>
#include <QMenu>
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
        bench.rows.setFilter(QStringLiteral("dora"));
        QTRY_COMPARE(bench.model.rowCount(), 1);
        QCOMPARE(bench.view.currentSubject(), SubjectId(QStringLiteral("U0005")));
        QCOMPARE(moved.count(), 0);
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
