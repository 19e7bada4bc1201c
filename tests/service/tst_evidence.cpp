#include "service/cli/auditverify.h"
#include "service/usecases/evidencecheck.h"
#include "tests/service/record.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

class TestEvidence : public QObject {
    Q_OBJECT

    using Forge = std::function<void(wire::Evidence&)>;

private slots:
    void init()
    {
        m_record = std::make_unique<Record>(3);
        for (const char* state : {"opted_out", "default", "opted_out"}) {
            QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", state)));
            QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U2", "reminders", state)));
        }
    }
    void cleanup() { m_record.reset(); }

    void holdsAllOfOneSubjectAndVerifies()
    {
        const wire::Evidence evidence = bundle();
        QCOMPARE(evidence.items.size(), 3U);
        for (const wire::EvidenceItem& one : evidence.items)
            QCOMPARE(one.item.entry.subject.toString(), QStringLiteral("U1"));
        QCOMPARE(checkEvidence(evidence).faults, QStringList());
        QVERIFY(checkEvidence(evidence).openings > 6);
        QCOMPARE(*wire::evidenceFromJson(wire::toJson(evidence)), evidence);
    }

    void ofWhomNothingWasNotedItIsEmptyAndSound()
    {
        const auto nobody = m_record->audit.evidence(m_record->workspace, SubjectId(QStringLiteral("U404")));
        QVERIFY(!nobody && nobody.error().is(ErrorCode::NotFound));
        const auto evidence = m_record->audit.evidence(m_record->workspace, SubjectId(QStringLiteral("U0")));
        QVERIFY(evidence);
        QVERIFY(evidence->items.empty());
        QVERIFY(checkEvidence(*evidence).isSound());
    }

