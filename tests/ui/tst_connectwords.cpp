#include "ui/connect/connectwords.h"
#include "ui/connect/credentialspage.h"
#include "ui/connect/welcomepage.h"

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

    void credentialsThatCannotBeRightAreSaid_data()
    {
        QTest::addColumn<QString>("clientId");
        QTest::addColumn<QString>("appToken");
        QTest::addColumn<bool>("good");
        QTest::newRow("all there") << "123.456"
                                   << "xapp-1-A" << true;
        QTest::newRow("no client id") << ""
                                      << "xapp-1-A" << false;
        QTest::newRow("another value as client id") << "123456"
                                                    << "xapp-1-A" << false;
        QTest::newRow("no app token") << "123.456"
                                      << "" << false;
        QTest::newRow("a bot's token as app token") << "123.456"
                                                    << "xoxb-1" << false;
    }

    void credentialsThatCannotBeRightAreSaid()
    {
        QFETCH(QString, clientId);
        QFETCH(QString, appToken);
        QFETCH(bool, good);
        const QString problem = credentialsProblem(clientId, QStringLiteral("s"), QStringLiteral("s"), appToken);
        QCOMPARE(problem.isEmpty(), good);
    }
};

QTEST_GUILESS_MAIN(ConnectWordsTest)
#include "tst_connectwords.moc"
