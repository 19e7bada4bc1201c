#include "service/usecases/directorywriter.h"

#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

class TestDirectoryWriter : public QObject {
    Q_OBJECT

private slots:
    void init() { m_record = std::make_unique<Record>(3); }
    void cleanup() { m_record.reset(); }

    void onlyRealDifferencesAreChanges()
    {
        const qint64 before = seq();
        const qint64 size = auditSize();
        Subject renamed = Record::person(1);
        renamed.name = QStringLiteral("Another Name");
        renamed.updatedAt = 5;
        const auto counts = put({Record::person(0), renamed, Record::person(7)});
        QCOMPARE(counts.read, 3);
        QCOMPARE(counts.changed, 1);
        QCOMPARE(counts.added, 1);
        QCOMPARE(seq(), before + 2);
        QCOMPARE(auditSize(), size);  // a directory change takes a number and no audit entry
        const auto page = m_record->feed.page(m_record->workspace, before, 10);
        QCOMPARE(page->items[0].type, QStringLiteral("subject"));
        QVERIFY(page->items[0].before.contains("Person 1"));
        QVERIFY(page->items[0].after.contains("Another Name"));
        QCOMPARE(page->items[1].before, QByteArray("null"));
    }

    void nobodysNameTurnsOtherWords()
    {
        Subject turned = Record::person(1);
        turned.name = QStringLiteral("Bea\u202Eeno");
        turned.displayName = QStringLiteral("\u2067Bea\u200F");
        turned.updatedAt = 5;
        QCOMPARE(put({turned}).changed, 1);
        QCOMPARE(find("U1").name, QStringLiteral("Beaeno"));
        QCOMPARE(find("U1").displayName, QStringLiteral("Bea\u200F"));
        QCOMPARE(put({turned}).changed, 0);
    }

    void olderNewsIsPassedOver()
    {
        Subject news = Record::person(1);
        news.title = QStringLiteral("Lead");
        news.updatedAt = 9;
        QCOMPARE(put({news}).changed, 1);
        Subject old = Record::person(1);
        old.updatedAt = 8;
        QCOMPARE(put({old}).changed, 0);
        QCOMPARE(find("U1").title, QStringLiteral("Lead"));
    }

    void newsWithoutATimeIsAboutNow()
    {
        Subject news = Record::person(1);
        news.title = QStringLiteral("Lead");
        news.updatedAt = 0;
        QCOMPARE(put({news}).changed, 1);
        QCOMPARE(find("U1").title, QStringLiteral("Lead"));
        QCOMPARE(find("U1").updatedAt, 1);
        QCOMPARE(put({news}).changed, 0);
    }

    void formerNamesAreKeptNewestFirst()
    {
        int time = 10;
        for (const char* name : {"Ann Meyer", "Ann Smith", "Ann Meyer"}) {
            Subject news = Record::person(1);
            news.name = QString::fromLatin1(name);
            news.updatedAt = ++time;
            put({news});
        }
        QCOMPARE(find("U1").formerNames,
                 (QStringList{QStringLiteral("Ann Smith"), QStringLiteral("Ann Meyer"), QStringLiteral("Person 1")}));
    }

    void whatOnlyRefrainKnowsIsKept()
    {
        const EditContext context{Source::Console, Actor{}, QStringLiteral("same person"), {}};
        QVERIFY(m_record->persons.link(m_record->workspace,
                                       {SubjectId(QStringLiteral("U1")), SubjectId(QStringLiteral("U2"))}, context));
        QVERIFY(m_record->directory.setAddressDead(m_record->workspace, SubjectId(QStringLiteral("U1")), true));
        Subject news = Record::person(1);
        news.title = QStringLiteral("Lead");
        news.updatedAt = 9;
        put({news});
        QVERIFY(!find("U1").person.isEmpty());
        QVERIFY(find("U1").addressDead);
        news.email = QStringLiteral("new@example.com");
        news.updatedAt = 10;
        put({news});
        QVERIFY(!find("U1").addressDead);  // another address may be alive
    }

