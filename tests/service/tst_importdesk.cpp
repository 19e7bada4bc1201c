#include "service/imports/importundo.h"
#include "service/usecases/subjecteraser.h"
#include "store/preferencestore.h"
#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;
using wire::ImportItem;

class TestImportDesk : public QObject {
    Q_OBJECT

    static wire::ImportRow row(qint64 line, const char* subject, const char* category, const char* state)
    {
        wire::ImportRow row;
        row.line = line;
        row.fields = {{QStringLiteral("subject"), QString::fromUtf8(subject)},
                      {QStringLiteral("category"), QString::fromUtf8(category)},
                      {QStringLiteral("state"), QString::fromUtf8(state)}};
        return row;
    }

    static EditContext context()
    {
        return {Source::Console, {ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")}, {}, {}};
    }

    static store::ImportKey begun(Record& record, std::optional<qint64> checkedSeq = {})
    {
        Import wish;
        wish.name = QStringLiteral("leave-list.csv");
        wish.checkedSeq = checkedSeq;
        const Result<Import> import = record.imports.begin(record.workspace, wish, context());
        return {record.workspace, import ? import->id : QString()};
    }

    static Preference preference(Record& record, const char* subject, const char* category = "reminders")
    {
        return *store::PreferenceStore(record.db())
                    .find(record.workspace, SubjectId(QLatin1String(subject)), CategorySlug(QLatin1String(category)));
    }

    static bool isOut(Record& record, const char* subject)
    {
        return preference(record, subject).state == PreferenceState::OptedOut;
    }

    /// All portions, as the background does them.
    static Import undone(Record& record, const store::ImportKey& key)
    {
        TaskPool nobodyWorks(0, 0);
        ImportUndo undo({record.pool, record.writer, record.preferences, record.clock, record.random}, nobodyWorks);
        if (!undo.begin(key, context()))
            return {};
        for (Result<bool> more = true; more && *more; more = undo.step(key)) {
        }
        return *record.imports.find(key);
    }

    static Subject withAddress(int number, const char* email)
    {
        Subject person = Record::person(number);
        person.email = QString::fromLatin1(email);
        person.updatedAt = 2;
        return person;
    }

    static QStringList left(Record& record, const store::ImportKey& key)
    {
        QStringList lines;
        const auto rows = record.imports.left(key, 0, 100);
        for (const store::LeftRow& row : *rows)
            lines << QStringLiteral("%1 %2 %3").arg(row.line).arg(row.outcome, row.subject);
        return lines;
    }

private slots:
    void whatWasNotTakenOverIsShownLater()
    {
        Record record(3);
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "opted_out")));
        const store::ImportKey key = begun(record);
        QVERIFY(record.imports.take(
            key, {0,
                  {row(2, "U0", "reminders", "opted_out"), row(3, "U1", "reminders", "opted_in"),
                   row(4, "new@example.org", "reminders", "opted_out"), row(5, "U2", "nonsense", "opted_out")}}));
        QCOMPARE(left(record, key).join(u'|'), QStringLiteral("3 refused U1|5 broken U2"));
        QVERIFY(!record.imports.left({record.workspace, QStringLiteral("none")}, 0, 10));
        QVERIFY(SubjectEraser(record.writer).erase(record.workspace, SubjectId(QStringLiteral("U2")), context(), {}));
        QCOMPARE(left(record, key).join(u'|'), QStringLiteral("3 refused U1"));
    }

    void aCheckTellsWhatWouldComeAndWritesNothing()
    {
        Record record(3);
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U1", "reminders", "opted_out")));
        const auto taken = record.imports.check(
            record.workspace,
            {row(2, "U0", "reminders", "opted_out"), row(3, "U1", "reminders", "opted_out"),
             row(4, "U1", "reminders", "opted_in"), row(5, "new@example.org", "reminders", "opted_out"),
             row(6, "U2", "nonsense", "opted_out"), row(7, "", "reminders", "opted_out")});
        QVERIFY(taken);
        QCOMPARE(taken->counts, (ImportCounts{1, 1, 1, 1, 2}));
        const auto& items = taken->reply.items;
        QCOMPARE(items.size(), 5U);
        QVERIFY(items[0].outcome == ImportItem::Outcome::Changed && items[0].before == QStringLiteral("default") &&
                items[0].after == QStringLiteral("opted_out"));
        QVERIFY(items[1].outcome == ImportItem::Outcome::Refused && items[1].line == 4);
        QVERIFY(items[2].outcome == ImportItem::Outcome::Waiting);
        QVERIFY(items[3].outcome == ImportItem::Outcome::Broken &&
                items[3].detail.contains(QStringLiteral("nonsense")));
        QVERIFY(!isOut(record, "U0"));
        QVERIFY(record.imports.list(record.workspace, {}, 10)->empty());
    }

    void partsAreTakenOnceAndInOrder()
    {
        Record record(3);
        const store::ImportKey key = begun(record);
        QVERIFY(record.imports.take(key, {0, {row(2, "U0", "reminders", "opted_out")}}));
        const auto again = record.imports.take(key, {0, {row(2, "U0", "reminders", "opted_out")}});
        QVERIFY(!again && again.error().is(ErrorCode::Conflict));
        QVERIFY(again.error().message().contains(QStringLiteral("go on at 1")));
        QVERIFY(!record.imports.take(key, {5, {row(3, "U1", "reminders", "opted_out")}}));
        QVERIFY(record.imports.take(key, {1, {row(3, "U1", "reminders", "opted_out")}}));
        QVERIFY(record.imports.end(key, ImportState::Done, context()));
        QVERIFY(!record.imports.take(key, {2, {row(4, "U2", "reminders", "opted_out")}}));
        const Result<Import> import = record.imports.find(key);
        QCOMPARE(import->received, 2);
        QCOMPARE(import->counts.changed, 2);
        QVERIFY(import->state == ImportState::Done);
        const Preference changed = preference(record, "U1");
        QVERIFY(changed.source == Source::Import);
        QCOMPARE((*record.imports.ofChange(record.workspace, changed.version))->id, key.id);
        QVERIFY(!*record.imports.ofChange(record.workspace, changed.version + 1));
    }

    void whoeverChoseSinceTheCheckKeepsTheirWord()
    {
        Record record(3);
        const auto checked = record.imports.check(record.workspace, {row(2, "U0", "reminders", "opted_out")});
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U0", "reminders", "opted_in")));
        const store::ImportKey key = begun(record, checked->reply.seq);
        const auto taken =
            record.imports.take(key, {0,
                                      {row(2, "U0", "reminders", "opted_out"), row(3, "U1", "reminders", "opted_out"),
                                       row(4, "U1", "reminders", "opted_out")}});
        QCOMPARE(taken->counts, (ImportCounts{1, 1, 1, 0, 0}));
        QCOMPARE(taken->reply.items.front().code, QStringLiteral("precondition_failed"));
        QVERIFY(!isOut(record, "U0"));
    }

    void whatWaitsIsAppliedInTheMomentInWhichThePersonAppears_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("number");
        QTest::newRow("by id") << QByteArray("U50") << 50;
        QTest::newRow("by id in small letters, of a real length") << QByteArray("u1234567") << 1234567;
        QTest::newRow("by address") << QByteArray("fifty@example.org") << 50;
        QTest::newRow("by address in other letters") << QByteArray("Fifty@EXAMPLE.org") << 50;
        QTest::newRow("by the address that somebody takes who is here") << QByteArray("fifty@example.org") << 1;
    }

    void whatWaitsIsAppliedInTheMomentInWhichThePersonAppears()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, number);
        Record record(3);
        const store::ImportKey key = begun(record);
        QVERIFY(record.imports.take(key, {0, {row(2, name.constData(), "reminders", "opted_out")}}));
        QVERIFY(record.imports.end(key, ImportState::Done, context()));
        QCOMPARE(record.imports.waiting(key, 0, 10)->size(), 1U);
        QVERIFY(record.directory.put(record.workspace, {{withAddress(99, "other@example.org")}, {}, {}}));
        QCOMPARE(record.imports.waiting(key, 0, 10)->size(), 1U);

        const Subject person = withAddress(number, "fifty@example.org");
        QVERIFY(record.directory.put(record.workspace, {{person}, {}, {}}));
        const QByteArray id = person.id.toString().toLatin1();
        QVERIFY(isOut(record, id.constData()));
        QVERIFY(record.imports.waiting(key, 0, 10)->empty());
        const Result<Import> import = record.imports.find(key);
        QCOMPARE(import->arrived, 1);
        QCOMPARE(import->counts, (ImportCounts{1, 0, 0, 0, 0}));
        QCOMPARE((*record.imports.ofChange(record.workspace, preference(record, id.constData()).version))->id, key.id);
    }

    void oneOfSeveralWithTheSameAddressIsNamedById()
    {
        Record record(3);
        Subject gone = withAddress(0, "a@example.org");
        gone.deleted = true;
        QVERIFY(record.directory.put(record.workspace, {{gone, withAddress(1, "a@example.org")}, {}, {}}));
        const store::ImportKey key = begun(record);
        QVERIFY(record.imports.take(key, {0, {row(2, "a@example.org", "reminders", "opted_out")}}));
        QVERIFY(isOut(record, "U1") && !isOut(record, "U0"));
        QVERIFY(record.directory.put(record.workspace, {{withAddress(2, "a@example.org")}, {}, {}}));
        const auto taken = record.imports.take(key, {1, {row(3, "a@example.org", "product-news", "opted_out")}});
        QCOMPARE(taken->counts.broken, 1);
    }

    void anUndoTurnsAllOfItBackAndLeavesWhatWasSaidSince()
    {
        Record record(6);
        QVERIFY(record.preferences.apply(record.workspace, Record::wish("U4", "reminders", "opted_in")));
        const store::ImportKey key = begun(record);
        wire::ImportRow own = row(4, "U2", "reminders", "opted_out");
        own.fields.insert(QStringLiteral("requestedBy"), QStringLiteral("person"));
        wire::ImportRow snoozed = row(5, "U3", "reminders", "");
        snoozed.fields.insert(QStringLiteral("snoozedUntil"), toRfc3339(record.clock.now() + 86'400'000));
        QVERIFY(record.imports.take(
            key, {0,
                  {row(2, "U0", "reminders", "opted_out"), row(3, "U1", "reminders", "opted_out"), own, snoozed,
                   row(6, "U3", "reminders", "opted_out"), row(7, "U4", "reminders", "opted_out"),
                   row(8, "U77", "reminders", "opted_out")}}));
        QVERIFY(record.imports.end(key, ImportState::Done, context()));
        // Long after, so that no time for mending slips helps.
        record.clock.advance(std::chrono::hours(20));
        QVERIFY(record.preferences.apply(record.workspace,
                                         Record::wish("U1", "reminders", "opted_out", Source::SlashCommand)));

        const Import import = undone(record, key);
        QVERIFY(import.state == ImportState::Undone);
        QVERIFY(!isOut(record, "U0") && !isOut(record, "U2") && !isOut(record, "U3"));
        QVERIFY2(isOut(record, "U1"), "the person said so since");
        QVERIFY(!preference(record, "U3").snoozedUntil);
        QVERIFY(preference(record, "U4").state == PreferenceState::OptedIn);
        QCOMPARE(import.undone, 4);
        QCOMPARE(import.kept, 1);
        QCOMPARE(import.counts.waiting, 0);
        QVERIFY(record.directory.put(record.workspace, {{Record::person(77)}, {}, {}}));
        QVERIFY2(!isOut(record, "U77"), "what waited was forgotten");
        const Import again = undone(record, key);
        QCOMPARE(again.undone, 4);
        const Preference back = preference(record, "U0");
        QVERIFY(back.reason.contains(QStringLiteral("leave-list.csv")));
        QVERIFY(back.source == Source::Console);
    }

    void anUndoGoesThroughManyPortions()
    {
        Record record(0);
        DirectoryWriter::Page page;
        for (int i = 0; i < 4'500; ++i)
            page.subjects.push_back(Record::person(i));
        QVERIFY(record.directory.put(record.workspace, page));
        const store::ImportKey key = begun(record);
        for (int from = 0; from < 4'500; from += 1'500) {
            wire::ImportPart part{from, {}};
            for (int i = from; i < from + 1'500; ++i)
                part.rows.push_back(row(i, QByteArray("U" + QByteArray::number(i)).constData(), "*", "opted_out"));
            QVERIFY(record.imports.take(key, part));
        }
        const Import import = undone(record, key);
        QCOMPARE(import.undone, 4'500);
        QCOMPARE(*record.db().number("SELECT count(*) FROM preferences WHERE state <> 'default'"), 0);

        // The log of it all is the tree that one entry after the other would have made, and each says where it stands.
        MemoryTree tree;
        store::AuditStore log(record.db());
        const qint64 size = *log.size(record.workspace);
        QVERIFY(size > 9'000);
        for (qint64 index = 0; index < size; ++index) {
            const auto entry = log.entry(record.workspace, index);
            const auto opened = openLeaf((*entry)->leaf, (*entry)->openings);
            QVERIFY(opened);
            QCOMPARE(opened->entry.index, index);
            tree.append(leafHash((*entry)->leaf));
        }
        QCOMPARE(*treeRoot(store::StoredTree(record.db(), record.workspace), size), tree.root());
    }

    void theLogSaysWhichImportAndLineAChangeIsOf()
    {
        Record record(2);
        const store::ImportKey key = begun(record);
        QVERIFY(record.imports.take(key, {0, {row(12, "U0", "reminders", "opted_out")}}));
        store::AuditQuery query;
        query.newestFirst = true;
        query.limit = 1;
        const auto entries = store::AuditStore(record.db()).page(record.workspace, query);
        const auto opened = openLeaf(entries->front().leaf, entries->front().openings);
        QVERIFY(opened);
        QCOMPARE(opened->entry.context.value(QStringLiteral("import")).toString(), key.id);
        QCOMPARE(opened->entry.context.value(QStringLiteral("line")).toInt(), 12);
        QVERIFY(opened->entry.source == Source::Import);
    }
};

QTEST_GUILESS_MAIN(TestImportDesk)
#include "tst_importdesk.moc"
