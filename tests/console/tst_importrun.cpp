#include "console/imports/importrun.h"
#include "tests/support/manualclock.h"

#include <QBuffer>
#include <QPromise>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using console::ColumnMapping;
using console::ImportCalls;
using console::ImportFile;
using console::ImportRun;
using Stage = ImportRun::Stage;

namespace {

template <class T>
QFuture<Result<T>> ready(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// A backend that takes everything, and forgets an answer or goes away where it is told to.
struct FakeBackend {
    qint64 received = 0;
    int failing = 0;  ///< So many answers are lost.
    bool isTakenAllTheSame = false;
    QList<QByteArray> keys;
    QList<QByteArray> taken;
    std::vector<wire::ImportRow> rows;
    Import wish;
    ImportState state = ImportState::Running;

    Import now() const
    {
        Import import = wish;
        import.id = QStringLiteral("i1");
        import.received = received;
        import.state = state;
        return import;
    }
    ImportCalls::Taken answerTo(const ImportCalls::Rows& part) const
    {
        ImportCalls::Taken answer;
        for (const wire::ImportRow& row : part->rows) {
            wire::ImportItem item;
            item.line = row.line;
            item.outcome = row.fault.isEmpty() ? wire::ImportItem::Outcome::Changed : wire::ImportItem::Outcome::Broken;
            ++(row.fault.isEmpty() ? answer.counts.changed : answer.counts.broken);
            answer.reply.items.push_back(item);
        }
        answer.reply.seq = 7;
        return answer;
    }
    ImportCalls calls()
    {
        ImportCalls made;
        made.check = [this](const ImportCalls::Rows& part) { return ready<ImportCalls::Taken>(answerTo(part)); };
        made.begin = [this](const Import& asked, const QByteArray&) {
            wish = asked;
            return ready<Import>(now());
        };
        made.take = [this](const QString&, const ImportCalls::Rows& part, const QByteArray& key) {
            keys << key;
            const bool isLost = failing > 0;
            failing -= isLost ? 1 : 0;
            if (!taken.contains(key) && (!isLost || isTakenAllTheSame)) {
                if (part->from != received)
                    return ready<ImportCalls::Taken>(Error::conflict(QStringLiteral("not there")));
                taken << key;
                received += qint64(part->rows.size());
                rows.insert(rows.end(), part->rows.begin(), part->rows.end());
            }
            if (isLost)
                return ready<ImportCalls::Taken>(Error::unavailable(QStringLiteral("gone")));
            ImportCalls::Taken answer = answerTo(part);
            answer.import = now();
            return ready<ImportCalls::Taken>(answer);
        };
        made.finish = [this](const QString&) {
            state = ImportState::Done;
            return ready<Import>(now());
        };
        made.cancel = [this](const QString&) {
            state = ImportState::Cancelled;
            return ready<Import>(now());
        };
        return made;
    }
};

}  // namespace

class TestImportRun final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    test::ManualClock m_clock;

    [[nodiscard]] QString write(const QByteArray& text, const char* name = "list.csv") const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return path;
    }
    [[nodiscard]] ImportFile::Plan planOf(int rows) const
    {
        QByteArray text = "email\n";
        for (int i = 0; i < rows; ++i)
            text += "p" + QByteArray::number(i) + "@example.org\n";
        ImportFile::Plan plan;
        plan.path = write(text);
        plan.mapping.columns.insert(QStringLiteral("subject"), QStringLiteral("email"));
        plan.mapping.same.insert(QStringLiteral("category"), QStringLiteral("reminders"));
        return plan;
    }

