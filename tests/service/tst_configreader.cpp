#include "service/config/configreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using service::Config;
using service::ConfigSources;

class TestConfigReader : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString file(const QByteArray& text, QFile::Permissions permissions = QFile::ReadOwner) const
    {
        const QString path = m_dir.filePath(QStringLiteral("refraind.ini"));
        QFile::remove(path);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("cannot write the test's file");
        out.close();
        QFile::setPermissions(path, permissions);
        return path;
    }

    [[nodiscard]] ConfigSources sources(QMap<QString, QString> environment, const QString& file = {}) const
    {
        environment.insert(QStringLiteral("HOME"), m_dir.path());
        return {environment, file, false};
    }

private slots:
    void everySettingHasItsDefault()
    {
        const Result<Config> config = service::readConfig(sources({}));
        QVERIFY(config);
        QCOMPARE(config->listenHost, QStringLiteral("127.0.0.1"));
        QCOMPARE(config->listenPort, quint16(8470));
        QVERIFY(config->publicUrl.isEmpty());
        const QString data = m_dir.path() + QStringLiteral("/.local/share/refrain");
        QCOMPARE(config->dataDir, data);
        QCOMPARE(config->database, QStringLiteral("sqlite://%1/refrain.db").arg(data));
        QCOMPARE(config->keyFile, data + QStringLiteral("/master.key"));
        QCOMPARE(config->slack.url, QUrl(QStringLiteral("https://slack.com")));
        QCOMPARE(config->slack.missing().size(), 2);
        QCOMPARE(config->logLevel, QStringLiteral("info"));
    }

    void aServiceKeepsItsDataWhereSystemdSays()
    {
        const Result<Config> config =
            service::readConfig(sources({{QStringLiteral("STATE_DIRECTORY"), QStringLiteral("/var/lib/refrain")}}));
        QCOMPARE(config->dataDir, QStringLiteral("/var/lib/refrain"));
    }

    void theEnvironmentWinsOverTheFile()
    {
        const QString ini = file("# a comment\n\n listen = [::1]:9000 \nlog=debug\n");
        const Result<Config> config =
            service::readConfig(sources({{QStringLiteral("REFRAIN_LOG"), QStringLiteral("warning")}}, ini));
        QVERIFY(config);
        QCOMPARE(config->listenHost, QStringLiteral("::1"));
        QCOMPARE(config->listenPort, quint16(9000));
        QCOMPARE(config->logLevel, QStringLiteral("warning"));
    }

    void whatIsMeantForTestsAndThePracticeSlackPassesThrough()
    {
        QVERIFY(service::readConfig(sources({{QStringLiteral("REFRAIN_TEST_SEED"), QStringLiteral("1")},
                                             {QStringLiteral("REFRAIN_SANDBOX_ARGS"), QStringLiteral("--users 1")}})));
    }

    void badSettingsAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* row, const char* name, const char* value) {
            QTest::newRow(row) << QString::fromLatin1(name) << QString::fromLatin1(value);
        };
        row("an unknown setting", "REFRAIN_COLOUR", "red");
        row("no port", "REFRAIN_LISTEN", "127.0.0.1");
        row("a port too high", "REFRAIN_LISTEN", "127.0.0.1:70000");
        row("a port of letters", "REFRAIN_LISTEN", "127.0.0.1:http");
        row("a public address that is none", "REFRAIN_PUBLIC_URL", "refrain.example.com");
        row("a public address with a query", "REFRAIN_PUBLIC_URL", "https://refrain.example.com/?a=1");
        row("a public address of another kind", "REFRAIN_PUBLIC_URL", "ftp://refrain.example.com");
        row("a relative data directory", "REFRAIN_DATA_DIR", "data");
        row("an unknown database", "REFRAIN_DATABASE", "mysql://x/y");
        row("a database without a name", "REFRAIN_DATABASE", "postgresql://host");
        row("a direct database that is none", "REFRAIN_DATABASE_LISTEN", "yes");
        row("a Slack address that is none", "REFRAIN_SLACK_URL", "slack");
        row("a token of another kind", "REFRAIN_SLACK_APP_TOKEN", "xoxb-1");
        row("workspaces that are none", "REFRAIN_WORKSPACES", "T123,acme");
        row("a relative key file", "REFRAIN_KEY_FILE", "master.key");
        row("a level that is none", "REFRAIN_LOG", "loud");
    }

    void badSettingsAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Result<Config> config = service::readConfig(sources({{name, value}}));
        QVERIFY(!config);
        QVERIFY2(config.error().message().contains(name), qPrintable(config.error().message()));

        const QString key = name.mid(8).toLower();
        const Result<Config> fromFile =
            service::readConfig(sources({}, file(key.toUtf8() + " = " + value.toUtf8() + '\n')));
        QVERIFY(!fromFile);
        QVERIFY2(fromFile.error().message().contains(key), qPrintable(fromFile.error().message()));
    }

    void aFileWithSectionsIsRefused()
    {
        const Result<Config> config = service::readConfig(sources({}, file("[refrain]\nlog=info\n")));
        QVERIFY(!config);
        QVERIFY(config.error().message().contains(QStringLiteral("line 1")));
    }

    void aSettingStandsInAFileOnce()
    {
        const Result<Config> config = service::readConfig(sources({}, file("log=info\n# again\nlog=info\n")));
        QVERIFY(!config);
        QVERIFY2(config.error().message().contains(QStringLiteral("line 3: log stands in line 1 already")),
                 qPrintable(config.error().message()));
    }

    void aFileThatSomebodyNamedMustExist()
    {
        ConfigSources missing = sources({}, QStringLiteral("/nowhere/refraind.ini"));
        QVERIFY(service::readConfig(missing));
        missing.fileMustExist = true;
        QVERIFY(!service::readConfig(missing));
    }

    void secretsThatOthersMayReadAreRefused()
    {
        const QFile::Permissions everybody = QFile::ReadOwner | QFile::ReadOther;
        const QByteArray secret = "slack_client_secret = abc\n";
        QVERIFY(service::readConfig(sources({}, file(secret))));
        const Result<Config> config = service::readConfig(sources({}, file(secret, everybody)));
        QVERIFY(!config);
        QVERIFY(config.error().message().contains(QStringLiteral("slack_client_secret")));
        QVERIFY(!config.error().message().contains(QStringLiteral("abc")));
        QVERIFY(service::readConfig(sources({}, file("log = info\n", everybody))));

        const QString key = file("key", everybody);
        const Result<Config> keyFile = service::readConfig(sources({{QStringLiteral("REFRAIN_KEY_FILE"), key}}));
        QVERIFY(!keyFile);
        QVERIFY(keyFile.error().message().contains(QStringLiteral("REFRAIN_KEY_FILE")));
    }

    void policyOfWorkspaces_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<bool>("first");
        QTest::addColumn<bool>("second");
        QTest::newRow("empty: closed after the first") << QString() << true << false;
        QTest::newRow("any") << QStringLiteral("*") << true << true;
        QTest::newRow("a list with it") << QStringLiteral("T1, T2") << true << true;
        QTest::newRow("a list without it") << QStringLiteral("T3") << false << false;
    }

    void policyOfWorkspaces()
    {
        QFETCH(QString, setting);
        QFETCH(bool, first);
        QFETCH(bool, second);
        const Result<Config> config = service::readConfig(sources({{QStringLiteral("REFRAIN_WORKSPACES"), setting}}));
        QVERIFY(config);
        const WorkspaceId workspace(QStringLiteral("T1"));
        QCOMPARE(config->workspaces.admits(workspace, false, false), first);
        QCOMPARE(config->workspaces.admits(workspace, false, true), second);
        QVERIFY(config->workspaces.admits(workspace, true, true));
    }
};

QTEST_GUILESS_MAIN(TestConfigReader)
#include "tst_configreader.moc"
