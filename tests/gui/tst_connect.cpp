#include "tests/gui/consolesession.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The ways in, in the real window with the real browser: denied and tried again, given up, asked for an admin's
/// approval and gone on with later, signed out, allowed; and a channel connected by its webhook. Runs in
/// packaging/desktop-session alone.
class ConnectTest final : public QObject {
    Q_OBJECT

    using Session = test::ConsoleSession;
    static constexpr int patience = test::patience;
    Session m_session;
    QStringList m_pages;

    static QWidget* window() { return Session::window(); }

    template <class T>
    static T* find(const char* name)
    {
        return Session::findVisible<T>(name);
    }

    static QString textOf(const char* label) { return find<QLabel>(label) ? find<QLabel>(label)->text() : QString(); }

    static void press(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    /// The page of Slack's that the console just opened. Each is taken once: what was given up stays open behind it,
    /// and a page that is not in front takes no clicks.
    bool takeConsent(test::Chromium& browser)
    {
        const bool isTaken =
            browser.attach(qEnvironmentVariable("BROWSER_PROFILE"), QStringLiteral("authorize"), m_pages) &&
            browser.waitFor(QStringLiteral("document.querySelector('#allow') !== null"));
        m_pages << browser.page();
        return isTaken;
    }

    static bool isInside()
    {
        return find<QTableView>("peopleTable") && find<QTableView>("peopleTable")->model()->rowCount() > 0;
    }

private slots:
    void initTestCase()
    {
        const QString missing = Session::setUp();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        QVERIFY(m_session.begin());
    }

    void whoSaysNoIsToldAndMayTryAgain()
    {
        test::Chromium browser;
        QVERIFY(takeConsent(browser));
        QCOMPARE(textOf("progressTitle"), QStringLiteral("Go on in your browser"));
        QVERIFY(browser.click(QStringLiteral("#deny")));
        QTRY_COMPARE_WITH_TIMEOUT(textOf("progressTitle"), QStringLiteral("You are not signed in"), patience);
        QVERIFY2(textOf("progressSentence").contains(QLatin1String("Access was denied")),
                 qPrintable(textOf("progressSentence")));
        QVERIFY(browser.waitFor(QStringLiteral("document.body.innerText.includes('You are not signed in')")));
        QCOMPARE(find<QPushButton>("progressAction")->text(), QStringLiteral("Try again"));
        press("progressAction");
        QTRY_COMPARE_WITH_TIMEOUT(textOf("progressTitle"), QStringLiteral("Go on in your browser"), patience);
    }

    void whoGivesUpIsBackAtTheBeginning()
    {
        test::Chromium browser;
        QVERIFY(takeConsent(browser));
        press("progressCancel");
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("welcomePage"), patience);
        QVERIFY(!find<QPushButton>("workspaceSwitcher"));
        QTest::mouseClick(find<QWidget>("practiceWay"), Qt::LeftButton);
    }

    void anAdminsApprovalIsWaitedForAndGoneOnWith()
    {
        test::Chromium browser;
        QVERIFY(takeConsent(browser));
        QVERIFY(browser.click(QStringLiteral("#ask-admin")));
        QVERIFY(browser.waitFor(QStringLiteral("document.querySelector('#waiting') !== null")));
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("progressSecond"), patience);
        press("progressSecond");
        QTRY_COMPARE(textOf("progressTitle"), QStringLiteral("Waiting for an admin's approval"));
        QVERIFY2(textOf("progressSentence").contains(QLatin1String("owner or admin")),
                 qPrintable(textOf("progressSentence")));
        QVERIFY(find<QLineEdit>("signInAddress"));
        QVERIFY(browser.click(QStringLiteral("#approve")));
        QTRY_VERIFY_WITH_TIMEOUT(isInside(), 2 * patience);
    }

    void whoSignsOutIsOut()
    {
        QVERIFY(find<QPushButton>("workspaceSwitcher"));
        const QString name = find<QPushButton>("workspaceSwitcher")->text();
        QVERIFY(!name.isEmpty());
        auto* menu = window()->findChild<QMenu*>(QStringLiteral("accountMenuItems"));
        menu->actions().constLast()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("welcomePage"), patience);
        QVERIFY2(textOf("welcomeNotice").contains(QLatin1String("signed out")), qPrintable(textOf("welcomeNotice")));
        QVERIFY(!find<QPushButton>("accountMenu"));
        QVERIFY(!find<QLineEdit>("findBox"));
        QVERIFY(find<QPushButton>("workspaceSwitcher")->text() != name);
    }

    void whoAllowsIsInAgain()
    {
        QTest::mouseClick(find<QWidget>("practiceWay"), Qt::LeftButton);
        test::Chromium browser;
        QVERIFY(takeConsent(browser));
        QVERIFY(browser.click(QStringLiteral("#allow")));
        QTRY_VERIFY_WITH_TIMEOUT(isInside(), 2 * patience);
        QVERIFY(browser.waitFor(QStringLiteral("document.body.innerText.includes('You are signed in')")));
    }

    void anAdminConnectsAChannelByItsWebhook()
    {
        QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(find<QPushButton>("connectChannel"));
        press("connectChannel");
        QTRY_VERIFY(find<QDialog>("channelDialog"));
        QCOMPARE(textOf("progressTitle"), QStringLiteral("Connect a channel by its webhook"));
        press("progressAction");
        test::Chromium browser;
        QVERIFY(takeConsent(browser));
        const QString channel =
            browser.evaluate(QStringLiteral("document.querySelector('#channel').selectedOptions[0].text")).toString();
        QVERIFY(channel.startsWith(u'#'));
        QVERIFY(browser.click(QStringLiteral("#allow")));
        QTRY_COMPARE_WITH_TIMEOUT(textOf("progressTitle"), QStringLiteral("The channel is connected"), patience);
        const QString name = QStringLiteral("channel_") + channel.mid(1);
        QVERIFY2(textOf("progressSentence").contains(name), qPrintable(textOf("progressSentence")));
        QVERIFY(browser.waitFor(QStringLiteral("document.body.innerText.includes('The channel is connected')")));
        press("progressAction");
        QCOMPARE(QApplication::clipboard()->text(), name);
        press("progressCancel");
        QTRY_VERIFY(!find<QDialog>("channelDialog"));
        QVERIFY(find<QTableView>("channelsTable"));
    }

    void cleanupTestCase() { m_session.program.reset(); }
};

QTEST_MAIN(ConnectTest)
#include "tst_connect.moc"