    void leaversGoAndReturnersFindTheirChoices()
    {
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out")));
        put({Record::person(0), Record::person(2)}, QStringLiteral("run-1"));
        const auto removed =
            m_record->directory.removeUnseen(m_record->workspace, SubjectKind::User, QStringLiteral("run-1"));
        QCOMPARE(removed->removed, 1);
        QVERIFY(find("U1").deleted);
        QCOMPARE(rule("U1"), QStringLiteral("unreachable"));
        QCOMPARE(
            m_record->directory.removeUnseen(m_record->workspace, SubjectKind::User, QStringLiteral("run-1"))->removed,
            0);
        QCOMPARE(put({Record::person(1)}, QStringLiteral("run-2")).changed, 1);
        QVERIFY(!find("U1").deleted);
        QCOMPARE(rule("U1"), QStringLiteral("opted_out"));
    }

    void theCursorStandsOrFallsWithItsPage()
    {
        const store::SyncCursor cursor{QStringLiteral("users"), QStringLiteral("run-1"), QStringLiteral("page-2"), 1};
        QVERIFY(m_record->directory.put(m_record->workspace, {{Record::person(8)}, QStringLiteral("run-1"), cursor}));
        QCOMPARE(store::SyncStore(m_record->db()).cursor(m_record->workspace, cursor.name)->value().cursor,
                 cursor.cursor);
    }

    void aRunIsOneAuditEntry()
    {
        SyncRun run;
        run.id = QStringLiteral("run-1");
        run.outcome = SyncOutcome::Ok;
        run.counts.read = 3;
        QVERIFY(m_record->directory.finish(m_record->workspace, run));
        const AuditEntry entry = m_record->audit.entry(m_record->workspace, auditSize() - 1)->opened.entry;
        QCOMPARE(entry.type, QStringLiteral("sync_run"));
        QVERIFY(!entry.seq);
        QCOMPARE(entry.after.value(QStringLiteral("read")).toInt(), 3);
    }

    void linkingNeedsTwoPeopleAndAReason_data()
    {
        QTest::addColumn<QStringList>("subjects");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("code");
        const QString one = QStringLiteral("U1");
        const QString two = QStringLiteral("U2");
        QTest::addRow("one alone") << QStringList{one} << "same" << int(ErrorCode::Invalid);
        QTest::addRow("the same one twice") << QStringList{one, one} << "same" << int(ErrorCode::Invalid);
        QTest::addRow("no reason") << QStringList{one, two} << " " << int(ErrorCode::Invalid);
        QTest::addRow("somebody unknown")
            << QStringList{one, QStringLiteral("U404")} << "same" << int(ErrorCode::NotFound);
        QTest::addRow("a channel") << QStringList{one, QStringLiteral("C1")} << "same" << int(ErrorCode::Invalid);
    }

    void linkingNeedsTwoPeopleAndAReason()
    {
        QFETCH(QStringList, subjects);
        QFETCH(QString, reason);
        QFETCH(int, code);
        Subject channel = Record::person(1);
        channel.id = SubjectId(QStringLiteral("C1"));
        channel.kind = SubjectKind::Channel;
        put({channel});
        std::vector<SubjectId> ids;
        for (const QString& id : subjects)
            ids.emplace_back(id);
        const qint64 before = seq();
        const auto refused = m_record->persons.link(m_record->workspace, ids, {Source::Console, Actor{}, reason, {}});
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code()), code);
        QCOMPARE(seq(), before);
    }

private:
    SyncCounts put(const std::vector<Subject>& subjects, const QString& run = {})
    {
        const auto done = m_record->directory.put(m_record->workspace, {subjects, run, {}});
        return done ? *done : SyncCounts{-1, -1, -1, -1, -1, -1};
    }
    Subject find(const char* id)
    {
        return store::SubjectStore(m_record->db())
            .find(m_record->workspace, SubjectId(QString::fromLatin1(id)))
            ->value();
    }
    QString rule(const char* id)
    {
        const auto decided = m_record->decider.decide(m_record->workspace, CategorySlug(QStringLiteral("reminders")),
                                                      {SubjectId(QString::fromLatin1(id))});
        return toString(decided->items.front().rule);
    }
    qint64 seq() { return *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace); }
    qint64 auditSize() { return *store::AuditStore(m_record->db()).size(m_record->workspace); }

    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestDirectoryWriter)
#include "tst_directorywriter.moc"