    void whatWasTamperedWithIsSeen_data()
    {
        QTest::addColumn<Forge>("forge");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* said, const Forge& forge) {
            QTest::newRow(name) << forge << QString::fromLatin1(said);
        };
        row("an opened value", "does not open", [](auto& e) { e.items[0].item.openings[0].value += QLatin1Char('x'); });
        row("a salt", "does not open",
            [](auto& e) { e.items[0].item.openings[0].salt[0] = char(~e.items[0].item.openings[0].salt[0]); });
        row("a salt with a zero behind", "does not open", [](auto& e) { e.items[0].item.openings[0].salt += '\0'; });
        row("an opening of a field that is not there", "does not open",
            [](auto& e) { e.items[0].item.openings[0].pointer += QLatin1Char('x'); });
        row("an opening withheld in silence", "other values", [](auto& e) { e.items[0].item.openings.pop_back(); });
        row("the entry shown", "other values", [](auto& e) { e.items[0].item.entry.reason = QStringLiteral("mine"); });
        row("the entry's outcome", "other values",
            [](auto& e) { e.items[0].item.entry.outcome = QStringLiteral("conflict"); });
        row("the leaf", "not the one that was proven",
            [](auto& e) { e.items[0].item.leaf.replace("accepted", "rejected"); });
        row("leaf and its hash", "does not lie in the log", [](auto& e) {
            e.items[0].item.leaf.replace("accepted", "rejected");
            e.items[0].proof.leafHash = leafHash(e.items[0].item.leaf);
        });
        row("a hash of the proof", "does not lie in the log",
            [](auto& e) { e.items[0].proof.hashes[0][0] = char(~e.items[0].proof.hashes[0][0]); });
        row("a proof cut short", "does not lie in the log", [](auto& e) { e.items[0].proof.hashes.removeLast(); });
        row("a proof of another entry", "another entry", [](auto& e) { e.items[0].proof = e.items[1].proof; });
        row("an entry moved", "another entry", [](auto& e) { ++e.items[0].item.index; });
        row("an entry told twice", "twice", [](auto& e) { e.items.push_back(e.items[0]); });
        row("entries given to somebody else", "not shown to be about U2",
            [](auto& e) { e.subject = SubjectId(QStringLiteral("U2")); });
        row("another workspace", "not signed", [](auto& e) { e.workspace = WorkspaceId(QStringLiteral("T2")); });
        row("the checkpoint's size", "not signed", [](auto& e) { e.checkpoint.replace("\n", "\n1"); });
        row("the checkpoint's signature", "not signed", [](auto& e) { e.checkpoint.chop(6); });
        row("the key", "not signed", [](auto& e) {
            const auto other = NoteSigner::fromSeed(checkpointOrigin(e.workspace), Secret(QByteArray(32, 's')));
            e.auditKey = other->vkey();
        });
        row("no key at all", "not signed", [](auto& e) { e.auditKey = QStringLiteral("nonsense"); });
    }

    void whatWasTamperedWithIsSeen()
    {
        QFETCH(Forge, forge);
        QFETCH(QString, said);
        wire::Evidence evidence = bundle();
        forge(evidence);
        const EvidenceReport report = checkEvidence(evidence);
        QVERIFY(!report.isSound());
        QVERIFY2(report.faults.join(QLatin1Char(' ')).contains(said),
                 qPrintable(report.faults.join(QLatin1Char('\n'))));
    }

    void theCommandSpeaksPlainly()
    {
        const QString name = m_record->folder.filePath(QStringLiteral("bundle.json"));
        wire::Evidence evidence = bundle();
        QString text;
        QTextStream out(&text);
        QVERIFY(auditVerify(name, out).error().message().contains(name));
        write(name, "no bundle");
        QVERIFY(auditVerify(name, out).error().is(ErrorCode::Invalid));
        write(name, "{\"items\": []}");
        QVERIFY(auditVerify(name, out).error().is(ErrorCode::Invalid));
        write(name, QJsonDocument(wire::toJson(evidence)).toJson());
        QCOMPARE(*auditVerify(name, out), true);
        QVERIFY(text.contains(QStringLiteral("3 entries about U1 lie in that log")));
        QVERIFY(text.contains(evidence.auditKey));
        evidence.items[1].proof.hashes.clear();
        write(name, QJsonDocument(wire::toJson(evidence)).toJson());
        QCOMPARE(*auditVerify(name, out), false);
        QVERIFY(text.contains(QStringLiteral("does NOT verify")));
    }

    void aReceiptNamesOneEntryAndVerifiesByItself()
    {
        const wire::Evidence all = bundle();
        const wire::EvidenceItem& wanted = all.items.at(1);
        const ReceiptId id = ReceiptId::of(wanted.item.index, wanted.proof.leafHash);
        const auto spoken = ReceiptId::fromString(u' ' + id.toString().toLower());
        QVERIFY(spoken);
        const auto receipt = m_record->audit.receipt(m_record->workspace, *spoken);
        QVERIFY(receipt);
        QCOMPARE(receipt->items.size(), 1U);
        QCOMPARE(receipt->items.front(), wanted);
        QVERIFY(checkEvidence(*receipt).isSound());
    }

    void aReceiptOfAnotherEntryNamesNothing()
    {
        const wire::EvidenceItem other = bundle().items.at(1);
        for (const qint64 index : {other.item.index + 1, qint64(4000)}) {
            const auto wrong = m_record->audit.receipt(m_record->workspace, ReceiptId::of(index, other.proof.leafHash));
            QVERIFY(!wrong && wrong.error().is(ErrorCode::NotFound));
        }
        for (const char* text : {"R-1", "R-01-0123456789", "R-1-012345678G", "", "R-1-01234567890"})
            QVERIFY2(!ReceiptId::fromString(QLatin1String(text)), text);
    }

private:
    wire::Evidence bundle() { return *m_record->audit.evidence(m_record->workspace, SubjectId(QStringLiteral("U1"))); }

    static void write(const QString& name, const QByteArray& content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
