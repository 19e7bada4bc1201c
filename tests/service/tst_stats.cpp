#include "store/statstore.h"

#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace std::chrono_literals;
using store::StatPoint;
using store::StatRange;
using test::Record;

namespace {

constexpr Millis hour = 60LL * 60 * 1000;

QString inWords(const StatPoint& point, Millis from)
{
    return QStringLiteral("%1h %2: %3 out, %4 in, %5 back, %6 paused; %7 sent, %8 skipped, %9 failed")
        .arg((point.at - from) / hour)
        .arg(point.category.toString())
        .arg(point.optedOut)
        .arg(point.optedIn)
        .arg(point.backToDefault)
        .arg(point.snoozed)
        .arg(point.sent)
        .arg(point.skipped)
        .arg(point.failed);
}

QStringList inWords(const Result<std::vector<StatPoint>>& points, Millis from)
{
    QStringList words;
    for (const StatPoint& point : points ? *points : std::vector<StatPoint>())
        words << inWords(point, from);
    return words;
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

    void choicesAreCountedWhenTheyWereChanged()
    {
        change("U1", "reminders", "opted_out");
        change("U2", "reminders", "opted_out");
        change("U1", "surveys", "opted_in");
        m_record->clock.advance(1h);
        change("U1", "reminders", "default");
        ChangeRequest pause = Record::wish("U3", "reminders", "");
        pause.snoozedUntil = std::optional<Millis>(m_record->clock.now() + 24 * hour);
        QVERIFY(m_record->preferences.apply(m_record->workspace, pause));
        m_record->clock.advance(5h);
        change("U4", "surveys", "opted_out");

        store::StatStore stats(m_record->db());
        QCOMPARE(
            inWords(stats.choices(m_record->workspace, range(24)), m_from),
            (QStringList{QStringLiteral("0h reminders: 2 out, 0 in, 0 back, 0 paused; 0 sent, 0 skipped, 0 failed"),
                         QStringLiteral("0h surveys: 0 out, 1 in, 0 back, 0 paused; 0 sent, 0 skipped, 0 failed"),
                         QStringLiteral("1h reminders: 0 out, 0 in, 1 back, 1 paused; 0 sent, 0 skipped, 0 failed"),
                         QStringLiteral("6h surveys: 1 out, 0 in, 0 back, 0 paused; 0 sent, 0 skipped, 0 failed")}));
        StatRange some = range(2);
        some.category = CategorySlug(QStringLiteral("reminders"));
        QCOMPARE(stats.choices(m_record->workspace, some)->size(), 2U);
        some.from = m_from + hour;
        QCOMPARE(stats.choices(m_record->workspace, some)->size(), 1U);
        some.from = m_from - 10 * hour;
        some.to = m_from - hour;
        QVERIFY(stats.choices(m_record->workspace, some)->empty());
    }

    void messagesAreCountedByTheirOutcome()
    {
        QVERIFY(
            m_record->db().run("INSERT INTO notifications (workspace, id, category, text, state, error, source,"
                               " actor_kind, actor_id, actor_name, recipients, created_at)"
                               " VALUES ('T1', 'n', 'reminders', 'x', 'done', '', 'api', 'api_key', 'k', 'k', 4, ?)",
                               {m_from + hour}));
        int position = 0;
        for (const char* outcome : {"sent", "sent", "skipped", "failed"})
            QVERIFY(
                m_record->db().run("INSERT INTO notification_recipients (workspace, notification, position, subject,"
                                   " outcome, rule, error, channel, ts) VALUES ('T1', 'n', ?, 'U1', ?, '', '', '', '')",
                                   {++position, QString::fromLatin1(outcome)}));
        QCOMPARE(
            inWords(store::StatStore(m_record->db()).messages(m_record->workspace, range(24)), m_from),
            QStringList{QStringLiteral("1h reminders: 0 out, 0 in, 0 back, 0 paused; 2 sent, 1 skipped, 1 failed")});
    }

private:
    void change(const char* subject, const char* category, const char* state)
    {
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish(subject, category, state)));
    }
    [[nodiscard]] StatRange range(int hours) const { return {m_from, m_from + hours * hour, hour, 0, {}}; }

    std::unique_ptr<Record> m_record;
    Millis m_from = 0;
};

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
