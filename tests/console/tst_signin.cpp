#include "console/signin/signin.h"
#include "console/signin/signinflow.h"
#include "net/transport.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"
#include "wire/token.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace refrain;
using namespace refrain::console;

namespace {

/// The backend's OAuth half, on the test's own thread.
class FakeOAuth final : public net::Transport {
public:
    int authorizeStatus = 302;
    int tokenStatus = 200;
    bool gone = false;
    QString issuer = QStringLiteral("https://refrain.test");
    QString workspace = QStringLiteral("T1");
    QUrlQuery exchanged;

    QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override
    {
        QPromise<Result<net::HttpReply>> promise;
        promise.start();
        promise.addResult(answer(request));
        promise.finish();
        return promise.future();
    }

private:
    Result<net::HttpReply> answer(const net::HttpRequest& request)
    {
        if (gone)
            return Error::unavailable(QStringLiteral("Nothing answers."));
        const QString path = request.url.path();
        if (path == QLatin1String("/.well-known/oauth-authorization-server")) {
            return json(200, {{QStringLiteral("issuer"), issuer},
                              {QStringLiteral("authorization_endpoint"),
                               QStringLiteral("https://refrain.test/oauth/authorize")},
                              {QStringLiteral("token_endpoint"), QStringLiteral("https://refrain.test/oauth/token")}});
        }
        if (path == QLatin1String("/oauth/authorize"))
            return net::HttpReply{authorizeStatus, {}, {}};
        if (path == QLatin1String("/oauth/token")) {
            exchanged = QUrlQuery(QString::fromUtf8(request.body));
            if (tokenStatus != 200)
                return json(tokenStatus, {{QStringLiteral("error"), QStringLiteral("invalid_grant")}});
            return json(200,
                        wire::toJson(wire::TokenReply{Secret("access"), Secret("refresh"), 900, WorkspaceId(workspace),
                                                      QStringLiteral("U1"), QStringLiteral("alice"), Role::Admin}));
        }
        return json(200, {{QStringLiteral("items"),
                           QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Acme")}}}}});
    }

    static net::HttpReply json(int status, const QJsonObject& object)
    {
        return {status, {}, QJsonDocument(object).toJson()};
    }
};

struct Attempt {
    FakeOAuth backend;
    test::FixedRandom random;
    test::ManualClock clock;
    QUrl opened;
    SignIn signIn;
    std::unique_ptr<SignInGrant> grant;

    explicit Attempt(SignIn::Timing timing = {})
        : signIn(
              backend, random, clock,
              [this](const QUrl& url) {
                  opened = url;
                  return true;
              },
              timing)
    {
        QObject::connect(&signIn, &SignIn::finished, &signIn,
                         [this](const SignInGrant& g) { grant = std::make_unique<SignInGrant>(g); });
    }

    void start(const QString& team = {})
    {
        SignInRequest request;
        request.backend = QUrl(QStringLiteral("https://refrain.test"));
        request.team = WorkspaceId(team);
        signIn.start(request);
    }
    QString parameter(const char* name) const
    {
        return QUrlQuery(opened).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    QUrl redirect() const { return QUrl(parameter("redirect_uri")); }
    QByteArray good() const
    {
        return "/signed-in?code=4%2F0Ab%2Bc%3Dd&state=" + parameter("state").toLatin1() +
               "&iss=https%3A%2F%2Frefrain.test";
    }
    QByteArray host() const { return "127.0.0.1:" + QByteArray::number(redirect().port()); }
};

/// Writes raw bytes to the listener, in two pieces where `split` is above 0, and reads until it hangs up.
QByteArray raw(const Attempt& attempt, const QByteArray& bytes, qsizetype split = 0)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(attempt.redirect().port()));
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 2000))
        return "not connected";
    socket.write(bytes.left(split > 0 ? split : bytes.size()));
    socket.flush();
    if (split > 0) {
        (void)QTest::qWaitFor([&] { return socket.bytesToWrite() == 0; }, 1000);
        socket.write(bytes.mid(split));
    }
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 3000);
    return socket.readAll();
}

QByteArray get(const Attempt& attempt, const QByteArray& target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + attempt.host() + "\r\n\r\n";
}

}  // namespace

class TestSignIn : public QObject {
    Q_OBJECT
private slots:
    void signsInWithPkceAndShowsItInTheBrowser()
    {
        Attempt attempt;
        attempt.start(QStringLiteral("T1"));
        QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        QCOMPARE(attempt.signIn.url(), attempt.opened);
        QCOMPARE(attempt.redirect().host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(attempt.parameter("state").size(), 43);
        const QByteArray page = raw(attempt, get(attempt, attempt.good()));
        QVERIFY(page.startsWith("HTTP/1.1 200 OK"));
        QVERIFY(page.contains("You are signed in"));
        QVERIFY(attempt.grant);
        QCOMPARE(attempt.grant->refreshToken.reveal(), QByteArray("refresh"));
        QCOMPARE(attempt.grant->workspaceName, QStringLiteral("Acme"));
        // A code with / + = arrives as it was given, and the verifier fits the challenge.
        QCOMPARE(attempt.backend.exchanged.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded),
                 QStringLiteral("4/0Ab+c=d"));
        const QByteArray verifier =
            attempt.backend.exchanged.queryItemValue(QStringLiteral("code_verifier")).toLatin1();
        const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(attempt.parameter("code_challenge").toLatin1(), challenge);
        QCOMPARE(raw(attempt, get(attempt, attempt.good())), QByteArray("not connected"));
    }

