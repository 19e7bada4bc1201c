#include "service/usecases/statistics.h"
#include "store/statcounter.h"
#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using namespace std::chrono_literals;
using store::ChoiceCount;
using test::Record;

namespace {

constexpr Millis hour = 60LL * 60 * 1000;
constexpr Millis day = 24 * hour;

QString inWords(Millis at, const QString& name, const ChoiceCount& count, Millis from)
{
    return QStringLiteral("%1h %2: %3 out, %4 in, %5 back, %6 paused")
        .arg((at - from) / hour)
        .arg(name)
        .arg(count.optedOut)
        .arg(count.optedIn)
        .arg(count.backToDefault)
        .arg(count.snoozed);
}

Millis moment(const char* text)
{
    return fromRfc3339(QString::fromLatin1(text)).value_or(0);
}

}  // namespace

/// What is counted for the plots.
class TestStats : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>();
        m_from = m_record->clock.now() / hour * hour;
    }
    void cleanup() { m_record.reset(); }

    void stepsAreThoseOfTheZone_data()
    {
        QTest::addColumn<StepLength>("length");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArrayList>("steps");
        QTest::addRow("a day in spring has 23 hours")
            << StepLength::Day << QByteArray("Europe/Berlin") << QByteArray("2026-03-28T12:00:00Z")
            << QByteArray("2026-03-30T12:00:00Z")
            << QByteArrayList{"2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z",
                              "2026-03-30T22:00:00Z"};
        QTest::addRow("a day in autumn has 25 hours")
            << StepLength::Day << QByteArray("Europe/Berlin") << QByteArray("2026-10-25T00:00:00Z")
            << QByteArray("2026-10-25T12:00:00Z") << QByteArrayList{"2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"};
        QTest::addRow("a day that begins at one o'clock")
            << StepLength::Day << QByteArray("Africa/Cairo") << QByteArray("2025-04-25T00:00:00Z")
            << QByteArray("2025-04-25T12:00:00Z") << QByteArrayList{"2025-04-24T22:00:00Z", "2025-04-25T21:00:00Z"};
        QTest::addRow("weeks begin on Monday")
            << StepLength::Week << QByteArray("America/New_York") << QByteArray("2026-11-01T12:00:00Z")
            << QByteArray("2026-11-05T12:00:00Z")
            << QByteArrayList{"2026-10-26T04:00:00Z", "2026-11-02T05:00:00Z", "2026-11-09T05:00:00Z"};
        QTest::addRow("hours half an hour off")
            << StepLength::Hour << QByteArray("Asia/Kolkata") << QByteArray("2026-01-01T10:10:00Z")
            << QByteArray("2026-01-01T11:40:00Z")
            << QByteArrayList{"2026-01-01T09:30:00Z", "2026-01-01T10:30:00Z", "2026-01-01T11:30:00Z",
                              "2026-01-01T12:30:00Z"};
        QTest::addRow("clocks that go back by half an hour")
            << StepLength::Hour << QByteArray("Australia/Lord_Howe") << QByteArray("2026-04-04T14:10:00Z")
            << QByteArray("2026-04-04T16:00:00Z")
            << QByteArrayList{"2026-04-04T14:00:00Z", "2026-04-04T15:30:00Z", "2026-04-04T16:30:00Z"};
    }

    void stepsAreThoseOfTheZone()
    {
        QFETCH(StepLength, length);
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArrayList, steps);
        QByteArrayList found;
        for (const Millis at :
             timeSteps(moment(from.constData()), moment(to.constData()), length, QTimeZone(zone), 100))
            found << toRfc3339(at).replace(QLatin1String(".000Z"), QLatin1String("Z")).toLatin1();
        QCOMPARE(found, steps);
    }

    void choicesAreCountedWhenTheyWereChanged()
    {
        change("U1", "reminders", "opted_out");
        change("U2", "reminders", "opted_out", Source::SlashCommand);
        change("U1", "surveys", "opted_in");
        m_record->clock.advance(1h);
        change("U1", "reminders", "default");
        ChangeRequest pause = Record::wish("U3", "reminders", "");
        pause.snoozedUntil = std::optional<Millis>(m_record->clock.now() + 24 * hour);
        QVERIFY(m_record->preferences.apply(m_record->workspace, pause));
        m_record->clock.advance(5h);
        change("U4", "surveys", "opted_out");

        const StatReport found = report(24);
        QCOMPARE(inWords(found.choices), (QStringList{QStringLiteral("0h reminders: 2 out, 0 in, 0 back, 0 paused"),
                                                      QStringLiteral("0h surveys: 0 out, 1 in, 0 back, 0 paused"),
                                                      QStringLiteral("1h reminders: 0 out, 0 in, 1 back, 1 paused"),
                                                      QStringLiteral("6h surveys: 1 out, 0 in, 0 back, 0 paused")}));
        QCOMPARE(inWords(found.sources),
                 (QStringList{QStringLiteral("0h console reminders: 1 out, 0 in, 0 back, 0 paused"),
                              QStringLiteral("0h console surveys: 0 out, 1 in, 0 back, 0 paused"),
                              QStringLiteral("0h slash_command reminders: 1 out, 0 in, 0 back, 0 paused"),
                              QStringLiteral("1h console reminders: 0 out, 0 in, 1 back, 1 paused"),
                              QStringLiteral("6h console surveys: 1 out, 0 in, 0 back, 0 paused")}));
        QCOMPARE(found.counted, found.seq);
        QCOMPARE(found.steps.size(), size_t(25));
        QCOMPARE(inWords(report(2, QStringLiteral("reminders")).choices).size(), 2);
        // What is asked again is not counted twice, and what comes is.
        change("U5", "surveys", "opted_out");
        QCOMPARE(inWords(report(24).choices).last(), QStringLiteral("6h surveys: 2 out, 0 in, 0 back, 0 paused"));
    }

    void whatIsTakenBackAtOnceWasASlip()
    {
        m_record->clock.advance(std::chrono::milliseconds(m_from + hour - m_record->clock.now()));
        change("U1", "reminders", "opted_out");
        change("U2", "reminders", "opted_out");
        m_record->clock.advance(5min);
        change("U1", "reminders", "default");
        QCOMPARE(inWords(report(24).choices),
                 QStringList{QStringLiteral("1h reminders: 1 out, 0 in, 0 back, 0 paused")});
        QCOMPARE(report(24).choices.begin()->second.undone, 1);
        QCOMPARE(counted("reminders"), QStringList{QStringLiteral("U2")});
        // To and fro: what stands at last counts.
        change("U1", "reminders", "opted_out");
        QCOMPARE(report(24).choices.begin()->second.optedOut, 2);
        change("U1", "reminders", "opted_in");
        QCOMPARE(inWords(report(24).choices),
                 QStringList{QStringLiteral("1h reminders: 1 out, 1 in, 0 back, 0 paused")});
        QCOMPARE(report(24).choices.begin()->second.undone, 2);
        m_record->clock.advance(20min);
        change("U2", "reminders", "default");
        QCOMPARE(inWords(report(24).choices),
                 QStringList{QStringLiteral("1h reminders: 1 out, 1 in, 1 back, 0 paused")});
        QCOMPARE(counted("reminders"), QStringList{QStringLiteral("U2")});
        QCOMPARE(counted("reminders", PreferenceState::OptedIn), QStringList{QStringLiteral("U1")});
        QCOMPARE(counted("reminders", PreferenceState::Default), QStringList{QStringLiteral("U2")});
    }

    void aSlipAfterAMessageIsNoLeaverOfIt()
    {
        m_record->clock.advance(2h);
        notify("first", "reminders", {"sent", "sent", "sent"});
        own("U0", "reminders", Source::MessageButton,
            QStringLiteral("Button of message 1.1 in D1, notification first"));
        own("U0", "reminders", Source::MessageButton, {}, PreferenceState::Default);
        QCOMPARE(report(24).broadcasts[0].optedOut, 0);
        QCOMPARE(report(24).broadcasts[0].byButton, 0);
        m_record->clock.advance(1h);
        own("U0", "reminders", Source::SlashCommand);
        QCOMPARE(report(24).broadcasts[0].optedOut, 1);
        // A link that was given out with it names it, whatever else came in between.
        notify("second", "reminders", {"sent", "sent", "sent"});
        own("U1", "reminders", Source::Link, QStringLiteral("Link in a message, notification first"));
        QCOMPARE(report(24).broadcasts[0].optedOut, 2);
        QCOMPARE(report(24).broadcasts[0].byButton, 1);
        QCOMPARE(report(24).broadcasts[1].optedOut, 0);
    }

    void manyAreCountedInPieces()
    {
        for (int i = 0; i < 8; ++i)
            change(qPrintable(QStringLiteral("U%1").arg(i)), "reminders", "opted_out");
        const auto countSome = [this](qint64 most) {
            return *m_record->pool.write<qint64>(
                [&](store::Database& open) { return store::StatCounter(open).count(m_record->workspace, most); });
        };
        const qint64 all = *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace);
        for (qint64 to = 3; to < all; to += 3)
            QCOMPARE(countSome(3), to);
        QCOMPARE(countSome(3), all);
        QCOMPARE(countSome(3), all);
        QCOMPARE(inWords(report(1).choices),
                 QStringList{QStringLiteral("0h reminders: 8 out, 0 in, 0 back, 0 paused")});
    }

    void messagesAreCountedByTheirOutcome()
    {
        notify("n", "reminders", {"sent", "sent", "skipped", "failed"});
        const auto messages = report(24).messages;
        QCOMPARE(messages.size(), size_t(1));
        const store::MessageCount& count = messages.begin()->second;
        QCOMPARE(messages.begin()->first.first, m_from + hour);
        QCOMPARE(count.sent, 2);
        QCOMPARE(count.skipped, 1);
        QCOMPARE(count.failed, 1);
        // Once over, they are kept; until then they are counted each time.
        QVERIFY(m_record->db().run("UPDATE notifications SET finished_at = 1"));
        QVERIFY(Statistics(m_record->pool, m_record->vault, m_record->clock).countAll());
        QCOMPARE(*m_record->db().number("SELECT sent FROM notification_outcomes WHERE notification = 'n'"), 2);
        QCOMPARE(report(24).messages.begin()->second.sent, 2);
    }

    void optOutsAreLaidToTheMessageThatCausedThem()
    {
        m_record->clock.advance(2h);
        notify("first", "reminders", {"sent", "sent", "sent", "sent", "skipped"});
        notify("second", "surveys", {"sent", "sent"});
        own("U0", "reminders", Source::MessageButton,
            QStringLiteral("Button of message 1.1 in D1, notification first"));
        own("U1", "*", Source::SlashCommand);          // surveys came last, and it stops them as well
        own("U2", "reminders", Source::Link);          // no button: the last reminder
        own("U4", "reminders", Source::Link);          // it was not sent to them
        change("U3", "reminders", "opted_out");        // staff's own act
        own("U9", "reminders", Source::SlashCommand);  // nothing was sent to them
        m_record->clock.advance(1h);
        // Who thinks better of it and leaves again is one who left.
        own("U0", "reminders", Source::AppHome, {}, PreferenceState::Default);
        own("U0", "reminders", Source::AppHome);
        m_record->clock.advance(std::chrono::hours(24 * 8));
        own("U3", "surveys", Source::Link);
        const StatReport found = report(24);
        QCOMPARE(found.broadcasts.size(), size_t(2));
        QCOMPARE(found.broadcasts[0].notification, QStringLiteral("first"));
        QCOMPARE(found.broadcasts[0].optedOut, 2);
        QCOMPARE(found.broadcasts[0].byButton, 1);
        QCOMPARE(found.broadcasts[1].optedOut, 1);
        QCOMPARE(found.broadcasts[1].byButton, 0);
    }

    void theTimeFromTheClickIsKnown()
    {
        m_record->clock.advance(2h);
        for (const auto& [subject, took] : {std::pair("U1", 30), std::pair("U2", 70), std::pair("U3", 4000)}) {
            ChangeRequest request = Record::wish(subject, "reminders", "opted_out", Source::MessageButton);
            request.clickedAt = m_record->clock.now() - took;
            QVERIFY(m_record->preferences.apply(m_record->workspace, request));
        }
        change("U4", "reminders", "opted_out");  // nobody knows when that was pressed for
        const auto delays = report(24).delays;
        QCOMPARE(delays.size(), size_t(1));
        const auto& [key, delay] = *delays.begin();
        QCOMPARE(key.second, QStringLiteral("message_button"));
        QCOMPARE(delay.choices, 3);
        QCOMPARE(delay.half, 100);
        QCOMPARE(delay.most, 5000);
        QCOMPARE(delay.longest, 5000);
    }

    void syncRunsAreCountedByTheirOutcome()
    {
        const auto run = [this](const char* id, Millis at, std::optional<Millis> took, const char* outcome) {
            QVERIFY(m_record->db().run(
                "INSERT INTO sync_runs VALUES ('T1', ?, 'directory', ?, ?, ?, 0, 0, 0, 0, 0, 0, '')",
                {QString::fromLatin1(id), m_from + at, took ? std::optional<Millis>(m_from + at + *took) : std::nullopt,
                 QString::fromLatin1(outcome)}));
        };
        run("a", 0, 100, "ok");
        run("b", 10, 900, "failed");
        run("c", 20, 3000, "ok");
        run("d", hour, 50, "ok");
        run("e", hour + 1, {}, "running");
        const auto syncs = report(24).syncs;
        QCOMPARE(syncs.size(), size_t(2));
        const StatSyncs& first = syncs.begin()->second;
        QCOMPARE(first.ok, 2);
        QCOMPARE(first.failed, 1);
        QCOMPARE(first.half, 900);
        QCOMPARE(first.longest, 3000);
        QCOMPARE(first.worst, QStringLiteral("b"));
        QCOMPARE(syncs.rbegin()->second.running, 1);
    }

    void whatWaitsIsCountedWithItsAge()
    {
        notify("n", "reminders", {"sent", "queued", "queued"});
        QVERIFY(
            m_record->db().run("INSERT INTO outbox (workspace, target, seq, payload, created_at, next_try_at,"
                               " attempts, error) VALUES ('T1', 'slack', 1, '{}', ?, 0, 2, 'x')",
                               {m_from}));
        QVERIFY(m_record->db().run(
            "INSERT INTO imports VALUES ('T1', 'i', 'file', 'done', 'import', 'api_key', 'k', 'k', ?, 1, 3,"
            " 0, 0, 3, 1, 0, 0, 2, 0, 0, 0, 0, NULL, '', '', '', '')",
            {m_from}));
        for (int line = 1; line <= 2; ++line)
            QVERIFY(m_record->db().run("INSERT INTO import_waiting VALUES ('T1', ?, 'i', ?, '{}')",
                                       {QStringLiteral("a%1@b.c").arg(line), line}));
        const auto waiting = report(24).waiting;
        QCOMPARE(waiting.size(), size_t(3));
        QCOMPARE(waiting[2].kind, QStringLiteral("imports"));
        QCOMPARE(waiting[2].count, 2);
        QCOMPARE(waiting[0].kind, QStringLiteral("outbox"));
        QCOMPARE(waiting[0].retrying, 1);
        QCOMPARE(waiting[0].oldestAt, m_from);
        QCOMPARE(waiting[1].target, QStringLiteral("n"));
        QCOMPARE(waiting[1].count, 2);
    }

    void whatCannotBeToldIsRefused_data()
    {
        QTest::addColumn<StatQuestion>("question");
        QTest::addColumn<QString>("pointer");
        QTest::addRow("an end before the beginning")
            << StatQuestion{2 * 365 * day, 365 * day, StepLength::Day, {}, {}} << QStringLiteral("/from");
        QTest::addRow("the time before 1970")
            << StatQuestion{day, 365 * day, StepLength::Day, {}, {}} << QStringLiteral("/from");
        QTest::addRow("more than a thousand hours")
            << StatQuestion{365 * day, 465 * day, StepLength::Hour, {}, {}} << QStringLiteral("/step");
    }

    void whatCannotBeToldIsRefused()
    {
        QFETCH(StatQuestion, question);
        QFETCH(QString, pointer);
        const auto refused =
            Statistics(m_record->pool, m_record->vault, m_record->clock).report(m_record->workspace, question);
        QVERIFY(!refused && refused.error().is(ErrorCode::Invalid));
        QCOMPARE(refused.error().context(), pointer);
    }