private slots:
    void whatAnEarlierConsoleBeganGoesOn()
    {
        FakeBackend backend;
        const ImportFile::Plan plan = planOf(9'000);
        QByteArray remembered;
        {
            ImportRun first(backend.calls(), m_clock);
            first.check(plan);
            QTRY_COMPARE(first.stage(), Stage::Checked);
            connect(&first, &ImportRun::progressed, &first, [&] {
                if (first.hasBegun())
                    first.stop();
            });
            first.apply(false);
            QTRY_COMPARE(first.stage(), Stage::Stopped);
            remembered = console::toText(first.unfinished());
        }
        QVERIFY(backend.received > 0 && backend.received < 9'000);
        const auto begun = console::unfinishedImportFromText(remembered);
        QVERIFY(begun);
        QCOMPARE(begun->plan, plan);
        ImportRun second(backend.calls(), m_clock);
        second.resume(*begun, backend.now());
        QTRY_COMPARE(second.stage(), Stage::Done);
        QCOMPARE(backend.received, 9'000);
        QSet<QString> all;
        for (const wire::ImportRow& row : backend.rows)
            all.insert(row.fields.value(QStringLiteral("subject")));
        QCOMPARE(all.size(), 9'000);
        // What was written to meanwhile is another file.
        (void)write("email\nother@example.org\n");
        ImportRun third(backend.calls(), m_clock);
        third.resume(*begun, backend.now());
        QCOMPARE(third.stage(), Stage::Stuck);
        QVERIFY(third.problem().contains(QStringLiteral("was changed since")));
        QVERIFY(!console::unfinishedImportFromText("{"));
    }

    void guessesHowAFileIsWritten_data()
    {
        using Encoding = wire::RowFormat::Encoding;
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("encoding");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<bool>("header");
        QTest::addColumn<QString>("cell");  // of the second row read, last column
        const auto row = [](const char* name, const QByteArray& text, Encoding encoding, char delimiter, bool header,
                            const char* cell) {
            QTest::newRow(name) << text << int(encoding) << delimiter << header << QString::fromUtf8(cell);
        };
        row("UTF-8 and commas", "id,name\nU1234567,Ann\nU1234568,J\xC3\xB6rg\n", Encoding::Utf8, ',', true, "Jörg");
        row("a byte order mark", "\xEF\xBB\xBFid,name\nU1234567,Ann\nU1234568,Bea\n", Encoding::Utf8, ',', true, "Bea");
        row("Windows-1252 and semicolons", "id;name\nU1234567;Ann\nU1234568;J\xF6rg \x80\n", Encoding::Western, ';',
            true, "Jörg €");
        row("tabs without a header", "a@example.org\tAnn\nb@example.org\tBea\n", Encoding::Utf8, '\t', false, "Bea");
        row("UTF-16 with its mark", QByteArray("\xFF\xFEi\0,\0n\0\n\0a\0,\0A\0\n\0b\0,\0B\0\n\0", 26),
            Encoding::Utf16Le, ',', true, "B");
        row("UTF-16 without it, the other way round", QByteArray("\0i\0,\0n\0\n\0a\0,\0A\0\n\0b\0,\0B\0\n", 24),
            Encoding::Utf16Be, ',', true, "B");
        row("one column without a header", "U1234567\nU1234568\n", Encoding::Utf8, ',', false, "U1234568");
    }

    void guessesHowAFileIsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, cell);
        const wire::RowFormat format = wire::guessRowFormat(text);
        QTEST(int(format.encoding), "encoding");
        QTEST(format.delimiter, "delimiter");
        QTEST(format.hasHeader, "header");
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        wire::RowReader reader(buffer, format);
        QVERIFY(reader.next());
        const auto second = reader.next();
        QVERIFY(second && *second);
        QCOMPARE((*second)->fields.value(reader.columns().last()), cell);
    }

    void guessesWhatColumnsMean_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("column");
        const auto row = [](const char* name, const QStringList& columns, const char* field, const char* column) {
            QTest::newRow(name) << columns << QString::fromLatin1(field) << QString::fromLatin1(column);
        };
        const QStringList export_{QStringLiteral("subject"), QStringLiteral("category"), QStringLiteral("state")};
        row("our own export", export_, "category", "category");
        row("an e-mail column", {QStringLiteral("Name"), QStringLiteral("E-Mail Address")}, "subject",
            "E-Mail Address");
        row("an id rather than an address", {QStringLiteral("email"), QStringLiteral("Slack ID")}, "subject",
            "Slack ID");
        row("a German list", {QStringLiteral("Name"), QStringLiteral("Kategorie")}, "category", "Kategorie");
        row("nothing to go by", {QStringLiteral("x"), QStringLiteral("y")}, "subject", "");
    }

    void guessesWhatColumnsMean()
    {
        QFETCH(QStringList, columns);
        QFETCH(QString, field);
        QTEST(ColumnMapping::guess(columns, {}).columns.value(field), "column");
    }

    void aColumnThatNamesCategoriesIsFoundWhateverItIsCalled()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        const auto rowOf = [](const char* kind, const char* why) {
            wire::ImportRow row;
            row.fields = {{QStringLiteral("Kind"), QString::fromLatin1(kind)},
                          {QStringLiteral("Why"), QString::fromLatin1(why)}};
            return row;
        };
        const QStringList columns{QStringLiteral("Why"), QStringLiteral("Kind")};
        const auto found = [&](const std::vector<wire::ImportRow>& rows) {
            return ColumnMapping::guess(columns, rows, {category}).columns.value(QStringLiteral("category"));
        };
        QCOMPARE(found({rowOf("Reminders", "asked"), rowOf("reminders", "reminders"), rowOf("Surveys", "")}),
                 QStringLiteral("Kind"));
        QCOMPARE(found({rowOf("Reminders", ""), rowOf("Surveys", "")}), QString());
    }

    void aRowIsTranslated()
    {
        ColumnMapping mapping;
        mapping.columns = {{QStringLiteral("subject"), QStringLiteral("mail")},
                           {QStringLiteral("category"), QStringLiteral("list")},
                           {QStringLiteral("state"), QStringLiteral("status")},
                           {QStringLiteral("at"), QStringLiteral("when")}};
        Category category;
        category.slug = CategorySlug(QStringLiteral("product-news"));
        category.title = QStringLiteral("Product news");
        mapping.know({category});
        wire::ImportRow row;
        row.fields = {{QStringLiteral("mail"), QStringLiteral(" a@b ")},
                      {QStringLiteral("list"), QStringLiteral("PRODUCT NEWS")},
                      {QStringLiteral("status"), QStringLiteral("Unsubscribed")},
                      {QStringLiteral("when"), QStringLiteral("2026-05-03 10:00:00")}};
        const wire::ImportRow made = mapping.mapped(row);
        QCOMPARE(made.fields.value(QStringLiteral("subject")), QStringLiteral("a@b"));
        QCOMPARE(made.fields.value(QStringLiteral("category")), QStringLiteral("product-news"));
        QCOMPARE(made.fields.value(QStringLiteral("state")), QStringLiteral("opted_out"));
        QCOMPARE(made.fields.value(QStringLiteral("at")), QStringLiteral("2026-05-03T10:00:00.000Z"));
    }

    void allRowsAreCheckedThenTaken()
    {
        FakeBackend backend;
        ImportRun run(backend.calls(), m_clock);
        run.check(planOf(12'001));
        QTRY_VERIFY(run.stage() == Stage::Checked);
        QCOMPARE(run.counts().changed, 12'001);
        QCOMPARE(run.changes().size(), ImportRun::mostChanges);
        QVERIFY(backend.rows.empty());
        run.apply(false);
        QTRY_VERIFY(run.stage() == Stage::Done);
        QCOMPARE(backend.received, 12'001);
        QCOMPARE(*backend.wish.total, 12'001);
        QCOMPARE(*backend.wish.checkedSeq, 7);
        QCOMPARE(backend.rows.back().fields.value(QStringLiteral("subject")), QStringLiteral("p12000@example.org"));
        QCOMPARE(backend.rows.back().line, 12'002);
    }

    void whatIsLostIsSentAgainAndTakenOnce_data()
    {
        QTest::addColumn<bool>("takenAllTheSame");
        QTest::newRow("the question") << false;
        QTest::newRow("the answer") << true;
    }

    void whatIsLostIsSentAgainAndTakenOnce()
    {
        QFETCH(bool, takenAllTheSame);
        FakeBackend backend;
        ImportRun run(backend.calls(), m_clock);
        run.setPause(1);
        run.check(planOf(5'000));
        QTRY_VERIFY(run.stage() == Stage::Checked);
        backend.failing = 7;
        backend.isTakenAllTheSame = takenAllTheSame;
        run.apply(false);
        QTRY_VERIFY(run.stage() == Stage::Stuck);
        QCOMPARE(run.problem(), QStringLiteral("gone"));
        run.goOn();
        QTRY_VERIFY(run.stage() == Stage::Done);
        QCOMPARE(backend.received, 5'000);
        QCOMPARE(run.counts().changed, 5'000);
    }

    void itStopsBetweenPartsAndGoesOn()
    {
        FakeBackend backend;
        ImportRun run(backend.calls(), m_clock);
        run.check(planOf(9'000));
        QTRY_VERIFY(run.stage() == Stage::Checked);
        connect(&run, &ImportRun::progressed, &run, [&run] {
            if (run.progress().done == qint64(ImportRun::applyingPart))
                run.stop();
        });
        run.apply(false);
        QTRY_VERIFY(run.stage() == Stage::Stopped);
        QCOMPARE(backend.received % qint64(ImportRun::applyingPart), 0);
        QVERIFY(backend.received < 9'000);
        run.goOn();
        QTRY_VERIFY(run.stage() == Stage::Done);
        QCOMPARE(backend.received, 9'000);
    }

    void aFileThatChangedSinceTheCheckIsNotTaken()
    {
        FakeBackend backend;
        ImportRun run(backend.calls(), m_clock);
        run.check(planOf(10));
        QTRY_VERIFY(run.stage() == Stage::Checked);
        (void)planOf(11);
        run.apply(false);
        QVERIFY(run.stage() == Stage::Stuck);
        QVERIFY(run.problem().contains(QStringLiteral("changed since")));
        QVERIFY(!run.hasBegun());
        run.goOn();
        QTRY_VERIFY(run.stage() == Stage::Checked);
        QCOMPARE(run.counts().changed, 11);
    }
};

QTEST_GUILESS_MAIN(TestImportRun)
#include "tst_importrun.moc"