    void turnsAwayWhatIsNotTheBrowsersAnswer_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char* name, const QByteArray& request, const char* status) {
            QTest::newRow(name) << request << QByteArray(status);
        };
        row("another state", "GET /signed-in?code=x&state=forged&iss=I HTTP/1.1\r\nHost: H\r\n\r\n", "400");
        row("no state", "GET /signed-in?code=x HTTP/1.1\r\nHost: H\r\n\r\n", "400");
        row("an error without our state", "GET /signed-in?error=access_denied&state=forged HTTP/1.1\r\nHost: H\r\n\r\n",
            "400");
        row("the state twice", "GET /signed-in?code=x&state=S&state=S HTTP/1.1\r\nHost: H\r\n\r\n", "400");
        row("a code and an error at once", "GET /signed-in?code=x&error=y&state=S HTTP/1.1\r\nHost: H\r\n\r\n", "400");
        row("neither code nor error", "GET /signed-in?state=S HTTP/1.1\r\nHost: H\r\n\r\n", "400");
        row("a longer path", "GET /signed-inEVIL?code=x&state=S HTTP/1.1\r\nHost: H\r\n\r\n", "404");
        row("another path", "GET /?code=x&state=S HTTP/1.1\r\nHost: H\r\n\r\n", "404");
        row("no query", "GET /signed-in HTTP/1.1\r\nHost: H\r\n\r\n", "404");
        row("a POST", "POST /signed-in?code=x&state=S HTTP/1.1\r\nHost: H\r\n\r\n", "405");
        row("another Host, as after DNS rebinding", "GET /signed-in?code=x&state=S HTTP/1.1\r\nHost: evil.test\r\n\r\n",
            "400");
        row("no Host", "GET /signed-in?code=x&state=S HTTP/1.1\r\n\r\n", "400");
        row("two Hosts", "GET /signed-in?code=x&state=S HTTP/1.1\r\nHost: H\r\nHost: H\r\n\r\n", "400");
        row("nonsense", "\x16\x03\x01 tls\r\n\r\n", "400");
        row("more than 8 KiB", "GET /signed-in?code=" + QByteArray(9000, 'x') + "&state=S HTTP/1.1\r\nHost: H\r\n\r\n",
            "431");
    }
    void turnsAwayWhatIsNotTheBrowsersAnswer()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        Attempt attempt;
        attempt.start();
        QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        request.replace("state=S", "state=" + attempt.parameter("state").toLatin1());
        request.replace("Host: H", "Host: " + attempt.host());
        QVERIFY(raw(attempt, request).startsWith("HTTP/1.1 " + status));
        QCOMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        // The true answer still works after it.
        QVERIFY(raw(attempt, get(attempt, attempt.good())).startsWith("HTTP/1.1 200"));
        QVERIFY(attempt.grant);
    }

    void takesAnAnswerInAnyNumberOfPieces()
    {
        for (const qsizetype split : {3, 20, 70}) {
            Attempt attempt;
            attempt.start();
            QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
            QVERIFY(raw(attempt, get(attempt, attempt.good()), split).startsWith("HTTP/1.1 200"));
        }
    }

    void cutsASlowConnectionAndGoesOn()
    {
        SignIn::Timing timing;
        timing.connectionMs = 50;
        Attempt attempt(timing);
        attempt.start();
        QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        QCOMPARE(raw(attempt, "GET /signed-in?code="), QByteArray());
        QCOMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
    }

    void saysWhyItFailed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<SignIn::Failure>("failure");
        const auto row = [](const char* name, const char* answer, SignIn::Failure failure) {
            QTest::newRow(name) << QByteArray(answer) << failure;
        };
        row("denied", "error=access_denied&reason=denied", SignIn::Failure::Denied);
        row("denied, of a backend without reasons", "error=access_denied", SignIn::Failure::Denied);
        row("no role", "error=access_denied&reason=no_role", SignIn::Failure::NoRole);
        row("wrong workspace", "error=access_denied&reason=wrong_workspace", SignIn::Failure::WrongWorkspace);
        row("missing scopes", "error=invalid_scope&reason=missing_scopes", SignIn::Failure::MissingScopes);
        row("not configured", "error=server_error&reason=not_configured", SignIn::Failure::NotConfigured);
        row("Slack away", "error=temporarily_unavailable&reason=slack_unavailable", SignIn::Failure::BackendGone);
        row("anything else", "error=access_denied&reason=closed", SignIn::Failure::Refused);
    }
    void saysWhyItFailed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(SignIn::Failure, failure);
        Attempt attempt;
        attempt.start();
        QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        const QByteArray target = "/signed-in?" + answer + "&state=" + attempt.parameter("state").toLatin1() +
                                  "&iss=https%3A%2F%2Frefrain.test";
        QVERIFY(raw(attempt, get(attempt, target)).contains("You are not signed in"));
        QCOMPARE(attempt.signIn.state(), SignIn::State::Failed);
        QCOMPARE(attempt.signIn.failure(), failure);
        QVERIFY(!attempt.signIn.sentence().isEmpty());
    }

    void waitsForAnAdminsApprovalAndGoesOnByItself()
    {
        Attempt attempt;
        attempt.start();
        QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        const QByteArray pending =
            "/signed-in?error=access_denied&reason=approval_pending&state=" + attempt.parameter("state").toLatin1() +
            "&iss=https%3A%2F%2Frefrain.test";
        QVERIFY(raw(attempt, get(attempt, pending)).startsWith("HTTP/1.1 200"));
        QCOMPARE(attempt.signIn.state(), SignIn::State::WaitingForApproval);
        QVERIFY(raw(attempt, get(attempt, attempt.good())).startsWith("HTTP/1.1 200"));
        QVERIFY(attempt.grant);
    }

    void believesNoOtherIssuer()
    {
        Attempt attempt;
        attempt.start();
        QTRY_COMPARE(attempt.signIn.state(), SignIn::State::WaitingForBrowser);
        QByteArray target = attempt.good();
        target.replace("refrain.test", "evil.test");
        QVERIFY(raw(attempt, get(attempt, target)).startsWith("HTTP/1.1 403"));
        QCOMPARE(attempt.signIn.failure(), SignIn::Failure::WrongIssuer);
        QVERIFY(attempt.backend.exchanged.isEmpty());
    }

    void failsPlainlyBeforeTheBrowser()
    {
        Attempt gone;
        gone.backend.gone = true;
        gone.start();
        QTRY_COMPARE(gone.signIn.failure(), SignIn::Failure::BackendGone);
        Attempt bare;
        bare.backend.authorizeStatus = 503;
        bare.start();
        QTRY_COMPARE(bare.signIn.failure(), SignIn::Failure::NotConfigured);
        QVERIFY(bare.opened.isEmpty());
        Attempt page;
        page.backend.issuer.clear();
        page.start();
        QTRY_COMPARE(page.signIn.failure(), SignIn::Failure::NotRefrain);
        Attempt other;
        other.backend.issuer = QStringLiteral("https://evil.test");
        other.start();
        QTRY_COMPARE(other.signIn.failure(), SignIn::Failure::WrongIssuer);
    }

    void failsPlainlyAfterIt()
    {
        Attempt refused;
        refused.backend.tokenStatus = 400;
        refused.start();
        QTRY_COMPARE(refused.signIn.state(), SignIn::State::WaitingForBrowser);
        QVERIFY(raw(refused, get(refused, refused.good())).startsWith("HTTP/1.1 403"));
        QCOMPARE(refused.signIn.failure(), SignIn::Failure::Refused);
        Attempt wrong;
        wrong.start(QStringLiteral("T2"));
        QTRY_COMPARE(wrong.signIn.state(), SignIn::State::WaitingForBrowser);
        QVERIFY(raw(wrong, get(wrong, wrong.good())).startsWith("HTTP/1.1 403"));
        QCOMPARE(wrong.signIn.failure(), SignIn::Failure::WrongWorkspace);
    }

    void endsByTimeAndByCancelling()
    {
        SignIn::Timing timing;
        timing.browserMs = 30;
        Attempt silent(timing);
        silent.start();
        QTRY_COMPARE(silent.signIn.failure(), SignIn::Failure::TimedOut);
        Attempt cancelled;
        cancelled.start();
        QTRY_COMPARE(cancelled.signIn.state(), SignIn::State::WaitingForBrowser);
        cancelled.signIn.cancel();
        QCOMPARE(cancelled.signIn.failure(), SignIn::Failure::Cancelled);
        QCOMPARE(raw(cancelled, get(cancelled, cancelled.good())), QByteArray("not connected"));
    }

    void refusesUnsafeBackends_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("safe");
        const auto row = [](const char* url, bool safe) { QTest::newRow(url) << QString::fromLatin1(url) << safe; };
        row("https://refrain.acme.test", true);
        row("http://localhost:8470", true);
        row("http://127.0.0.1:8470", true);
        row("http://[::1]:8470", true);
        row("http://refrain.acme.test", false);
        row("http://127.0.0.1.evil.test", false);
        row("http://localhost.evil.test", false);
        row("https://alice:pw@refrain.test", false);
        row("ftp://localhost", false);
        row("refrain", false);
    }
    void refusesUnsafeBackends()
    {
        QFETCH(QString, url);
        QFETCH(bool, safe);
        QCOMPARE(isSafeBackend(QUrl(url)), safe);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
