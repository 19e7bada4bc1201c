#include "console/accounts/accounts.h"
#include "console/local/localbackend.h"
#include "console/signin/keychaintokenstore.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

SignInGrant grantFor(const QString& workspace, const QString& user)
{
    SignInGrant grant;
    grant.backend = QUrl(QStringLiteral("https://refrain.test"));
    grant.workspace = WorkspaceId(workspace);
    grant.workspaceName = QStringLiteral("Acme");
    grant.userId = user;
    grant.refreshToken = Secret("top-secret");
    return grant;
}

void touch(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

}  // namespace

class TestAccounts : public QObject {
    Q_OBJECT
private slots:
    void namesOfProfiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("a word") << QStringLiteral("default") << true;
        QTest::newRow("hyphen and digits") << QStringLiteral("team-2") << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a way out of the folder") << QStringLiteral("../etc") << false;
        QTest::newRow("too long") << QString(33, QLatin1Char('a')) << false;
    }
    void namesOfProfiles()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QTemporaryDir folder;
        const auto profile = Profile::openIn(folder.path(), name);
        QCOMPARE(profile.ok(), good);
        if (good) {
            const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
            QVERIFY(!(QFile::permissions(QFileInfo(profile->outboxFile()).path()) & others));
        }
    }

    void keepsTheListOverRestartsAndNoSecretInIt()
    {
        QTemporaryDir folder;
        test::ManualClock clock;
        const auto profile = Profile::openIn(folder.path(), QStringLiteral("p"));
        Accounts first(*profile, clock);
        QVERIFY(first.load().ok());
        const Account acme = first.signedIn(grantFor(QStringLiteral("T1"), QStringLiteral("U1")), BackendKind::Server);
        const Account other = first.signedIn(grantFor(QStringLiteral("T2"), QStringLiteral("U1")), BackendKind::Server);
        QVERIFY(acme.id != other.id);
        first.setCurrent(acme.id);
        Accounts second(*profile, clock);
        QVERIFY(second.load().ok());
        QVERIFY(second.all() == first.all());
        QVERIFY(second.current() == acme);
        QFile file(profile->accountsFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("top-secret"));
    }

    void thePersonIsTheSameWhereverABackendOnThisComputerListens()
    {
        const WorkspaceId workspace(QStringLiteral("T1"));
        const QString user = QStringLiteral("U1");
        const QUrl here(QStringLiteral("http://localhost:8470"));
        const QUrl there(QStringLiteral("http://localhost:8471"));
        QCOMPARE(Accounts::idFor(BackendKind::Embedded, here, workspace, user),
                 Accounts::idFor(BackendKind::Embedded, there, workspace, user));
        QVERIFY(Accounts::idFor(BackendKind::Server, here, workspace, user) !=
                Accounts::idFor(BackendKind::Server, there, workspace, user));
        QVERIFY(Accounts::idFor(BackendKind::Practice, here, workspace, user) !=
                Accounts::idFor(BackendKind::Embedded, here, workspace, user));
    }

    void wipingTakesPeopleAndLeavesTheOutbox()
    {
        QTemporaryDir folder;
        test::ManualClock clock;
        const auto profile = Profile::openIn(folder.path(), QStringLiteral("p"));
        Accounts accounts(*profile, clock);
        const Account acme =
            accounts.signedIn(grantFor(QStringLiteral("T1"), QStringLiteral("U1")), BackendKind::Server);
        touch(profile->cacheFile(acme.id));
        touch(profile->outboxFile());
        accounts.signedOut(acme.id);
        QVERIFY(!QFile::exists(profile->cacheFile(acme.id)));
        QVERIFY(QFile::exists(profile->outboxFile()));
        QVERIFY(!accounts.find(acme.id)->signedIn);
        accounts.remove(acme.id);
        QVERIFY(accounts.all().empty());
        QVERIFY(QFile::exists(profile->outboxFile()));
    }

    void setsAnUnreadableListAside()
    {
        QTemporaryDir folder;
        test::ManualClock clock;
        const auto profile = Profile::openIn(folder.path(), QStringLiteral("p"));
        QFile file(profile->accountsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ half a fi");
        file.close();
        Accounts accounts(*profile, clock);
        QVERIFY(!accounts.load().ok());
        QVERIFY(QFile::exists(profile->accountsFile() + QStringLiteral(".broken")));
    }

    void withoutAKeyringTheTokenLastsUntilExitAndItIsSaid()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        KeychainTokenStore tokens(QStringLiteral("refrain-test"));
        bool written = false;
        tokens.write(QStringLiteral("a"), Secret("token"), this, [&](const Result<>& done) { written = done.ok(); });
        QTRY_VERIFY(written);
        QVERIFY(!tokens.isLasting());
        QVERIFY(!tokens.notice().isEmpty());
        std::optional<Secret> read;
        tokens.read(QStringLiteral("a"), this, [&](const Result<std::optional<Secret>>& token) { read = *token; });
        QTRY_VERIFY(read.has_value());
        QCOMPARE(read->reveal(), QByteArray("token"));
    }

    void credentialsGoIntoTheBackendsFileAlone()
    {
        QTemporaryDir folder;
        test::FixedRandom random;
        const auto profile = Profile::openIn(folder.path(), QStringLiteral("p"));
        LocalBackend local(*profile, random);
        QVERIFY(!local.hasCredentials());
        QVERIFY(local.writeCredentials({QStringLiteral("1.2"), Secret("s1"), Secret("s2"), Secret("xapp-3")}).ok());
        QVERIFY(local.hasCredentials());
        QFile file(profile->backendDir() + QStringLiteral("/refraind.ini"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("slack_client_id=1.2\nslack_client_secret=s1\nslack_signing_secret=s2\n"
                                            "slack_app_token=xapp-3\n"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!local.writeCredentials({QStringLiteral("1.2\nlisten=0.0.0.0:1"), Secret("a"), Secret("b"), {}}).ok());
    }

    void otherSettingsOfTheBackendOutliveNewCredentials()
    {
        QTemporaryDir folder;
        test::FixedRandom random;
        const auto profile = Profile::openIn(folder.path(), QStringLiteral("p"));
        QFile file(profile->backendDir() + QStringLiteral("/refraind.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("log = debug\n");
        file.close();
        LocalBackend local(*profile, random);
        QVERIFY(!local.hasCredentials());
        QVERIFY(local.writeCredentials({QStringLiteral("1.2"), Secret("old"), Secret("s"), Secret("xapp-3")}).ok());
        QVERIFY(local.writeCredentials({QStringLiteral("3.4"), Secret("new"), Secret("s"), Secret("xapp-3")}).ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("log = debug\nslack_client_id=3.4\nslack_client_secret=new\n"
                                            "slack_signing_secret=s\nslack_app_token=xapp-3\n"));
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
