#include "tests/ui/testwindow.h"
#include "ui/people/subjecttableview.h"
#include "ui/shell/findlist.h"
#include "ui/shell/headerbar.h"

#include <QDialog>
#include <QLineEdit>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The one box for people, channels, categories, actions and settings.
class QuickFindTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

    static void type(Window& w, const QString& text)
    {
        QTest::keyClick(w.main.header().findBox()->window(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(w.main.header().findBox()->hasFocus());
        QTest::keyClicks(w.main.header().findBox(), text);
    }
    static void enter(Window& w) { QTest::keyClick(w.main.header().findBox(), Qt::Key_Return); }
    static QStringList lines(Window& w)
    {
        const auto* list = w.find<FindList>("findResults");
        QStringList lines;
        for (int row = 0; row < list->count(); ++row)
            lines << list->item(row)->text();
        return lines;
    }
    static bool isOut(const Window& w, const QString& subject)
    {
        const console::SubjectTable& people = w.workspace->desk().people();
        return people.cell(people.rowOf(SubjectId(subject)), 0).own.state == PreferenceState::OptedOut;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void eachKindStandsUnderItsName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("first");
        QTest::newRow("a person") << "person 7"
                                  << "People"
                                  << "Person 7";
        QTest::newRow("a person's ID") << "U0000007"
                                       << "People"
                                       << "Person 7";
        QTest::newRow("a channel") << "#gen"
                                   << "Channels"
                                   << "#general";
        QTest::newRow("a category") << "secu"
                                    << "Categories"
                                    << "Security";
        QTest::newRow("an action") << "go act"
                                   << "Actions"
                                   << "Go to Activity";
        QTest::newRow("a setting") << "compact"
                                   << "Settings"
                                   << "Compact rows";
        QTest::newRow("a change") << "person 7 rem"
                                  << "Change"
                                  << "Person 7: turn “Reminders” off";
        QTest::newRow("what cannot be changed") << "person 7 secu"
                                                << "Change"
                                                << "Person 7: “Security” is required";
    }

    void eachKindStandsUnderItsName()
    {
        QFETCH(QString, typed);
        QFETCH(QString, heading);
        QFETCH(QString, first);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        type(w, typed);
        QTRY_VERIFY(w.find<FindList>("findResults")->isVisible());
        QTRY_COMPARE(lines(w).value(0), heading);
        QCOMPARE(lines(w).value(1), first);
        QCOMPARE(w.find<FindList>("findResults")->currentRow(), 1);
    }

    void whoTypesOnGetsTheLastAnswer()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        type(w, QStringLiteral("person 71"));
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(w.main.header().findBox(), Qt::Key_Backspace);
        QTest::keyClicks(w.main.header().findBox(), QStringLiteral("9"));
        QTRY_COMPARE(lines(w).value(1), QStringLiteral("Person 9"));
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(w.main.header().findBox(), Qt::Key_Backspace);
        QVERIFY2(!w.find<FindList>("findResults")->isVisible(), "nothing is asked for any more");
    }

    void headingsAreSteppedOver()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        type(w, QStringLiteral("person 7 rem"));
        QTRY_VERIFY(w.find<FindList>("findResults")->isVisible());
        auto* list = w.find<FindList>("findResults");
        for (int i = 0; i < list->count() + 2; ++i) {
            QTest::keyClick(w.main.header().findBox(), Qt::Key_Down);
            QVERIFY(list->chosen());
        }
        for (int i = 0; i < list->count() + 2; ++i)
            QTest::keyClick(w.main.header().findBox(), Qt::Key_Up);
        QCOMPARE(list->currentRow(), 1);
    }

    void aPersonAndACategoryTurnItOff()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        type(w, QStringLiteral("person 7 rem"));
        enter(w);  // Before there is an answer: it is waited for, nobody else is hit.
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is now off for Person 7. Noted: we did it ourselves."));
        QVERIFY(isOut(w, QStringLiteral("U0000007")));
        QCOMPARE(w.find<SubjectTableView>("peopleTable")->currentSubject(), SubjectId(QStringLiteral("U0000007")));
        QVERIFY(!w.find<FindList>("findResults")->isVisible());
        type(w, QStringLiteral("person 7 rem"));
        QTRY_COMPARE(lines(w).value(1), QStringLiteral("Person 7: “Reminders” is off already"));
    }

    void nobodyIsChangedWhoMayBeAnother()
    {
        Window w([](test::FakeBackend& backend) {
            for (int i = 1; i <= 7; ++i) {
                Subject bea;
                bea.id = SubjectId(QStringLiteral("U00001%1").arg(i, 2, 10, QLatin1Char('0')));
                bea.name = QStringLiteral("Bea Bobson");
                bea.email = QStringLiteral("bea%1@acme.test").arg(i);
                backend.addSubject(bea);
            }
        });
        QTRY_COMPARE(w.workspace->desk().people().rowCount(), 37);
        QTRY_COMPARE(w.workspace->desk().progress().stage, console::LoadProgress::Stage::Done);
        type(w, QStringLiteral("bea rem"));
        enter(w);
        QTRY_VERIFY(w.find<FindList>("findResults")->isVisible());
        enter(w);
        QVERIFY(w.find<FindList>("findResults")->isVisible());
        QVERIFY(w.workspace->desk().outbox().empty());
        const QStringList shown = lines(w);
        QCOMPARE(shown.value(0), QStringLiteral("Several match: choose whom with ↓"));
        QCOMPARE(shown.value(1), QStringLiteral("Bea Bobson: turn “Reminders” off"));
        QVERIFY2(shown.contains(QStringLiteral("3 more people match “bea”…")), qPrintable(shown.join(u'|')));
        QTest::keyClick(w.main.header().findBox(), Qt::Key_Down);
        QTest::keyClick(w.main.header().findBox(), Qt::Key_Down);
        enter(w);
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is now off for Bea Bobson. Noted: we did it ourselves."));
        QVERIFY(isOut(w, QStringLiteral("U0000102")));
        // The whole address is nobody else's.
        type(w, QStringLiteral("bea5@acme.test rem"));
        enter(w);
        QTRY_VERIFY(isOut(w, QStringLiteral("U0000105")));
        // All of them are a list.
        type(w, QStringLiteral("bea rem"));
        QTRY_VERIFY(w.find<FindList>("findResults")->isVisible());
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(w.main.header().findBox(), Qt::Key_Down);
        enter(w);
        QTRY_COMPARE(w.find<SubjectTableView>("peopleTable")->model()->rowCount(), 7);
    }

    void aScreenComesBeforeWhoHasTheLettersInside()
    {
        Window w([](test::FakeBackend& backend) {
            Subject person;
            person.id = SubjectId(QStringLiteral("U0000200"));
            person.name = QStringLiteral("Goran Thorsteinsson");
            backend.addSubject(person);
        });
        QTRY_COMPARE(w.workspace->desk().people().rowCount(), 31);
        QTRY_COMPARE(w.workspace->desk().progress().stage, console::LoadProgress::Stage::Done);
        type(w, QStringLiteral("go ins"));
        QTRY_COMPARE(lines(w).value(1), QStringLiteral("Go to Insights"));
        QVERIFY(lines(w).contains(QStringLiteral("Goran Thorsteinsson")));
        enter(w);
        QTRY_COMPARE(w.main.currentScreen()->name(), QStringLiteral("insights"));
        type(w, QStringLiteral("gor"));
        QTRY_COMPARE(lines(w).value(1), QStringLiteral("Goran Thorsteinsson"));
    }

    void allOptionalOnesAreAskedAbout()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        type(w, QStringLiteral("person 7 all"));
        enter(w);
        QTRY_VERIFY(w.find<QDialog>("confirmDialog"));
    }

    void whoMustGiveAReasonGivesItAndEntersOnce()
    {
        Window w([](test::FakeBackend& backend) { backend.setRole(Role::Support); });
        QTRY_VERIFY(w.isLoaded());
        QTRY_VERIFY(w.workspace->desk().needsReason());
        type(w, QStringLiteral("person 7 rem"));
        enter(w);
        auto* reason = w.find<QWidget>("peopleInspector")->findChild<QLineEdit*>(QStringLiteral("reason"));
        QTRY_VERIFY(reason->hasFocus());
        QVERIFY(!isOut(w, QStringLiteral("U0000007")));
        QTest::keyClicks(reason, QStringLiteral("phoned"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is now off for Person 7. Noted: we did it ourselves."));
    }

    void aReasonForSomebodyElseDoesNothing()
    {
        Window w([](test::FakeBackend& backend) { backend.setRole(Role::Support); });
        QTRY_VERIFY(w.isLoaded());
        QTRY_VERIFY(w.workspace->desk().needsReason());
        type(w, QStringLiteral("person 7 rem"));
        enter(w);
        auto* reason = w.find<QWidget>("peopleInspector")->findChild<QLineEdit*>(QStringLiteral("reason"));
        QTRY_VERIFY(reason->hasFocus());
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(SubjectId(QStringLiteral("U0000008"))));
        reason->setText(QStringLiteral("phoned"));
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(!isOut(w, QStringLiteral("U0000007")));
        QVERIFY(!isOut(w, QStringLiteral("U0000008")));
        QVERIFY(w.workspace->desk().outbox().empty());
    }
};

QTEST_MAIN(QuickFindTest)
#include "tst_quickfind.moc"
