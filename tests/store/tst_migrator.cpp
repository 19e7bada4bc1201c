#include "store/migrator.h"

#include "base/random.h"
#include "store/approvalstore.h"
#include "store/auditstore.h"
#include "store/changestore.h"
#include "store/heldrowstore.h"
#include "store/statcounter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace refrain;
using namespace refrain::store;

class TestMigrator : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_set = m_folder->filePath(QStringLiteral("set"));
        QVERIFY(QDir().mkpath(m_set));
        m_database = *Database::open({m_folder->filePath(QStringLiteral("t.db"))});
    }

    void cleanup() { m_database.reset(); }

    void everySetOfOursGoesForwardStepByStep_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList sets = QDir(QStringLiteral(":/migrations")).entryList(QDir::Dirs);
        QVERIFY(sets.contains(QStringLiteral("service")));
        for (const QString& set : sets)
            QTest::addRow("%s", qPrintable(set)) << QStringLiteral(":/migrations/") + set;
    }

    void everySetOfOursGoesForwardStepByStep()
    {
        QFETCH(QString, folder);
        const Migrator migrator(folder);
        const Result<int> newest = migrator.newest();
        QVERIFY2(newest, newest ? "" : qPrintable(newest.error().toString()));
        for (int version = 1; version <= *newest; ++version) {
            const Result<int> before = migrator.migrateTo(*m_database, version);
            QVERIFY2(before, before ? "" : qPrintable(before.error().toString()));
            QCOMPARE(*before, version - 1);
            QCOMPARE(*Migrator::version(*m_database), version);
        }
        QCOMPARE(*migrator.migrate(*m_database), *newest);  // again changes nothing
        QCOMPARE(*m_database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void carriesDataFromTheVersionBefore()
    {
        write("0001_first.sql",
              "CREATE TABLE t (a TEXT NOT NULL); -- a comment; with a semicolon\n\nCREATE INDEX i ON t (a);\n");
        QVERIFY(Migrator(m_set).migrate(*m_database));
        QVERIFY(m_database->run("INSERT INTO t VALUES ('x')"));
        write("0002_second.sql", "ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT 'y';");
        QCOMPARE(*Migrator(m_set).migrate(*m_database), 1);
        QCOMPARE(*m_database->number("SELECT count(*) FROM t WHERE a = 'x' AND b = 'y'"), 1);
    }

    void aFailingStepLeavesTheVersionBefore()
    {
        write("0001_first.sql", "CREATE TABLE t (a TEXT);\n");
        write("0002_second.sql", "CREATE TABLE u (a TEXT);\nNOT SQL;\n");
        QVERIFY(!Migrator(m_set).migrate(*m_database));
        QCOMPARE(*Migrator::version(*m_database), 1);
        QCOMPARE(*m_database->number("SELECT count(*) FROM sqlite_master WHERE name = 'u'"), 0);
    }

    void aNewerDatabaseIsLeftAlone()
    {
        write("0001_first.sql", "CREATE TABLE t (a TEXT);\n");
        QVERIFY(m_database->execute(QStringLiteral("PRAGMA user_version = 7")));
        const Result<int> refused = Migrator(m_set).migrate(*m_database);
        QVERIFY(!refused);
        QVERIFY(refused.error().is(ErrorCode::Invalid));
        QVERIFY(refused.error().message().contains(QStringLiteral("newer Refrain (schema 7; this one knows 1)")));
        QCOMPARE(*Migrator::version(*m_database), 7);
        QCOMPARE(*m_database->number("SELECT count(*) FROM sqlite_master"), 0);
    }

    void unusableSetsAreDefects_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addRow("no file at all") << QStringList();
        QTest::addRow("a gap in the numbers")
            << QStringList{QStringLiteral("0001_a.sql"), QStringLiteral("0003_b.sql")};
        QTest::addRow("a number twice") << QStringList{QStringLiteral("0001_a.sql"), QStringLiteral("0001_b.sql")};
        QTest::addRow("a name without a number") << QStringList{QStringLiteral("first.sql")};
    }

    void unusableSetsAreDefects()
    {
        QFETCH(QStringList, names);
        for (const QString& name : names)
            write(name.toLatin1(), "CREATE TABLE t (a TEXT);\n");
        const Result<int> done = Migrator(m_set).migrate(*m_database);
        QVERIFY(!done);
        QVERIFY(done.error().is(ErrorCode::Internal));
    }

    void peopleAndTheirChoicesComeThroughEveryStep()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 1));
        for (const char* row :
             {"INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 0, 0, "
              "0)",
              "INSERT INTO subjects VALUES ('T1', 'U1', 'user', 'Ann', '', 'a@b', '', '', '', '', 'member', 0, 0, 0, 0,"
              " 0, 'p', '', 'ann', 1, 'run')",
              "INSERT INTO categories VALUES ('T1', 'reminders', '', '', 'message', '', 1, 0, '', 0, 'user_only', "
              "'skip',"
              " 0, 0, 1)",
              "INSERT INTO preferences VALUES ('T1', 'U1', 'reminders', 'opted_out', NULL, 7, 'console', '', '', '', "
              "NULL,"
              " '', '', 1, 0, 0, NULL)"})
            QVERIFY(m_database->execute(QString::fromLatin1(row)));
        QVERIFY(migrator.migrate(*m_database));
        QCOMPARE(*m_database->number("SELECT version FROM preferences JOIN subjects ON subject = id"
                                     " WHERE name = 'Ann' AND person = 'p' AND seen_in = 'run' AND moved_to = ''"),
                 7);
        QCOMPARE(*m_database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        QVERIFY(!m_database->execute(QStringLiteral("DELETE FROM subjects")));  // choices still hold them
    }

    void changesFromBeforeThePlotsAreCounted()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 10));
        for (const char* row :
             {"INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 2, 0, "
              "0)",
              "INSERT INTO changes VALUES ('T1', 1, 'subject', 'U1', '', 5, '', '', '', '', '', 'null', '{}')",
              "INSERT INTO changes VALUES ('T1', 2, 'preference', 'U1', 'reminders', 900001, 'link', '', '', '', '',"
              " 'null', '{\"state\": \"opted_out\"}')"})
            QVERIFY(m_database->execute(QString::fromLatin1(row)));
        QVERIFY(migrator.migrate(*m_database));
        QCOMPARE(*StatCounter(*m_database).count(WorkspaceId(QStringLiteral("T1")), 100), 2);
        QCOMPARE(*m_database->number("SELECT opted_out FROM choice_counts WHERE quarter = 900000 AND source = 'link'"),
                 1);
        QCOMPARE(*m_database->number("SELECT count(*) FROM choice_delays"), 0);
    }

    void whatPeopleDidForOthersBeforeIsFound()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 12));
        for (const char* row :
             {"INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 2, 0, "
              "0)",
              "INSERT INTO changes VALUES ('T1', 1, 'preference', 'C1', 'reminders', 5, 'message_button', 'slack_user',"
              " 'U1', '', '', 'null', '{}', NULL)",
              "INSERT INTO changes VALUES ('T1', 2, 'preference', 'U1', 'reminders', 6, 'link', 'slack_user', 'U1', '',"
              " '', 'null', '{}', NULL)"})
            QVERIFY(m_database->execute(QString::fromLatin1(row)));
        QVERIFY(migrator.migrate(*m_database));
        const auto found =
            ChangeStore(*m_database).forOthersBy(WorkspaceId(QStringLiteral("T1")), SubjectId(QStringLiteral("U1")), 9);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().subject, SubjectId(QStringLiteral("C1")));
    }

    void whatWasCountedWithSlipsIsCountedAnew()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 13));
        for (const char* row :
             {"INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 2, 0, "
              "0)",
              "INSERT INTO changes (workspace, seq, type, subject, category, at, source, actor_kind, actor_id, "
              "actor_name, reason, before_json, after_json) VALUES ('T1', 1, 'preference', 'U1', 'reminders', 900001, "
              "'link', '', '', '', '', 'null', '{\"state\": \"opted_out\"}')",
              "INSERT INTO changes (workspace, seq, type, subject, category, at, source, actor_kind, actor_id, "
              "actor_name, reason, before_json, after_json) VALUES ('T1', 2, 'preference', 'U1', 'reminders', 900501, "
              "'link', '', '', '', '', '{\"state\": \"opted_out\"}', '{\"state\": \"default\"}')",
              "INSERT INTO choice_counts VALUES ('T1', 900000, 'reminders', 'link', 1, 0, 1, 0)",
              "INSERT INTO stat_progress VALUES ('T1', 2)",
              "INSERT INTO links VALUES ('T1', x'00', 'U1', '', 'A1', 1, NULL)"})
            QVERIFY(m_database->execute(QString::fromLatin1(row)));
        QVERIFY(migrator.migrate(*m_database));
        QCOMPARE(*StatCounter(*m_database).count(WorkspaceId(QStringLiteral("T1")), 100), 2);
        QCOMPARE(*m_database->number("SELECT opted_out + 10 * undone + 100 * back_to_default FROM choice_counts"), 10);
        QCOMPARE(*m_database->number("SELECT count(*) FROM links WHERE notification = ''"), 1);
        QCOMPARE(*m_database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void requestsForApprovalComeIntoARecordThatHasJournals()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 14));
        QVERIFY(m_database->execute(QStringLiteral(
            "INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 0, 0, "
            "0)")));
        QVERIFY(migrator.migrateTo(*m_database, 17));
        const WorkspaceId workspace(QStringLiteral("T1"));
        Approval approval;
        approval.id = QStringLiteral("a");
        approval.expiresAt = 5;
        ApprovalStore approvals(*m_database);
        QVERIFY(approvals.add(workspace, approval));
        QVERIFY(approvals.addItem({workspace, approval.id}, {1, SubjectId(QStringLiteral("U1")), {}, "{}", 0}));
        QCOMPARE(approvals.due(4)->size(), 0U);
        QCOMPARE(approvals.due(5)->size(), 1U);
        QCOMPARE(**approvals.find({workspace, approval.id}), approval);
        QCOMPARE(*m_database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void journalsKeepEveryRow()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 15));
        const WorkspaceId workspace(QStringLiteral("T1"));
        QVERIFY(m_database->execute(QStringLiteral(
            "INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 2, 0, "
            "0)")));
        SystemRandom random;
        AuditStore audit(*m_database);
        ChangeStore changes(*m_database);
        for (qint64 seq = 1; seq <= 2; ++seq) {
            ChangeRecord change;
            change.seq = seq;
            change.type = QStringLiteral("preference");
            change.subject = SubjectId(QStringLiteral("U1"));
            change.category = CategorySlug(QStringLiteral("reminders"));
            change.reason = QString(2'000, QLatin1Char('x'));
            QVERIFY(changes.append(workspace, change));
            AuditEntry entry;
            entry.subject = change.subject;
            entry.actor = {ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")};
            entry.reason = change.reason;
            QVERIFY(audit.append(workspace, entry, random));
        }
        const StoredTree tree(*m_database, workspace);
        const auto before = std::tuple(*treeRoot(tree, 2), (*audit.entry(workspace, 1))->leaf);
        QVERIFY(migrator.migrateTo(*m_database, 16));
        QCOMPARE(std::tuple(*treeRoot(tree, 2), (*audit.entry(workspace, 1))->leaf), before);
        QVERIFY(openLeaf((*audit.entry(workspace, 1))->leaf, (*audit.entry(workspace, 1))->openings));
        const auto kept = changes.ofSubject(workspace, SubjectId(QStringLiteral("U1")), 0, 9);
        QCOMPARE(kept->size(), std::size_t(2));
        QCOMPARE(kept->front().reason.size(), 2'000);
        QCOMPARE(*audit.eraseOpenings(workspace, SubjectId(QStringLiteral("U1"))), 2);
        QVERIFY(!m_database->execute(QStringLiteral("INSERT INTO changes SELECT * FROM changes")));  // numbers are once
        QCOMPARE(*m_database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void requestsThatWaitedAreToldApart()
    {
        const Migrator migrator(QStringLiteral(":/migrations/service"));
        QVERIFY(migrator.migrateTo(*m_database, 16));
        QVERIFY(m_database->execute(QStringLiteral(
            "INSERT INTO workspaces VALUES ('T1', '', '', '', 0, '', '', '', x'', x'', NULL, 'active', '', 0, 0, 0, "
            "0);"
            "INSERT INTO approvals VALUES ('T1', 'old', 'many', 'waiting', 'api', 'api_key', 'k', '', '', '', 1, 5, "
            "NULL, '', '', NULL, '', '', 30, 0, 'd', '{}', '', 0, 0)")));
        QVERIFY(migrator.migrateTo(*m_database, 17));
        const WorkspaceId workspace(QStringLiteral("T1"));
        const Actor key{ActorKind::ApiKey, QStringLiteral("k"), {}};
        Approval approval = *ApprovalStore(*m_database).find({workspace, QStringLiteral("old")}).value();
        QCOMPARE(approval.size, 30);
        approval.id = QStringLiteral("new");
        ApprovalStore approvals(*m_database);
        QVERIFY(approvals.add(workspace, approval, QStringLiteral("same")));
        QCOMPARE((*approvals.twin(workspace, key, QStringLiteral("same")))->id, approval.id);
        QVERIFY(!*approvals.twin(workspace, key, QStringLiteral("other")));
        QVERIFY(!*approvals.twin(workspace, {ActorKind::ApiKey, QStringLiteral("l"), {}}, QStringLiteral("same")));
        HeldRowStore rows(*m_database);
        Import import;
        import.id = QStringLiteral("i");
        QVERIFY(ImportStore(*m_database).put(workspace, import));
        QVERIFY(rows.add({workspace, import.id}, {0, "{\"rows\": []}", {QStringLiteral("U1")}, "{}"}));
        QCOMPARE((*rows.first({workspace, import.id}))->rows, QByteArray("{\"rows\": []}"));
        QCOMPARE(rows.tallies({workspace, import.id})->front().people, QStringList{QStringLiteral("U1")});
        QVERIFY(rows.removeAll({workspace, import.id}));
        QVERIFY(!*rows.any({workspace, import.id}));
    }

    void twoProgramsMayStartAtOnce()
    {
        const auto migrate = [this] {
            const auto database = Database::open({m_folder->filePath(QStringLiteral("t.db"))});
            const Result<int> done = Migrator(QStringLiteral(":/migrations/service")).migrate(**database);
            if (!done)
                qFatal("%s", qPrintable(done.error().toString()));
        };
        std::thread one(migrate);
        std::thread two(migrate);
        one.join();
        two.join();
        QCOMPARE(*Migrator::version(*m_database), *Migrator(QStringLiteral(":/migrations/service")).newest());
    }

private:
    void write(const QByteArray& name, const QByteArray& text)
    {
        QFile file(m_set + QLatin1Char('/') + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_set;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
