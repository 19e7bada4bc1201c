#include "console/drafts/drafts.h"
#include "console/drafts/draftshapes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// What is being written outlives the program, as it was typed.
class TestDrafts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("drafts.json")); }
    static QJsonObject text(const char* words) { return {{QStringLiteral("text"), QLatin1String(words)}}; }

private slots:
    void init() { QFile::remove(file()); }

    void isThereAfterARestart()
    {
        {
            Drafts drafts(file());
            QVERIFY(drafts.draft(QStringLiteral("notification")).isEmpty());
            drafts.keep(QStringLiteral("notification"), text("Half a"));
            drafts.keep(QStringLiteral("workflow"), text("Other"));
            drafts.keep(QStringLiteral("notification"), text("Half a sentence"));
        }
        const Drafts drafts(file());
        QCOMPARE(drafts.draft(QStringLiteral("notification")), text("Half a sentence"));
        QCOMPARE(drafts.draft(QStringLiteral("workflow")), text("Other"));
    }

    void reachesTheDiskWhileTheProgramRuns()
    {
        Drafts drafts(file());
        drafts.keep(QStringLiteral("notification"), text("Half a sentence"));
        QTRY_VERIFY(QFile::exists(file()));
        QCOMPARE(Drafts(file()).draft(QStringLiteral("notification")), text("Half a sentence"));
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void goesOnceItIsSentOrThrownAway()
    {
        {
            Drafts drafts(file());
            drafts.keep(QStringLiteral("notification"), text("Half a sentence"));
        }
        {
            Drafts drafts(file());
            drafts.keep(QStringLiteral("notification"), {});
            QVERIFY(drafts.draft(QStringLiteral("notification")).isEmpty());
        }
        QVERIFY(!QFile::exists(file()));
    }

    void aBrokenFileIsNone()
    {
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"notification\": {\"te");
        broken.close();
        Drafts drafts(file());
        QVERIFY(drafts.draft(QStringLiteral("notification")).isEmpty());
        drafts.keep(QStringLiteral("notification"), text("Anew"));
        QTRY_COMPARE(Drafts(file()).draft(QStringLiteral("notification")), text("Anew"));
    }

    void aWorkflowHalfWrittenIsReadAsItWas()
    {
        StoredWorkflow written;
        written.slug = QStringLiteral("stand-up");
        written.category = CategorySlug(QStringLiteral("reminders"));
        written.data = {{QStringLiteral("name"), QStringLiteral("Bea")}};
        RecipientSelector nobodyYet;
        written.recipients.include.push_back(nobodyYet);
        written.schedule = Schedule{QTime(9, 30), {1, 3}};
        written.version = 7;
        const StoredWorkflow read = workflowFromDraft(draftOf(written));
        QCOMPARE(draftOf(read), draftOf(written));
        QVERIFY(read.title.isEmpty() && read.templateSlug.isEmpty());
        QVERIFY(read.schedule == written.schedule);
        QCOMPARE(read.version, 7);
        QVERIFY(!workflowFromDraft(draftOf(StoredWorkflow())).schedule);
    }

    void aTemplateAndAPlaybookToo()
    {
        StoredTemplate stored;
        stored.slug = QStringLiteral("hello");
        stored.source = QStringLiteral("{ text: \"*Hello*");
        stored.sample = {{QStringLiteral("day"), QStringLiteral("Monday")}};
        QCOMPARE(draftOf(templateFromDraft(draftOf(stored))), draftOf(stored));
        PlaybookCopy copy;
        copy.playbook = QStringLiteral("welcome-back");
        copy.texts = {{QStringLiteral("body"), QJsonObject{{QStringLiteral("de"), QStringLiteral("Hallo")}}}};
        copy.durations = {QStringLiteral("4h"), QStringLiteral("bad")};
        copy.language = QStringLiteral("de");
        QCOMPARE(draftOf(playbookFromDraft(draftOf(copy))), draftOf(copy));
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
