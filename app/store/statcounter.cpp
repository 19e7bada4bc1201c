#include "store/statcounter.h"

#include "store/changestore.h"

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
    for (const auto step : {&StatCounter::countChoices, &StatCounter::countDelays, &StatCounter::countOptOuts}) {
        if (Result<> counted = (this->*step)(workspace, *before, to); !counted)
            return counted.error();
    }
    const Result<qint64> kept = m_database.run(
        "INSERT INTO stat_progress (workspace, seq) VALUES (?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq",
        {workspace, to});
    return kept ? Result<qint64>(to) : kept;
}

/// What a change left as it was does not count.
Result<> StatCounter::countChoices(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(m_database.run(
        "INSERT INTO choice_counts (workspace, quarter, category, source, opted_out, opted_in, back_to_default, "
        "snoozed)"
        " SELECT ?1, start, category, source, sum(new = 'opted_out' AND old <> 'opted_out') AS o,"
        " sum(new = 'opted_in' AND old <> 'opted_in') AS i, sum(new = 'default' AND old <> 'default') AS d,"
        " sum(pause IS NOT NULL AND pause IS NOT pauseBefore) AS s FROM (SELECT at / ?4 * ?4 AS start, category, "
        "source,"
        " json_extract(after_json, '$.state') AS new, coalesce(json_extract(before_json, '$.state'), 'default') AS old,"
        " json_extract(after_json, '$.snoozedUntil') AS pause,"
        " json_extract(before_json, '$.snoozedUntil') AS pauseBefore"
        " FROM changes WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3 AND type = 'preference')"
        " GROUP BY start, category, source HAVING o + i + d + s > 0"
        " ON CONFLICT DO UPDATE SET opted_out = opted_out + excluded.opted_out, opted_in = opted_in + "
        "excluded.opted_in,"
        " back_to_default = back_to_default + excluded.back_to_default, snoozed = snoozed + excluded.snoozed",
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

/// A button names its message; any other way out counts for the last message of the category that reached the person.
Result<> StatCounter::countOptOuts(const WorkspaceId& workspace, qint64 after, qint64 to)
{
    return done(m_database.run(
        "INSERT INTO notification_opt_outs (workspace, notification, opted_out, by_button)"
        " SELECT ?1, cause, count(*), sum(pressed) FROM (SELECT"
        " source = 'message_button' AND instr(reason, ', notification ') > 0 AS pressed,"
        " CASE WHEN source = 'message_button' AND instr(reason, ', notification ') > 0"
        " THEN substr(reason, instr(reason, ', notification ') + length(', notification '))"
        " ELSE (SELECT r.notification FROM notification_recipients AS r INDEXED BY notification_recipients_by_subject"
        " JOIN notifications AS n ON n.workspace = r.workspace AND n.id = r.notification"
        " WHERE r.workspace = ?1 AND r.subject = c.subject AND r.at <= c.at AND r.at > c.at - ?4 AND r.outcome = 'sent'"
        " AND (n.category = c.category OR c.category = '*') ORDER BY r.at DESC LIMIT 1) END AS cause"
        " FROM changes AS c WHERE workspace = ?1 AND seq > ?2 AND seq <= ?3 AND type = 'preference'"
        " AND json_extract(after_json, '$.state') = 'opted_out'"
        " AND coalesce(json_extract(before_json, '$.state'), 'default') <> 'opted_out'"
        " AND (source NOT IN ('console', 'api', 'import', 'connector', 'policy')"
        " OR json_extract(after_json, '$.requestedBy') IN ('person', 'legal'))"
        " AND NOT EXISTS (SELECT 1 FROM changes AS e INDEXED BY changes_by_subject WHERE e.workspace = ?1"
        " AND e.subject = c.subject AND e.category = c.category AND e.seq < c.seq AND e.at > c.at - ?4"
        " AND json_extract(e.after_json, '$.state') = 'opted_out'"
        " AND coalesce(json_extract(e.before_json, '$.state'), 'default') <> 'opted_out'))"
        " WHERE cause IN (SELECT id FROM notifications WHERE workspace = ?1) GROUP BY cause"
        " ON CONFLICT DO UPDATE SET opted_out = opted_out + excluded.opted_out, by_button = by_button + "
        "excluded.by_button",
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
