#include "console/views/savedviews.h"
#include "tests/ui/testwindow.h"
#include "ui/people/quickfilters.h"
#include "ui/people/savedviewlist.h"
#include "ui/shell/sidebar.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// Saved views in the whole window: made, opened, counted, renamed, ordered and deleted.
class SavedViewListTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

    static SidebarButton* button(const Window& w, int at)
    {
        const auto& views = w.workspace->desk().views().all();
        return size_t(at) >= views.size()
                   ? nullptr
                   : w.main.findChild<SidebarButton*>(QStringLiteral("view-") + views[size_t(at)].id);
    }
    static void save(const Window& w, const char* filter, const char* name)
    {
        w.find<QLineEdit>("peopleFilter")->setText(QLatin1String(filter));
        auto* show = w.find<QuickFilters>("peopleShow");
        emit show->menu()->aboutToShow();
        QAction* keep = show->menu()->actions().constLast();
        QVERIFY(keep->isEnabled());
        keep->trigger();
        QTRY_VERIFY(w.find<QDialog>("viewNameDialog"));
        QTest::keyClicks(w.find<QLineEdit>("viewName"), QLatin1String(name));
        w.find<QPushButton>("viewSave")->click();
        QTRY_VERIFY(!w.find<QDialog>("viewNameDialog"));
    }
    static int rows(const Window& w) { return w.find<QTableView>("peopleTable")->model()->rowCount(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aFilterIsKeptCountedAndOpened()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(!w.find<SavedViewList>("savedViews")->isVisible());
        save(w, "person 3", "Threes");
        QVERIFY(w.find<SavedViewList>("savedViews")->isVisible());
        QTRY_VERIFY(rows(w) < 30 && rows(w) > 0);
        QTRY_COMPARE(button(w, 0)->accessibleName(), QStringLiteral("Threes, %1").arg(rows(w)));
        QVERIFY(button(w, 0)->isChecked());
        const int kept = rows(w);
        w.find<QLineEdit>("peopleFilter")->clear();
        QTRY_COMPARE(rows(w), 30);
        QVERIFY(!button(w, 0)->isChecked());
        w.showScreen("sync");
        QTest::mouseClick(button(w, 0), Qt::LeftButton);
        QTRY_COMPARE(rows(w), kept);
        QCOMPARE(w.main.currentScreen()->name(), QStringLiteral("people"));
        QVERIFY(button(w, 0)->isChecked());
    }

    void aCountFollowsAChange()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        save(w, "out:reminders", "Out");
        QTRY_COMPARE(button(w, 0)->accessibleName(), QStringLiteral("Out, 0"));
        QVERIFY(w.workspace->desk()
                    .change(test::DeskFixture::order(QStringLiteral("U0000002"), PreferenceState::OptedOut))
                    .ok());
        QTRY_COMPARE(button(w, 0)->accessibleName(), QStringLiteral("Out, 1"));
    }

    void keysRenameOrderAndDelete()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        save(w, "person 3", "Threes");
        save(w, "person 4", "Fours");
        button(w, 1)->setFocus();
        QTest::keyClick(button(w, 1), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(w.workspace->desk().views().all().front().name, QStringLiteral("Fours"));
        QTest::keyClick(button(w, 0), Qt::Key_F2);
        QTRY_VERIFY(w.find<QDialog>("viewNameDialog"));
        auto* field = w.find<QLineEdit>("viewName");
        field->setText(QStringLiteral("Threes"));
        w.find<QPushButton>("viewSave")->click();
        QCOMPARE(w.find<QLabel>("viewNameProblem")->text(), QStringLiteral("Another view is called “Threes”."));
        field->setText(QStringLiteral("Quartets"));
        w.find<QPushButton>("viewSave")->click();
        QCOMPARE(w.workspace->desk().views().all().front().name, QStringLiteral("Quartets"));
        QTest::keyClick(button(w, 0), Qt::Key_Delete);
        QCOMPARE(w.workspace->desk().views().all().size(), size_t(1));
        QTRY_COMPARE(w.said(), QStringLiteral("The view “Quartets” is deleted. Its filter was: person 4"));
    }
};

QTEST_MAIN(SavedViewListTest)
#include "tst_savedviewlist.moc"
