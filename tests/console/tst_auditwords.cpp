#include "console/audit/auditwords.h"
#include "console/engine/cachestore.h"
#include "wire/auditentry.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// What Activity says of acts that are no choice of anybody's.
class TestAuditWords : public QObject {
    Q_OBJECT

private slots:
    void anActIsSaidInWords_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("saidBefore");
        QTest::addColumn<QString>("saidAfter");
        const auto row = [](const char* name, const char* type, const char* before, const char* after,
                            const char* saidBefore, const char* saidAfter) {
            QTest::newRow(name) << QString::fromLatin1(type) << QByteArray(before) << QByteArray(after)
                                << QString::fromUtf8(saidBefore) << QString::fromUtf8(saidAfter);
        };
        row("a new template", "template", "",
            R"({"slug": "due", "title": "Due today", "archived": false, "version": 1})", "", "Due today");
        row("an archived one", "template", R"({"slug": "due", "title": "Due today", "archived": false})",
            R"({"slug": "due", "title": "Due today", "archived": true})", "Due today, in use", "Due today, archived");
        row("a paused workflow", "workflow", R"({"slug": "daily", "title": "Daily", "paused": false})",
            R"({"slug": "daily", "title": "Daily", "paused": true})", "Daily, not paused", "Daily, paused");
        row("a published playbook", "playbook", "", R"({"slug": "bye", "playbook": "opt-out", "published": true})", "",
            "bye, published");
        row("an opt-out link", "link", "", R"({"id": "942f88366e0f0290", "expiresAt": null})", "", "opt-out link made");
        row("a message to many", "notification", "", R"({"state": "queued", "queued": 18, "sent": 0, "id": "n1"})", "",
            "to 18 recipients");
        row("a message held", "notification", "", R"({"state": "paused", "queued": 8, "sent": 10})", "",
            "paused: 10 sent, 8 wait");
        row("a message ended", "notification", "", R"({"state": "cancelled", "queued": 0, "sent": 10, "failed": 8})",
            "", "cancelled: 10 sent");
        row("a file that waits", "import", "", R"({"state": "held", "name": "leave.csv", "changed": 30})", "",
            "“leave.csv” waits for a second admin");
        row("a file that was refused", "import", "", R"({"state": "refused", "name": "leave.csv"})", "",
            "“leave.csv” refused: nothing of it is in force");
        row("a file that was approved", "approval", "",
            R"({"state": "applied", "kind": "import", "size": 30, "requestedBy": {"name": "Ann"}})", "",
            "approved, as Ann asked");
        row("a restored backup", "restore", R"({"seq": 90})", R"({"seq": 70, "logKept": true})", "90 changes",
            "as of change 70");
    }

    void anActIsSaidInWords()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        AuditEntry entry;
        entry.type = type;
        entry.outcome = QStringLiteral("accepted");
        entry.before = QJsonDocument::fromJson(before).object();
        entry.after = QJsonDocument::fromJson(after).object();
        wire::AuditItem item;
        item.entry = entry;
        const AuditRow row = auditRowOf(wire::toJson(item), *m_cache, m_wording);
        QTEST(row.before, "saidBefore");
        QTEST(row.after, "saidAfter");
    }

    void initTestCase()
    {
        auto cache = CacheStore::open(m_folder.filePath(QStringLiteral("cache.db")));
        QVERIFY(cache);
        m_cache = *std::move(cache);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CacheStore> m_cache;
    const Wording m_wording{QTimeZone("Europe/Berlin")};
};

QTEST_GUILESS_MAIN(TestAuditWords)
#include "tst_auditwords.moc"
