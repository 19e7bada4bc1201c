#include "ui/connect/connectwords.h"
#include "ui/connect/welcomepage.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace refrain::ui;
using Failure = refrain::console::SignIn::Failure;

/// Whatever goes wrong on the way in, there is one thing to do.
class ConnectWordsTest final : public QObject {
    Q_OBJECT

private slots:
    void everyFailureHasASentenceAndAWayOn()
    {
        for (int i = int(Failure::Denied); i <= int(Failure::Refused); ++i) {
            const Failure failure = Failure(i);
            QVERIFY2(!refrain::console::signInSentence(failure).isEmpty() || failure == Failure::Refused,
                     qPrintable(QString::number(i)));
            QVERIFY(stepAfter(failure, false) != ConnectStep::None);
        }
    }

    void everyOutcomeIsSeenInTheWindow_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("action");
        const auto row = [](const char* name, Failure failure, const char* says, const char* action) {
            QTest::newRow(name) << int(failure) << QString::fromUtf8(says) << QString::fromUtf8(action);
        };
        row("denied", Failure::Denied, "Access was denied", "Try again");
        row("no role", Failure::NoRole, "Ask one of its admins", "Try again");
        row("forged state", Failure::ForgedState, "none was believed", "Try again");
        row("another server's answer", Failure::WrongIssuer, "another server", "Try again");
        row("wrong workspace", Failure::WrongWorkspace, "another workspace", "Try again");
        row("the browser never came back", Failure::TimedOut, "did not come back in time", "Try again");
        row("no Refrain there", Failure::NotRefrain, "not Refrain", "");
        row("backend gone", Failure::BackendGone, "cannot be reached", "Try again");
        row("port taken", Failure::PortTaken, "No port", "Try again");
        row("app not configured", Failure::NotConfigured, "no Slack app configured", "Try again");
        row("missing scopes", Failure::MissingScopes, "fewer permissions", "Install again in Slack");
        row("not safe", Failure::InsecureBackend, "sends nothing", "");
        row("refused", Failure::Refused, "refused the sign-in", "Try again");
    }

    void everyOutcomeIsSeenInTheWindow()
    {
        QFETCH(int, failure);
        QFETCH(QString, says);
        QFETCH(QString, action);
        const Theme theme = Theme::make(Scheme::Light);
        ProgressPage page(theme);
        page.resize(800, 560);
        page.setContent(failureView(Failure(failure), false, QStringLiteral("what the backend said")).content);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto text = [&page](const char* name) { return page.findChild<QLabel*>(QLatin1String(name)); };
        QCOMPARE(text("progressTitle")->text(), QStringLiteral("You are not signed in"));
        QVERIFY2(text("progressSentence")->text().contains(says), qPrintable(text("progressSentence")->text()));
        QVERIFY(text("progressSentence")->height() >=
                text("progressSentence")->heightForWidth(text("progressSentence")->width()));
        const auto button = [&page](const char* name) { return page.findChild<QPushButton*>(QLatin1String(name)); };
        QCOMPARE(button("progressAction")->isVisible(), !action.isEmpty());
        QCOMPARE(button("progressAction")->text(), action);
        QCOMPARE(button("progressCancel")->text(), QStringLiteral("Back"));
        QVERIFY(button("progressDetails")->isVisible());
    }

    void missingCredentialsAreAskedForHereAlone()
    {
        QCOMPARE(stepAfter(Failure::NotConfigured, true), ConnectStep::EnterCredentials);
        QCOMPARE(stepAfter(Failure::NotConfigured, false), ConnectStep::TryAgain);
    }

    void aServersAddressIsCompletedOrRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("used");
        QTest::newRow("as it should be") << "https://refrain.example.com"
                                         << "https://refrain.example.com";
        QTest::newRow("without a scheme") << " refrain.example.com "
                                          << "https://refrain.example.com";
        QTest::newRow("with a slash at its end") << "https://refrain.example.com/"
                                                 << "https://refrain.example.com";
        QTest::newRow("with a password in it") << "https://a:b@refrain.example.com"
                                               << "https://refrain.example.com";
        QTest::newRow("this computer") << "http://localhost:8470"
                                       << "http://localhost:8470";
        QTest::newRow("in the clear") << "http://refrain.example.com"
                                      << "";
        QTest::newRow("another scheme") << "ftp://refrain.example.com"
                                        << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("words") << "our server"
                               << "";
    }

    void aServersAddressIsCompletedOrRefused()
    {
        QFETCH(QString, typed);
        QFETCH(QString, used);
        QString problem;
        const auto url = serverAddress(typed, problem);
        QCOMPARE(url ? url->toString() : QString(), used);
        QCOMPARE(problem.isEmpty(), url.has_value());
    }
};

QTEST_MAIN(ConnectWordsTest)
#include "tst_connectwords.moc"
