#include "console/engine/cachestore.h"

#include "base/log.h"
#include "console/engine/cacherows.h"
#include "store/migrator.h"
#include "store/transaction.h"

#include <QFile>
#include <QJsonDocument>

namespace refrain::console {

using store::Row;
using store::Values;

namespace {

Result<std::unique_ptr<store::Database>> openAndMigrate(const QString& path)
{
    auto database = store::Database::open({path, store::Durability::Crash});
    if (!database)
        return database;
    if (const auto done = store::Migrator(QStringLiteral(":/migrations/cache")).migrate(**database); !done)
        return done.error();
    return database;
}

}  // namespace

Result<std::unique_ptr<CacheStore>> CacheStore::open(const QString& path)
{
    auto database = openAndMigrate(path);
    if (!database) {
        qCWarning(log::console) << "the cache is made anew:" << database.error().toString();
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(suffix));
        database = openAndMigrate(path);
    }
    if (!database)
        return database.error();
    return std::unique_ptr<CacheStore>(new CacheStore(std::move(database).value()));
}

Result<QString> CacheStore::meta(const QString& key)
{
    const auto found =
        m_database->first("SELECT value FROM meta WHERE key = ?", {key}, [](const Row& row) { return row.text(0); });
    if (!found)
        return found.error();
    return found->value_or(QString());
}

