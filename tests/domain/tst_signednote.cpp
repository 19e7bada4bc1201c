#include "domain/signednote.h"

#include <QTest>

using namespace refrain;

namespace {

// The example of Go's golang.org/x/mod/sumdb/note, which defined the format.
const QString peterKey = QStringLiteral("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
const QByteArray peterText =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
const QByteArray peterLine =
    "\xe2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJ"
    "nAM=\n";

NoteSigner signer(const char* name = "refrain/T0001", char fill = 7)
{
    return *NoteSigner::fromSeed(QLatin1String(name), Secret(QByteArray(NoteSigner::seedSize, fill)));
}

Checkpoint checkpoint()
{
    return {checkpointOrigin(WorkspaceId(QStringLiteral("T0001"))), 42, leafHash("root")};
}

}  // namespace

class TestSignedNote : public QObject {
    Q_OBJECT

private slots:
    void opensANoteOfAnotherTool()
    {
        const auto verifier = NoteVerifier::fromVkey(peterKey);
        QVERIFY(verifier);
        QCOMPARE(verifier->name(), QStringLiteral("PeterNeumann"));
        QCOMPARE(*verifier->open(peterText + '\n' + peterLine), peterText);
    }

    void opensWhatItSigned()
    {
        const auto verifier = NoteVerifier::fromVkey(signer().vkey());
        QVERIFY(verifier);
        const QByteArray note = signer().sign(checkpointText(checkpoint()));
        QCOMPARE(*openCheckpoint(*verifier, note), checkpoint());
        const QByteArrayList lines = note.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], QByteArray("refrain/T0001"));
        QCOMPARE(lines[1], QByteArray("42"));
        QCOMPARE(lines[2], leafHash("root").toBase64());
        QCOMPARE(lines[3], QByteArray());
        QVERIFY(lines[4].startsWith("\xe2\x80\x94 refrain/T0001 "));
    }

    void passesOverSignaturesOfOthers()
    {
        const QByteArray text = checkpointText(checkpoint());
        const QByteArray witness = signer("witness.example", 9).sign(text).mid(text.size() + 1);
        const QByteArray sameNameOtherKey = signer("refrain/T0001", 9).sign(text).mid(text.size() + 1);
        const QByteArray own = signer().sign(text).mid(text.size() + 1);
        const auto verifier = NoteVerifier::fromVkey(signer().vkey());
        QCOMPARE(*verifier->open(text + '\n' + witness + sameNameOtherKey + own), text);
        QVERIFY(!verifier->open(text + '\n' + witness + sameNameOtherKey));
    }

    void refusesAnythingElse_data()
    {
        QTest::addColumn<QByteArray>("note");
        const QByteArray good = signer().sign(checkpointText(checkpoint()));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("only the text") << checkpointText(checkpoint());
        QTest::newRow("a blank line and no signature after it") << checkpointText(checkpoint()) + '\n';
        QTest::newRow("another size") << QByteArray(good).replace("\n42\n", "\n43\n");
        QTest::newRow("cut short") << good.chopped(1);
        QTest::newRow("a line that is no signature") << good + "hello\n";
        QTest::newRow("a signature that is no base64") << QByteArray(good).replace(good.size() - 5, 1, "!");
        QTest::newRow("another key") << signer("refrain/T0001", 8).sign(checkpointText(checkpoint()));
        QTest::newRow("another log under this key")
            << signer().sign(checkpointText({QStringLiteral("refrain/T0002"), 42, leafHash("root")}));
        QTest::newRow("a negative size") << signer().sign("refrain/T0001\n-1\n" + leafHash("root").toBase64() + '\n');
        QTest::newRow("a size with a leading zero")
            << signer().sign("refrain/T0001\n042\n" + leafHash("root").toBase64() + '\n');
        QTest::newRow("a short root") << signer().sign("refrain/T0001\n42\nAAAA\n");
        QTest::newRow("no root") << signer().sign("refrain/T0001\n42\n");
        QTest::newRow("broken UTF-8") << signer().sign("refrain/T0001\n42\n" + leafHash("root").toBase64() +
                                                       "\n\xff\n");
    }

    void refusesAnythingElse()
    {
        QFETCH(QByteArray, note);
        const auto opened = openCheckpoint(*NoteVerifier::fromVkey(signer().vkey()), note);
        QVERIFY(!opened);
        QVERIFY(opened.error().is(ErrorCode::Corrupt));
    }

    void refusesOtherKeys_data()
    {
        QTest::addColumn<QString>("vkey");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a word") << QStringLiteral("key");
        QTest::newRow("another id") << QString(peterKey).replace(QLatin1String("c74f20a3"), QLatin1String("c74f20a4"));
        QTest::newRow("another name") << QString(peterKey).replace(QLatin1String("Peter"), QLatin1String("Petra"));
        QTest::newRow("a key cut short") << peterKey.chopped(4);
        QTest::newRow("an unknown type of key")
            << QString(peterKey).replace(QLatin1String("+AR"), QLatin1String("+Ah"));
    }

    void refusesOtherKeys()
    {
        QFETCH(QString, vkey);
        QVERIFY(!NoteVerifier::fromVkey(vkey));
    }

    void refusesNamesAndSeedsThatCannotBe()
    {
        QVERIFY(!NoteSigner::fromSeed(QStringLiteral("two words"), Secret(QByteArray(32, 'x'))));
        QVERIFY(!NoteSigner::fromSeed(QStringLiteral("a+b"), Secret(QByteArray(32, 'x'))));
        QVERIFY(!NoteSigner::fromSeed({}, Secret(QByteArray(32, 'x'))));
        QVERIFY(!NoteSigner::fromSeed(QStringLiteral("name"), Secret(QByteArray(31, 'x'))));
    }
};

QTEST_GUILESS_MAIN(TestSignedNote)
#include "tst_signednote.moc"
