#include "tests/ui/livewindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// Whatever way the workspace is left while something is being written, it stands there again afterwards. On the whole
/// window over the real programs.
class DraftsBackTest final : public QObject {
    Q_OBJECT

    static constexpr int patience = test::patience;
    test::LiveWindow w;
    QString m_way;

    /// Quits, or signs out and in again.
    bool leaveAndComeBack()
    {
        const bool signsOut = m_way == QLatin1String("signed out");
        if (signsOut) {
            QSignalSpy ended(w.workspace.get(), &Workspace::ended);
            w.workspace->signOut();
            if (!QTest::qWaitFor([&] { return ended.count() > 0; }, patience))
                return false;
        }
        w.workspace.reset();
        return (!signsOut || w.live.signIn(*w.browser)) && w.open(signsOut);
    }
    [[nodiscard]] QString field(const char* name) const { return w.find<QLineEdit>(name)->text(); }
    [[nodiscard]] QString area(const char* name) const { return w.find<QPlainTextEdit>(name)->toPlainText(); }
    [[nodiscard]] static QString back() { return QStringLiteral("What you were writing here is back."); }
    static void ways()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("the program is quit") << QStringLiteral("quit");
        QTest::newRow("somebody signs out and in again") << QStringLiteral("signed out");
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
    }
    void init()
    {
        QFETCH(QString, way);
        m_way = way;
    }

    void aMessage_data() { ways(); }
    void aMessage()
    {
        w.show("notifications");
        w.click("newNotification");
        auto* category = w.find<QComboBox>("composeCategory");
        category->setCurrentIndex(category->findData(QStringLiteral("reminders")));
        QTest::keyClicks(w.find<QPlainTextEdit>("composeText"), QStringLiteral("Half a sen"));
        w.find<QRadioButton>("toPeople")->click();
        QTest::keyClicks(w.find<QLineEdit>("composeFilter"), QStringLiteral("is:guest"));
        QVERIFY(leaveAndComeBack());
        QCOMPARE(w.find<QPlainTextEdit>("composeText")->isVisible(), false);
        w.show("notifications");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPlainTextEdit>("composeText")->isVisible(), patience);
        QCOMPARE(area("composeText"), QStringLiteral("Half a sen"));
        QCOMPARE(field("composeFilter"), QStringLiteral("is:guest"));
        QVERIFY(w.find<QRadioButton>("toPeople")->isChecked());
        QCOMPARE(w.find<QComboBox>("composeCategory")->currentData().toString(), QStringLiteral("reminders"));
        QCOMPARE(w.said(), back());
        // Thrown away it stays away.
        w.click("composeCancel");
        QVERIFY(leaveAndComeBack());
        w.show("notifications");
        QVERIFY(!w.find<QPlainTextEdit>("composeText")->isVisible());
        QVERIFY(area("composeText").isEmpty());
    }

    void aTemplate_data() { ways(); }
    void aTemplate()
    {
        w.show("templates");
        w.click("newTemplate");
        QTest::keyClicks(w.find<QLineEdit>("templateName"), QStringLiteral("Half"));
        w.find<QPlainTextEdit>("templateSource")->setPlainText(QStringLiteral("{ text: \"not whole"));
        w.find<QPlainTextEdit>("templateSample")->setPlainText(QStringLiteral("{ \"name\": "));
        QVERIFY(leaveAndComeBack());
        w.show("templates");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPlainTextEdit>("templateSource")->isVisible(), patience);
        QCOMPARE(field("templateName"), QStringLiteral("Half"));
        QCOMPARE(field("templateSlug"), QStringLiteral("half"));
        QCOMPARE(area("templateSource"), QStringLiteral("{ text: \"not whole"));
        QCOMPARE(area("templateSample"), QStringLiteral("{ \"name\": "));
        w.click("templateEditCancel");
        // What is thrown away can still be brought back, and is a draft again then.
        QVERIFY(w.screen("templates")->undo());
        QVERIFY(leaveAndComeBack());
        w.show("templates");
        QTRY_COMPARE_WITH_TIMEOUT(field("templateName"), QStringLiteral("Half"), patience);
        w.click("templateEditCancel");
    }

    void aWorkflow_data() { ways(); }
    void aWorkflow()
    {
        w.show("workflows");
        w.click("newWorkflow");
        QTest::keyClicks(w.find<QLineEdit>("workflowName"), QStringLiteral("Half"));
        auto* to = w.find<QComboBox>("workflowRecipientsTo");
        to->setCurrentIndex(3);
        const QString whom = to->currentText();
        w.find<QPlainTextEdit>("workflowData")->setPlainText(QStringLiteral("{ \"day\": "));
        QVERIFY(leaveAndComeBack());
        w.show("workflows");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPlainTextEdit>("workflowData")->isVisible(), patience);
        QCOMPARE(field("workflowName"), QStringLiteral("Half"));
        QCOMPARE(area("workflowData"), QStringLiteral("{ \"day\": "));
        QCOMPARE(w.find<QComboBox>("workflowRecipientsTo")->currentText(), whom);
        w.click("workflowEditCancel");
    }

    void aPlaybook_data() { ways(); }
    void aPlaybook()
    {
        w.show("playbooks");
        auto* list = w.find<QListView>("playbooksList");
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->model()->rowCount() > 0, patience);
        w.click("usePlaybook");
        QTest::keyClicks(w.find<QLineEdit>("playbookName"), QStringLiteral("Half"));
        QPlainTextEdit* text = nullptr;
        for (auto* edit : w.find<QWidget>("playbooksScreen")->findChildren<QPlainTextEdit*>()) {
            if (!text && edit->objectName().startsWith(QLatin1String("playbookText-")))
                text = edit;
        }
        QVERIFY(text);
        const QString name = text->objectName();
        text->setPlainText(QStringLiteral("Our own words"));
        QVERIFY(leaveAndComeBack());
        w.show("playbooks");
        QTRY_VERIFY_WITH_TIMEOUT(w.main->findChild<QPlainTextEdit*>(name), patience);
        QCOMPARE(field("playbookName"), QStringLiteral("Half"));
        QCOMPARE(w.main->findChild<QPlainTextEdit*>(name)->toPlainText(), QStringLiteral("Our own words"));
        w.click("playbookEditCancel");
    }
};

QTEST_MAIN(DraftsBackTest)
#include "tst_draftsback.moc"
