#include "domain/merkletree.h"

#include <QCryptographicHash>
#include <QTest>

using namespace refrain;

namespace {

/// The leaves and roots that Certificate Transparency's own implementations are tested with.
const QList<QByteArray> leaves{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
};
const QList<QByteArray> roots{
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

MemoryTree knownTree(qsizetype size)
{
    MemoryTree tree;
    for (qsizetype i = 0; i < size; ++i)
        tree.append(leafHash(QByteArray::fromHex(leaves[i])));
    return tree;
}

MemoryTree numberedTree(int size)
{
    MemoryTree tree;
    for (int i = 0; i < size; ++i)
        tree.append(leafHash(QByteArray::number(i)));
    return tree;
}

/// MTH, PATH and PROOF of RFC 6962 copied down as they stand there, over a plain list.
TreeHash plainRoot(const QList<TreeHash>& hashes)
{
    if (hashes.size() == 1)
        return hashes.front();
    qsizetype k = 1;
    while (2 * k < hashes.size())
        k *= 2;
    return nodeHash(plainRoot(hashes.first(k)), plainRoot(hashes.sliced(k)));
}

QByteArrayList hex(const QList<TreeHash>& proof)
{
    QByteArrayList out;
    for (const TreeHash& hash : proof)
        out << hash.toHex().left(8);
    return out;
}

}  // namespace

class TestMerkleTree : public QObject {
    Q_OBJECT

private slots:
    void hasTheKnownRoots()
    {
        QCOMPARE(MemoryTree().root(), QCryptographicHash::hash({}, QCryptographicHash::Sha256));
        for (qsizetype size = 1; size <= leaves.size(); ++size)
            QCOMPARE(knownTree(size).root().toHex(), roots[size - 1]);
    }

    void givesTheKnownProofs_data()
    {
        QTest::addColumn<bool>("inclusion");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QByteArrayList>("proof");
        using L = QByteArrayList;
        QTest::newRow("leaf 0 of 1") << true << qint64(0) << qint64(1) << L{};
        QTest::newRow("leaf 0 of 8") << true << qint64(0) << qint64(8) << L{"96a296d2", "5f083f0a", "6b47aaf2"};
        QTest::newRow("leaf 5 of 8") << true << qint64(5) << qint64(8) << L{"bc1a0643", "ca854ea1", "d37ee418"};
        QTest::newRow("leaf 2 of 3") << true << qint64(2) << qint64(3) << L{"fac54203"};
        QTest::newRow("leaf 1 of 5") << true << qint64(1) << qint64(5) << L{"6e340b9c", "5f083f0a", "bc1a0643"};
        QTest::newRow("from 1 to 1") << false << qint64(1) << qint64(1) << L{};
        QTest::newRow("from 1 to 8") << false << qint64(1) << qint64(8) << L{"96a296d2", "5f083f0a", "6b47aaf2"};
        QTest::newRow("from 6 to 8") << false << qint64(6) << qint64(8) << L{"0ebc5d34", "ca854ea1", "d37ee418"};
        QTest::newRow("from 2 to 5") << false << qint64(2) << qint64(5) << L{"5f083f0a", "bc1a0643"};
    }

    void givesTheKnownProofs()
    {
        QFETCH(bool, inclusion);
        QFETCH(qint64, first);
        QFETCH(qint64, size);
        QFETCH(QByteArrayList, proof);
        const MemoryTree tree = knownTree(leaves.size());
        QCOMPARE(hex(*(inclusion ? inclusionProof(tree, first, size) : consistencyProof(tree, first, size))), proof);
    }

    void everyProofVerifiesAndNoOtherDoes()
    {
        constexpr int most = 70;
        const MemoryTree tree = numberedTree(most);
        QList<TreeHash> hashes;
        QList<TreeHash> rootOf{*treeRoot(tree, 0)};
        for (int size = 1; size <= most; ++size) {
            hashes.append(leafHash(QByteArray::number(size - 1)));
            rootOf.append(*treeRoot(tree, size));
            QCOMPARE(rootOf[size], plainRoot(hashes));
        }
        const TreeHash wrong = leafHash("wrong");
        for (int size = 1; size <= most; ++size) {
            for (int index = 0; index < size; ++index) {
                QList<TreeHash> proof = *inclusionProof(tree, index, size);
                QVERIFY(verifyInclusion(hashes[index], index, size, proof, rootOf[size]));
                QVERIFY(!verifyInclusion(wrong, index, size, proof, rootOf[size]));
                QVERIFY(!verifyInclusion(hashes[index], index, size, proof, wrong));
                QVERIFY(!verifyInclusion(hashes[index], index, size, proof + QList{wrong}, rootOf[size]));
                if (!proof.isEmpty()) {
                    QVERIFY(!verifyInclusion(hashes[index], index, size, proof.first(proof.size() - 1), rootOf[size]));
                    proof.back() = wrong;
                    QVERIFY(!verifyInclusion(hashes[index], index, size, proof, rootOf[size]));
                }
            }
            for (int from = 0; from <= size; ++from) {
                QList<TreeHash> proof = *consistencyProof(tree, from, size);
                QVERIFY(verifyConsistency(from, size, rootOf[from], rootOf[size], proof));
                if (from == 0)
                    continue;
                QVERIFY(!verifyConsistency(from, size, wrong, rootOf[size], proof));
                QVERIFY(!verifyConsistency(from, size, rootOf[from], wrong, proof));
                QVERIFY(!verifyConsistency(from, size, rootOf[from], rootOf[size], proof + QList{wrong}));
                if (!proof.isEmpty()) {
                    proof.front() = wrong;
                    QVERIFY(!verifyConsistency(from, size, rootOf[from], rootOf[size], proof));
                }
            }
        }
    }

    void appendingWritesEachCompleteSubtreeOnce()
    {
        MemoryTree tree = numberedTree(7);
        const auto completed = appendLeaf(tree, 7, leafHash("7"));
        QCOMPARE(completed->size(), size_t(4));
        QCOMPARE(completed->back(), (SubtreeHash{3, 0, numberedTree(8).root()}));
        QCOMPARE(appendLeaf(numberedTree(8), 8, leafHash("8"))->size(), size_t(1));
    }

    void refusesWhatLiesOutside()
    {
        const MemoryTree tree = numberedTree(5);
        QVERIFY(!inclusionProof(tree, 5, 5));
        QVERIFY(!inclusionProof(tree, -1, 5));
        QVERIFY(!inclusionProof(tree, 0, 6));
        QVERIFY(!consistencyProof(tree, 4, 3));
        QVERIFY(!consistencyProof(tree, -1, 3));
        QVERIFY(!verifyInclusion(leafHash("0"), 5, 5, {}, tree.root()));
        QVERIFY(!verifyConsistency(3, 2, tree.root(), tree.root(), {}));
        QVERIFY(!verifyConsistency(3, 5, tree.root(), tree.root(), {}));
    }
};

QTEST_GUILESS_MAIN(TestMerkleTree)
#include "tst_merkletree.moc"
