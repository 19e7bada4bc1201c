#include "console/bulk/csv.h"
#include "console/bulk/pastedlist.h"
#include "console/bulk/rowexport.h"
#include "console/table/subjecttable.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// Rows become a file, whole or not at all; a pasted list becomes rows.
class RowExportTest final : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;
    QTemporaryDir m_folder;

    static Subject person(const QString& id, const QString& name, const QString& email)
    {
        Subject subject;
        subject.id = SubjectId(id);
        subject.name = name;
        subject.email = email;
        return subject;
    }
    static void fill(SubjectTable& table)
    {
        Category reminders;
        reminders.slug = CategorySlug(QStringLiteral("reminders"));
        reminders.title = QStringLiteral("Reminders");
        table.setCategories({reminders});
        table.apply({PackedSubject::of(person(QStringLiteral("U1"), QStringLiteral("=HYPERLINK(\"x\")"),
                                              QStringLiteral("bea@acme.test"))),
                     PackedSubject::of(
                         person(QStringLiteral("U2"), QStringLiteral("Zoë, \"Zo\""), QStringLiteral("ZOE@acme.test"))),
                     PackedSubject::of(
                         person(QStringLiteral("U3"), QStringLiteral("@admin"), QStringLiteral("bea@acme.test")))});
        table.apply({PackedChoice{SubjectId(QStringLiteral("U2")),
                                  CategorySlug(QStringLiteral("reminders")),
                                  {PreferenceState::OptedOut, {}, 4},
                                  1}});
    }
    [[nodiscard]] QString write(ExportFormat format, std::vector<quint32> rows = {1, 0})
    {
        SubjectTable table(m_clock);
        fill(table);
        const QString path = m_folder.filePath(QStringLiteral("out") + suffixOf(format));
        RowExport plan{table.snapshot(), std::move(rows), false, format, path, QTimeZone::utc()};
        QFuture<Result<qint64>> future = exportRows(std::move(plan));
        future.waitForFinished();
        return future.resultCount() == 1 && future.result() && *future.result() == 2 ? path : QString();
    }
    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void cellsAreSafe_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char* name, const char* cell, const char* line) {
            QTest::newRow(name) << QString::fromUtf8(cell) << QByteArray(line) + "\r\n";
        };
        row("a name stays as it is", "Bea Bobson", "Bea Bobson");
        row("a formula", "=1+1", "'=1+1");
        row("a plus", "+49 30", "'+49 30");
        row("a minus", "-1", "'-1");
        row("an at sign", "@SUM(A1)", "'@SUM(A1)");
        row("a wide equals sign", "＝1", "'＝1");
        row("a tab before it", "\t=1", "'\t=1");
        row("a line break before it", "\r=1", "\"'\r=1\"");
        row("a formula with quotes and a comma", "=A(\"x\",1)", "\"'=A(\"\"x\"\",1)\"");
        row("a comma", "Bobson, Bea", "\"Bobson, Bea\"");
        row("a semicolon, which Excel parts by in German", "a;=1", "\"a;=1\"");
        row("a line break inside", "a\nb", "\"a\nb\"");
        row("nothing", "", "");
    }

    void cellsAreSafe()
    {
        QFETCH(QString, cell);
        QTEST(csvLine({cell}), "line");
    }

    void csvIsWhatExcelReads()
    {
        const QByteArray text = contents(write(ExportFormat::Csv));
        QVERIFY(text.startsWith("\xEF\xBB\xBFID,Name,"));
        QCOMPARE(text.count("\r\n"), 3);
        QVERIFY2(text.contains("U2,\"Zo\xC3\xAB, \"\"Zo\"\"\",,ZOE@acme.test,,member,,on (workspace default),off\r\n"),
                 text.constData());
        QVERIFY2(text.contains("U1,\"'=HYPERLINK("), text.constData());
        QVERIFY(text.indexOf("U2") < text.indexOf("U1"));  // In the order that was asked for.
    }

    void jsonLinesCarryTheStatesThemselves()
    {
        const QList<QByteArray> lines = contents(write(ExportFormat::JsonLines)).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(first.value(QLatin1String("id")).toString(), QStringLiteral("U2"));
        const QJsonObject reminders =
            first.value(QLatin1String("preferences")).toObject().value(QLatin1String("reminders")).toObject();
        QCOMPARE(reminders.value(QLatin1String("state")).toString(), QStringLiteral("opted_out"));
        QCOMPARE(reminders.value(QLatin1String("effective")).toString(), QStringLiteral("skip"));
        QCOMPARE(reminders.value(QLatin1String("version")).toInteger(), 4);
        QCOMPARE(QJsonDocument::fromJson(lines.last()).object().value(QLatin1String("name")).toString(),
                 QStringLiteral("=HYPERLINK(\"x\")"));
    }

    void aWorkbookHoldsStringsAlone()
    {
        const QString path = write(ExportFormat::Xlsx);
        QVERIFY(!path.isEmpty());
        QVERIFY(contents(path).startsWith("PK"));
        QProcess reader;
        reader.start(QStringLiteral("python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
                                     "print(''.join(z.read(n).decode() for n in z.namelist() if n.startswith('xl/')))"),
                      path});
        QVERIFY2(reader.waitForStarted(), "there is no python3 to look into the file with; ./dev test installs it");
        QVERIFY(reader.waitForFinished());
        const QByteArray inside = reader.readAllStandardOutput();
        QVERIFY2(inside.contains("=HYPERLINK("), inside.left(2000).constData());
        QVERIFY(!inside.contains("<f>"));
    }

    void aCancelledExportLeavesTheEarlierFile_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("CSV") << int(ExportFormat::Csv);
        QTest::newRow("JSON Lines") << int(ExportFormat::JsonLines);
        QTest::newRow("XLSX") << int(ExportFormat::Xlsx);
    }

    void aCancelledExportLeavesTheEarlierFile()
    {
        QFETCH(int, format);
        QTemporaryDir folder;
        SubjectTable table(m_clock);
        fill(table);
        const QString path = folder.filePath(QStringLiteral("out"));
        QFile earlier(path);
        QVERIFY(earlier.open(QIODevice::WriteOnly) && earlier.write("earlier") == 7);
        earlier.close();
        RowExport plan{table.snapshot(), std::vector<quint32>(2'000'000, 1), false, ExportFormat(format), path,
                       QTimeZone::utc()};
        QFuture<Result<qint64>> future = exportRows(std::move(plan));
        QTRY_VERIFY(future.progressValue() > 0);
        future.cancel();
        future.waitForFinished();
        QCOMPARE(future.resultCount(), 0);
        QCOMPARE(contents(path), QByteArray("earlier"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void whatCannotBeWrittenSaysSo_data() { aCancelledExportLeavesTheEarlierFile_data(); }

    void whatCannotBeWrittenSaysSo()
    {
        QFETCH(int, format);
        SubjectTable table(m_clock);
        fill(table);
        RowExport plan{table.snapshot(), {0}, false, ExportFormat(format), QStringLiteral("/no such folder/out"),
                       QTimeZone::utc()};
        QFuture<Result<qint64>> future = exportRows(std::move(plan));
        future.waitForFinished();
        QVERIFY(future.resultCount() == 1 && !future.result());
    }

    void aPastedListFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<QStringList>("unmatched");
        const auto row = [](const char* name, const char* text, QList<int> rows, QStringList unmatched) {
            QTest::newRow(name) << QString::fromUtf8(text) << rows << unmatched;
        };
        row("ids, one a line", "U1\nU2\n", {0, 1}, {});
        row("Windows' lines and blanks around", "  U1 \r\n\r\nU2", {0, 1}, {});
        row("an address, whatever its case", "Zoe@ACME.test", {1}, {});
        row("all that bear an address", "bea@acme.test", {0, 2}, {});
        row("commas, semicolons and tabs", "U1,U2;U3\tU9", {0, 1, 2}, {QStringLiteral("U9")});
        row("as mail programs write it", "Zoë <zoe@acme.test>", {1}, {});
        row("as Slack writes it", "<@U2|zoe> , <@U3>", {1, 2}, {});
        row("twice is once", "U1\nU1\nbea@acme.test", {0, 2}, {});
        row("what matches nobody, as it was given", "Nobody Here\nU1", {0}, {QStringLiteral("Nobody Here")});
        row("nothing", " \n,;", {}, {});
    }

    void aPastedListFinds()
    {
        QFETCH(QString, text);
        SubjectTable table(m_clock);
        fill(table);
        QFuture<PastedList> future = matchPasted(text, table.snapshot(), std::make_shared<std::atomic_bool>(false));
        future.waitForFinished();
        const PastedList list = future.result();
        QTEST(QList<int>(list.rows.begin(), list.rows.end()), "rows");
        QTEST(list.unmatched, "unmatched");
    }
};

QTEST_GUILESS_MAIN(RowExportTest)
#include "tst_rowexport.moc"
