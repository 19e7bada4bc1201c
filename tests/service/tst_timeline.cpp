#include "service/usecases/timeline.h"
#include "store/notificationstore.h"
#include "store/syncstore.h"
#include "tests/service/record.h"

#include <QJsonArray>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

/// All that happened to one subject, from three journals, in one order.
class TestTimeline : public QObject {
    Q_OBJECT

    std::unique_ptr<Record> m_record;
    const SubjectId m_whom{QStringLiteral("U1")};

    static QJsonObject shown(QJsonObject record) { return record; }

    TimelinePage page(const std::optional<TimelinePosition>& after = {}, int limit = 100)
    {
        const auto page = Timeline(m_record->pool, m_record->audit).page(m_record->workspace, m_whom, after, limit);
        if (!page)
            qFatal("%s", qPrintable(page.error().toString()));
        return *page;
    }
    static QStringList kinds(const TimelinePage& page)
    {
        QStringList kinds;
        for (const TimelineEvent& event : page.events)
            kinds << toJson(event, shown).value(QLatin1String("kind")).toString();
        return kinds;
    }
    void pass() { m_record->clock.advance(std::chrono::seconds(10)); }
    void send(const QString& id, RecipientOutcome outcome, const QString& rule)
    {
        Notification notification;
        notification.id = id;
        notification.category = CategorySlug(QStringLiteral("reminders"));
        notification.text = QStringLiteral("Water the plants");
        notification.actor = {ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")};
        notification.createdAt = m_record->clock.now();
        const auto written = m_record->pool.write<void>([&](store::Database& database) -> Result<> {
            store::NotificationStore store(database);
            if (Result<> added = store.add(m_record->workspace, notification, {m_whom}); !added)
                return added;
            NotificationRecipient to;
            to.position = 1;
            to.subject = m_whom;
            to.outcome = outcome;
            to.rule = rule;
            to.at = m_record->clock.now();
            const auto moved = store.move({m_record->workspace, id}, RecipientOutcome::Queued, to);
            return moved ? Result<>() : Result<>(moved.error());
        });
        QVERIFY(written);
    }

private slots:
    void init() { m_record = std::make_unique<Record>(3); }
    void cleanup() { m_record.reset(); }

    void theNewestComesFirstWhateverItIs()
    {
        pass();
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out")));
        pass();
        send(QStringLiteral("n1"), RecipientOutcome::Skipped, QStringLiteral("opted_out"));
        pass();
        DirectoryWriter::Page renamed;
        renamed.subjects.push_back(Record::person(1));
        renamed.subjects.back().name = QStringLiteral("Person One");
        renamed.subjects.back().updatedAt = 2;
        QVERIFY(m_record->directory.put(m_record->workspace, renamed));
        const TimelinePage all = page();
        QCOMPARE(kinds(all).join(u' '), QStringLiteral("directory message entry directory"));
        QVERIFY(!all.more);
        QJsonValue name;
        const QJsonArray changes = toJson(all.events.front(), shown).value(QLatin1String("changes")).toArray();
        for (const QJsonValue& change : changes) {
            if (change.toObject().value(QLatin1String("field")) == QLatin1String("name"))
                name = change.toObject().value(QLatin1String("after"));
        }
        QCOMPARE(name.toString(), QStringLiteral("Person One"));
        const QJsonObject message = toJson(all.events.at(1), shown);
        QCOMPARE(message.value(QLatin1String("outcome")).toString(), QStringLiteral("skipped"));
        QCOMPARE(message.value(QLatin1String("rule")).toString(), QStringLiteral("opted_out"));
        QVERIFY(toJson(all.events.back(), shown).value(QLatin1String("isNew")).toBool());
    }

    void pagesShowEachOnceAndAllOfOneMoment()
    {
        for (int i = 0; i < 4; ++i) {
            QVERIFY(m_record->preferences.apply(m_record->workspace,
                                                Record::wish("U1", "reminders", i % 2 ? "default" : "opted_out")));
            send(QStringLiteral("n%1").arg(i), RecipientOutcome::Sent, {});
        }
        QStringList seen;
        std::optional<TimelinePosition> after;
        for (bool more = true; more;) {
            const TimelinePage next = page(after, 2);
            QVERIFY(!next.events.empty());
            for (const TimelineEvent& event : next.events)
                seen << event.key();
            after = {next.events.back().at, next.events.back().key()};
            more = next.more;
        }
        QCOMPARE(seen.size(), 9);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 9);
    }

    void whatTheyWereToldAndWhenTheyWereSeenStandsThere()
    {
        SyncRun run;
        run.id = QStringLiteral("r1");
        run.startedAt = m_record->clock.now();
        store::Acknowledgement told{m_whom,
                                    5,
                                    run.startedAt + 7,
                                    store::Acknowledgement::Outcome::Failed,
                                    QStringLiteral("Slack knows nobody by that id."),
                                    2};
        const auto written = m_record->pool.write<void>([&](store::Database& database) -> Result<> {
            Result<> done = store::SyncStore(database).put(m_record->workspace, run);
            if (done)
                done = database.execute(QStringLiteral("UPDATE subjects SET seen_in = 'r1' WHERE id = 'U1'"));
            return done ? store::AcknowledgementStore(database).put(m_record->workspace, told) : done;
        });
        QVERIFY(written);
        pass();
        const TimelinePage all = page();
        QCOMPARE(kinds(all).join(u' '), QStringLiteral("told sync directory"));
        const QJsonObject shownTold = toJson(all.events.at(0), shown);
        QCOMPARE(shownTold.value(QLatin1String("outcome")).toString(), QStringLiteral("failed"));
        QCOMPARE(shownTold.value(QLatin1String("change")).toInteger(), 5);
        QCOMPARE(toJson(all.events.at(1), shown).value(QLatin1String("run")).toString(), run.id);
    }

    void nobodyHasNone()
    {
        const auto page = Timeline(m_record->pool, m_record->audit)
                              .page(m_record->workspace, SubjectId(QStringLiteral("U404")), {}, 10);
        QVERIFY(!page && page.error().is(ErrorCode::NotFound));
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
