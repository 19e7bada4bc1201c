#include "console/table/subjecttable.h"
#include "tests/gui/consolesession.h"
#include "ui/common/screen.h"
#include "ui/people/subjectmodel.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace refrain;
using namespace refrain::ui;

/// The whole way on real input: connect through the browser, find people, switch a category off by mouse and by
/// keyboard, find both in Activity, start again and find them still. Runs in packaging/desktop-session alone.
class ConsoleTest final : public QObject {
    Q_OBJECT

    using Session = test::ConsoleSession;
    static constexpr int patience = Session::patience;
    Session m_session;
    QStringList m_changed;

    static QWidget* window() { return Session::window(); }

    template <class T>
    static T* find(const char* name)
    {
        return Session::find<T>(name);
    }

    static SubjectModel* people()
    {
        auto* table = find<QTableView>("peopleTable");
        return table ? qobject_cast<SubjectModel*>(table->model()) : nullptr;
    }

    static int reminders()
    {
        for (int column = SubjectModel::FirstCategory; column < people()->changedColumn(); ++column) {
            if (people()->columnName(column) == QLatin1String(":reminders"))
                return column;
        }
        return -1;
    }

    static console::Cell cellOf(const QString& subject)
    {
        const int row = people()->rowOf(SubjectId(subject));
        return row < 0 ? console::Cell() : people()->cell(people()->index(row, reminders()));
    }

    static bool isConfirmedOut(const QString& subject)
    {
        const console::Cell cell = cellOf(subject);
        return cell.state == console::CellState::OptedOut && cell.ring == console::CellRing::None &&
               cell.own.version > 0;
    }

    /// The first row from `start` whose mark stands at the default.
    static int untouchedRow(int start)
    {
        for (int row = start; row < people()->rowCount(); ++row) {
            if (people()->cell(people()->index(row, reminders())).own.version == 0 && !people()->isGone(row))
                return row;
        }
        return -1;
    }

    /// Window managers may keep the focus where it was: asked until it is given.
    static bool isActive()
    {
        window()->activateWindow();
        return window()->isActiveWindow();
    }

private slots:
    void initTestCase()
    {
        const QString missing = Session::setUp();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
    }

    void theBrowserConnects()
    {
        QVERIFY(m_session.begin());
        QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("signInAddress") && find<QLineEdit>("signInAddress")->isVisible(),
                                 patience);
        test::Chromium browser;
        QTRY_VERIFY_WITH_TIMEOUT(browser.attach(qEnvironmentVariable("BROWSER_PROFILE"), QStringLiteral("authorize")),
                                 patience);
        QVERIFY(browser.waitFor(QStringLiteral("document.querySelector('#allow') !== null")));
        QVERIFY(browser.click(QStringLiteral("#allow")));
        QTRY_VERIFY_WITH_TIMEOUT(people() && people()->table().rowCount() >= 10'000, 2 * patience);
        QVERIFY(reminders() > 0);
    }

    void aNameIsFoundAsOneTypes()
    {
        auto* filter = find<QLineEdit>("peopleFilter");
        const int all = people()->table().rowCount();  // the view may still be filling
        QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
        QTest::keyClick(window(), Qt::Key_Slash);
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("aaliyah"));  // The practice workspace has several.
        QTRY_VERIFY_WITH_TIMEOUT(people()->rowCount() < all && people()->rowCount() > 1 && !people()->isBusy(),
                                 patience);
    }

    void theMouseSwitchesRemindersOff()
    {
        auto* table = find<QTableView>("peopleTable");
        const int row = untouchedRow(0);
        QVERIFY(row >= 0);
        const QString subject = people()->subjectAt(row).toString();
        table->scrollTo(people()->index(row, reminders()));
        const QPoint mark = table->visualRect(people()->index(row, reminders())).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, mark);
        QVERIFY(cellOf(subject).ring == console::CellRing::None);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, mark);
        QVERIFY(cellOf(subject).state == console::CellState::OptedOut);
        QVERIFY(cellOf(subject).ring != console::CellRing::None);
        QTRY_VERIFY_WITH_TIMEOUT(isConfirmedOut(subject), patience);
        m_changed << subject;
    }

    void theKeyboardSwitchesRemindersOff()
    {
        auto* table = find<QTableView>("peopleTable");
        const int row = untouchedRow(1);
        QVERIFY(row >= 0);
        const QString subject = people()->subjectAt(row).toString();
        table->setFocus();
        table->setCurrentIndex(people()->index(row, SubjectModel::Name));
        for (int i = 0; i < 12 && table->currentIndex().column() != reminders(); ++i)
            QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(table->currentIndex(), people()->index(row, reminders()));
        QTest::keyClick(table, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(isConfirmedOut(subject), patience);
        m_changed << subject;
    }

    void bothAreInActivity()
    {
        const QList<Screen*>& screens = qobject_cast<MainWindow*>(window())->screens();
        const auto activity = std::find_if(screens.begin(), screens.end(), [](const Screen* screen) {
            return screen->name() == QLatin1String("activity");
        });
        QTest::keyClick(window(), Qt::Key(Qt::Key_1 + (activity - screens.begin())), Qt::ControlModifier);
        auto* table = find<QTableView>("activityTable");
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 2, patience);
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            names << table->model()->index(row, 2).data().toString();
        for (const QString& subject : m_changed) {
            const int row = people()->table().rowOf(SubjectId(subject));
            QVERIFY2(names.contains(people()->table().name(row)), qPrintable(names.join(u',')));
        }
    }

    void bothAreStillThereAfterARestart()
    {
        m_session.program.reset();
        QVERIFY(m_session.begin());
        QTRY_VERIFY_WITH_TIMEOUT(people() && people()->table().rowCount() >= 10'000, 2 * patience);
        QCOMPARE(m_changed.size(), 2);
        for (const QString& subject : m_changed)
            QTRY_VERIFY_WITH_TIMEOUT(isConfirmedOut(subject), patience);
    }

    void closingTheWindowEndsIt()
    {
        QSignalSpy ends(qApp, &QCoreApplication::aboutToQuit);
        window()->close();
        m_session.program.reset();
        QVERIFY(!window());
    }
};

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
