#include "console/find/subjectfinder.h"
#include "console/table/subjecttable.h"
#include "tests/gui/consolesession.h"
#include "ui/common/screen.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QApplication>
#include <QClipboard>
#include <QHash>
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
    static constexpr int patience = test::patience;
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

    /// What a person does, counted: a chord or a key alone is an action, and so is whatever is put in in one go.
    struct Hands {
        int actions = 0;
        int keystrokes = 0;

        /// Whatever has the focus takes it; window managers may take their time to give it.
        static QWidget* focused()
        {
            (void)QTest::qWaitFor([] { return isActive() && QApplication::focusWidget(); }, patience);
            return QApplication::focusWidget() ? QApplication::focusWidget() : window();
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
        {
            ++actions;
            ++keystrokes;
            QTest::keyClick(focused(), key, modifiers);
        }
        /// An empty `text`: what is on the clipboard.
        void enterText(const QString& text, const QString& more)
        {
            ++actions;
            keystrokes += text.isEmpty() ? 1 : int(text.size());
            keystrokes += int(more.size());
            if (text.isEmpty())
                QTest::keyClick(focused(), Qt::Key_V, Qt::ControlModifier);
            QTest::keyClicks(focused(), text + more);
        }
    };

    struct Caller {
        QString subject;
        QString email;
        QString typed;  ///< The beginnings of both names: what finds them first.
    };

    /// The beginnings of both names; empty where there are not two, or they cannot be typed everywhere.
    static QString beginnings(const QString& name)
    {
        const QStringList names = name.toLower().split(u' ');
        const QString typed = names.constFirst().left(2) + names.constLast().left(2);
        const bool canBeTyped = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
        return names.size() == 2 && typed.size() == 4 && canBeTyped ? typed : QString();
    }

    /// Somebody who never chose and whose name begins as nobody else's does.
    static Caller callerFor(bool isPasted)
    {
        const console::SubjectTable& table = people()->table();
        QHash<QString, int> begins;
        for (int row = 0; row < table.rowCount(); ++row)
            ++begins[beginnings(table.name(row))];
        const std::atomic_bool never = false;
        int tries = 0;
        for (int row = 0; row < table.rowCount() && tries < 200; ++row) {
            const Caller caller{table.id(row).toString(), table.email(row), beginnings(table.name(row))};
            const bool isCaller = begins.value(caller.typed) == 1 && !caller.typed.isEmpty() &&
                                  !caller.email.isEmpty() && !table.isDeleted(row) &&
                                  cellOf(caller.subject).own.version == 0 && cellOf(caller.subject).delivers;
            if (!isCaller)
                continue;
            ++tries;
            const auto found =
                console::findSubjects(table.snapshot(), isPasted ? caller.email : caller.typed, 1, never);
            if (found.size() == 1 && int(found.front().row) == row)
                return caller;
        }
        return {};
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

    /// Somebody on the phone: the address lies on the clipboard, from the ticket, or the name is typed.
    void aPersonIsOptedOutWithFewKeys_data()
    {
        QTest::addColumn<bool>("isPasted");
        QTest::newRow("by the pasted address") << true;
        QTest::newRow("by the typed name") << false;
    }

    void aPersonIsOptedOutWithFewKeys()
    {
        QFETCH(bool, isPasted);
        m_session.program.reset();
        QVERIFY(m_session.begin());
        QTRY_VERIFY_WITH_TIMEOUT(people() && people()->table().rowCount() >= 10'000, 2 * patience);
        QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
        const Caller caller = callerFor(isPasted);
        QVERIFY(!caller.subject.isEmpty());
        QApplication::clipboard()->setText(caller.email);

        Hands hands;
        hands.press(Qt::Key_K, Qt::ControlModifier);
        hands.enterText(isPasted ? QString() : caller.typed, QStringLiteral(" rem"));
        hands.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isConfirmedOut(caller.subject), patience);

        qInfo("%d actions, %d keystrokes", hands.actions, hands.keystrokes);
        QVERIFY(hands.actions <= 3);
        QVERIFY(hands.keystrokes <= 10);
        auto* table = find<SubjectTableView>("peopleTable");
        QTRY_COMPARE(table->currentSubject().toString(), caller.subject);
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