Result<> CacheStore::setMeta(const QString& key, const QString& value)
{
    const auto done = m_database->run(
        "INSERT INTO meta (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        {key, value});
    return done ? Result<>() : done.error();
}

Result<std::vector<Category>> CacheStore::categories()
{
    return m_database->all("SELECT record FROM categories", {},
                           [](const Row& row) { return categoryFromRecord(row.text(0)); });
}

Result<> CacheStore::setCategories(const std::vector<Category>& categories)
{
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    if (const auto done = m_database->run("DELETE FROM categories"); !done)
        return done.error();
    for (const Category& category : categories) {
        if (Result<> done = upsertCategory(category); !done)
            return done;
    }
    return transaction->commit();
}

Result<> CacheStore::upsertCategory(const Category& category)
{
    const auto done = m_database->run(
        "INSERT INTO categories (slug, record) VALUES (?, ?) "
        "ON CONFLICT (slug) DO UPDATE SET record = excluded.record",
        {category.slug, recordOf(category)});
    return done ? Result<>() : done.error();
}

Result<> CacheStore::upsert(const Subject& subject, qint64 sweep)
{
    const auto done = m_database->run(
        "INSERT INTO subjects (id, kind, name, display_name, email, title, tz, locale, topic, role, flags, person, "
        "former_names, updated_at, sweep) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, "
        "display_name = excluded.display_name, email = excluded.email, title = excluded.title, tz = excluded.tz, "
        "locale = excluded.locale, topic = excluded.topic, role = excluded.role, flags = excluded.flags, "
        "person = excluded.person, former_names = excluded.former_names, updated_at = excluded.updated_at, "
        "sweep = max(sweep, excluded.sweep)",
        valuesOf(subject, sweep));
    return done ? Result<>() : done.error();
}

Result<bool> CacheStore::upsert(const Preference& preference, qint64 sweep)
{
    // The sweep's number moves with an older version too: the row was seen.
    const auto seen = m_database->run("UPDATE preferences SET sweep = max(sweep, ?) WHERE subject = ? AND category = ?",
                                      {sweep, preference.subject, preference.category});
    if (!seen)
        return seen.error();
    const auto changed = m_database->run(
        "INSERT INTO preferences (subject, category, state, snoozed_until, version, source, actor_kind, actor_id, "
        "actor_name, requested_by, reason, ticket, at, sweep) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (subject, category) DO UPDATE SET state = excluded.state, "
        "snoozed_until = excluded.snoozed_until, version = excluded.version, source = excluded.source, "
        "actor_kind = excluded.actor_kind, actor_id = excluded.actor_id, actor_name = excluded.actor_name, "
        "requested_by = excluded.requested_by, reason = excluded.reason, ticket = excluded.ticket, at = excluded.at "
        "WHERE excluded.version > version",
        valuesOf(preference, sweep));
    if (!changed)
        return changed.error();
    return *changed > 0;
}

Result<> CacheStore::removeSubject(const SubjectId& subject)
{
    if (const auto done = m_database->run("DELETE FROM preferences WHERE subject = ?", {subject}); !done)
        return done.error();
    const auto done = m_database->run("DELETE FROM subjects WHERE id = ?", {subject});
    return done ? Result<>() : done.error();
}

Result<qint64> CacheStore::sweepOut(qint64 sweep)
{
    const auto preferences = m_database->run("DELETE FROM preferences WHERE sweep < ?", {sweep});
    if (!preferences)
        return preferences;
    const auto subjects = m_database->run("DELETE FROM subjects WHERE sweep < ?", {sweep});
    if (!subjects)
        return subjects;
    return *subjects + *preferences;
}

Result<> CacheStore::eachSubjectRow(const std::function<void(const Row&)>& take)
{
    return m_database->each(
        "SELECT id, kind, name, display_name, email, title, tz, locale, topic, role, flags, person, former_names, "
        "updated_at FROM subjects ORDER BY id",
        {}, take);
}

Result<> CacheStore::eachChoiceRow(const QByteArray& first, const QByteArray& last,
                                   const std::function<void(const Row&)>& take)
{
    return m_database->each(
        "SELECT subject, category, state, snoozed_until, version, at, source, actor_kind, actor_id = subject "
        "FROM preferences WHERE subject >= ? AND subject <= ? ORDER BY subject, category",
        {store::Value::utf8(first), store::Value::utf8(last)}, take);
}

Result<> CacheStore::eachSubject(const std::function<void(const Subject&)>& take)
{
    return m_database->each(
        "SELECT id, kind, name, display_name, email, title, tz, locale, topic, role, flags, person, former_names, "
        "updated_at FROM subjects",
        {}, [&](const Row& row) { take(subjectOf(row)); });
}

Result<> CacheStore::eachPreference(const std::function<void(const Preference&)>& take)
{
    return m_database->each(
        "SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name, "
        "requested_by, reason, ticket, at FROM preferences",
        {}, [&](const Row& row) { take(preferenceOf(row)); });
}

Result<std::optional<Subject>> CacheStore::subject(const SubjectId& id)
{
    return m_database->first(
        "SELECT id, kind, name, display_name, email, title, tz, locale, topic, role, flags, person, former_names, "
        "updated_at FROM subjects WHERE id = ?",
        {id}, subjectOf);
}

Result<std::vector<Preference>> CacheStore::preferences(const SubjectId& subject)
{
    return m_database->all(
        "SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name, "
        "requested_by, reason, ticket, at FROM preferences WHERE subject = ?",
        {subject}, preferenceOf);
}

Result<std::vector<Subject>> CacheStore::linked(const PersonId& person)
{
    return m_database->all(
        "SELECT id, kind, name, display_name, email, title, tz, locale, topic, role, flags, person, former_names, "
        "updated_at FROM subjects WHERE person = ? AND person <> ''",
        {person}, subjectOf);
}

Result<> CacheStore::writeJournal(const Exchange& exchange)
{
    const auto done = m_database->run(
        "INSERT INTO journal (what, result, started_at, finished_at, outcome, counts, error) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        {exchange.what, exchange.result, exchange.startedAt, exchange.finishedAt, static_cast<int>(exchange.outcome),
         recordOf(exchange.counts), exchange.error});
    if (!done)
        return done.error();
    const auto trimmed = m_database->run("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - 1000");
    return trimmed ? Result<>() : trimmed.error();
}

Result<std::vector<Exchange>> CacheStore::journal()
{
    return m_database->all(
        "SELECT id, what, result, started_at, finished_at, outcome, counts, error FROM journal ORDER BY id DESC", {},
        [](const Row& row) {
            Exchange exchange;
            exchange.id = QStringLiteral("console-%1").arg(row.integer(0));
            exchange.what = row.text(1);
            exchange.result = row.text(2);
            exchange.startedAt = row.integer(3);
            exchange.finishedAt = row.maybeInteger(4);
            exchange.outcome = static_cast<SyncOutcome>(row.integer(5));
            exchange.counts = countsFromRecord(row.text(6));
            exchange.error = row.text(7);
            return exchange;
        });
}

}  // namespace refrain::console
