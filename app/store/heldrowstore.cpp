#include "store/heldrowstore.h"

namespace refrain::store {

namespace {

Result<> done(const Result<qint64>& result)
{
    return result ? Result<>() : Result<>(result.error());
}

}  // namespace

Result<> HeldRowStore::add(const ImportKey& key, const HeldPart& part)
{
    return done(m_database.run(
        "INSERT INTO import_held (workspace, import, first_row, rows, people, tally) VALUES (?, ?, ?, ?, ?, ?)",
        {key.workspace, key.id, part.from, qCompress(part.rows), part.people.join(u'\n'), Value::utf8(part.tally)}));
}

Result<std::optional<HeldPart>> HeldRowStore::first(const ImportKey& key)
{
    return m_database.first(
        "SELECT first_row, rows FROM import_held WHERE workspace = ? AND import = ? ORDER BY first_row LIMIT 1",
        {key.workspace, key.id}, [](const Row& row) {
            return HeldPart{row.integer(0), qUncompress(row.bytes(1)), {}, {}};
        });
}

Result<bool> HeldRowStore::any(const ImportKey& key)
{
    const Result<qint64> any = m_database.number(
        "SELECT EXISTS (SELECT 1 FROM import_held WHERE workspace = ? AND import = ?)", {key.workspace, key.id});
    return any ? Result<bool>(*any == 1) : any.error();
}

Result<std::vector<HeldPart>> HeldRowStore::tallies(const ImportKey& key)
{
    return m_database.all(
        "SELECT first_row, people, tally FROM import_held WHERE workspace = ? AND import = ? ORDER BY first_row",
        {key.workspace, key.id}, [](const Row& row) {
            return HeldPart{row.integer(0), {}, row.text(1).split(u'\n', Qt::SkipEmptyParts), row.text(2).toUtf8()};
        });
}

Result<> HeldRowStore::remove(const ImportKey& key, qint64 from)
{
    return done(m_database.run("DELETE FROM import_held WHERE workspace = ? AND import = ? AND first_row = ?",
                               {key.workspace, key.id, from}));
}

Result<> HeldRowStore::removeAll(const ImportKey& key)
{
    return done(m_database.run("DELETE FROM import_held WHERE workspace = ? AND import = ?", {key.workspace, key.id}));
}

}  // namespace refrain::store
