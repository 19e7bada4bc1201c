#include "store/importstore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::store {

namespace {

constexpr SqlPiece selectImports(
    "SELECT id, name, state, source, actor_kind, actor_id, actor_name, started_at, finished_at, total, checked_seq,"
    " tell, received, changed, unchanged, refused, waiting, broken, arrived, undone, kept FROM imports");
constexpr SqlPiece selectWaiting("SELECT subject, import, line, wish FROM import_waiting");

Import read(const Row& row)
{
    Import import;
    import.id = row.text(0);
    import.name = row.text(1);
    import.state = importStateFromString(row.text(2)).value_or(ImportState::Done);
    import.source = sourceFromString(row.text(3)).value_or(Source::Api);
    import.actor = {actorKindFromString(row.text(4)).value_or(ActorKind::System), row.text(5), row.text(6)};
    import.startedAt = row.integer(7);
    import.finishedAt = row.maybeInteger(8);
    import.total = row.maybeInteger(9);
    import.checkedSeq = row.maybeInteger(10);
    import.tell = row.flag(11);
    import.received = row.integer(12);
    import.counts = {row.integer(13), row.integer(14), row.integer(15), row.integer(16), row.integer(17)};
    import.arrived = row.integer(18);
    import.undone = row.integer(19);
    import.kept = row.integer(20);
    return import;
}

WaitingRow readWaiting(const Row& row)
{
    return {row.text(0), row.text(1), row.integer(2), row.bytes(3)};
}

Result<> done(const Result<qint64>& result)
{
    return result ? Result<>() : Result<>(result.error());
}

}  // namespace

Result<> ImportStore::put(const WorkspaceId& workspace, const Import& import)
{
    const ImportCounts& counts = import.counts;
    return done(m_database.run(
        "INSERT INTO imports (workspace, id, name, state, source, actor_kind, actor_id, actor_name, started_at,"
        " finished_at, total, checked_seq, tell, received, changed, unchanged, refused, waiting, broken, arrived,"
        " undone, kept, undo_source, undo_kind, undo_id, undo_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '')"
        " ON CONFLICT (workspace, id) DO UPDATE SET state = excluded.state, finished_at = excluded.finished_at,"
        " received = excluded.received, changed = excluded.changed, unchanged = excluded.unchanged,"
        " refused = excluded.refused, waiting = excluded.waiting, broken = excluded.broken,"
        " arrived = excluded.arrived, undone = excluded.undone, kept = excluded.kept",
        {workspace,
         import.id,
         import.name,
         toString(import.state),
         toString(import.source),
         toString(import.actor.kind),
         import.actor.id,
         import.actor.name,
         import.startedAt,
         import.finishedAt,
         import.total,
         import.checkedSeq,
         import.tell,
         import.received,
         counts.changed,
         counts.unchanged,
         counts.refused,
         counts.waiting,
         counts.broken,
         import.arrived,
         import.undone,
         import.kept}));
}

Result<std::optional<Import>> ImportStore::find(const ImportKey& key)
{
    return m_database.first(joinedSql<selectImports, " WHERE workspace = ? AND id = ?">, {key.workspace, key.id}, read);
}

Result<std::vector<Import>> ImportStore::page(const WorkspaceId& workspace, const Position& after, int limit)
{
    return m_database.all(joinedSql<selectImports,
                                    " WHERE workspace = ? AND (? = 0 OR (started_at, id) < (?, ?))"
                                    " ORDER BY started_at DESC, id DESC LIMIT ?">,
                          {workspace, after.startedAt, after.startedAt, after.id, limit}, read);
}

Result<std::optional<Import>> ImportStore::ofChange(const WorkspaceId& workspace, qint64 seq)
{
    return m_database.first(joinedSql<selectImports,
                                      " WHERE workspace = ?1 AND id = (SELECT import FROM import_parts"
                                      " WHERE workspace = ?1 AND first_seq = (SELECT max(first_seq) FROM import_parts"
                                      " WHERE workspace = ?1 AND first_seq <= ?2) AND last_seq >= ?2)">,
                            {workspace, seq}, read);
}

Result<std::vector<ImportKey>> ImportStore::inState(ImportState state)
{
    return m_database.all("SELECT workspace, id FROM imports WHERE state = ?", {toString(state)}, [](const Row& row) {
        return ImportKey{row.id<WorkspaceId>(0), row.text(1)};
    });
}

Result<> ImportStore::addPart(const ImportKey& key, const ImportPart& part)
{
    return done(m_database.run("INSERT INTO import_parts (workspace, first_seq, last_seq, import) VALUES (?, ?, ?, ?)",
                               {key.workspace, part.firstSeq, part.lastSeq, key.id}));
}

