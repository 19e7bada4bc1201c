#include "console/access/rolewords.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/testwindow.h"
#include "ui/common/textrows.h"
#include "ui/shell/sidebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// Members and API keys: each act on real widgets, and what the real backend then says.
class AccessTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;
    QString m_name;
    SubjectId m_person;

    [[nodiscard]] QRadioButton* role(const char* pane, const char* name) const
    {
        return w.find<QWidget>(pane)->findChild<QRadioButton*>(QStringLiteral("role-") + QLatin1String(name));
    }
    [[nodiscard]] QString text(const char* label) const { return w.find<QLabel>(label)->text(); }
    /// What the backend answers to a program that shows this key.
    [[nodiscard]] int statusWith(const QByteArray& key)
    {
        net::HttpRequest request;
        request.url = w.live.local->url();
        request.url.setPath(QStringLiteral("/v1/workspaces/%1/decisions").arg(w.desk().workspace().id));
        request.method = QByteArrayLiteral("POST");
        request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + key});
        request.headers.append({QByteArrayLiteral("Refrain-Launch"), w.live.local->launchSecret().reveal()});
        request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        request.body = R"({"category": "reminders", "subjects": ["U1"]})";
        int status = 0;
        QObject context;
        console::sendAndThen(w.live.transport, std::move(request), &context,
                             [&](const Result<net::HttpReply>& reply) { status = reply ? reply->status : -1; });
        return QTest::qWaitFor([&] { return status != 0; }) ? status : 0;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
        const int row = w.somebody(0);
        m_name = w.desk().people().name(row);
        m_person = w.desk().people().id(row);
    }

    void rowsThatStayDoNotMove()
    {
        TextRows rows({{QStringLiteral("A")}, {QStringLiteral("B")}});
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto row = [](const char* id, const char* text) {
            return TextRow{QLatin1String(id), {{QLatin1String(text)}, {}}};
        };
        rows.setRows({row("1", "one"), row("2", "two")});
        QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
        rows.setRows({row("1", "one"), row("2", "other")});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        rows.setRows({row("2", "other")});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(rows.rowOf(QStringLiteral("1")), -1);
        QCOMPARE(rows.idAt(7), QString());
    }

    void whatNobodyMayUseIsNotInTheSidebar()
    {
        Sidebar sidebar(w.theme);
        for (const char* name : {"one", "two"})
            sidebar.addScreen(QLatin1String(name), QStringLiteral("people"), QLatin1String(name));
        sidebar.addSeparator();
        sidebar.addScreen(QStringLiteral("three"), QStringLiteral("people"), QStringLiteral("three"));
        sidebar.show();
        const auto* separator = sidebar.findChild<QFrame*>();
        const auto* third = sidebar.findChild<QAbstractButton*>(QStringLiteral("sidebarthree"));
        QVERIFY(separator->isVisible());
        sidebar.setOffered(2, false);
        QVERIFY(!third->isVisible());
        QVERIFY(!separator->isVisible());
        // The arrows pass over it.
        auto* second = sidebar.findChild<QAbstractButton*>(QStringLiteral("sidebartwo"));
        second->click();
        sidebar.setCurrent(1);
        sidebar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&sidebar));
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Down);
        QVERIFY(second->isChecked());
        sidebar.setOffered(2, true);
        QVERIFY(third->isVisible() && separator->isVisible());
        sidebar.widget()->layout()->activate();
        QTest::keyClick(second, Qt::Key_Down);
        QVERIFY(third->isChecked());
    }

    void theOnlyAdminStays()
    {
        QVERIFY(w.screen("members")->isOffered());
        w.show("members");
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QTableView>("membersTable")->model()->rowCount(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(text("memberName").endsWith(QStringLiteral("(you)")), patience);
        QVERIFY(!w.find<QPushButton>("removeMember")->isEnabled());
        QVERIFY(!role("membersInspector", "viewer")->isEnabled());
        const auto* headline = w.find<QWidget>("membersInspector")->findChild<QLabel*>(QStringLiteral("noteHeadline"));
        QCOMPARE(headline->text(), QStringLiteral("This is the only admin."));
    }

    void somebodyFoundByTypingIsGivenARole()
    {
        w.click("newMember");
        auto* field = w.find<QLineEdit>("personField");
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), patience);
        QVERIFY(!w.find<QPushButton>("saveRole")->isEnabled());
        QTest::keyClicks(field, m_name);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QWidget>("personResults")->isVisible(), patience);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->text().startsWith(m_name));
        role("membersInspector", "sender")->click();
        w.click("saveRole");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("membersTable", m_name, 1), console::roleName(Role::Sender), patience);
        QTRY_COMPARE_WITH_TIMEOUT(text("memberName"), m_name, patience);
        QVERIFY(w.said().startsWith(m_name));
    }

    void theSameNameTypedAgainOffersAgain()
    {
        w.click("newMember");
        auto* field = w.find<QLineEdit>("personField");
        const auto* offers = w.find<QListWidget>("personResults");
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), patience);
        const QString other = w.desk().people().name(w.somebody(1));
        QTest::keyClicks(field, other);
        QTRY_VERIFY_WITH_TIMEOUT(offers->isVisible(), patience);
        // Cleared, and the same once more.
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!offers->isVisible(), patience);
        QTest::keyClicks(field, other);
        QTRY_VERIFY_WITH_TIMEOUT(offers->isVisible(), patience);
        // Chosen, and the same typed over it.
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!offers->isVisible(), patience);
        QVERIFY(field->text().startsWith(other + QStringLiteral("  ·  ")));
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, other);
        QTRY_VERIFY_WITH_TIMEOUT(offers->isVisible(), patience);
        // Enter before there is an answer waits for it: what is listed was found for somebody else.
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, m_name);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(field->text().startsWith(m_name + QStringLiteral("  ·  ")), patience);
        w.click("cancelMember");
    }

    void theFocusStaysWhereItWas()
    {
        w.click("newMember");
        auto* field = w.find<QLineEdit>("personField");
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), patience);
        const QString other = w.desk().people().name(w.somebody(1));
        QTest::keyClicks(field, other);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QWidget>("personResults")->isVisible(), patience);
        QTest::keyClick(field, Qt::Key_Return);
        auto* act = w.find<QPushButton>("saveRole");
        act->setFocus();
        QTest::keyClick(act, Qt::Key_Space);
        QVERIFY(act->hasFocus());  // While the backend is asked, too.
        QTRY_COMPARE_WITH_TIMEOUT(text("memberName"), other, patience);
        QVERIFY(role("membersInspector", "support")->hasFocus());
        role("membersInspector", "viewer")->click();
        act->setFocus();
        QTest::keyClick(act, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("membersTable", other, 1), console::roleName(Role::Viewer), patience);
        QTRY_VERIFY_WITH_TIMEOUT(role("membersInspector", "viewer")->hasFocus(), patience);
        // The button that takes a role away would mean the next one.
        auto* remove = w.find<QPushButton>("removeMember");
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("membersTable", other), -1, patience);
        QVERIFY(w.find<QTableView>("membersTable")->hasFocus());
        QVERIFY(text("memberName") != other);
    }

    void aRoleIsChangedAndTakenBack()
    {
        w.choose("membersTable", m_name);
        QTRY_VERIFY_WITH_TIMEOUT(role("membersInspector", "sender")->isChecked(), patience);
        QVERIFY(!w.find<QPushButton>("saveRole")->isEnabled());
        role("membersInspector", "viewer")->click();
        w.click("saveRole");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("membersTable", m_name, 1), console::roleName(Role::Viewer), patience);
        w.find<QTableView>("membersTable")->setFocus();
        QTest::keyClick(w.find<QTableView>("membersTable"), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("membersTable", m_name, 1), console::roleName(Role::Sender), patience);
    }

    void aRoleIsTakenAwayAndGivenBack()
    {
        w.choose("membersTable", m_name);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>("removeMember")->isEnabled(), patience);
        w.click("removeMember");
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("membersTable", m_name), -1, patience);
        QVERIFY(w.screen("members")->undo());
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("membersTable", m_name, 1), console::roleName(Role::Sender), patience);
        QVERIFY(!w.screen("members")->undo());
    }

    void withASecondAdminOneMayGoButIsAskedFirst()
    {
        w.choose("membersTable", m_name);
        role("membersInspector", "admin")->click();
        w.click("saveRole");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("membersTable", m_name, 1), console::roleName(Role::Admin), patience);
        const int own = 1 - w.rowOf("membersTable", m_name);
        w.find<QTableView>("membersTable")->selectRow(own);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>("removeMember")->isEnabled(), patience);
        w.click("removeMember");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        w.click("confirmCancel");
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("confirmDialog"), patience);
        QCOMPARE(w.find<QTableView>("membersTable")->model()->rowCount(), 2);
    }

    void aKeyIsShownOnceAndWorks()
    {
        w.show("keys");
        QTRY_VERIFY_WITH_TIMEOUT(
            w.find<QWidget>("keysScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"))->isVisible(),
            patience);
        w.click("newApiKey");
        auto* field = w.find<QLineEdit>("keyNameField");
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), patience);
        QVERIFY(role("keysInspector", "service")->isChecked());
        QVERIFY(!w.find<QPushButton>("createKey")->isEnabled());
        QTest::keyClicks(field, QStringLiteral("Billing"));
        QTest::keyClick(field, Qt::Key_Return);
        auto* secret = w.find<QLineEdit>("newKey");
        QTRY_VERIFY_WITH_TIMEOUT(secret->isVisible(), patience);
        const QByteArray key = secret->text().toLatin1();
        QVERIFY(key.size() > 20);
        w.click("copyKey");
        QCOMPARE(QApplication::clipboard()->text().toLatin1(), key);
        QCOMPARE(statusWith(key), 200);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("keysTable", QStringLiteral("Billing"), 5), QStringLiteral("good"), patience);
        // Nothing but putting it away takes it from the screen.
        w.choose("keysTable", QStringLiteral("Billing"));
        QVERIFY(secret->isVisible());
        w.click("keyDone");
        QVERIFY(!secret->isVisible());
        QVERIFY(secret->text().isEmpty());
        w.show("members");
        w.show("keys");
        QTRY_VERIFY_WITH_TIMEOUT(w.cell("keysTable", QStringLiteral("Billing"), 2) != QStringLiteral("never"),
                                 patience);
    }

    void aRevokedKeyIsRefused()
    {
        w.click("newApiKey");
        QTest::keyClicks(w.find<QLineEdit>("keyNameField"), QStringLiteral("Old"));
        role("keysInspector", "viewer")->click();
        w.click("createKey");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QLineEdit>("newKey")->isVisible(), patience);
        const QByteArray key = w.find<QLineEdit>("newKey")->text().toLatin1();
        w.click("keyDone");
        QTRY_VERIFY_WITH_TIMEOUT(w.rowOf("keysTable", QStringLiteral("Old")) >= 0, patience);
        w.choose("keysTable", QStringLiteral("Old"));
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>("revokeKey")->isVisible(), patience);
        w.click("revokeKey");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        QCOMPARE(statusWith(key), 200);
        w.click("confirmAction");
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("keysTable", QStringLiteral("Old")), -1, patience);
        QCOMPARE(statusWith(key), 401);
        w.click("showRevoked");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("keysTable", QStringLiteral("Old"), 5), QStringLiteral("revoked"), patience);
    }

    void anOptOutLinkIsMadeAndCopied()
    {
        w.show("people");
        auto* people = w.find<QTableView>("peopleTable");
        QTRY_VERIFY_WITH_TIMEOUT(people->currentIndex().isValid(), patience);
        auto* button = w.find<QWidget>("peopleInspector")->findChild<QPushButton*>(QStringLiteral("optOutLink"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("linkDialog"), patience);
        auto* what = w.find<QComboBox>("linkWhat");
        QCOMPARE(what->itemData(0).toString(), QString());
        what->setCurrentIndex(what->findData(QStringLiteral("reminders")));
        w.click("linkMake");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QLineEdit>("linkField")->isVisible(), patience);
        const QString link = w.find<QLineEdit>("linkField")->text();
        QVERIFY(link.contains(QStringLiteral("/o/")));
        QCOMPARE(QApplication::clipboard()->text(), link);
        // It opens the page that asks, and another choice needs another link.
        test::RedirectBrowser browser(w.live.transport);
        browser.open(QUrl(link));
        QTRY_COMPARE_WITH_TIMEOUT(browser.lastStatus, 200, patience);
        QVERIFY(browser.lastPage.contains("Reminders"));
        what->setCurrentIndex(0);
        QVERIFY(!w.find<QLineEdit>("linkField")->isVisible());
        w.click("linkMake");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QLineEdit>("linkField")->isVisible(), patience);
        QVERIFY(w.find<QLineEdit>("linkField")->text() != link);
        w.click("linkClose");
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("linkDialog"), patience);
    }

    void withoutABackendEachScreenSaysSoAndOffersToTryAgain()
    {
        test::TestWindow away;
        QTRY_VERIFY_WITH_TIMEOUT(away.isLoaded(), patience);
        away.world.backend.setOffline(true);
        for (const char* name : {"members", "keys"}) {
            away.showScreen(name);
            auto* screen = away.find<QWidget>((QByteArray(name) + "Screen").constData());
            auto* again = screen->findChild<QPushButton*>(QStringLiteral("stateAction"));
            QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
            QCOMPARE(again->text(), QStringLiteral("Try again"));
        }
    }
};

QTEST_MAIN(AccessTest)
#include "tst_access.moc"
