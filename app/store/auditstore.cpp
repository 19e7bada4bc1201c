#include "store/auditstore.h"

#include "store/choicesql.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace refrain::store {

namespace {

constexpr Millis slack = 24LL * 3600 * 1000;
constexpr Millis farFuture = std::numeric_limits<Millis>::max() / 2;

std::vector<Opening> openingsFrom(const QByteArray& text)
{
    std::vector<Opening> openings;
    const QJsonArray all = QJsonDocument::fromJson(text).array();
    for (const QJsonValue& value : all) {
        const QJsonArray one = value.toArray();
        openings.push_back(
            {one.at(0).toString(), one.at(1).toString(), QByteArray::fromBase64(one.at(2).toString().toLatin1())});
    }
    return openings;
}

StoredEntry read(const Row& row)
{
    return {row.integer(0), row.bytes(1), openingsFrom(row.bytes(2))};
}

/// Whose entries are asked for, as a JSON array; empty: anybody's.
QString jsonOf(const QStringList& texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QString actorsIn(const AuditQuery& query)
{
    if (!query.actors && query.actor.isEmpty())
        return {};
    const QStringList ids = query.actors.value_or(QStringList{query.actor});
    return jsonOf(ids);
}

/// The statements of AuditStore::page() for one order.
struct Listing {
    Sql any;
    Sql ofActor;
    Sql ofActors;
    Sql ofSubject;
};

using choicesql::isCounted;
using choicesql::isWayBack;
constexpr SqlPiece columns("SELECT idx, leaf, openings FROM ");
constexpr SqlPiece entries("audit_entries LEFT JOIN audit_openings");
// One person's entries are few and found by index, while all entries are many: hence the order of the joins.
constexpr SqlPiece openings("audit_openings CROSS JOIN audit_entries");
constexpr SqlPiece between(" USING (workspace, idx) WHERE workspace = ? AND idx > ? AND idx < ?");
constexpr SqlPiece filter(
    " AND (? = '' OR category IN (SELECT value FROM json_each(?))) AND (? = '' OR source = ?) AND at >= ? AND at < ?");
constexpr SqlPiece ofActor(" AND actor = ? AND actor <> ''");
constexpr SqlPiece ofActors(" AND actor IN (SELECT value FROM json_each(?)) AND actor <> ''");
constexpr SqlPiece ofSubject(
    " AND subject = ? AND subject <> ''"
    " AND (? = '' OR actor IN (SELECT value FROM json_each(?)))");
constexpr SqlPiece counted(" ))");
constexpr SqlPiece ascending(" ORDER BY idx ASC LIMIT ?");
constexpr SqlPiece descending(" ORDER BY idx DESC LIMIT ?");

constexpr Listing oldestFirst{
    joinedSql<columns, entries, between, filter, isCounted, isWayBack, counted, ascending>,
    joinedSql<columns, openings, between, filter, isCounted, isWayBack, counted, ofActor, ascending>,
    joinedSql<columns, openings, between, filter, isCounted, isWayBack, counted, ofActors, ascending>,
    joinedSql<columns, openings, between, filter, isCounted, isWayBack, counted, ofSubject, ascending>};
constexpr Listing newestFirst{
    joinedSql<columns, entries, between, filter, isCounted, isWayBack, counted, descending>,
    joinedSql<columns, openings, between, filter, isCounted, isWayBack, counted, ofActor, descending>,
    joinedSql<columns, openings, between, filter, isCounted, isWayBack, counted, ofActors, descending>,
    joinedSql<columns, openings, between, filter, isCounted, isWayBack, counted, ofSubject, descending>};

}  // namespace

Result<TreeHash> StoredTree::hash(int level, qint64 index) const
{
    const auto found = m_database.first("SELECT hash FROM audit_nodes WHERE workspace = ? AND level = ? AND idx = ?",
                                        {m_workspace, level, index}, [](const Row& row) { return row.bytes(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error::corrupt(QStringLiteral("The audit log lacks a hash of its tree. Restore the database from a "
                                             "backup."),
                              QStringLiteral("%1 level %2 index %3").arg(m_workspace.toString()).arg(level).arg(index));
    return **found;
}

Result<qint64> AuditStore::size(const WorkspaceId& workspace)
{
    return m_database.number("SELECT audit_size FROM workspaces WHERE workspace = ?", {workspace});
}

Result<std::optional<StoredEntry>> AuditStore::entry(const WorkspaceId& workspace, qint64 index)
{
    return m_database.first(
        "SELECT idx, leaf, openings FROM audit_entries LEFT JOIN audit_openings"
        " USING (workspace, idx) WHERE workspace = ? AND idx = ?",
        {workspace, index}, read);
}

Result<qint64> AuditStore::firstIndexFrom(const WorkspaceId& workspace, Millis time)
{
    const Result<qint64> all = size(workspace);
    if (!all)
        return all;
    qint64 low = 0;
    qint64 high = *all;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const Result<qint64> at =
            m_database.number("SELECT at FROM audit_entries WHERE workspace = ? AND idx = ?", {workspace, middle});
        if (!at)
            return at;
        if (*at >= time)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

Result<std::vector<StoredEntry>> AuditStore::page(const WorkspaceId& workspace, const AuditQuery& query)
{
    const Listing& listing = query.newestFirst ? newestFirst : oldestFirst;
    // Numbers grow with the time: a day of last year is found without looking at all that came since.
    const Result<qint64> first = query.from ? firstIndexFrom(workspace, *query.from - slack) : Result<qint64>(0);
    const Result<qint64> end = query.to ? firstIndexFrom(workspace, std::min(*query.to, farFuture) + slack)
                                        : Result<qint64>(std::numeric_limits<qint64>::max());
    if (!first || !end)
        return !first ? first.error() : end.error();
    qint64 low = *first - 1;
    qint64 high = *end;
    if (query.after >= 0)
        (query.newestFirst ? high : low) = query.newestFirst ? std::min(high, query.after) : std::max(low, query.after);
    const QString source = query.source ? toString(*query.source) : QString();
    const QString categories = query.categories.isEmpty() ? QString() : jsonOf(query.categories);
    Values values{workspace,
                  low,
                  high,
                  categories,
                  categories,
                  source,
                  source,
                  query.from.value_or(0),
                  query.to.value_or(std::numeric_limits<Millis>::max())};
    const QString became = query.became ? toString(*query.became) : QString();
    values.insert(values.end(), {became, became, became});
    const QString actors = actorsIn(query);
    if (query.subject.isEmpty() && actors.isEmpty()) {
        values.emplace_back(query.limit);
        return m_database.all(listing.any, values, read);
    }
    if (query.subject.isEmpty() && !query.actors) {
        values.insert(values.end(), {query.actor, query.limit});
        return m_database.all(listing.ofActor, values, read);
    }
    if (query.subject.isEmpty()) {
        values.insert(values.end(), {actors, query.limit});
        return m_database.all(listing.ofActors, values, read);
    }
    values.insert(values.end(), {query.subject, actors, actors, query.limit});
    return m_database.all(listing.ofSubject, values, read);
}

Result<qint64> AuditStore::eraseOpenings(const WorkspaceId& workspace, const SubjectId& subject)
{
    return m_database.run(
        "UPDATE audit_openings SET subject = '', actor = '', openings = '[]' WHERE workspace = ? AND subject = ?"
        " AND subject <> '' AND NOT EXISTS (SELECT 1 FROM audit_entries AS e WHERE e.workspace = "
        "audit_openings.workspace"
        " AND e.idx = audit_openings.idx AND e.type = ?)",
        {workspace, subject, QString(erasureEntry)});
}

Result<QByteArray> AuditStore::checkpoint(const WorkspaceId& workspace, qint64 size)
{
    const auto found = m_database.first("SELECT note FROM checkpoints WHERE workspace = ? AND size = ?",
                                        {workspace, size}, [](const Row& row) { return row.text(0).toUtf8(); });
    if (!found)
        return found.error();
    return found->value_or(QByteArray());
}

Result<> AuditStore::keepCheckpoint(const WorkspaceId& workspace, qint64 size, const QByteArray& note, Millis at)
{
    const Result<qint64> done =
        m_database.run("INSERT OR IGNORE INTO checkpoints (workspace, size, note, at) VALUES (?, ?, ?, ?)",
                       {workspace, size, QString::fromUtf8(note), at});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