Result<std::optional<ImportPart>> ImportStore::lastPart(const ImportKey& key, qint64 before)
{
    return m_database.first(
        "SELECT first_seq, min(last_seq, ? - 1) FROM import_parts WHERE workspace = ? AND import = ? AND first_seq < ?"
        " ORDER BY first_seq DESC LIMIT 1",
        {before, key.workspace, key.id, before}, [](const Row& row) {
            return ImportPart{row.integer(0), row.integer(1)};
        });
}

Result<> ImportStore::addWaiting(const WorkspaceId& workspace, const WaitingRow& row)
{
    return done(m_database.run(
        "INSERT OR REPLACE INTO import_waiting (workspace, subject, import, line, wish) VALUES (?, ?, ?, ?, ?)",
        {workspace, row.subject, row.import, row.line, Value::utf8(row.wish)}));
}

Result<bool> ImportStore::anyWaiting(const WorkspaceId& workspace)
{
    const Result<qint64> any =
        m_database.number("SELECT EXISTS (SELECT 1 FROM import_waiting WHERE workspace = ?)", {workspace});
    if (!any)
        return any.error();
    return *any == 1;
}

Result<std::vector<WaitingRow>> ImportStore::waitingFor(const WorkspaceId& workspace, const QStringList& subjects)
{
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(subjects)).toJson(QJsonDocument::Compact);
    return m_database.all(joinedSql<selectWaiting,
                                    " WHERE workspace = ? AND subject IN (SELECT value FROM json_each(?))"
                                    " ORDER BY import, line">,
                          {workspace, QString::fromUtf8(list)}, readWaiting);
}

Result<std::vector<WaitingRow>> ImportStore::waitingOf(const ImportKey& key, qint64 afterLine, int limit)
{
    return m_database.all(
        joinedSql<selectWaiting, " WHERE workspace = ? AND import = ? AND line > ? ORDER BY line LIMIT ?">,
        {key.workspace, key.id, afterLine, limit}, readWaiting);
}

Result<> ImportStore::removeWaiting(const WorkspaceId& workspace, const WaitingRow& row)
{
    return done(
        m_database.run("DELETE FROM import_waiting WHERE workspace = ? AND subject = ? AND import = ? AND line = ?",
                       {workspace, row.subject, row.import, row.line}));
}

Result<qint64> ImportStore::removeWaitingOf(const ImportKey& key)
{
    return m_database.run("DELETE FROM import_waiting WHERE workspace = ? AND import = ?", {key.workspace, key.id});
}

Result<> ImportStore::addLeft(const ImportKey& key, const LeftRow& row)
{
    return done(m_database.run(
        "INSERT OR REPLACE INTO import_left (workspace, import, line, outcome, subject, category, code, detail)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {key.workspace, key.id, row.line, row.outcome, row.subject, row.category, row.code, row.detail}));
}

Result<std::vector<LeftRow>> ImportStore::leftOf(const ImportKey& key, qint64 afterLine, int limit)
{
    return m_database.all(
        "SELECT line, outcome, subject, category, code, detail FROM import_left"
        " WHERE workspace = ? AND import = ? AND line > ? ORDER BY line LIMIT ?",
        {key.workspace, key.id, afterLine, limit}, [](const Row& row) {
            return LeftRow{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
        });
}

Result<> ImportStore::forgetLeft(const WorkspaceId& workspace, const QStringList& subjects)
{
    for (const QString& subject : subjects) {
        const Result<qint64> gone = m_database.run(
            "DELETE FROM import_left WHERE workspace = ? AND subject <> '' AND subject = ?", {workspace, subject});
        if (!gone)
            return gone.error();
    }
    return {};
}

Result<std::optional<ImportUndo>> ImportStore::undo(const ImportKey& key)
{
    return m_database.first(
        "SELECT undo_before, undo_source, undo_kind, undo_id, undo_name FROM imports WHERE workspace = ? AND id = ?"
        " AND undo_before IS NOT NULL",
        {key.workspace, key.id}, [](const Row& row) {
            return ImportUndo{
                row.integer(0), sourceFromString(row.text(1)).value_or(Source::Api),
                Actor{actorKindFromString(row.text(2)).value_or(ActorKind::System), row.text(3), row.text(4)}};
        });
}

Result<> ImportStore::putUndo(const ImportKey& key, const ImportUndo& undo)
{
    return done(
        m_database.run("UPDATE imports SET undo_before = ?, undo_source = ?, undo_kind = ?, undo_id = ?, undo_name = ?"
                       " WHERE workspace = ? AND id = ?",
                       {undo.before, toString(undo.source), toString(undo.actor.kind), undo.actor.id, undo.actor.name,
                        key.workspace, key.id}));
}

}  // namespace refrain::store
