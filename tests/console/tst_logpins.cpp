#include "console/audit/logpins.h"
#include "console/engine/outboxstore.h"
#include "store/migrator.h"

#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

class TestLogPins : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    [[nodiscard]] QString nextFile() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)); }

private slots:
    void whatWasSeenBeforeTheUpdateStillCounts()
    {
        const QString path = nextFile();
        {
            const auto database = *store::Database::open({path});
            QVERIFY(store::Migrator(QStringLiteral(":/migrations/outbox")).migrateTo(*database, 1));
            QVERIFY(database->run("INSERT INTO audit_keys VALUES ('me', 'refrain/T1+00+AAAA')"));
            QVERIFY(database->run("INSERT INTO checkpoints VALUES ('me', 7, x'0102', x'6e6f7465', 1000)"));
            QVERIFY(database->run("INSERT INTO checkpoints VALUES ('other', 9, x'03', x'6e', 1000)"));
        }
        const auto outbox = OutboxStore::open(path, QStringLiteral("me"));
        QVERIFY2(outbox, outbox ? "" : qPrintable(outbox.error().toString()));
        LogPins pins((*outbox)->database(), QStringLiteral("me"));
        QCOMPARE(*pins.key(), QStringLiteral("refrain/T1+00+AAAA"));
        const auto largest = *pins.largest(*pins.key());
        QVERIFY(largest);
        QCOMPARE(largest->size, 7);
        QCOMPARE(largest->root, QByteArray("\x01\x02"));
        QCOMPARE(largest->note, QByteArray("note"));
    }

    void aNewKeyRetiresTheOldOneAndBeginsItsOwnHistory()
    {
        const auto outbox = *OutboxStore::open(nextFile(), QStringLiteral("me"));
        LogPins pins(outbox->database(), QStringLiteral("me"));
        QVERIFY(pins.key()->isEmpty());
        QVERIFY(pins.trust(QStringLiteral("a"), 1));
        QVERIFY(pins.pin(QStringLiteral("a"), {{}, 5, "root"}, "note", 2));
        QVERIFY(pins.trust(QStringLiteral("b"), 3));
        QCOMPARE(*pins.key(), QStringLiteral("b"));
        QVERIFY(!*pins.largest(QStringLiteral("b")));
        QCOMPARE(pins.all()->size(), size_t(1));
        QCOMPARE(pins.keys()->front().retiredAt, std::optional<Millis>(3));

        // A backup of the first backend comes back: what was seen of it binds it again.
        QVERIFY(pins.trust(QStringLiteral("a"), 4));
        QCOMPARE((*pins.largest(*pins.key()))->size, 5);
    }

    void accountsDoNotSeeEachOthers()
    {
        const auto outbox = *OutboxStore::open(nextFile(), QStringLiteral("me"));
        LogPins mine(outbox->database(), QStringLiteral("me"));
        LogPins yours(outbox->database(), QStringLiteral("you"));
        QVERIFY(mine.trust(QStringLiteral("a"), 1));
        QVERIFY(yours.key()->isEmpty());
        QVERIFY(yours.all()->empty());
    }

    void aFingerprintIsOfTheKeyAndNotOfItsName()
    {
        const QString one = keyFingerprint(QStringLiteral("refrain/T1+00+AQID"));
        QCOMPARE(one.size(), 64 + 7);
        QCOMPARE(keyFingerprint(QStringLiteral("refrain/T2+11+AQID")), one);
        QVERIFY(keyFingerprint(QStringLiteral("refrain/T1+00+AQIE")) != one);
        QVERIFY(keyFingerprint({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLogPins)
#include "tst_logpins.moc"
