#include "console/table/packedsubject.h"
#include "console/table/subjecttable.h"
#include "tests/ui/testwindow.h"
#include "ui/activity/entryinspector.h"
#include "ui/common/screen.h"
#include "ui/people/subjecttableview.h"
#include "ui/shell/headerbar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;
using refrain::test::DeskFixture;

/// A whole signed-in window over a backend in memory: where the focus is, what every screen says and names.
class WorkspaceTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theFocusBeginsInTheTable()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QTRY_VERIFY(w.find<QTableView>("peopleTable")->hasFocus());
    }

    void slashAndEscapeGoToTheFilterAndBack()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<QTableView>("peopleTable");
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Slash);
        auto* filter = w.find<QLineEdit>("peopleFilter");
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("a/b"));
        QCOMPARE(filter->text(), QStringLiteral("a/b"));
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty() && filter->hasFocus());
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(w.main.currentScreen()->mainPane()->hasFocus());
    }

    void escapeLeavesTheFindBoxEmpty()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<QTableView>("peopleTable");
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_K, Qt::ControlModifier);
        QLineEdit* box = w.main.header().findBox();
        QVERIFY(box->hasFocus());
        QTest::keyClicks(box, QStringLiteral("Person 7"));
        auto* found = w.find<QListWidget>("findResults");
        QTRY_VERIFY(found->isVisible());
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(table->hasFocus());
        QVERIFY(!found->isVisible());
        QVERIFY(box->text().isEmpty());
    }

    void theFirstRowIsShownAndItsMarkNotYetSwitched()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<SubjectTableView>("peopleTable");
        QTRY_VERIFY(!table->currentSubject().isEmpty());
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(table->selectionModel()->isRowSelected(0));
        QCOMPARE(table->verticalScrollBar()->value(), 0);
        QSignalSpy acted(table, &SubjectTableView::markActivated);
        int marks = 0;
        while (marks < table->model()->columnCount() && table->model()->index(0, marks).data().isValid())
            ++marks;
        const QPoint mark = table->visualRect(table->model()->index(0, marks)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, mark);
        QCOMPARE(acted.count(), 0);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, mark);
        QCOMPARE(acted.count(), 1);
    }

    void untilSomebodyChoosesItIsTheFirstRow()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<SubjectTableView>("peopleTable");
        QTRY_COMPARE(table->currentSubject(), SubjectId(QStringLiteral("U0000001")));
        const auto arrives = [&](const char* id, const char* name) {
            Subject subject;
            subject.id = SubjectId(QLatin1String(id));
            subject.name = QLatin1String(name);
            w.workspace->desk().people().apply({console::PackedSubject::of(subject)});
            return subject.id;
        };
        const SubjectId abe = arrives("U0000098", "Abe Aldo");
        QTRY_COMPARE(table->currentSubject(), abe);
        // Chosen in the list of a filter, somebody stays chosen without it, and whoever comes before.
        auto* filter = w.find<QLineEdit>("peopleFilter");
        filter->setText(QStringLiteral("\"Person 30\""));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(table->currentSubject(), SubjectId(QStringLiteral("U0000030")));
        filter->clear();
        arrives("U0000099", "Aaron Aldo");
        QTRY_COMPARE(table->model()->rowCount(), 32);
        // Whatever follows from one arrival has followed when the next is there.
        arrives("U0000097", "Aaron Abel");
        QTRY_COMPARE(table->model()->rowCount(), 33);
        QCOMPARE(table->currentSubject(), SubjectId(QStringLiteral("U0000030")));
    }

    void anInspectorWithoutARowSaysWhatItIsFor()
    {
        const Theme theme = Theme::make(Scheme::Light);
        EntryInspector pane(theme, QTimeZone::utc());
        pane.show();
        const auto* sentence = pane.findChild<QLabel*>(QStringLiteral("emptySentence"));
        QVERIFY(sentence->isVisible() && !sentence->text().isEmpty());
        pane.showEntry({}, {});
        QVERIFY(!sentence->isVisible());
    }

    void aChangeIsToldOnWhateverScreenAndUndoneFromThere()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.showScreen("sync");
        QVERIFY(
            w.workspace->desk().change(DeskFixture::order(QStringLiteral("U0000002"), PreferenceState::OptedOut)).ok());
        QCOMPARE(w.said(), QStringLiteral("“Reminders” for Person 2: off. Noted: we did it ourselves. Being saved."));
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is now off for Person 2. Noted: we did it ourselves."));
        QVERIFY(w.find<NoticeBar>("noticeBar")->isVisible());
        QTest::keyClick(w.main.currentScreen(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is now on (workspace default) for Person 2."));
    }

    void theDetailsUndoOnlyWhatIsTheirs()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<SubjectTableView>("peopleTable");
        QTRY_VERIFY(!table->currentSubject().isEmpty());
        const QString shown = table->currentSubject().toString();
        const QString another =
            shown == QStringLiteral("U0000002") ? QStringLiteral("U0000003") : QStringLiteral("U0000002");
        const auto* undo = w.find<QScrollArea>("peopleInspector")->findChild<QPushButton*>(QStringLiteral("undo"));
        QVERIFY(w.workspace->desk().change(DeskFixture::order(another, PreferenceState::OptedOut)).ok());
        QVERIFY(undo->isHidden());
        QVERIFY(w.workspace->desk().change(DeskFixture::order(shown, PreferenceState::OptedOut)).ok());
        QVERIFY(!undo->isHidden());
    }

    void nothingInTheInspectorIsCut()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.main.resize(1280, 500);
        auto* pane = w.find<QScrollArea>("peopleInspector");
        QTRY_VERIFY(pane->verticalScrollBar()->isVisible());
        QVERIFY(pane->widget()->width() <= pane->viewport()->width());
    }

    void signingOutSaysWhatWaitsBeforehand()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.world.backend.setOffline(true);
        QTRY_VERIFY(w.workspace->desk().connection().kind == console::ConnectionState::Kind::Offline);
        for (const char* id : {"U0000002", "U0000003"})
            QVERIFY(w.workspace->desk().change(DeskFixture::order(QLatin1String(id), PreferenceState::OptedOut)).ok());
        QSignalSpy ended(w.workspace.get(), &Workspace::ended);
        w.workspace->signOut();
        auto* dialog = w.find<QDialog>("confirmDialog");
        QVERIFY(dialog);
        QStringList texts;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY2(texts.join(u' ').contains(QStringLiteral("2 change(s) wait")), qPrintable(texts.join(u' ')));
        QVERIFY2(texts.join(u' ').contains(QStringLiteral("is kept on this computer")), qPrintable(texts.join(u' ')));
        QCOMPARE(ended.count(), 0);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("confirmAction")), Qt::LeftButton);
        QTRY_COMPARE(ended.count(), 1);
        const QString said = ended.first().first().toString();
        QVERIFY2(said.contains(QStringLiteral("2 change(s) wait here and go out")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("could not be told")), qPrintable(said));
    }

    void signingOutOfAHungBackendSaysSoAndEnds()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.world.backend.setHung(true);
        QSignalSpy ended(w.workspace.get(), &Workspace::ended);
        w.workspace->signOut();
        QCOMPARE(w.said(), QStringLiteral("Signing out."));
        QVERIFY(!w.find<QTableView>("peopleTable")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 6'000);
        w.workspace.reset();
        QVERIFY(w.said().isEmpty());
    }

    void theDetailsAsADrawerLeaveTheMarksAndTheNotice_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024 px") << QSize(1024, 700);
        QTest::newRow("800 px") << QSize(800, 700);
        QTest::newRow("640 px, as at scale 2") << QSize(640, 480);
    }

    void theDetailsAsADrawerLeaveTheMarksAndTheNotice()
    {
        QFETCH(QSize, size);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.main.resize(size);
        w.main.openInspector();
        auto* table = w.find<SubjectTableView>("peopleTable");
        const auto* pane = w.find<QWidget>("inspectorPane");
        QVERIFY(pane->isVisible());
        QVERIFY(
            w.workspace->desk().change(DeskFixture::order(QStringLiteral("U0000002"), PreferenceState::OptedOut)).ok());
        const auto* action = w.find<QPushButton>("noticeAction");
        QTRY_VERIFY(action->isVisible());
        const QPoint centre = action->mapTo(&w.main, action->rect().center());
        QCOMPARE(w.main.childAt(centre), action);
        QVERIFY(QRect(QPoint(), size).contains(QRect(action->mapTo(&w.main, QPoint()), action->size())));
        if (size.width() < 800)
            return;
        for (int column = 5; column <= 6; ++column) {
            const QRect mark = table->visualRect(table->model()->index(0, column));
            QVERIFY(table->viewport()->rect().contains(mark));
            const int right = table->viewport()->mapTo(&w.main, mark.topRight()).x();
            QVERIFY(right <= pane->mapTo(&w.main, QPoint()).x());
        }
    }

    void afterSigningOutNothingOfTheWorkspaceIsLeft()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QLineEdit* box = w.main.header().findBox();
        QTest::keyClick(&w.main, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("Person 7"));
        QTRY_VERIFY(w.find<QListWidget>("findResults")->isVisible());
        QVERIFY(
            w.workspace->desk().change(DeskFixture::order(QStringLiteral("U0000002"), PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(!w.said().isEmpty());
        QTRY_VERIFY(w.workspace->desk().outbox().empty());
        QSignalSpy ended(w.workspace.get(), &Workspace::ended);
        w.workspace->desk().signOut();
        QTRY_COMPARE(ended.count(), 1);
        w.workspace.reset();
        QVERIFY(w.said().isEmpty());
        QCOMPARE(w.main.windowTitle(), QStringLiteral("Refrain"));
        w.main.showPage(new QWidget);
        QVERIFY(box->isHidden());
        QVERIFY(box->text().isEmpty());
        QVERIFY(!w.find<QListWidget>("findResults"));
        QTest::keyClick(&w.main, Qt::Key_K, Qt::ControlModifier);
        for (const auto* button : w.main.findChildren<QAbstractButton*>())
            QVERIFY2(!button->isVisible() || !button->text().contains(QLatin1String("Acme")),
                     qPrintable(button->objectName()));
        for (const QLabel* label : w.main.findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(QLatin1String("Person")), qPrintable(label->text()));
    }

    void theCheckOfTheLogFollowsTheNewestEntryShown()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        console::AuditReader& audit = w.workspace->desk().audit();
        QTRY_COMPARE(audit.state().kind, console::LogState::Kind::Verified);
        const Actor bea{ActorKind::SlackUser, QStringLiteral("U0000002"), QStringLiteral("Bea")};
        for (const PreferenceState state : {PreferenceState::OptedOut, PreferenceState::OptedIn})
            w.world.backend.changeAs(bea, Source::SlashCommand, bea.id, QStringLiteral("reminders"), state);
        w.showScreen("activity");
        QTRY_COMPARE(w.find<QTableView>("activityTable")->model()->rowCount(), 2);
        QTRY_COMPARE(audit.state().verified, 2);
        QVERIFY(w.find<QLabel>("logState")->text().startsWith(QLatin1String("Entries up to 1 ")));
    }

    void aNewLogIsTrustedOnlyAfterAQuestion()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        console::AuditReader& audit = w.workspace->desk().audit();
        QTRY_COMPARE(audit.state().kind, console::LogState::Kind::Verified);
        QVERIFY(w.find<QWidget>("logAlarm")->isHidden());
        w.world.backend.setUpAnew();
        w.showScreen("activity");
        w.world.backend.setOffline(true);
        QTRY_COMPARE(w.workspace->desk().connection().kind, console::ConnectionState::Kind::Offline);
        w.world.backend.setOffline(false);  // The workspace is asked about anew, and shows its other key.
        auto* trust = w.find<QPushButton>("trustNewLog");
        QTRY_VERIFY(trust->isVisible());
        QVERIFY(w.find<QPushButton>("saveEvidence")->isVisible());
        QTest::mouseClick(trust, Qt::LeftButton);
        QCOMPARE(audit.state().kind, console::LogState::Kind::Rewritten);
        auto* dialog = w.find<QDialog>("confirmDialog");
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("confirmAction")), Qt::LeftButton);
        QTRY_COMPARE(audit.state().kind, console::LogState::Kind::Verified);
        QVERIFY(w.find<QWidget>("logAlarm")->isHidden());
    }

    void whateverActsHasAName()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QTest::keyClick(&w.main, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(w.main.header().findBox(), QStringLiteral("Person"));
        QTRY_VERIFY(w.find<QListWidget>("findResults")->isVisible());
        QStringList nameless;
        for (int i = 0; i < w.main.screens().size(); ++i) {
            w.main.showScreen(i);
            for (const QWidget* widget : w.main.findChildren<QWidget*>()) {
                const bool acts = qobject_cast<const QAbstractButton*>(widget) ||
                                  qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                                  qobject_cast<const QTableView*>(widget) || qobject_cast<const QListWidget*>(widget);
                // The corner of a table is Qt's own and never seen.
                const bool ours = !widget->inherits("QTableCornerButton");
                if (acts && ours && widget->objectName().isEmpty())
                    nameless << w.main.screens().at(i)->name() + u' ' +
                                    QString::fromLatin1(widget->metaObject()->className());
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }
};

QTEST_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
