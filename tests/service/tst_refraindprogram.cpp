#include "net/qttransport.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace refrain;

namespace {

const QByteArray verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const QByteArray challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const QByteArray console = "http%3A%2F%2F127.0.0.1%3A9%2Fcb";

/// A program of ours that serves, stopped when the test ends.
struct Server {
    ~Server()
    {
        process.kill();
        process.waitForFinished();
    }

    [[nodiscard]] bool start(const QString& program, const QStringList& arguments)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(REFRAIN_BIN_DIR "/") + program, arguments);
        if (!process.waitForReadyRead(20'000))
            return false;
        url = QString::fromUtf8(process.readLine()).trimmed().section(QLatin1Char(' '), -1);
        return url.startsWith(QLatin1String("http://"));
    }

    [[nodiscard]] bool stopsCleanly()
    {
        process.terminate();
        return process.waitForFinished(10'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QProcess process;
    QString url;
};

}  // namespace

/// refraind and the practice Slack as two programs, met over the wire as a
/// console and a browser would.
class TestRefraindProgram : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    net::QtTransport m_transport;
    Server m_slack;
    QByteArray m_access;
    QString m_workspace;

    net::HttpReply send(const QByteArray& method, const QString& url, const net::HttpHeaders& headers = {},
                        const QByteArray& body = {})
    {
        net::HttpRequest request;
        request.method = method;
        request.url = QUrl(url);
        request.headers = headers;
        request.body = body;
        const Result<net::HttpReply> reply = net::await(m_transport.send(request));
        return reply ? *reply : net::HttpReply();
    }

    QJsonObject api(const Server& backend, const QByteArray& method, const QString& path, int status,
                    const QJsonObject& body = {})
    {
        const net::HttpHeaders headers{{"Authorization", "Bearer " + m_access}, {"Content-Type", "application/json"}};
        const QByteArray text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
        const net::HttpReply reply =
            send(method, backend.url + QStringLiteral("/v1/workspaces/") + m_workspace + path, headers, text);
        if (reply.status != status)
            qWarning("%s %s: %d %s", method.constData(), qPrintable(path), reply.status, reply.body.constData());
        return reply.status == status ? QJsonDocument::fromJson(reply.body).object() : QJsonObject();
    }

    void configure(Server& backend)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("REFRAIN_DATA_DIR"), m_dir.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("REFRAIN_LISTEN"), QStringLiteral("127.0.0.1:0"));
        environment.insert(QStringLiteral("REFRAIN_SLACK_URL"), m_slack.url);
        environment.insert(QStringLiteral("REFRAIN_SLACK_CLIENT_ID"), QStringLiteral("1.1"));
        environment.insert(QStringLiteral("REFRAIN_SLACK_CLIENT_SECRET"), QStringLiteral("practice-client-secret"));
        environment.insert(QStringLiteral("REFRAIN_LOG"), QStringLiteral("warning"));
        backend.process.setProcessEnvironment(environment);
    }

    /// Through Slack and back; the code is exchanged. Empty where anything went
    /// wrong.
    QJsonObject signIn(const QString& url, const QByteArray& intent)
    {
        const net::HttpReply begun = send(
            "GET",
            url + QStringLiteral("/oauth/"
                                 "authorize?response_type=code&client_"
                                 "id=refrain-console&redirect_uri=%1"
                                 "&state=st&code_challenge=%2&code_"
                                 "challenge_method=S256&intent=%3")
                      .arg(QString::fromLatin1(console), QString::fromLatin1(challenge), QString::fromLatin1(intent)));
        const QByteArray cookie = begun.header("Set-Cookie").split(';').first();
        const net::HttpReply slack = send("GET", QString::fromLatin1(begun.header("Location")));
        const net::HttpReply back = send("GET", QString::fromLatin1(slack.header("Location")), {{"Cookie", cookie}});
        const QUrlQuery answer(QUrl::fromEncoded(back.header("Location")));
        const QByteArray form =
            "grant_type=authorization_code&client_id=refrain-console&redirect_"
            "uri=" +
            console + "&code_verifier=" + verifier +
            "&code=" + answer.queryItemValue(QStringLiteral("code")).toLatin1();
        const net::HttpReply token = send("POST", url + QStringLiteral("/oauth/token"),
                                          {{"Content-Type", "application/x-www-form-urlencoded"}}, form);
        return token.status == 200 ? QJsonDocument::fromJson(token.body).object() : QJsonObject();
    }

    bool takeSession(const QJsonObject& session)
    {
        m_access = session.value(QLatin1String("access_token")).toString().toLatin1();
        m_workspace = session.value(QLatin1String("workspace")).toString();
        return !m_access.isEmpty();
    }

    QString lastOutcome(const Server& backend)
    {
        const QJsonArray runs =
            api(backend, "GET", QStringLiteral("/syncs"), 200).value(QLatin1String("items")).toArray();
        return runs.at(0).toObject().value(QLatin1String("outcome")).toString();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_slack.start(QStringLiteral("refrain-sandbox"),
                              {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--users"),
                               QStringLiteral("2500"), QStringLiteral("--channels"), QStringLiteral("20"),
                               QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--auto-approve")}));
    }

    void connectsReadsTheDirectoryAndKeepsAChange()
    {
        Server backend;
        configure(backend);
        QVERIFY(backend.start(QStringLiteral("refraind"), {QStringLiteral("serve")}));
        const QString publicUrl = QString(backend.url).replace(QLatin1String("127.0.0.1"), QLatin1String("localhost"));
        QVERIFY(takeSession(signIn(publicUrl, "install")));
        QTRY_COMPARE_WITH_TIMEOUT(lastOutcome(backend), QStringLiteral("ok"), 60'000);

        const QJsonObject workspace = api(backend, "GET", QString(), 200);
        QCOMPARE(workspace.value(QLatin1String("counts")).toObject().value(QLatin1String("users")).toInt(), 2500);
        const QJsonObject page = api(backend, "GET", QStringLiteral("/subjects?kind=user&limit=1"), 200);
        const QString person =
            page.value(QLatin1String("items")).toArray().at(0).toObject().value(QLatin1String("id")).toString();
        const QString path = QStringLiteral("/subjects/%1/preferences/reminders").arg(person);
        const QJsonObject changed =
            api(backend, "PUT", path, 200, {{QStringLiteral("state"), QStringLiteral("opted_out")}});
        QCOMPARE(changed.value(QLatin1String("state")).toString(), QStringLiteral("opted_out"));
        QVERIFY(backend.stopsCleanly());

        Server again;
        configure(again);
        QVERIFY(again.start(QStringLiteral("refraind"), {QStringLiteral("serve")}));
        const QString newUrl = QString(again.url).replace(QLatin1String("127.0.0.1"), QLatin1String("localhost"));
        QVERIFY2(takeSession(signIn(newUrl, "signin")), "the second time by Sign in with Slack");
        const QJsonArray kept =
            api(again, "GET", QStringLiteral("/preferences"), 200).value(QLatin1String("items")).toArray();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.at(0).toObject().value(QLatin1String("version")).toInteger(),
                 changed.value(QLatin1String("version")).toInteger());
        QVERIFY(again.stopsCleanly());
    }

    void oneBackendPerDataDirectory()
    {
        Server first;
        configure(first);
        QVERIFY(first.start(QStringLiteral("refraind"), {QStringLiteral("serve")}));
        QProcess second;
        second.setProcessEnvironment(first.process.processEnvironment());
        second.start(QStringLiteral(REFRAIN_BIN_DIR "/refraind"), {QStringLiteral("serve")});
        QVERIFY(second.waitForFinished(20'000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains(QByteArray::number(first.process.processId())));
        QVERIFY(first.stopsCleanly());
    }
};

QTEST_GUILESS_MAIN(TestRefraindProgram)
#include "tst_refraindprogram.moc"
