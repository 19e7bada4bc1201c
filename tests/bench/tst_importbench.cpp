#include "service/imports/importundo.h"
#include "tests/bench/benchtable.h"
#include "tests/service/record.h"
#include "wire/rowreader.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

#include <ctime>
#include <utility>

using namespace refrain;
using test::Record;

namespace {

constexpr int part = 2'000;

QString userOf(int number)
{
    return QStringLiteral("U%1").arg(number, 8, 10, QLatin1Char('0'));
}

}  // namespace

/// A file of choices, from its bytes to the last change in the log, and back.
class TestImportBench : public QObject {
    Q_OBJECT

    const int m_rows = qMax(part, qEnvironmentVariableIntValue("REFRAIN_BENCH_ROWS"));
    std::unique_ptr<Record> m_record;
    QByteArray m_file;
    std::vector<wire::ImportPart> m_parts;
    double m_insertMs = 0;
    mutable std::clock_t m_clock = 0;
    store::ImportKey m_key;
    store::ImportKey m_changed;
    const service::EditContext m_asker{
        Source::Console, {ActorKind::ConsoleUser, QStringLiteral("U0ADMIN001"), QStringLiteral("Ann Example")}, {}, {}};
    const QString m_floorIs = QStringLiteral("four rows in SQLite for each");

    void row(const QString& what, double milliseconds, const QString& floorIs, double floorMs) const
    {
        bench::printRow(QStringLiteral("%1: %2 rows, %3 a second, %4 µs of a core for each")
                            .arg(what)
                            .arg(m_rows)
                            .arg(qint64(m_rows / qMax(0.001, milliseconds) * 1000))
                            .arg(coreSeconds() * 1e6 / m_rows, 0, 'f', 1),
                        milliseconds, floorIs, floorMs);
    }

    /// Of all threads, since it was asked last: what others do on the machine does not lengthen it.
    double coreSeconds() const
    {
        const std::clock_t before = std::exchange(m_clock, std::clock());
        return double(m_clock - before) / CLOCKS_PER_SEC;
    }

    double taken(const char* name)
    {
        Import wish;
        wish.name = QString::fromLatin1(name);
        const Result<Import> begun = m_record->imports.begin(m_record->workspace, wish, m_asker);
        m_key = {m_record->workspace, begun ? begun->id : QString()};
        return bench::millisecondsOf([this] {
            for (const wire::ImportPart& rows : m_parts) {
                if (!m_record->imports.take(m_key, rows))
                    qFatal("not taken");
            }
        });
    }

private slots:
    void init() { coreSeconds(); }

    void initTestCase()
    {
        bench::printHeading();
        m_record = std::make_unique<Record>(0);
        service::DirectoryWriter::Page page;
        for (int i = 0; i < m_rows; ++i) {
            Subject subject;
            subject.id = SubjectId(userOf(i));
            subject.name = QStringLiteral("Person %1").arg(i);
            subject.updatedAt = 1;
            page.subjects.push_back(subject);
            if (page.subjects.size() == 5'000 || i + 1 == m_rows) {
                QVERIFY(m_record->directory.put(m_record->workspace, page));
                page.subjects.clear();
            }
        }
        m_file = "subject,category,state\n";
        for (int i = 0; i < m_rows; ++i)
            m_file += userOf(i).toUtf8() + ",reminders,opted_out\n";
    }

    void aFileIsRead()
    {
        const double floorMs = bench::millisecondsOf([this] {
            QByteArrayList all;
            for (const QByteArray& line : m_file.split('\n'))
                all += line.split(',');
            QVERIFY(all.size() > m_rows);
        });
        const double ms = bench::millisecondsOf([this] {
            QBuffer buffer(&m_file);
            QVERIFY(buffer.open(QIODevice::ReadOnly));
            wire::RowReader reader(buffer);
            for (int from = 0; from < m_rows; from += part) {
                wire::ImportPart rows{from, {}};
                while (rows.rows.size() < size_t(part)) {
                    auto row = reader.next();
                    if (!row || !*row)
                        break;
                    rows.rows.push_back(**std::move(row));
                }
                m_parts.push_back(std::move(rows));
            }
        });
        row(QStringLiteral("An import's file is read"), ms, QStringLiteral("its bytes parted at line ends and commas"),
            floorMs);
        const double wireMs = bench::millisecondsOf([this] {
            for (const wire::ImportPart& rows : m_parts) {
                const QByteArray body = wire::importPartToBody(rows);
                QVERIFY(wire::importPartFromJson(QJsonDocument::fromJson(body).object()));
            }
        });
        row(QStringLiteral("and goes over the wire"), wireMs, QStringLiteral("the same"), floorMs);
    }

