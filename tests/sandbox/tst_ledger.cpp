#include "sandbox/state/ledger.h"

#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::sandbox;

class TestLedger : public QObject {
    Q_OBJECT

private:
    const QString m_world = QStringLiteral("seed 1");
    const QString m_table = QStringLiteral("tokens");
    const QString m_key = QStringLiteral("a");

    static QJsonObject number(int n) { return {{QStringLiteral("n"), n}}; }

private slots:
    void recordsSurviveARestartAndOnlyTheLastCounts()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("state"));
        {
            auto ledger = Ledger::open(path, m_world);
            QVERIFY(ledger.ok());
            for (int i = 0; i < 10; ++i)
                (*ledger)->put(m_table, m_key, number(i));
            (*ledger)->put(m_table, QStringLiteral("gone"), number(1));
            (*ledger)->remove(m_table, QStringLiteral("gone"));
        }
        auto again = Ledger::open(path, m_world);
        QVERIFY(again.ok());
        QCOMPARE((*again)->get(m_table, m_key), number(9));
        QVERIFY(!(*again)->has(m_table, QStringLiteral("gone")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 2);
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void aTornLastLineIsDropped()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("state"));
        {
            auto ledger = Ledger::open(path, m_world);
            (*ledger)->put(m_table, m_key, number(1));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"t\":\"tok");
        file.close();
        auto again = Ledger::open(path, m_world);
        QVERIFY(again.ok());
        QCOMPARE((*again)->get(m_table, m_key), number(1));
    }

    void aDamagedMiddleIsRefusedAndTheFileKept()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("state"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"world\":\"seed 1\"}\nnonsense\n{\"t\":\"x\",\"k\":\"y\",\"v\":{}}\n");
        file.close();
        QVERIFY(!Ledger::open(path, m_world).ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("nonsense"));
    }

    void anotherWorldsStateIsRefusedByName()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("state"));
        QVERIFY(Ledger::open(path, m_world).ok());
        const auto other = Ledger::open(path, QStringLiteral("seed 2"));
        QVERIFY(!other.ok());
        QVERIFY(other.error().message().contains(QStringLiteral("seed 2")));
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