private:
    /// Whom the list behind a point names.
    QStringList counted(const char* category, PreferenceState became = PreferenceState::OptedOut)
    {
        store::AuditQuery query;
        query.categories = {QLatin1String(category)};
        query.became = became;
        QStringList names;
        const auto page = m_record->audit.page(m_record->workspace, query);
        for (const ReadEntry& read : page->items)
            names << read.opened.entry.subject.toString();
        return names;
    }
    void change(const char* subject, const char* category, const char* state, Source source = Source::Console)
    {
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish(subject, category, state, source)));
    }
    void own(const char* subject, const char* category, Source source, const QString& reason = {},
             PreferenceState state = PreferenceState::OptedOut)
    {
        ChangeRequest request = Record::wish(subject, category, "opted_out", source);
        request.actor = {ActorKind::SlackUser, QString::fromLatin1(subject), {}};
        request.state = state;
        request.reason = reason;
        QVERIFY(m_record->preferences.apply(m_record->workspace, request));
    }
    /// To U0, U1 and so on, each with its outcome, an hour after the beginning or now, whichever is later.
    void notify(const char* id, const char* category, std::initializer_list<const char*> outcomes)
    {
        const Millis at = std::max(m_from + hour, m_record->clock.now());
        QVERIFY(
            m_record->db().run("INSERT INTO notifications (workspace, id, category, text, state, error, source,"
                               " actor_kind, actor_id, actor_name, recipients, created_at)"
                               " VALUES ('T1', ?, ?, 'x', 'sending', '', 'api', 'api_key', 'k', 'k', ?, ?)",
                               {QString::fromLatin1(id), QString::fromLatin1(category), int(outcomes.size()), at}));
        int position = 0;
        for (const char* outcome : outcomes) {
            QVERIFY(m_record->db().run(
                "INSERT INTO notification_recipients (workspace, notification, position, subject, outcome, rule, error,"
                " channel, ts, at) VALUES ('T1', ?, ?, ?, ?, '', '', '', '', ?)",
                {QString::fromLatin1(id), position + 1, QStringLiteral("U%1").arg(position),
                 QString::fromLatin1(outcome), at}));
            ++position;
        }
        m_record->clock.advance(1min);
    }
    [[nodiscard]] StatReport report(int hours, const QString& category = {})
    {
        StatQuestion question{m_from, m_from + hours * hour, StepLength::Hour, QTimeZone::utc(),
                              CategorySlug(category)};
        const auto found =
            Statistics(m_record->pool, m_record->vault, m_record->clock).report(m_record->workspace, question);
        if (!found)
            qFatal("%s", qPrintable(found.error().toString()));
        return *found;
    }
    template <class Key>
    [[nodiscard]] QStringList inWords(const StatSeries<Key, ChoiceCount>& series) const
    {
        QStringList words;
        for (const auto& [key, count] : series)
            words << ::inWords(key.first, toText(key.second), count, m_from);
        return words;
    }
    static QString toText(const std::pair<QString, CategorySlug>& key)
    {
        return key.first + QLatin1Char(' ') + key.second.toString();
    }
    static QString toText(const CategorySlug& slug) { return slug.toString(); }

    std::unique_ptr<Record> m_record;
    Millis m_from = 0;
};

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
