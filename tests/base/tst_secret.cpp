#include "base/random.h"
#include "base/secret.h"

#include <QSet>
#include <QTest>

using namespace refrain;

class TestSecret : public QObject {
    Q_OBJECT

private slots:
    void survivesCopiesOfWhichOneGoes()
    {
        Secret kept(QByteArray("xoxb-1"));
        {
            const Secret copy = kept;
            QVERIFY(copy.equals(QByteArray("xoxb-1")));
        }
        QCOMPARE(kept.reveal(), QByteArray("xoxb-1"));
    }

    void comparesWholeValuesOnly_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("equal");
        QTest::newRow("the same") << QByteArray("token") << true;
        QTest::newRow("one letter off") << QByteArray("tokem") << false;
        QTest::newRow("a prefix") << QByteArray("toke") << false;
        QTest::newRow("longer") << QByteArray("tokens") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }

    void comparesWholeValuesOnly()
    {
        QFETCH(QByteArray, other);
        QFETCH(bool, equal);
        QCOMPARE(Secret(QByteArray("token")).equals(other), equal);
    }

    void bytesAreAsManyAsAskedForAndFilledToTheEnd()
    {
        SystemRandom random;
        for (qsizetype count = 0; count <= 40; ++count) {
            // A byte that was never filled would be the same each time.
            QByteArray changing(count, '\0');
            const QByteArray first = random.bytes(count);
            QCOMPARE(first.size(), count);
            for (int i = 0; i < 30; ++i) {
                const QByteArray other = random.bytes(count);
                for (qsizetype at = 0; at < count; ++at)
                    changing[at] = char(changing[at] | (first[at] ^ other[at]));
            }
            QVERIFY(!changing.contains('\0'));
        }
    }

    void tokensSuitPkceAndDoNotRepeat()
    {
        SystemRandom random;
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(random.token());
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(seen.begin()->size(), 43);
        QVERIFY(!seen.begin()->contains('='));
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
