#include "console/signin/keychaintokenstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// Where there is no keyring at all: no session bus, no service behind it.
class TestKeychainTokenStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void withoutAKeyringTheSessionLastsUntilExitAndThatIsSaid()
    {
        const QString account = QStringLiteral("account");
        KeychainTokenStore store(QStringLiteral("RefrainTest"));
        QSignalSpy changed(&store, &TokenStore::lastingChanged);
        bool written = false;
        store.write(account, Secret("token"), this, [&](const Result<>& done) { written = done.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(written, 60'000);
        QVERIFY(!store.isLasting());
        QCOMPARE(changed.count(), 1);
        QVERIFY2(store.notice().contains(QLatin1String("until")), qPrintable(store.notice()));

        std::optional<Secret> read;
        store.read(account, this, [&](const Result<std::optional<Secret>>& token) { read = *token; });
        QTRY_VERIFY_WITH_TIMEOUT(read, 60'000);
        QCOMPARE(read->reveal(), QByteArray("token"));

        KeychainTokenStore later(QStringLiteral("RefrainTest"));
        bool asked = false;
        later.read(account, this, [&](const Result<std::optional<Secret>>& token) {
            asked = true;
            QVERIFY(token && !*token);
        });
        QTRY_VERIFY_WITH_TIMEOUT(asked, 60'000);
    }
};

QTEST_GUILESS_MAIN(TestKeychainTokenStore)
#include "tst_keychaintokenstore.moc"
