#include "store/vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::store;

class TestVault : public QObject {
    Q_OBJECT

private slots:
    void opensWhatItSealed_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addRow("a token") << QByteArray("xoxb-1-2-3");
        QTest::addRow("one byte") << QByteArray("x");
        QTest::addRow("bytes with zeros") << QByteArray("\0\1\0", 3);
        QTest::addRow("a long text") << QByteArray(100'000, 'y');
    }

    void opensWhatItSealed()
    {
        QFETCH(QByteArray, plain);
        const QByteArray sealed = m_vault.seal(Secret(plain), m_place);
        QVERIFY(!sealed.contains(plain) || plain.size() < 4);
        QVERIFY(sealed != m_vault.seal(Secret(plain), m_place));  // a nonce of its own each time
        const Result<Secret> opened = m_vault.open(sealed, m_place);
        QVERIFY(opened);
        QCOMPARE(opened->reveal(), plain);
    }

    void nothingStaysNothing()
    {
        QVERIFY(m_vault.seal(Secret(), m_place).isEmpty());
        QVERIFY(m_vault.open({}, m_place)->isEmpty());
    }

    void refusesWhatDoesNotBelongThere_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"another workspace", "another column", "another table", "another key",
                                  "a flipped bit", "cut short", "too short for a nonce"})
            QTest::addRow("%s", fault) << QString::fromLatin1(fault);
    }

    void refusesWhatDoesNotBelongThere()
    {
        QFETCH(QString, fault);
        QByteArray sealed = m_vault.seal(Secret(QByteArray("xoxb-1")), m_place);
        Vault::Place place = m_place;
        const Vault other(Secret(QByteArray(Vault::KeyBytes, 'o')), m_random);
        if (fault == QStringLiteral("another workspace"))
            place.workspace = QStringLiteral("T2");
        else if (fault == QStringLiteral("another column"))
            place.column = QStringLiteral("refresh_token");
        else if (fault == QStringLiteral("another table"))
            place.table = QStringLiteral("profiles");
        else if (fault == QStringLiteral("a flipped bit"))
            sealed[30] = char(sealed[30] ^ 1);
        else if (fault == QStringLiteral("cut short"))
            sealed.chop(1);
        else if (fault == QStringLiteral("too short for a nonce"))
            sealed.truncate(5);
        const Result<Secret> opened = (fault == QStringLiteral("another key") ? other : m_vault).open(sealed, place);
        QVERIFY(!opened);
        QVERIFY(opened.error().is(ErrorCode::Corrupt));
    }

    void makesItsKeyOnceAndKeepsIt()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("master.key"));
        QVERIFY(Vault::masterKey(path, m_random, false).error().is(ErrorCode::NotFound));
        const Result<Secret> made = Vault::masterKey(path, m_random, true);
        QVERIFY(made);
        QCOMPARE(made->reveal().size(), Vault::KeyBytes);
        QCOMPARE(QFile::permissions(path) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(Vault::masterKey(path, m_random, false)->reveal(), made->reveal());
    }

    void refusesAKeyFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("says");
        const QByteArray good(64, 'a');
        QTest::addRow("readable by its group") << good << 0x6640 << "read or written by others";
        QTest::addRow("readable by everybody") << good << 0x6604 << "read or written by others";
        QTest::addRow("too short") << good.left(62) << 0x6600 << "holds no master key";
        QTest::addRow("empty") << QByteArray() << 0x6600 << "holds no master key";
    }

    void refusesAKeyFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, mode);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("master.key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(file.setPermissions(QFile::Permissions(mode)));
        const Result<Secret> refused = Vault::masterKey(file.fileName(), m_random, true);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message().contains(says), qPrintable(refused.error().message()));
    }

private:
    SystemRandom m_random;
    Vault m_vault{Secret(QByteArray(Vault::KeyBytes, 'k')), m_random};
    Vault::Place m_place{QStringLiteral("workspaces"), QStringLiteral("T1"), QStringLiteral("bot_token")};
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
