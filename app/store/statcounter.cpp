#include "store/statcounter.h"

#include "store/changestore.h"
#include "store/choicesql.h"

#include <algorithm>

namespace refrain::store {

namespace {

Result<> done(const Result<qint64>& ran)
{
    return ran ? Result<>() : Result<>(ran.error());
}

}  // namespace

Result<qint64> StatCounter::countedTo(const WorkspaceId& workspace)
{
    return m_database.number("SELECT seq FROM stat_progress WHERE workspace = ?", {workspace});
}

Result<qint64> StatCounter::count(const WorkspaceId& workspace, qint64 most)
{
    const Result<qint64> last = ChangeStore(m_database).lastSeq(workspace);
    const Result<qint64> before = countedTo(workspace);
    if (!last || !before || *before >= *last)
        return !last ? last : before;
    const qint64 to = std::min(*last, *before + most);
    for (const auto step : {&StatCounter::countChoices, &StatCounter::countSlips, &StatCounter::countDelays,
                            &StatCounter::countOptOuts, &StatCounter::uncountOptOuts}) {
        if (Result<> counted = (this->*step)(workspace, *before, to); !counted)
            return counted.error();
    }
    const Result<qint64> kept = m_database.run(
        "INSERT INTO stat_progress (workspace, seq) VALUES (?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq",
        {workspace, to});
    return kept ? Result<qint64>(to) : kept;
}

/// What a change left as it was does not count, nor does the way back from an opt-out of moments before.
Result<> StatCounter::countChoices(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(m_database.run(
        joinedSql<"INSERT INTO choice_counts (workspace, quarter, category, source, opted_out, opted_in,"
                  " back_to_default, snoozed)"
                  " SELECT ?1, start, category, source, sum(new = 'opted_out' AND old <> 'opted_out') AS o,"
                  " sum(new = 'opted_in' AND old <> 'opted_in' AND NOT is_way_back) AS i,"
                  " sum(new = 'default' AND old <> 'default' AND NOT is_way_back) AS d,"
                  " sum(pause IS NOT NULL AND pause IS NOT pauseBefore) AS s FROM (SELECT c.at / ?4 * ?4 AS start,"
                  " c.category, c.source, json_extract(c.after_json, '$.state') AS new,"
                  " coalesce(json_extract(c.before_json, '$.state'), 'default') AS old,"
                  " json_extract(c.after_json, '$.snoozedUntil') AS pause,"
                  " json_extract(c.before_json, '$.snoozedUntil') AS pauseBefore, ",
                  choicesql::isWayBack,
                  " AS is_way_back FROM changes AS c"
                  " WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3 AND type = 'preference')"
                  " GROUP BY start, category, source HAVING o + i + d + s > 0"
                  " ON CONFLICT DO UPDATE SET opted_out = opted_out + excluded.opted_out,"
                  " opted_in = opted_in + excluded.opted_in,"
                  " back_to_default = back_to_default + excluded.back_to_default,"
                  " snoozed = snoozed + excluded.snoozed">,
        {workspace, after, to, quarter}));
}

/// An opt-out that one of these changes took back at once counts as undone where it was made.
Result<> StatCounter::countSlips(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(m_database.run(
        joinedSql<"INSERT INTO choice_counts (workspace, quarter, category, source, opted_out, opted_in,"
                  " back_to_default, snoozed, undone)"
                  " SELECT ?1, p.at / ?4 * ?4 AS start, p.category, p.source, -count(*), 0, 0, 0, count(*)"
                  " FROM (SELECT c.at AS taken_back, ",
                  choicesql::madeBy,
                  " AS made FROM changes AS c WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3"
                  " AND type = 'preference'",
                  choicesql::leavesOut,
                  ") JOIN changes AS p ON p.workspace = ?1 AND p.seq = made WHERE p.at >= taken_back - ",
                  choicesql::slip,
                  " GROUP BY start, p.category, p.source ON CONFLICT DO UPDATE"
                  " SET opted_out = opted_out + excluded.opted_out, undone = undone + excluded.undone">,
        {workspace, after, to, quarter}));
}

Result<> StatCounter::countDelays(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(m_database.run(
        "INSERT INTO choice_delays (workspace, quarter, source, at_most, choices)"
        " SELECT ?1, at / ?4 * ?4 AS start, source, CASE WHEN took < 20 THEN 20 WHEN took < 50 THEN 50"
        " WHEN took < 100 THEN 100 WHEN took < 200 THEN 200 WHEN took < 500 THEN 500 WHEN took < 1000 THEN 1000"
        " WHEN took < 2000 THEN 2000 WHEN took < 5000 THEN 5000 WHEN took < 10000 THEN 10000"
        " WHEN took < 30000 THEN 30000 WHEN took < 60000 THEN 60000 WHEN took < 300000 THEN 300000"
        " WHEN took < 900000 THEN 900000 WHEN took < 3600000 THEN 3600000 WHEN took < 21600000 THEN 21600000"
        " WHEN took < 86400000 THEN 86400000 WHEN took < 604800000 THEN 604800000 ELSE 2592000000 END AS most, count(*)"
        " FROM (SELECT at, source, max(0, at - asked_at) AS took FROM changes"
        " WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3 AND type = 'preference' AND asked_at IS NOT NULL)"
        " GROUP BY start, source, most ON CONFLICT DO UPDATE SET choices = choices + excluded.choices",
        {workspace, after, to, quarter}));
}

/// A button and a link name their message; any other way out counts for the last message of the category that reached
/// the person.
Result<> StatCounter::countOptOuts(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(
        m_database.run(joinedSql<"INSERT INTO notification_opt_outs (workspace, notification, opted_out, by_button)"
                                 " SELECT ?1, cause, count(*), sum(pressed) FROM (SELECT ",
                                 choicesql::cause, " FROM changes AS c WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3",
                                 choicesql::isOwnOptOut,
                                 ") WHERE cause IN (SELECT id FROM notifications WHERE workspace = ?1) GROUP BY cause"
                                 " ON CONFLICT DO UPDATE SET opted_out = opted_out + excluded.opted_out,"
                                 " by_button = by_button + excluded.by_button">,
                       {workspace, after, to, echo}));
}

Result<> StatCounter::uncountOptOuts(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(
        m_database.run(joinedSql<"INSERT INTO notification_opt_outs (workspace, notification, opted_out, by_button)"
                                 " SELECT ?1, cause, -count(*), -sum(pressed) FROM (SELECT ",
                                 choicesql::cause, " FROM (SELECT c.at AS taken_back, ", choicesql::madeBy,
                                 " AS made FROM changes AS c WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3"
                                 " AND type = 'preference'",
                                 choicesql::leavesOut,
                                 ") JOIN changes AS c ON c.workspace = ?1 AND c.seq = made WHERE c.at >= taken_back - ",
                                 choicesql::slip, choicesql::isOwnOptOut,
                                 ") WHERE cause IN (SELECT id FROM notifications WHERE workspace = ?1) GROUP BY cause"
                                 " ON CONFLICT DO UPDATE SET opted_out = opted_out + excluded.opted_out,"
                                 " by_button = by_button + excluded.by_button">,
                       {workspace, after, to, echo}));
}

/// Whoever was underway when it was cancelled still moves on: then it is not over yet.
Result<qint64> StatCounter::settle(const WorkspaceId& workspace, int most)
{
    return m_database.run(
        "INSERT INTO notification_outcomes (workspace, notification, sent, skipped, failed, uncertain)"
        " SELECT ?1, n.id, sum(r.outcome = 'sent'), sum(r.outcome = 'skipped'), sum(r.outcome = 'failed'),"
        " sum(r.outcome = 'uncertain') FROM (SELECT id FROM notifications AS m WHERE workspace = ?1"
        " AND finished_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notification_outcomes AS o"
        " WHERE o.workspace = ?1 AND o.notification = m.id) LIMIT ?2) AS n"
        " JOIN notification_recipients AS r ON r.workspace = ?1 AND r.notification = n.id"
        " GROUP BY n.id HAVING sum(r.outcome IN ('queued', 'underway')) = 0",
        {workspace, most});
}

}  // namespace refrain::store
