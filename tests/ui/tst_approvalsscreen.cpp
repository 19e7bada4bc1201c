#include "console/access/members.h"
#include "console/approvals/approvals.h"
#include "console/engine/sendandthen.h"
#include "tests/ui/livewindow.h"
#include "ui/bulk/bulkdialog.h"
#include "ui/imports/importform.h"
#include "ui/imports/importresult.h"
#include "ui/people/subjecttableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QProcess>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// A second admin's approval with real keys and clicks on the whole window over the real programs: what the console
/// says before and after, and what the second one sees and decides.
class ApprovalsScreenTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = 40'000;

    test::LiveWindow w;
    QByteArray m_key;

    [[nodiscard]] BulkDialog* dialog() const { return w.find<BulkDialog>("bulkDialog"); }
    [[nodiscard]] QString note() const
    {
        return dialog() ? dialog()->findChild<QWidget*>(QStringLiteral("bulkNote"))->accessibleName() : QString();
    }
    [[nodiscard]] QString text(const char* label) const { return w.find<QLabel>(label)->text(); }
    [[nodiscard]] bool isShown(const char* button) const { return w.find<QPushButton>(button)->isVisible(); }
    [[nodiscard]] int optedOut(const char* slug) const
    {
        return w.desk().people().countOptedOut(*w.desk().people().columnOf(CategorySlug(QLatin1String(slug))));
    }
    void answer(const char* text) const
    {
        QTRY_VERIFY(w.find<QDialog>("confirmDialog"));
        for (QPushButton* made : w.find<QDialog>("confirmDialog")->findChildren<QPushButton*>()) {
            if (made->text() == QLatin1String(text))
                return QTest::mouseClick(made, Qt::LeftButton);
        }
        QFAIL("no such answer");
    }
    [[nodiscard]] QString importNote() const
    {
        auto* result = w.find<ImportResult>("importResult");
        return result ? result->findChild<QWidget*>(QStringLiteral("importNote"))->accessibleName() : QString();
    }
    /// Looks at what a file of ids would do to Surveys.
    void check(const QString& path) const
    {
        w.show("imports");
        w.click("newImport");
        w.find<ImportForm>("importPage")->setFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QTableWidget>("importRows")->isVisible(), patience);
        auto* category = w.find<QComboBox>("importField_category");
        category->setCurrentIndex(category->findData(QStringLiteral("surveys")));
        w.click("importSave");
        QTRY_VERIFY_WITH_TIMEOUT(importNote().contains(QLatin1String("change something")), patience);
    }
    /// A program opts people out in one batch; the backend's status.
    [[nodiscard]] int batchByProgram(const char* category, int count)
    {
        QJsonArray changes;
        for (int row = 0; changes.size() < count; ++row) {
            if (!w.desk().people().isDeleted(row) && !w.desk().people().isBot(row))
                changes.append(QJsonObject{{QStringLiteral("subject"), w.desk().people().id(row).toString()},
                                           {QStringLiteral("category"), QLatin1String(category)},
                                           {QStringLiteral("state"), QStringLiteral("opted_out")},
                                           {QStringLiteral("reason"), QStringLiteral("they left the project")}});
        }
        net::HttpRequest request;
        request.url = w.live.local->url();
        request.url.setPath(QStringLiteral("/v1/workspaces/%1/preferences:batch").arg(w.desk().workspace().id));
        request.method = QByteArrayLiteral("POST");
        request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + m_key});
        request.headers.append({QByteArrayLiteral("Refrain-Launch"), w.live.local->launchSecret().reveal()});
        request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        request.body = QJsonDocument(QJsonObject{{QStringLiteral("mode"), QStringLiteral("each")},
                                                 {QStringLiteral("changes"), changes}})
                           .toJson();
        int status = 0;
        QObject context;
        console::sendAndThen(w.live.transport, std::move(request), &context,
                             [&](const Result<net::HttpReply>& reply) { status = reply ? reply->status : -1; });
        return QTest::qWaitFor([&] { return status != 0; }, patience) ? status : 0;
    }
    [[nodiscard]] QByteArray newKey() const
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("REFRAIN_DATA_DIR"), w.live.profile->practiceDir());
        program.setProcessEnvironment(environment);
        program.start(
            QStringLiteral(REFRAIN_BIN_DIR "/refraind"),
            {QStringLiteral("apikey"), QStringLiteral("create"), QStringLiteral("--workspace"), w.desk().workspace().id,
             QStringLiteral("--name"), QStringLiteral("Night job"), QStringLiteral("--role"), QStringLiteral("admin"),
             QStringLiteral("--config"), QStringLiteral("/dev/null")});
        if (!program.waitForFinished(patience))
            return {};
        return program.readAllStandardOutput().trimmed();
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
        m_key = newKey();
        QVERIFY(!m_key.isEmpty());
    }

    void withOneAdminTheScreenSaysThatNothingWaits()
    {
        w.show("approvals");
        QTRY_VERIFY_WITH_TIMEOUT(text("approvalRule").contains(QLatin1String("only one admin")), patience);
        QTRY_VERIFY(!w.main->findChildren<QWidget*>(QStringLiteral("approvalsTable")).isEmpty());
        w.picture(QStringLiteral("approvals-empty"));
    }

    void theRuleIsSetInADialog()
    {
        w.click("changeApprovalRule");
        QTRY_VERIFY(w.find<QDialog>("approvalRuleDialog"));
        w.find<QSpinBox>("ruleAbove")->setValue(25);
        w.picture(QStringLiteral("approvals-rule"));
        QCOMPARE(w.find<QPushButton>("ruleSave")->text(), QStringLiteral("Save"));
        w.click("ruleSave");
        QTRY_VERIFY_WITH_TIMEOUT(text("approvalRule").contains(QLatin1String("more than 25 people")), patience);
        const SubjectId second = w.desk().people().id(w.somebody(0));
        bool isGiven = false;
        console::answerThen(console::Members(w.desk().calls()).give(second, Role::Admin), this, Error::cancelled({}),
                            [&](const Result<>& given) { isGiven = given.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(isGiven, patience);
        w.desk().approvals().watch();
        QTRY_VERIFY_WITH_TIMEOUT(w.desk().approvals().standing().active(), patience);
        QTRY_VERIFY(!text("approvalRule").contains(QLatin1String("only one admin")));
    }

    void aLargeActSaysThatItNeedsApprovalAndIsNotInForce()
    {
        w.show("people");
        auto* table = w.find<SubjectTableView>("peopleTable");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        w.click("peopleBulkOptOut");
        QTRY_VERIFY(dialog());
        auto* act = dialog()->findChild<QPushButton*>(QStringLiteral("bulkAct"));
        QTRY_COMPARE_WITH_TIMEOUT(act->text(), QStringLiteral("Send for approval"), patience);
        QVERIFY(note().contains(QLatin1String("Needs a second admin's approval")));
        w.picture(QStringLiteral("approvals-bulk"));
        QTest::mouseClick(act, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note().startsWith(QLatin1String("Sent for approval")), patience);
        QVERIFY(note().contains(QLatin1String("Nothing of it is in force")));
        QVERIFY(!act->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->findChild<QPushButton*>(QStringLiteral("bulkRequest"))->isVisible(),
                                 patience);
        w.picture(QStringLiteral("approvals-bulk-asked"));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("bulkClose")), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        QCOMPARE(optedOut("reminders"), 0);
    }

    void whoAskedWaitsForAnotherAndMayWithdraw()
    {
        w.show("approvals");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("approvalsTable", QStringLiteral("Turn"), 1),
                                  QStringLiteral("waits for another admin"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isShown("withdrawRequest"), patience);
        QVERIFY(!isShown("approveRequest"));
        QVERIFY(text("approvalWhyNot").contains(QLatin1String("another admin")));
        w.picture(QStringLiteral("approvals-mine"));
        w.click("withdrawRequest");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("approvalsTable", QStringLiteral("Turn"), 1), QStringLiteral("withdrawn"),
                                  patience);
    }

    void theSecondAdminSeesWhatItChangesAndApproves()
    {
        QCOMPARE(batchByProgram("reminders", 30), 202);
        w.desk().approvals().watch();
        auto* entry = w.find<QAbstractButton>("sidebarapprovals");
        QTRY_VERIFY_WITH_TIMEOUT(entry->accessibleName().contains(QLatin1Char('1')), patience);
        QTRY_VERIFY_WITH_TIMEOUT(w.rowOf("approvalsTable", QStringLiteral("Turn “Reminders” off for 30")) == 0,
                                 patience);
        QCOMPARE(w.cell("approvalsTable", QStringLiteral("Turn"), 1), QStringLiteral("waits for you"));
        w.choose("approvalsTable", QStringLiteral("Turn “Reminders” off for 30"));
        QTRY_VERIFY_WITH_TIMEOUT(isShown("approveRequest"), patience);
        QVERIFY(text("approvalLines").contains(QLatin1String("30")));
        QVERIFY(!text("approvalSample").isEmpty());
        QVERIFY(!w.find<QPushButton>("refuseRequest")->isEnabled());
        w.main->resize(1920, 1080);
        w.picture(QStringLiteral("approvals-waiting-wide"));
        w.main->resize(1280, 800);
        w.picture(QStringLiteral("approvals-waiting"));
        w.click("approveRequest");
        answer("Approve it");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("approvalsTable", QStringLiteral("Turn “Reminders” off for 30"), 1),
                                  QStringLiteral("approved, in force"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(optedOut("reminders"), 30, patience);
        QTRY_VERIFY(!isShown("approveRequest"));
    }

    void aRefusalNeedsItsReason()
    {
        QCOMPARE(batchByProgram("surveys", 28), 202);
        w.desk().approvals().watch();
        QTRY_VERIFY_WITH_TIMEOUT(w.rowOf("approvalsTable", QStringLiteral("Turn “Surveys” off")) == 0, patience);
        w.choose("approvalsTable", QStringLiteral("Turn “Surveys” off"));
        QTRY_VERIFY_WITH_TIMEOUT(isShown("refuseRequest"), patience);
        QTest::keyClicks(w.find<QLineEdit>("approvalReason"), QStringLiteral("Ask them first"));
        w.click("refuseRequest");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("approvalsTable", QStringLiteral("Turn “Surveys” off"), 1),
                                  QStringLiteral("refused"), patience);
        QCOMPARE(optedOut("surveys"), 0);
    }

    void aFileSaysThatItNeedsApprovalAndWaits()
    {
        QByteArray rows = "address\n";
        for (int i = 0; i < 30; ++i)
            rows += w.desk().people().id(w.somebody(i)).toString().toUtf8() + '\n';
        const QString path = w.live.folder.filePath(QStringLiteral("leave.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size());
        file.close();
        check(path);
        QVERIFY(importNote().contains(QLatin1String("Needs a second admin's approval")));
        QVERIFY(!isShown("importRequest"));
        w.picture(QStringLiteral("approvals-import"));
        w.click("importAct");
        QTRY_VERIFY_WITH_TIMEOUT(importNote().startsWith(QLatin1String("It waits for a second admin")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isShown("importRequest"), patience);
        w.picture(QStringLiteral("approvals-import-waits"));
        w.click("importBack");
        check(path);  // the same file again
        QTRY_VERIFY_WITH_TIMEOUT(importNote().contains(QLatin1String("waits already")), patience);
        w.click("importRequest");
        QTRY_VERIFY_WITH_TIMEOUT(text("approvalTitle").contains(QLatin1String("leave.csv")), patience);
        QVERIFY(text("approvalLines").contains(QLatin1String("Then off: 30")));
        QTRY_VERIFY_WITH_TIMEOUT(isShown("withdrawRequest"), patience);
        w.picture(QStringLiteral("approvals-import-request"));
        w.click("withdrawRequest");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("approvalsTable", QStringLiteral("Import “leave.csv”"), 1),
                                  QStringLiteral("withdrawn"), patience);
        w.show("imports");
        w.click("importBack");
        w.click("importCancel");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("importsTable", QStringLiteral("leave.csv"), 1), QStringLiteral("ended early"),
                                  patience);
        w.show("approvals");
    }

    void aWeakerRuleSaysThatItNeedsApprovalItself()
    {
        w.click("changeApprovalRule");
        QTRY_VERIFY(w.find<QDialog>("approvalRuleDialog"));
        w.find<QCheckBox>("ruleOn")->setChecked(false);
        QCOMPARE(w.find<QPushButton>("ruleSave")->text(), QStringLiteral("Send for approval"));
        w.click("ruleSave");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("approvalsTable", QStringLiteral("Change what needs approval"), 1),
                                  QStringLiteral("waits for another admin"), patience);
        QVERIFY(w.desk().approvals().standing().active());
    }
};

QTEST_MAIN(ApprovalsScreenTest)
#include "tst_approvalsscreen.moc"
