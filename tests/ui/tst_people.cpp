#include "tests/ui/testwindow.h"
#include "ui/people/quickfilters.h"
#include "ui/people/subjecttableview.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// People and channels in the whole window: what is said of a change, whom the details are about, and the keys.
class PeopleTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

    static SubjectId idOf(int number) { return SubjectId(QStringLiteral("U%1").arg(number, 7, 10, QLatin1Char('0'))); }
    static void filter(const Window& w, const QString& text, int rows)
    {
        w.find<QLineEdit>("peopleFilter")->setText(text);
        QTRY_COMPARE(w.find<QTableView>("peopleTable")->model()->rowCount(), rows);
    }
    /// All that the details of people say.
    static QString details(const Window& w)
    {
        QStringList texts;
        for (const QLabel* label : w.find<QWidget>("peopleInspector")->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void offlineSaysThatItIsSavedAndNotInForceUntilItIs()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.world.backend.setOffline(true);
        QTRY_VERIFY(w.workspace->desk().connection().kind == console::ConnectionState::Kind::Offline);
        QVERIFY(
            w.workspace->desk().change(test::DeskFixture::order(idOf(2).toString(), PreferenceState::OptedOut)).ok());
        QTRY_VERIFY(w.said().contains(QStringLiteral("Saved here, not yet in force.")));
        QVERIFY(w.said().startsWith(QStringLiteral("“Reminders” for Person 2: off.")));
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Saved here, not yet in force.")));
        w.world.backend.setOffline(false);
        QTRY_COMPARE(w.said(), QStringLiteral("“Reminders” is now off for Person 2. Noted: we did it ourselves."));
        QTRY_VERIFY(!details(w).contains(QStringLiteral("not yet in force")));
    }

    void theDetailsFollowTheTable()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<SubjectTableView>("peopleTable");
        QVERIFY(table->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Person 2")));
        filter(w, QStringLiteral("\"Person 30\""), 1);
        const auto* stopAll = w.find<QWidget>("peopleInspector")->findChild<QPushButton*>(QStringLiteral("stopAll"));
        QVERIFY(!stopAll->isVisible());
        QVERIFY(w.find<QWidget>("peopleInspector")->findChild<QLabel*>(QStringLiteral("emptySentence"))->isVisible());
        filter(w, {}, 30);
        QTRY_VERIFY(stopAll->isVisible());
        QVERIFY(details(w).contains(QStringLiteral("Person 2")));
    }

    void theDetailsFollowWhatSomebodyElseChanges()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("A message of “Reminders” now would be delivered.")));
        w.world.backend.changeAs({ActorKind::SlackUser, idOf(2).toString(), QStringLiteral("Person 2")},
                                 Source::SlashCommand, idOf(2).toString(), QStringLiteral("reminders"),
                                 PreferenceState::OptedOut);
        QTRY_VERIFY(details(w).contains(QStringLiteral("A message of “Reminders” now would not be delivered.")));
    }

    void whileTheBackendTakesItsTimeWhatIsKnownHereStandsThere()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("now would be delivered.")));
        w.world.backend.setHung(true);
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(3)));
        QTRY_VERIFY_WITH_TIMEOUT(details(w).contains(QStringLiteral("this is what was known here.")), 1'500);
        QVERIFY(details(w).contains(QStringLiteral("Last known: a message of “Reminders” would be delivered.")));
        w.world.backend.setHung(false);
        QTRY_VERIFY_WITH_TIMEOUT(details(w).contains(QStringLiteral("now would be delivered.")), 15'000);
    }

    void whereNobodyMatchesTheListSaysSo()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        filter(w, QStringLiteral("no such person"), 0);
        QTRY_VERIFY(
            w.find<QWidget>("peopleScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"))->isVisible());
        w.find<QWidget>("peopleScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"))->click();
        QTRY_COMPARE(w.find<QTableView>("peopleTable")->model()->rowCount(), 30);
        QTRY_VERIFY(w.find<QTableView>("peopleTable")->isVisible());
    }

    void whatTouchesAllNamesWhomWithAnAddress_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("named");
        QTest::newRow("by email") << QStringLiteral("bea@acme.test") << QStringLiteral("Bea Bobson (bea@acme.test)");
        QTest::newRow("by ID where there is no email") << QString() << QStringLiteral("Bea Bobson (U0000099)");
    }

    void whatTouchesAllNamesWhomWithAnAddress()
    {
        QFETCH(QString, email);
        QFETCH(QString, named);
        Subject bea;
        bea.id = idOf(99);
        bea.name = QStringLiteral("Bea Bobson");
        bea.email = email;
        Window w([&](test::FakeBackend& backend) { backend.addSubject(bea); });
        auto* table = w.find<SubjectTableView>("peopleTable");
        QTRY_VERIFY(table->select(bea.id));
        auto* stopAll = w.find<QWidget>("peopleInspector")->findChild<QPushButton*>(QStringLiteral("stopAll"));
        QTRY_VERIFY(stopAll->isVisible());
        stopAll->click();
        QTRY_VERIFY(w.find<QDialog>("confirmDialog"));
        QStringList texts;
        for (const QLabel* label : w.find<QDialog>("confirmDialog")->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY2(texts.join(u' ').contains(named), qPrintable(texts.join(u' ')));
    }

    void theFilterLeadsIntoTheTable_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("down") << int(Qt::Key_Down);
        QTest::newRow("enter") << int(Qt::Key_Return);
    }

    void theFilterLeadsIntoTheTable()
    {
        QFETCH(int, key);
        Window w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<SubjectTableView>("peopleTable");
        QVERIFY(table->select(idOf(2)));
        filter(w, QStringLiteral("\"Person 30\""), 1);
        auto* field = w.find<QLineEdit>("peopleFilter");
        field->setFocus();
        QTest::keyClick(field, Qt::Key(key));
        QVERIFY(table->hasFocus());
        QCOMPARE(table->currentSubject(), idOf(30));
    }

    void theHistoryComesByItselfOnceItCanBeHad()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.world.backend.changeAs({ActorKind::SlackUser, idOf(3).toString(), QStringLiteral("Person 3")},
                                 Source::SlashCommand, idOf(3).toString(), QStringLiteral("reminders"),
                                 PreferenceState::OptedOut);
        w.world.backend.setOffline(true);
        QTRY_VERIFY(w.workspace->desk().connection().kind == console::ConnectionState::Kind::Offline);
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(3)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("The time line cannot be shown")));
        w.world.backend.setOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(details(w).contains(QStringLiteral("Reminders: off")), 4000);
        QVERIFY(!details(w).contains(QStringLiteral("cannot be shown")));
    }

    void withoutContactNothingIsSaidOfNow()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral(" now would be delivered.")));
        w.world.backend.setOffline(true);
        QTRY_VERIFY(details(w).contains(QStringLiteral("Last known: a message of “Reminders” would be delivered.")));
        QVERIFY2(details(w).contains(QStringLiteral("No contact with the backend since ")), qPrintable(details(w)));
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(3)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Last known")));
        QVERIFY2(!details(w).contains(QStringLiteral(" now would")), qPrintable(details(w)));
    }

    void whileTheBackendHangsTheHistoryHasNoEmptyHeading()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Nothing was ever changed.")));
        w.world.backend.setHung(true);
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(3)));
        QTRY_VERIFY(!details(w).contains(QStringLiteral("Nothing was ever changed.")));
        QTRY_VERIFY2(
            !details(w).contains(QStringLiteral("History")) || details(w).contains(QStringLiteral("Being fetched.")),
            qPrintable(details(w)));
        w.world.backend.setHung(false);
    }

    void whoLeftIsSentNothingAndNoRowSaysOtherwise()
    {
        Subject gone;
        gone.id = idOf(99);
        gone.name = QStringLiteral("Bea Bobson");
        gone.deleted = true;
        Window w([&](test::FakeBackend& backend) {
            backend.addSubject(gone);
            backend.changeAs({ActorKind::SlackUser, gone.id.toString(), gone.name}, Source::SlashCommand,
                             gone.id.toString(), QStringLiteral("reminders"), PreferenceState::OptedOut);
        });
        auto* table = w.find<SubjectTableView>("peopleTable");
        QTRY_VERIFY(table->select(gone.id));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Nothing is sent to Bea Bobson.")));
        QVERIFY2(details(w).contains(QStringLiteral("Bea Bobson has left this workspace.")), qPrintable(details(w)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Nothing is sent here; kept: off, by Bea Bobson")));
        const auto* pane = w.find<QWidget>("peopleInspector");
        for (const char* useless : {"stopAll", "optOutLink", "asked-person"})
            QVERIFY2(!pane->findChild<QPushButton*>(QLatin1String(useless))->isVisible(), useless);
        QVERIFY(!details(w).contains(QStringLiteral("Required")));
        for (const auto* chip : pane->findChildren<QAbstractButton*>()) {
            if (chip->objectName().startsWith(QStringLiteral("switch-")))
                QVERIFY2(chip->text() != QStringLiteral("on") && chip->text() != QStringLiteral("required"),
                         qPrintable(chip->objectName() + chip->text()));
        }
        pane->findChild<QAbstractButton*>(QStringLiteral("switch-security"))->click();
        QTRY_VERIFY(w.said().startsWith(QStringLiteral("Nothing is sent here")));
    }

    void whoIsOutOfAllHasNoCategoryThatSaysOtherwise()
    {
        Window w([](test::FakeBackend& backend) {
            backend.changeAs({ActorKind::SlackUser, idOf(2).toString(), QStringLiteral("Person 2")},
                             Source::SlashCommand, idOf(2).toString(), QStringLiteral("*"), PreferenceState::OptedOut);
        });
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(w.find<SubjectTableView>("peopleTable")->select(idOf(2)));
        QTRY_VERIFY(details(w).contains(QStringLiteral("Off: all optional messages are off")));
        QVERIFY2(!details(w).contains(QStringLiteral("workspace default")), qPrintable(details(w)));
    }

    void aQuickFilterPutsItsMarkIntoTheFieldAndTakesItOut()
    {
        Window w([](test::FakeBackend& backend) {
            backend.changeAs({ActorKind::SlackUser, idOf(2).toString(), QStringLiteral("Person 2")},
                             Source::SlashCommand, idOf(2).toString(), QStringLiteral("reminders"),
                             PreferenceState::OptedOut);
        });
        QTRY_VERIFY(w.isLoaded());
        auto* show = w.find<QuickFilters>("peopleShow");
        auto* field = w.find<QLineEdit>("peopleFilter");
        field->setText(QStringLiteral("person"));
        emit show->menu()->aboutToShow();
        const QList<QMenu*> groups = show->menu()->findChildren<QMenu*>();
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups.first()->actions().size(), 1);  // What is required nobody has opted out of.
        groups.first()->actions().first()->trigger();
        QCOMPARE(field->text(), QStringLiteral("out:reminders person"));
        QTRY_COMPARE(w.find<QTableView>("peopleTable")->model()->rowCount(), 1);
        show->toggle(QStringLiteral("changed:<7d"));
        QCOMPARE(field->text(), QStringLiteral("changed:<7d out:reminders person"));
        QTRY_COMPARE(w.find<QTableView>("peopleTable")->model()->rowCount(), 1);
        w.world.clock.advance(std::chrono::hours(24 * 8));
        show->toggle(QStringLiteral("out:reminders"));
        QTRY_COMPARE(w.find<QTableView>("peopleTable")->model()->rowCount(), 0);
        show->toggle(QStringLiteral("changed:<7d"));
        QCOMPARE(field->text(), QStringLiteral("person"));
    }

    void aTopicIsReadAsPlainTextWithNames()
    {
        Subject channel;
        channel.id = SubjectId(QStringLiteral("C0000002"));
        channel.kind = SubjectKind::Channel;
        channel.name = QStringLiteral("design");
        channel.topic = QStringLiteral("Q&amp;A: ask <@U0000002>, see <https://wiki.acme.test/7|the wiki>");
        Window w([&](test::FakeBackend& backend) { backend.addSubject(channel); });
        QTRY_VERIFY(w.isLoaded());
        w.showScreen("channels");
        auto* table = w.find<SubjectTableView>("channelsTable");
        QTRY_VERIFY(table->select(channel.id));
        const QString topic = QStringLiteral("Q&A: ask @Person 2, see the wiki");
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells << table->model()->index(table->currentIndex().row(), column).data().toString();
        QVERIFY2(cells.contains(topic), qPrintable(cells.join(u'|')));
        QTRY_VERIFY(std::ranges::any_of(w.find<QWidget>("channelsInspector")->findChildren<QLabel*>(),
                                        [&](const QLabel* label) { return label->text().contains(topic); }));
    }

    void aChannelIsNotAPerson()
    {
        Window w;
        QTRY_VERIFY(w.isLoaded());
        w.showScreen("channels");
        auto* pane = w.find<QWidget>("channelsInspector");
        QTRY_VERIFY(pane->findChild<QPushButton*>(QStringLiteral("asked-person"))->isVisible());
        QCOMPARE(pane->findChild<QPushButton*>(QStringLiteral("asked-person"))->text(), QStringLiteral("Its managers"));
        QCOMPARE(pane->findChild<QLabel*>(QStringLiteral("subjectName"))->text(), QStringLiteral("#general"));
    }
};

QTEST_MAIN(PeopleTest)
#include "tst_people.moc"
