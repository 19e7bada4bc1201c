#include "console/engine/backendcalls.h"
#include "console/sending/recipientwish.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/testwindow.h"
#include "ui/common/codefield.h"
#include "ui/workflows/workflowpane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimeEdit>

using namespace refrain;
using namespace refrain::ui;

/// The Workflows screen: set up, previewed, run, paused and looked into, on real widgets against the real backend and
/// the practice Slack.
class WorkflowsScreenTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;
    QStringList m_names;  ///< People who can be written to; the first has turned reminders off.

    [[nodiscard]] QPushButton* button(const char* name) const { return w.find<QPushButton>(name); }
    [[nodiscard]] QString note(const char* part) const
    {
        return w.find<QWidget>(part)->findChild<QLabel*>(QStringLiteral("noteHeadline"))->text();
    }
    [[nodiscard]] QString problem(const char* field) const
    {
        return w.find<QLabel>((QByteArray(field) + "Problem").constData())->text();
    }
    void type(const char* field, const QString& text) const
    {
        auto* line = w.find<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void request(const QByteArray& method, const QString& path, const QJsonObject& body)
    {
        console::ApiRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        QFuture<Result<>> done = w.desk().calls().order(request);
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QVERIFY(done.result().ok());
    }
    void listAll(const QStringList& names)
    {
        auto* to = w.find<QComboBox>("workflowRecipientsTo");
        to->setCurrentIndex(to->findData(int(console::RecipientWish::To::Listed)));
        w.find<QPlainTextEdit>("workflowRecipientsList")->setPlainText(names.join(u'\n'));
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
        for (int i = 0; i < 3; ++i)
            m_names << w.desk().people().name(w.somebody(i));
        QVERIFY(w.desk().change({w.desk().people().id(w.somebody(0)),
                                 CategorySlug(QStringLiteral("reminders")),
                                 console::Wish::toState(PreferenceState::OptedOut),
                                 RequestedBy::Person,
                                 {},
                                 {}}));
        QTRY_VERIFY_WITH_TIMEOUT(w.desk().outbox().empty(), patience);
    }

    void withoutATemplateItSaysWhatToDo()
    {
        w.show("workflows");
        auto* none = w.find<QWidget>("workflowsScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY_WITH_TIMEOUT(none->isVisible() && none->text() == QStringLiteral("New workflow"), patience);
        none->click();
        QTRY_VERIFY_WITH_TIMEOUT(problem("workflowTemplate").contains(QStringLiteral("Templates")), patience);
        // Nothing was done wrong yet.
        QCOMPARE(note("workflowPreviewScroll"), QStringLiteral("There is no preview yet."));
        QVERIFY(!button("workflowEditSave")->isEnabled());
        w.click("workflowEditCancel");
        request(
            "POST", QStringLiteral("templates"),
            {{QStringLiteral("slug"), QStringLiteral("stand-up")},
             {QStringLiteral("title"), QStringLiteral("Stand-up")},
             {QStringLiteral("source"), QStringLiteral("local d = std.extVar('data'); { text: '*Stand-up* in the ' + "
                                                       "d.room + ' at ' + d.at }")},
             {QStringLiteral("sample"), QJsonObject{{QStringLiteral("room"), QStringLiteral("large room")},
                                                    {QStringLiteral("at"), QStringLiteral("10:30")}}}});
    }

    void itIsSetUp()
    {
        w.click("newWorkflow");
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QComboBox>("workflowTemplate")->count(), 1, patience);
        type("workflowName", QStringLiteral("Daily reminder"));
        QCOMPARE(w.find<QLineEdit>("workflowSlug")->text(), QStringLiteral("daily-reminder"));
        auto* category = w.find<QComboBox>("workflowCategory");
        category->setCurrentIndex(category->findData(QStringLiteral("reminders")));
        QVERIFY(w.find<CodeField>("workflowData")->toPlainText().contains(QStringLiteral("large room")));
        listAll(m_names);
        w.find<QCheckBox>("scheduleByItself")->click();
        w.find<QTimeEdit>("scheduleTime")->setTime(QTime(9, 30));
        for (int day = 1; day <= 5; ++day)
            w.find<QCheckBox>(QByteArray("scheduleDay" + QByteArray::number(day)).constData())->setChecked(false);
        QVERIFY(!button("workflowEditSave")->isEnabled());
        for (int day = 1; day <= 5; ++day)
            w.find<QCheckBox>(QByteArray("scheduleDay" + QByteArray::number(day)).constData())->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(button("workflowEditSave")->isEnabled(), patience);
        auto* message = w.find<QWidget>("workflowsInspector")->findChild<QWidget*>(QStringLiteral("slackMessage"));
        const auto said = [message] {
            const auto* text = message->findChild<QLabel*>(QStringLiteral("slackText"));
            return text ? text->text() : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(said(), QStringLiteral("<b>Stand-up</b> in the large room at 10:30"), patience);
        w.picture(QStringLiteral("workflows-edit"));
        w.find<CodeField>("workflowData")->setPlainText(QStringLiteral("{\"room\": \"small room\"}"));
        QTRY_VERIFY_WITH_TIMEOUT(note("workflowPreviewScroll").contains(QStringLiteral("no message")), patience);
        w.click("workflowEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(problem("workflowData").contains(QStringLiteral("at")), patience);
        w.find<CodeField>("workflowData")
            ->setPlainText(QStringLiteral("{\"room\": \"small room\", \"at\": \"11:00\"}"));
        w.click("workflowEditSave");
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("workflowsTable", QStringLiteral("Daily reminder")), 0, patience);
        QCOMPARE(w.cell("workflowsTable", QStringLiteral("Daily"), 2), QStringLiteral("Mon–Fri, 09:30"));
        QVERIFY(w.cell("workflowsTable", QStringLiteral("Daily"), 3).endsWith(QStringLiteral("09:30")));
        QTRY_VERIFY_WITH_TIMEOUT(note("workflowNote").startsWith(QStringLiteral("Next: ")), patience);
    }

    void beforeItRunsWhoGetsItIsShown()
    {
        w.click("runWorkflow");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("runDialog"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(button("runAction")->text(), QStringLiteral("Send to 2"), patience);
        auto* table = w.find<QWidget>("runDialog")->findChild<QTableView*>(QStringLiteral("previewTable"));
        QStringList fates;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            fates << table->model()->index(row, 1).data().toString();
        QCOMPARE(fates.count(QStringLiteral("gets it")), 2);
        QCOMPARE(fates.count(QStringLiteral("skipped: turned off")), 1);
        if (const QString folder = qEnvironmentVariable("REFRAIN_TEST_PICTURES"); !folder.isEmpty())
            w.find<QDialog>("runDialog")->grab().save(folder + QStringLiteral("/workflows-run.png"));
        w.click("runCancel");
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("runDialog"), patience);
        QCOMPARE(w.find<QTableView>("runsTable")->model()->rowCount(), 0);
    }

    void itRunsAndWhatBecameOfItIsSaid()
    {
        w.main->activateWindow();
        w.click("runWorkflow");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("runDialog") && button("runAction")->isEnabled(), patience);
        w.click("runAction");
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("runDialog"), patience);
        w.main->activateWindow();
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("workflowsTable", QStringLiteral("Daily"), 4),
                                  QStringLiteral("2 sent, 1 skipped"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QTableView>("runsTable")->model()->rowCount(), 1, patience);
        w.picture(QStringLiteral("workflows"));
        w.click("openRun");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QWidget>("notificationsScreen")->isVisible(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QTableView>("fatesTable")->model()->rowCount(), 3, patience);
        w.show("workflows");
    }

    void itIsPausedAndGoesOn()
    {
        w.click("pauseWorkflow");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("workflowsTable", QStringLiteral("Daily"), 3), QStringLiteral("paused"),
                                  patience);
        QCOMPARE(note("workflowNote"), QStringLiteral("Paused."));
        QVERIFY(w.screen("workflows")->undo());
        QTRY_VERIFY_WITH_TIMEOUT(w.cell("workflowsTable", QStringLiteral("Daily"), 3).endsWith(QStringLiteral("09:30")),
                                 patience);
    }

    void whoSavedMeanwhileIsNotOverwritten()
    {
        w.click("editWorkflow");
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QComboBox>("workflowTemplate")->count(), 1, patience);
        type("workflowDescription", QStringLiteral("Mine"));
        request("PATCH", QStringLiteral("workflows/daily-reminder"),
                {{QStringLiteral("description"), QStringLiteral("Theirs")}});
        w.click("workflowEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("workflowEditTheirs")->isVisible(), patience);
        w.click("workflowEditTheirs");
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QLineEdit>("workflowDescription")->text(), QStringLiteral("Theirs"), patience);
        QVERIFY(w.screen("workflows")->undo());
        QCOMPARE(w.find<QLineEdit>("workflowDescription")->text(), QStringLiteral("Mine"));
        w.click("workflowEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("workflowEditMine")->isVisible(), patience);
        w.click("workflowEditMine");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QTableView>("workflowsTable")->isVisible(), patience);
    }

    void toManyItGoesOnlyAfterATest()
    {
        w.click("editWorkflow");
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QComboBox>("workflowTemplate")->count(), 1, patience);
        auto* to = w.find<QComboBox>("workflowRecipientsTo");
        to->setCurrentIndex(to->findData(int(console::RecipientWish::To::Everybody)));
        w.click("workflowEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QTableView>("workflowsTable")->isVisible(), patience);
        w.click("runWorkflow");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("runDialog"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(button("runTest")->isVisible(), patience);
        QVERIFY(!button("runAction")->isEnabled());
        w.click("runTest");
        QTRY_VERIFY_WITH_TIMEOUT(button("runAction")->isEnabled(), patience);
        w.click("runCancel");
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("runDialog"), patience);
        w.main->activateWindow();
    }

    void itIsArchived()
    {
        w.click("archiveWorkflow");
        QTRY_VERIFY_WITH_TIMEOUT(w.rowOf("workflowsTable", QStringLiteral("Daily")) < 0, patience);
        QVERIFY(w.screen("workflows")->undo());
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("workflowsTable", QStringLiteral("Daily")), 0, patience);
    }

    void whoMayOnlyLookIsOfferedNothing()
    {
        WorkflowPane pane(w.theme, w.live.clock, QTimeZone::utc(), {});
        WorkflowPane::Shown shown;
        shown.workflow.title = QStringLiteral("Daily reminder");
        shown.workflow.schedule = Schedule{QTime(9, 0), {1}};
        pane.show(shown);
        pane.QWidget::show();
        for (const char* name : {"runWorkflow", "pauseWorkflow", "editWorkflow", "archiveWorkflow"})
            QVERIFY2(!pane.findChild<QPushButton*>(QLatin1String(name))->isVisible(), name);
    }

    void withoutABackendItSaysSo()
    {
        test::TestWindow away;
        QTRY_VERIFY_WITH_TIMEOUT(away.isLoaded(), patience);
        away.world.backend.setOffline(true);
        away.showScreen("workflows");
        auto* again = away.find<QWidget>("workflowsScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QCOMPARE(again->text(), QStringLiteral("Try again"));
    }
};

QTEST_MAIN(WorkflowsScreenTest)
#include "tst_workflowsscreen.moc"
