#include <signal.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString program = QStringLiteral(REFRAIN_BIN_DIR "/refrain-sandbox");

QStringList words(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

/// One request over a connection of its own; the whole answer.
QByteArray ask(quint16 port, const QByteArray& target, const QByteArray& headers = {}, const QByteArray& form = {})
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected())
        return {};
    QByteArray request = (form.isEmpty() ? "GET " : "POST ") + target +
                         " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers;
    if (!form.isEmpty())
        request +=
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(form.size()) +
            "\r\n";
    socket.write(request + "\r\n" + form);
    while (socket.waitForReadyRead(5000)) {
    }
    return socket.readAll();
}

/// The port of a started program's ready line; 0 where it never came.
quint16 portOf(QProcess& process)
{
    if (!QTest::qWaitFor([&] { return process.canReadLine(); }, 10'000))
        return 0;
    return quint16(process.readLine().trimmed().split(':').constLast().toUInt());
}

/// What stands between two marks.
QByteArray between(const QByteArray& text, const QByteArray& before, char after)
{
    const qsizetype from = text.indexOf(before) + before.size();
    return text.mid(from, text.indexOf(after, from) - from);
}

}  // namespace

class TestSandboxProgram : public QObject {
    Q_OBJECT

private slots:
    void badOptionsAreNamed_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const char* arguments, const char* named) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(named);
        };
        row("no address", "", "--listen");
        row("an address that others can reach", "--listen 0.0.0.0:0", "--listen");
        row("no port", "--listen 127.0.0.1", "--listen");
        row("a port too high", "--listen 127.0.0.1:70000", "--listen");
        row("an unknown option", "--listen 127.0.0.1:0 --frobnicate", "frobnicate");
        row("a word too many", "--listen 127.0.0.1:0 please", "please");
        row("nobody at all", "--listen 127.0.0.1:0 --users 0", "--users");
        row("users in words", "--listen 127.0.0.1:0 --users many", "--users");
        row("no channels", "--listen 127.0.0.1:0 --channels -1", "--channels");
        row("a seed that is no number", "--listen 127.0.0.1:0 --seed x", "--seed");
        row("neither on nor off", "--listen 127.0.0.1:0 --rotation maybe", "--rotation");
        row("rate limits likewise", "--listen 127.0.0.1:0 --rate-limits 1", "--rate-limits");
        row("no web address", "--listen 127.0.0.1:0 --deliver-to ftp://x", "--deliver-to");
        row("a file of faults that is not there", "--listen 127.0.0.1:0 --faults /nonexistent/f", "--faults");
        row("an empty secret", "--listen 127.0.0.1:0 --client-secret=", "--client-secret");
    }

    void badOptionsAreNamed()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, named);
        QProcess process;
        process.start(program, words(arguments));
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY2(process.readAllStandardError().contains(named.toUtf8()), qPrintable(named));
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }

    void helpAndVersionAreAnswered()
    {
        for (const char* option : {"--help", "--version"}) {
            QProcess process;
            process.start(program, {QLatin1String(option)});
            QVERIFY(process.waitForFinished(10'000));
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(process.readAllStandardOutput().contains(option == QByteArray("--help") ? "--rate-limits"
                                                                                            : "refrain-sandbox"));
        }
    }

    void itListensThenStopsWhenAsked()
    {
        QProcess process;
        process.start(program, words(QStringLiteral("--listen 127.0.0.1:0 --users 100")));
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 10'000);
        const QString line = QString::fromUtf8(process.readLine());
        const auto match =
            QRegularExpression(QStringLiteral("^listening on http://127\\.0\\.0\\.1:(\\d+)\n$")).match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), match.captured(1).toUShort());
        QVERIFY(socket.waitForConnected());
        socket.write("GET /api/auth.test HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().contains("not_authed"));
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void tokensSurviveBeingKilled()
    {
        QTemporaryDir dir;
        const QStringList arguments =
            words(QStringLiteral("--listen 127.0.0.1:0 --users 100 --auto-approve --state ")) +
            QStringList{dir.filePath(QStringLiteral("state"))};
        QProcess first;
        first.start(program, arguments);
        const quint16 port = portOf(first);
        const QByteArray redirect = "redirect_uri=http://localhost:8470/cb";
        const QByteArray allowed = ask(port, "/oauth/v2/authorize?client_id=1.1&state=s&scope=users:read&" + redirect);
        const QByteArray code = between(allowed, "code=", '&');
        const QByteArray answer =
            ask(port, "/api/oauth.v2.access", {},
                "client_id=1.1&client_secret=practice-client-secret&code=" + code + '&' + redirect);
        const QByteArray token = between(answer, "\"access_token\":\"", '"');
        QVERIFY2(token.startsWith("xoxe.xoxb-1-"), answer.constData());
        first.kill();
        QVERIFY(first.waitForFinished(10'000));
        QCOMPARE(first.exitStatus(), QProcess::CrashExit);

        QProcess second;
        second.start(program, arguments);
        const QByteArray known = ask(portOf(second), "/api/auth.test", "Authorization: Bearer " + token + "\r\n");
        QVERIFY2(known.contains("\"ok\":true"), known.constData());
        second.kill();
        QVERIFY(second.waitForFinished(10'000));
    }

    void aTakenPortIsAFailure()
    {
        QProcess first;
        first.start(program, words(QStringLiteral("--listen 127.0.0.1:0 --users 100")));
        QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine(), 10'000);
        const QString address = QString::fromUtf8(first.readLine()).trimmed().section(QStringLiteral("//"), 1);
        QProcess second;
        second.start(program, {QStringLiteral("--listen"), address});
        QVERIFY(second.waitForFinished(10'000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains("--listen"));
        first.kill();
        QVERIFY(first.waitForFinished(10'000));
    }

    void aStateThatCannotBeUsedNamesItsOption_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("of another world") << QStringLiteral("state");
        QTest::newRow("in a folder that is not there") << QStringLiteral("nowhere/state");
        QTest::newRow("a folder") << QStringLiteral(".");
    }

    void aStateThatCannotBeUsedNamesItsOption()
    {
        QFETCH(QString, name);
        QTemporaryDir dir;
        QFile state(dir.filePath(QStringLiteral("state")));
        QVERIFY(state.open(QIODevice::WriteOnly));
        state.write("{\"world\":\"seed 9, 1 users, 1 channels\"}\n");
        state.close();
        QProcess process;
        process.start(program, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--state"),
                                dir.filePath(name)});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("--state"));
    }
};

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
