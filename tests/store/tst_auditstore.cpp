#include "store/auditstore.h"

#include "tests/store/servicedatabase.h"

#include <QTest>

#include <numeric>

using namespace refrain;
using namespace refrain::store;

class TestAuditStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_test = std::make_unique<test::ServiceDatabase>(); }
    void cleanup() { m_test.reset(); }

    void everyLeafIsProvable()
    {
        AuditStore audit(m_test->db());
        MemoryTree expected;
        for (int i = 0; i < 37; ++i) {
            QCOMPARE(*append(entry("U1", i)), i);
            const StoredEntry stored = audit.entry(m_test->workspace, i)->value();
            expected.append(leafHash(stored.leaf));
            QCOMPARE(openLeaf(stored.leaf, stored.openings)->entry.index, i);
        }
        const StoredTree tree(m_test->db(), m_test->workspace);
        QCOMPARE(*audit.size(m_test->workspace), 37);
        QCOMPARE(*treeRoot(tree, 37), expected.root());
        for (int i = 0; i < 37; ++i) {
            const TreeHash leaf = leafHash(audit.entry(m_test->workspace, i)->value().leaf);
            QVERIFY(verifyInclusion(leaf, i, 37, *inclusionProof(tree, i, 37), expected.root()));
        }
        QVERIFY(!audit.entry(m_test->workspace, 37)->has_value());
    }

    void erasingOpeningsKeepsTheTree()
    {
        AuditStore audit(m_test->db());
        QVERIFY(append(entry("U1", 0)));
        const TreeHash root = *treeRoot(StoredTree(m_test->db(), m_test->workspace), 1);
        QVERIFY(m_test->db().run("UPDATE audit_openings SET openings = json_remove(openings, '$[0]')"));
        const StoredEntry stored = audit.entry(m_test->workspace, 0)->value();
        QCOMPARE(leafHash(stored.leaf), root);
        QVERIFY(!openLeaf(stored.leaf, stored.openings)->erased.isEmpty());
        QVERIFY(!stored.leaf.contains("\"U1\""));
    }

    void filters_data()
    {
        QTest::addColumn<AuditQuery>("query");
        QTest::addColumn<QList<qint64>>("found");
        const auto row = [](const char* name, auto change, const QList<qint64>& found) {
            AuditQuery query;
            change(query);
            QTest::addRow("%s", name) << query << found;
        };
        row("nothing asked", [](AuditQuery&) {}, {0, 1, 2, 3});
        row("a subject", [](AuditQuery& q) { q.subject = SubjectId(QStringLiteral("U2")); }, {1, 3});
        row("a subject after a position",
            [](AuditQuery& q) {
                q.subject = SubjectId(QStringLiteral("U2"));
                q.after = 1;
            },
            {3});
        row("an unknown subject", [](AuditQuery& q) { q.subject = SubjectId(QStringLiteral("U9")); }, {});
        row("a category", [](AuditQuery& q) { q.categories = {QStringLiteral("surveys")}; }, {});
        row("a source", [](AuditQuery& q) { q.source = Source::Link; }, {3});
        row("an actor", [](AuditQuery& q) { q.actor = QStringLiteral("A0"); }, {0, 2});
        row("some actors", [](AuditQuery& q) { q.actors = {QStringLiteral("A0"), QStringLiteral("A9")}; }, {0, 2});
        row("no actor at all", [](AuditQuery& q) { q.actors.emplace(); }, {});
        row("an actor and a subject",
            [](AuditQuery& q) {
                q.actor = QStringLiteral("A0");
                q.subject = SubjectId(QStringLiteral("U2"));
            },
            {});
        row("from a time on, which counts", [](AuditQuery& q) { q.from = 102; }, {2, 3});
        row("until a time, which no longer counts", [](AuditQuery& q) { q.to = 102; }, {0, 1});
        row("a page", [](AuditQuery& q) { q.limit = 2; }, {0, 1});
        row("the page after it", [](AuditQuery& q) { q.after = 1; }, {2, 3});
        row("newest first", [](AuditQuery& q) { q.newestFirst = true; }, {3, 2, 1, 0});
        row("newest first, the page after one",
            [](AuditQuery& q) {
                q.newestFirst = true;
                q.after = 2;
            },
            {1, 0});
        row("newest first of a subject",
            [](AuditQuery& q) {
                q.newestFirst = true;
                q.subject = SubjectId(QStringLiteral("U2"));
            },
            {3, 1});
        row("newest first of an actor, a page",
            [](AuditQuery& q) {
                q.newestFirst = true;
                q.actor = QStringLiteral("A0");
                q.limit = 1;
            },
            {2});
    }

    void filters()
    {
        QFETCH(AuditQuery, query);
        QFETCH(QList<qint64>, found);
        for (int i = 0; i < 4; ++i) {
            AuditEntry some = entry(i % 2 ? "U2" : "U1", i);
            some.at = 100 + i;
            some.source = i == 3 ? Source::Link : Source::Console;
            some.actor = {ActorKind::ConsoleUser, QStringLiteral("A%1").arg(i % 2), QStringLiteral("Ann")};
            QVERIFY(append(some));
        }
        QList<qint64> indexes;
        const auto page = AuditStore(m_test->db()).page(m_test->workspace, query);
        QVERIFY2(page, page ? "" : qPrintable(page.error().toString()));
        for (const StoredEntry& stored : *page) {
            indexes << stored.index;
            QVERIFY(openLeaf(stored.leaf, stored.openings)->erased.isEmpty());
        }
        QCOMPARE(indexes, found);
    }

    void aDayLongAgoIsFoundByItsTime_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QList<qint64>>("found");
        QTest::addRow("some days") << 10 * day << 13 * day << QList<qint64>{10, 11, 12};
        QTest::addRow("before all") << -5 * day << qint64(0) << QList<qint64>{};
        QTest::addRow("after all") << 40 * day << 50 * day << QList<qint64>{};
        QTest::addRow("all") << qint64(0) << std::numeric_limits<qint64>::max() << numbers(0, 30);
        QTest::addRow("a clock that was put right") << 19 * day + day / 2 << 20 * day << QList<qint64>{20};
    }

    void aDayLongAgoIsFoundByItsTime()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(QList<qint64>, found);
        for (int i = 0; i < 30; ++i) {
            AuditEntry some = entry("U1", i);
            some.at = i == 20 ? 19 * day + 18 * day / 24 : i * day;
            QVERIFY(append(some));
        }
        for (const bool newestFirst : {false, true}) {
            AuditQuery query;
            query.from = from;
            query.to = to;
            query.newestFirst = newestFirst;
            QList<qint64> indexes;
            const auto page = AuditStore(m_test->db()).page(m_test->workspace, query);
            for (const StoredEntry& stored : *page)
                indexes << stored.index;
            if (newestFirst)
                std::reverse(indexes.begin(), indexes.end());
            QCOMPARE(indexes, found);
        }
    }

    void checkpointsAreKept()
    {
        AuditStore audit(m_test->db());
        QVERIFY(audit.checkpoint(m_test->workspace, 3)->isEmpty());
        QVERIFY(audit.keepCheckpoint(m_test->workspace, 3, "note", 1));
        QVERIFY(audit.keepCheckpoint(m_test->workspace, 3, "another note", 2));
        QCOMPARE(*audit.checkpoint(m_test->workspace, 3), QByteArray("note"));
    }

private:
    static constexpr qint64 day = 24LL * 3600 * 1000;
    static QList<qint64> numbers(qint64 from, qint64 to)
    {
        QList<qint64> all(to - from);
        std::iota(all.begin(), all.end(), from);
        return all;
    }
    static AuditEntry entry(const char* subject, int number)
    {
        AuditEntry entry;
        entry.at = number;
        entry.type = QStringLiteral("preference");
        entry.outcome = QStringLiteral("accepted");
        entry.subject = SubjectId(QString::fromLatin1(subject));
        entry.category = CategorySlug(QStringLiteral("reminders"));
        entry.reason = QStringLiteral("number %1").arg(number);
        return entry;
    }

    Result<qint64> append(const AuditEntry& some)
    {
        Result<Transaction> transaction = Transaction::begin(m_test->db());
        Result<qint64> index = AuditStore(m_test->db()).append(m_test->workspace, some, m_test->random);
        if (Result<> done = transaction->commit(); !done)
            return done.error();
        return index;
    }

    std::unique_ptr<test::ServiceDatabase> m_test;
};

QTEST_GUILESS_MAIN(TestAuditStore)
#include "tst_auditstore.moc"
