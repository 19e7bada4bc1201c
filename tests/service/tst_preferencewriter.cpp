#include "service/usecases/preferencewriter.h"

#include "service/usecases/recordjson.h"
#include "store/idempotencystore.h"
#include "store/outboxstore.h"
#include "tests/service/record.h"

#include <QTest>

#include <thread>

using namespace refrain;
using namespace refrain::service;
using Kind = ChangeOutcome::Kind;
using test::Record;

class TestPreferenceWriter : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>();
        m_seq = seq();
        m_size = size();
    }
    void cleanup() { m_record.reset(); }

    void aChangeIsStoredNumberedFedAndAudited()
    {
        const auto outcome =
            m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out"));
        QVERIFY(outcome);
        QCOMPARE(outcome->kind, Kind::Changed);
        QCOMPARE(outcome->preference.version, m_seq + 1);
        QCOMPARE(seq(), m_seq + 1);
        QCOMPARE(size(), m_size + 1);
        const Preference stored =
            *store::PreferenceStore(m_record->db())
                 .find(m_record->workspace, outcome->preference.subject, outcome->preference.category);
        QCOMPARE(stored, outcome->preference);

        const store::ChangeRecord change = m_record->feed.page(m_record->workspace, m_seq, 10)->items.front();
        QCOMPARE(change.type, QStringLiteral("preference"));
        QCOMPARE(change.before, QByteArray("null"));
        QCOMPARE(fromText(change.after).value(QStringLiteral("version")).toInteger(), m_seq + 1);
        QCOMPARE(fromText(change.after).value(QStringLiteral("state")).toString(), QStringLiteral("opted_out"));

        const AuditEntry entry = m_record->audit.entry(m_record->workspace, m_size)->opened.entry;
        QCOMPARE(entry.outcome, QStringLiteral("accepted"));
        QCOMPARE(entry.seq, std::optional<qint64>(m_seq + 1));
        QCOMPARE(entry.actor.name, QStringLiteral("Ann"));
        QCOMPARE(entry.subject.toString(), QStringLiteral("U1"));
    }

    void whatChangesNothingWritesNothing()
    {
        QVERIFY(apply("U1", "reminders", "opted_out"));
        const qint64 seqBefore = seq();
        const qint64 sizeBefore = size();
        const auto again = apply("U1", "reminders", "opted_out");
        QCOMPARE(again->kind, Kind::Unchanged);
        QCOMPARE(again->preference.version, seqBefore);
        QCOMPARE(apply("U2", "reminders", "default")->kind, Kind::Unchanged);
        QCOMPARE(seq(), seqBefore);
        QCOMPARE(size(), sizeBefore);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("category");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("audited");  // outcome of the audit entry; empty: none
        const auto row = [](const char* name, const char* subject, const char* category, const char* state, Kind kind,
                            const char* audited) {
            QTest::addRow("%s", name) << QByteArray(subject) << QByteArray(category) << QByteArray(state) << int(kind)
                                      << QString::fromLatin1(audited);
        };
        row("a required category", "U1", "security", "opted_out", Kind::Refused, "category_required");
        row("somebody's own choice", "U3", "surveys", "default", Kind::Refused, "conflict");
        row("opted in to everything cannot be processed", "U1", "*", "opted_in", Kind::Refused, "");
        row("nobody of that id", "U404", "reminders", "opted_out", Kind::UnknownSubject, "");
        row("no such category", "U1", "nothing", "opted_out", Kind::UnknownCategory, "");
    }

    void refusals()
    {
        QFETCH(QByteArray, subject);
        QFETCH(QByteArray, category);
        QFETCH(QByteArray, state);
        QFETCH(int, kind);
        QFETCH(QString, audited);
        ChangeRequest own = Record::wish("U3", "surveys", "opted_out", Source::SlashCommand);
        own.actor = {ActorKind::SlackUser, QStringLiteral("U3"), QStringLiteral("Cy")};
        QVERIFY(m_record->preferences.apply(m_record->workspace, own));
        const qint64 seqBefore = seq();
        const qint64 sizeBefore = size();
        const auto outcome = apply(subject.constData(), category.constData(), state.constData());
        QVERIFY(outcome);
        QCOMPARE(int(outcome->kind), kind);
        QVERIFY(!outcome->sentence.isEmpty());
        QCOMPARE(seq(), seqBefore);
        QCOMPARE(size(), sizeBefore + (audited.isEmpty() ? 0 : 1));
        if (audited.isEmpty())
            return;
        const AuditEntry entry = m_record->audit.entry(m_record->workspace, sizeBefore)->opened.entry;
        QCOMPARE(entry.outcome, audited);
        QVERIFY(!entry.seq);
    }

    void anOlderVersionIsRefusedWithWhatStandsThere()
    {
        const qint64 version = apply("U1", "reminders", "opted_out")->preference.version;
        ChangeRequest request = Record::wish("U1", "reminders", "default");
        request.ifMatch = version - 1;
        const auto refused = m_record->preferences.apply(m_record->workspace, request);
        QVERIFY(refused->refusal == Refusal::PreconditionFailed);
        QCOMPARE(refused->preference.version, version);
        request.ifMatch = version;
        QCOMPARE(m_record->preferences.apply(m_record->workspace, request)->kind, Kind::Changed);
    }

    void whatStandsOrFallsWithTheChange()
    {
        const auto fails = [](store::Database&, const BatchOutcome&) -> Result<> {
            return Error::unavailable(QStringLiteral("No."));
        };
        const auto request = Record::wish("U1", "reminders", "opted_out");
        QVERIFY(!m_record->preferences.apply(m_record->workspace, request, fails));
        QCOMPARE(seq(), m_seq);
        QCOMPARE(size(), m_size);
        qint64 seen = 0;
        const auto sees = [&](store::Database& database, const BatchOutcome& batch) -> Result<> {
            const auto view = m_record->decider.view(database, m_record->workspace, request.subject, request.category);
            if (!view)
                return view.error();
            seen = view->decision.rule == Rule::OptedOut ? batch.seq : -1;
            return {};
        };
        QVERIFY(m_record->preferences.apply(m_record->workspace, request, sees));
        QCOMPARE(seen, m_seq + 1);
    }

    void followersGetTheirWork()
    {
        PreferenceWriter writer(m_record->writer, [](store::Database&, const PreferenceWriter::Accepted&) {
            using Follower = PreferenceWriter::Follower;
            return Result<std::vector<Follower>>(
                {Follower{QStringLiteral("novu")}, Follower{QStringLiteral("webhook")}});
        });
        QVERIFY(writer.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out")));
        store::OutboxStore outbox(m_record->db());
        QCOMPARE(*outbox.count(m_record->workspace), 2);
        QCOMPARE(outbox.due(m_record->workspace, QStringLiteral("novu"), m_record->clock.now(), 9)->front().seq,
                 m_seq + 1);
        QVERIFY(writer.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out")));
        QCOMPARE(*outbox.count(m_record->workspace), 2);
    }

    void batches_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("dryRun");
        QTest::addColumn<QString>("outcomes");  // c changed, u unchanged, r refused, s unknown subject
        QTest::addColumn<int>("changes");
        QTest::addColumn<int>("entries");
        QTest::addRow("each: what can be done is done") << int(BatchMode::Each) << false << "cruscu" << 2 << 3;
        QTest::addRow("all: one failure stops all") << int(BatchMode::All) << false << "uruusu" << 0 << 1;
        QTest::addRow("a dry run tells and writes nothing") << int(BatchMode::Each) << true << "cruscu" << 0 << 0;
        QTest::addRow("a dry run of all") << int(BatchMode::All) << true << "uruusu" << 0 << 0;
    }

    void batches()
    {
        QFETCH(int, mode);
        QFETCH(bool, dryRun);
        QFETCH(QString, outcomes);
        QFETCH(int, changes);
        QFETCH(int, entries);
        std::vector<ChangeRequest> requests{
            Record::wish("U1", "reminders", "opted_out"), Record::wish("U1", "security", "opted_out"),
            Record::wish("U1", "reminders", "opted_out"), Record::wish("U404", "reminders", "opted_out"),
            Record::wish("U1", "reminders", "default"),   Record::wish("U2", "reminders", "default")};
        if (mode == int(BatchMode::All))
            std::swap(requests[3], requests[4]);
        const auto batch = m_record->preferences.applyAll(m_record->workspace, requests, BatchMode(mode), dryRun);
        QVERIFY(batch);
        QString got;
        for (const ChangeOutcome& outcome : batch->items)
            got += QStringLiteral("curs?").at(int(outcome.kind));
        QCOMPARE(got, outcomes);
        QCOMPARE(seq(), m_seq + changes);
        QCOMPARE(size(), m_size + entries);
        QCOMPARE(batch->seq, m_seq + changes);
        QCOMPARE(batch->written, changes > 0);
        if (mode == int(BatchMode::All))
            QCOMPARE(batch->items[3].preference.version, 0);  // nothing of the batch stands
    }

    void twoThreadsNeverShareANumber()
    {
        const auto work = [this](const char* subject) {
            for (int i = 0; i < 40; ++i) {
                const auto done = m_record->preferences.apply(
                    m_record->workspace, Record::wish(subject, "reminders", i % 2 ? "default" : "opted_out"));
                if (!done || done->kind != Kind::Changed)
                    qFatal("not changed");
            }
        };
        std::thread one(work, "U1");
        std::thread two(work, "U2");
        one.join();
        two.join();
        QCOMPARE(seq(), m_seq + 80);
        const auto page = m_record->feed.page(m_record->workspace, m_seq, 1'000);
        QCOMPARE(page->items.size(), 80U);
        for (std::size_t i = 0; i < page->items.size(); ++i)
            QCOMPARE(page->items[i].seq, m_seq + 1 + qint64(i));
    }

    void thoseWhoWaitAreTold()
    {
        qint64 told = 0;
        const auto waiting = m_record->feed.wait(m_record->workspace, m_seq, [&](qint64 seq) { told = seq; });
        QVERIFY(apply("U1", "security", "opted_out"));
        QCOMPARE(told, 0);
        QVERIFY(apply("U1", "reminders", "opted_out"));
        QCOMPARE(told, m_seq + 1);
        QVERIFY(apply("U1", "reminders", "default"));
        QCOMPARE(told, m_seq + 1);  // once
        qint64 late = 0;
        const auto missed = m_record->feed.wait(m_record->workspace, m_seq, [&](qint64 seq) { late = seq; });
        QCOMPARE(late, m_seq + 2);
        qint64 gone = 0;
        {
            const auto dropped = m_record->feed.wait(m_record->workspace, m_seq + 2, [&](qint64 seq) { gone = seq; });
        }
        QVERIFY(apply("U1", "reminders", "opted_out"));
        QCOMPARE(gone, 0);
    }

private:
    Result<ChangeOutcome> apply(const char* subject, const char* category, const char* state)
    {
        return m_record->preferences.apply(m_record->workspace, Record::wish(subject, category, state));
    }
    qint64 seq() { return *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace); }
    qint64 size() { return *store::AuditStore(m_record->db()).size(m_record->workspace); }

    std::unique_ptr<Record> m_record;
    qint64 m_seq = 0;
    qint64 m_size = 0;
};

QTEST_GUILESS_MAIN(TestPreferenceWriter)
#include "tst_preferencewriter.moc"
