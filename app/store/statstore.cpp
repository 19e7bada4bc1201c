#include "store/statstore.h"

#include "store/changestore.h"

namespace refrain::store {

/// The feed has no index by time, but numbers grow with it: found by halving.
Result<qint64> StatStore::firstSeqFrom(const WorkspaceId& workspace, Millis time)
{
    struct Found {
        qint64 seq;
        Millis at;
    };
    const Result<qint64> last = ChangeStore(m_database).lastSeq(workspace);
    if (!last)
        return last;
    qint64 low = 1;
    qint64 high = *last + 1;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const auto found =
            m_database.first("SELECT seq, at FROM changes WHERE workspace = ? AND seq >= ? ORDER BY seq LIMIT 1",
                             {workspace, middle}, [](const Row& row) {
                                 return Found{row.integer(0), row.integer(1)};
                             });
        if (!found)
            return found.error();
        if (!*found || (*found)->at >= time)
            high = middle;
        else
            low = (*found)->seq + 1;
    }
    return low;
}

Result<std::vector<StatPoint>> StatStore::choices(const WorkspaceId& workspace, const StatRange& range)
{
    const Result<qint64> first = firstSeqFrom(workspace, range.from);
    const Result<qint64> end = firstSeqFrom(workspace, range.to);
    if (!first || !end)
        return !first ? first.error() : end.error();
    return m_database.all(
        "SELECT (at - ?3) / ?4 * ?4 + ?3 AS start, category, sum(new = 'opted_out' AND old <> 'opted_out'),"
        " sum(new = 'opted_in' AND old <> 'opted_in'), sum(new = 'default' AND old <> 'default'),"
        " sum(pause IS NOT NULL AND pause IS NOT pauseBefore) FROM (SELECT at, category,"
        " json_extract(after_json, '$.state') AS new, coalesce(json_extract(before_json, '$.state'), 'default') AS old,"
        " json_extract(after_json, '$.snoozedUntil') AS pause,"
        " json_extract(before_json, '$.snoozedUntil') AS pauseBefore"
        " FROM changes WHERE workspace = ?1 AND seq >= ?5 AND seq < ?6 AND type = 'preference'"
        " AND (?2 = '' OR category = ?2)) GROUP BY start, category ORDER BY start, category",
        {workspace, range.category, range.origin, range.step, *first, *end}, [](const Row& row) {
            StatPoint point;
            point.at = row.integer(0);
            point.category = row.id<CategorySlug>(1);
            point.optedOut = row.integer(2);
            point.optedIn = row.integer(3);
            point.backToDefault = row.integer(4);
            point.snoozed = row.integer(5);
            return point;
        });
}

Result<std::vector<StatPoint>> StatStore::messages(const WorkspaceId& workspace, const StatRange& range)
{
    return m_database.all(
        "SELECT (n.created_at - ?3) / ?4 * ?4 + ?3 AS start, n.category, sum(r.outcome = 'sent'),"
        " sum(r.outcome = 'skipped'), sum(r.outcome = 'failed'), sum(r.outcome = 'uncertain') FROM notifications AS n"
        " JOIN notification_recipients AS r ON r.workspace = n.workspace AND r.notification = n.id"
        " WHERE n.workspace = ?1 AND n.created_at >= ?5 AND n.created_at < ?6 AND (?2 = '' OR n.category = ?2)"
        " GROUP BY start, n.category ORDER BY start, n.category",
        {workspace, range.category, range.origin, range.step, range.from, range.to}, [](const Row& row) {
            StatPoint point;
            point.at = row.integer(0);
            point.category = row.id<CategorySlug>(1);
            point.sent = row.integer(2);
            point.skipped = row.integer(3);
            point.failed = row.integer(4);
            point.uncertain = row.integer(5);
            return point;
        });
}

}  // namespace refrain::store