    /// What SQLite needs for the rows that a change consists of, without rules, log and hashes.
    void theFloor()
    {
        store::Database& db = m_record->db();
        for (const char* table :
             {"CREATE TABLE f1 (a TEXT, b TEXT, c TEXT, d INTEGER, PRIMARY KEY (a, b, c)) STRICT, WITHOUT ROWID",
              "CREATE TABLE f2 (a TEXT, b INTEGER, c TEXT, d BLOB, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
              "CREATE INDEX f2_c ON f2 (a, c, b)",
              "CREATE TABLE f3 (a TEXT, b INTEGER, d BLOB, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
              "CREATE TABLE f4 (a TEXT, b INTEGER, c TEXT, d BLOB, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
              "CREATE INDEX f4_c ON f4 (a, c, b)"})
            QVERIFY(db.execute(QString::fromLatin1(table)));
        const QByteArray leaf(600, 'x');
        m_insertMs = bench::millisecondsOf([&] {
            for (int from = 0; from < m_rows; from += part) {
                QVERIFY(m_record->pool.write<void>([&](store::Database& into) -> Result<> {
                    for (int i = from; i < qMin(from + part, m_rows); ++i) {
                        const QString user = userOf(i);
                        const QString workspace = QStringLiteral("T1");
                        for (const auto& done :
                             {into.run("INSERT INTO f1 VALUES (?, ?, ?, ?)", {workspace, user, workspace, i}),
                              into.run("INSERT INTO f2 VALUES (?, ?, ?, ?)", {workspace, i, user, leaf}),
                              into.run("INSERT INTO f3 VALUES (?, ?, ?)", {workspace, i, leaf}),
                              into.run("INSERT INTO f4 VALUES (?, ?, ?, ?)", {workspace, i, user, leaf})}) {
                            if (!done)
                                return done.error();
                        }
                    }
                    return {};
                }));
            }
        });
    }

    void rowsAreChecked()
    {
        const double checkMs = bench::millisecondsOf([this] {
            for (const wire::ImportPart& rows : m_parts)
                QVERIFY(m_record->imports.check(m_record->workspace, rows.rows));
        });
        row(QStringLiteral("An import is checked"), checkMs, m_floorIs, m_insertMs);
    }

    void rowsAreTaken()
    {
        row(QStringLiteral("An import that changes every choice"), taken("changes"), m_floorIs, m_insertMs);
        m_changed = m_key;
    }

    void theSameIsTakenAgain()
    {
        row(QStringLiteral("The same again: so already"), taken("again"), m_floorIs, m_insertMs);
    }

    void theImportIsUndone()
    {
        service::TaskPool nobodyWorks(0, 0);
        service::ImportUndo undo(
            {m_record->pool, m_record->writer, m_record->preferences, m_record->clock, m_record->random}, nobodyWorks);
        QVERIFY(undo.begin(m_changed, m_asker));
        row(QStringLiteral("An import is undone"), bench::millisecondsOf([&] {
                for (Result<bool> more = true; more && *more; more = undo.step(m_changed)) {
                }
            }),
            m_floorIs, m_insertMs);
    }

    void rowsOfOthersWait()
    {
        for (wire::ImportPart& rows : m_parts) {
            for (wire::ImportRow& row : rows.rows)
                row.fields[QStringLiteral("subject")].append(QStringLiteral("@example.org"));
        }
        row(QStringLiteral("For people who are not here yet"), taken("waiting"), m_floorIs, m_insertMs);
    }
};

QTEST_GUILESS_MAIN(TestImportBench)
#include "tst_importbench.moc"
