#include "service/cli/commandline.h"

#include <QTest>

using namespace refrain;
using service::Command;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("command");
        const auto row = [](const char* line, Command command) {
            QTest::newRow(line) << QString::fromLatin1(line) << int(command);
        };
        row("--help", Command::Help);
        row("serve --help", Command::Help);
        row("--version", Command::Version);
        row("serve", Command::Serve);
        row("serve --embedded", Command::Serve);
        row("--config /etc/x.ini serve", Command::Serve);
        row("migrate", Command::Migrate);
        row("backup /tmp/b.db", Command::Backup);
        row("restore /tmp/b.db", Command::Restore);
        row("import /tmp/p.csv --dry-run --workspace T1", Command::Import);
        row("import -", Command::Import);
        row("export --format jsonl", Command::Export);
        row("apikey create --workspace T1 --name robot --role sender", Command::ApiKeyCreate);
        row("apikey list", Command::ApiKeyList);
        row("apikey revoke k1", Command::ApiKeyRevoke);
        row("audit verify /tmp/e.json", Command::AuditVerify);
        row("check-config", Command::CheckConfig);
    }

    void understands()
    {
        QFETCH(QString, line);
        QFETCH(int, command);
        const Result<service::Invocation> invocation = service::parseCommandLine(line.split(QLatin1Char(' ')));
        QVERIFY2(invocation, qPrintable(invocation ? QString() : invocation.error().message()));
        QCOMPARE(int(invocation->command), command);
    }

    void namesWhatIsAtFault_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* line, const char* named) {
            QTest::newRow(*line ? line : "nothing at all") << QString::fromLatin1(line) << QString::fromLatin1(named);
        };
        row("", "command");
        row("dance", "dance");
        row("serve --loud", "loud");
        row("serve now", "now");
        row("migrate --embedded", "embedded");
        row("backup", "FILE");
        row("backup a b", "\"b\"");
        row("audit verify", "FILE");
        row("import", "FILE");
        row("export --dry-run", "dry-run");
        row("apikey", "create, list, revoke");
        row("audit", "verify");
        row("audit dance", "verify");
        row("dance --help", "dance");
        row("apikey create --name n", "--workspace");
        row("apikey create --workspace T1", "--name");
        row("apikey create --workspace T1 --name n --role king", "--role");
        row("apikey revoke", "ID");
        row("export --format xml", "--format");
        row("serve --config", "config");
    }

    void namesWhatIsAtFault()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const Result<service::Invocation> invocation =
            service::parseCommandLine(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QVERIFY(!invocation);
        QVERIFY2(invocation.error().message().contains(named), qPrintable(invocation.error().message()));
    }

    void helpsWithEachCommand_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QString>("unsaid");
        const auto row = [](const char* line, const QStringList& said, const char* unsaid) {
            QTest::newRow(line) << QString::fromLatin1(line) << said << QString::fromLatin1(unsaid);
        };
        const auto text = [](const char* words) { return QString::fromLatin1(words); };
        row("--help", {text("Usage: refraind COMMAND"), text("serve"), text("--embedded")}, "Usage: refraind serve");
        row("serve --help", {text("Usage: refraind serve [--embedded]"), text("--config FILE")}, "--dry-run");
        row("--help import", {text("import [--workspace T"), text("[--dry-run] FILE")}, "--embedded");
        row("apikey create -h", {text("--name N [--role ROLE]")}, "Usage: refraind apikey list");
        row("apikey --help", {text("apikey create --workspace"), text("apikey list"), text("apikey revoke ID")},
            "backup");
        row("audit --help", {text("audit verify FILE")}, "apikey");
    }

    void helpsWithEachCommand()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, said);
        QFETCH(QString, unsaid);
        const auto invocation = service::parseCommandLine(line.split(QLatin1Char(' ')));
        QVERIFY2(invocation, qPrintable(invocation ? QString() : invocation.error().message()));
        QCOMPARE(invocation->command, Command::Help);
        const QString text = service::helpText(invocation->topic);
        for (const QString& words : said)
            QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(!text.contains(unsaid), qPrintable(text));
    }

    void takesOptionsAndDefaults()
    {
        const Result<service::Invocation> key = service::parseCommandLine(
            {QStringLiteral("apikey"), QStringLiteral("create"), QStringLiteral("--workspace"), QStringLiteral("T1"),
             QStringLiteral("--name"), QStringLiteral("a robot")});
        QVERIFY(key);
        QCOMPARE(key->role, QStringLiteral("service"));
        QCOMPARE(key->name, QStringLiteral("a robot"));
        QVERIFY(service::parseCommandLine({QStringLiteral("serve"), QStringLiteral("--embedded")})->embedded);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
