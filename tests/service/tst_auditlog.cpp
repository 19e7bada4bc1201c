#include "service/usecases/auditlog.h"

#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

class TestAuditLog : public QObject {
    Q_OBJECT

private slots:
    void init() { m_record = std::make_unique<Record>(2); }
    void cleanup() { m_record.reset(); }

    void aCheckpointIsSignedAndStaysTheSame()
    {
        const auto note = m_record->audit.checkpoint(m_record->workspace);
        QVERIFY(note);
        QCOMPARE(*m_record->audit.checkpoint(m_record->workspace), *note);
        const auto vkey = m_record->audit.verifierKey(m_record->workspace);
        QCOMPARE(*m_record->audit.verifierKey(m_record->workspace), *vkey);
        const auto checkpoint = openCheckpoint(*NoteVerifier::fromVkey(*vkey), *note);
        QVERIFY(checkpoint);
        QCOMPARE(checkpoint->origin, QStringLiteral("refrain/T1"));
        QCOMPARE(checkpoint->size, size());
        MemoryTree tree;
        const auto page = m_record->audit.page(m_record->workspace, {});
        for (const ReadEntry& entry : page->items)
            tree.append(leafHash(entry.leaf));
        QCOMPARE(checkpoint->root, tree.root());
    }

    void entriesAreProvedAndGrowthIsConsistent()
    {
        const auto vkey = *NoteVerifier::fromVkey(*m_record->audit.verifierKey(m_record->workspace));
        const Checkpoint before = *openCheckpoint(vkey, *m_record->audit.checkpoint(m_record->workspace));
        for (int i = 0; i < 9; ++i)
            QVERIFY(m_record->preferences.apply(m_record->workspace,
                                                Record::wish("U1", "reminders", i % 2 ? "default" : "opted_out")));
        const Checkpoint after = *openCheckpoint(vkey, *m_record->audit.checkpoint(m_record->workspace));
        QCOMPARE(after.size, before.size + 9);
        QVERIFY(verifyConsistency(before.size, after.size, before.root, after.root,
                                  *m_record->audit.consistency(m_record->workspace, before.size, after.size)));
        for (qint64 index = 0; index < after.size; ++index) {
            const auto proof = m_record->audit.proof(m_record->workspace, index, 0);
            QCOMPARE(proof->size, after.size);
            QCOMPARE(proof->leaf, leafHash(m_record->audit.entry(m_record->workspace, index)->leaf));
            QVERIFY(verifyInclusion(proof->leaf, index, after.size, proof->hashes, after.root));
        }
    }

    void rangesThatAreNotThere()
    {
        const qint64 end = size();
        QVERIFY(m_record->audit.entry(m_record->workspace, end).error().is(ErrorCode::NotFound));
        QVERIFY(m_record->audit.proof(m_record->workspace, end, 0).error().is(ErrorCode::Invalid));
        QVERIFY(m_record->audit.proof(m_record->workspace, -1, 0).error().is(ErrorCode::Invalid));
        QVERIFY(m_record->audit.proof(m_record->workspace, 0, end + 1).error().is(ErrorCode::Invalid));
        QVERIFY(m_record->audit.consistency(m_record->workspace, 2, 1).error().is(ErrorCode::Invalid));
        QVERIFY(m_record->audit.consistency(m_record->workspace, 0, end + 1).error().is(ErrorCode::Invalid));
    }

    void pagesSayWhetherThereIsMore()
    {
        store::AuditQuery query;
        query.limit = 2;
        const auto page = m_record->audit.page(m_record->workspace, query);
        QCOMPARE(page->items.size(), 2U);
        QVERIFY(page->more);
        QCOMPARE(page->size, size());
        QCOMPARE(page->seq, *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace));
    }

    void aForgedLeafIsSeen()
    {
        QVERIFY(
            m_record->db().run("UPDATE audit_entries SET leaf = CAST(replace(CAST(leaf AS TEXT), 'category', "
                               "'catagory') AS BLOB) WHERE idx = 0"));
        QVERIFY(leafHash(store::AuditStore(m_record->db()).entry(m_record->workspace, 0)->value().leaf) !=
                m_record->audit.proof(m_record->workspace, 0, 0)->leaf);
    }

private:
    qint64 size() { return *store::AuditStore(m_record->db()).size(m_record->workspace); }
    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_auditlog.moc"
