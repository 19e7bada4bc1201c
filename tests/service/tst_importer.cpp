#include "service/cli/exporter.h"
#include "service/cli/importer.h"
#include "tests/service/record.h"

#include <QBuffer>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;
using wire::RowReader;

class TestImporter : public QObject {
    Q_OBJECT

    using Rows = QList<QStringList>;

private slots:
    void readsRows_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<Rows>("rows");  // line, subject, reason or fault
        const QByteArray header = "subject,category,reason\r\n";
        const auto row = [](const char* name, const QByteArray& file, const Rows& rows) {
            QTest::newRow(name) << file << rows;
        };
        const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
        row("plain cells", header + "U1,a,why\r\n", {{text("2"), text("U1"), text("why")}});
        row("no line end at the end", header + "U1,a,why", {{text("2"), text("U1"), text("why")}});
        row("empty lines between", header + "\r\nU1,a,why\n\n", {{text("3"), text("U1"), text("why")}});
        row("a byte order mark", "\xEF\xBB\xBF" + header + "U1,a,why\r\n", {{text("2"), text("U1"), text("why")}});
        row("commas and quotes in quotes", header + "U1,a,\"x, \"\"y\"\"\"\r\n",
            {{text("2"), text("U1"), text("x, \"y\"")}});
        row("a line break in quotes", header + "U1,a,\"x\r\ny\"\r\nU2,a,z\r\n",
            {{text("2"), text("U1"), text("x\r\ny")}, {text("4"), text("U2"), text("z")}});
        row("a defused formula", header + "U1,a,'=1+1\r\n", {{text("2"), text("U1"), text("=1+1")}});
        row("an apostrophe of its own", header + "U1,a,'tis\r\n", {{text("2"), text("U1"), text("'tis")}});
        row("a cell too few", header + "U1,a\r\nU2,a,z\r\n",
            {{text("2"), QString(), text("This has 2 cells, the header 3.")}, {text("3"), text("U2"), text("z")}});
        row("quotes that do not close", header + "U1,a,\"x\r\n",
            {{text("2"), QString(), text("A quotation mark does not close.")}});
        row("JSON Lines", "{\"subject\": \"U1\", \"reason\": \"why\"}\n[]\n",
            {{text("1"), text("U1"), text("why")}, {text("2"), QString(), text("This is no JSON object.")}});
    }

    void readsRows()
    {
        QFETCH(QByteArray, file);
        QFETCH(Rows, rows);
        QBuffer buffer(&file);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        RowReader reader(buffer);
        Rows found;
        for (auto row = reader.next(); row && *row; row = reader.next())
            found.append({QString::number((*row)->line), (*row)->fields.value(QStringLiteral("subject")),
                          (*row)->fault.isEmpty() ? (*row)->fields.value(QStringLiteral("reason")) : (*row)->fault});
        QCOMPARE(found, rows);
    }

    void whatIsNoSuchFileIsRefusedAsAWhole()
    {
        Record record(1);
        QString told;
        QVERIFY(importOf(record, "", false, told).error().message().contains(QStringLiteral("empty")));
        QVERIFY(importOf(record, "name,state\n", false, told).error().message().contains(QStringLiteral("subject")));
    }

    void takesWhatExportWrites_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("CSV") << ExportFormat::Csv;
        QTest::newRow("JSON Lines") << ExportFormat::JsonLines;
    }

    void takesWhatExportWrites()
    {
        QFETCH(ExportFormat, format);
        Record from;
        ChangeRequest own = Record::wish("U2", "*", "opted_out");
        own.requestedBy = RequestedBy::Person;
        ChangeRequest snooze = Record::wish("U3", "reminders", "");
        snooze.snoozedUntil = from.clock.now() + 86400000;
        for (ChangeRequest& wish : std::vector{Record::wish("U1", "reminders", "opted_out"), own, snooze}) {
            wish.reason = QStringLiteral("-- \"line\",\nbreak");
            QVERIFY(from.preferences.apply(from.workspace, wish));
        }
        QBuffer file;
        file.open(QIODevice::ReadWrite);
        QCOMPARE(*exportPreferences(from.pool, from.workspace, format, file), 3);
        Record to;
        QString told;
        const auto summary = importOf(to, file.data(), false, told);
        QVERIFY(summary);
        QVERIFY2(summary->changed == 3, qPrintable(told));
        for (const char* subject : {"U1", "U2", "U3"}) {
            const auto there =
                store::PreferenceStore(from.db()).ofSubject(from.workspace, SubjectId(QLatin1String(subject)));
            const auto here =
                store::PreferenceStore(to.db()).ofSubject(to.workspace, SubjectId(QLatin1String(subject)));
            QVERIFY(here->front().state == there->front().state);
            QVERIFY(here->front().snoozedUntil == there->front().snoozedUntil);
            QCOMPARE(here->front().reason, there->front().reason);
            QVERIFY(here->front().source == Source::Import);
        }
        const auto again = importOf(to, file.data(), false, told);
        QCOMPARE(again->changed, 0);
        QCOMPARE(again->unchanged, 3);
    }

    void neverTurnsAnOptOutBackAndTellsByLine()
    {
        Record record(3);
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "opted_out")));
        const QByteArray file =
            "subject,category,state\nU1,reminders,opted_in\nU1,reminders,default\nU8,reminders,"
            "opted_out\nU2,nonsense,opted_out\nU2,reminders,maybe\nU2,reminders,opted_out\n";
        QString told;
        const auto dry = importOf(record, file, true, told);
        QCOMPARE(dry->changed, 1);
        QVERIFY(stateOf(record, "U2") == PreferenceState::Default);
        told.clear();
        const auto summary = importOf(record, file, false, told);
        QCOMPARE(summary->changed, 1);
        QCOMPARE(summary->refused, 2);
        QCOMPARE(summary->waiting, 1);
        QCOMPARE(summary->broken, 2);
        QVERIFY(stateOf(record, "U1") == PreferenceState::OptedOut);
        QVERIFY(stateOf(record, "U2") == PreferenceState::OptedOut);
        QVERIFY(told.contains(QStringLiteral("line 4: Nobody here is “U8” yet; the row waits.")));
        QVERIFY(told.contains(QStringLiteral("line 6: “maybe” is no state.")));
    }

    void findsPeopleByAddress()
    {
        Record record(2);
        Subject person = Record::person(1);
        person.email = QStringLiteral("One@Example.org");
        QVERIFY(record.directory.put(record.workspace, {{person}, {}, {}}));
        QString told;
        const auto summary =
            importOf(record,
                     "{\"subject\": \"one@example.org\", \"category\": \"*\", \"state\": \"opted_out\"}\n"
                     "{\"subject\": \"two@example.org\", \"category\": \"*\", \"state\": \"opted_out\"}\n",
                     false, told);
        QCOMPARE(summary->changed, 1);
        QCOMPARE(summary->waiting, 1);
        QVERIFY(told.contains(QStringLiteral("line 2: Nobody here is “two@example.org” yet")));
    }

    void manyRowsGoInPortions()
    {
        Record record(2);
        QByteArray file = "subject,category,state\n";
        for (int i = 0; i < 1201; ++i)
            file += i % 2 ? "U1,reminders,opted_out\n" : "U0,reminders,opted_out\n";
        QString told;
        const auto summary = importOf(record, file, false, told);
        QCOMPARE(summary->changed, 2);
        QCOMPARE(summary->unchanged, 1199);
    }

private:
    static Result<ImportCounts> importOf(Record& record, QByteArray file, bool dryRun, QString& told)
    {
        QBuffer buffer(&file);
        buffer.open(QIODevice::ReadOnly);
        QTextStream progress(&told);
        const Actor actor{ActorKind::System, QStringLiteral("refraind"), QStringLiteral("command line")};
        return Importer(record.imports, actor, progress)
            .run(record.workspace, QStringLiteral("people.csv"), buffer, dryRun);
    }

    static PreferenceState stateOf(Record& record, const char* subject)
    {
        return store::PreferenceStore(record.db())
            .find(record.workspace, SubjectId(QLatin1String(subject)), CategorySlug(QStringLiteral("reminders")))
            ->state;
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
