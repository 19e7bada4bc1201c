#include "store/database.h"

#include "base/log.h"
#include "store/sqlerror.h"

#include <QFile>

#include <sqlite3.h>
#include <utility>

namespace refrain::store {

namespace {

// What stands in a database is personal data: the file is its owner's alone from the first byte on.
void createPrivately(const QString& path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

}  // namespace

Database::Database(Options options) : m_options(std::move(options)), m_thread(std::this_thread::get_id()) {}

Database::~Database() = default;

void Database::Closer::operator()(sqlite3* connection) const
{
    sqlite3_close(connection);
}

void Database::Closer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Result<std::unique_ptr<Database>> Database::open(const Options& options)
{
    createPrivately(options.path);
    std::unique_ptr<Database> database(new Database(options));
    if (Result<> done = database->connect(); !done)
        return done.error();
    if (Result<> done = database->configure(); !done)
        return done.error();
    return database;
}

Result<> Database::connect()
{
    // Nobody asks how much memory it took, and to count that takes a lock for every piece of it.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(uncounted)
    // No lock of its own: checkThread() keeps other threads out.
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(m_options.path).constData(), &connection, flags, nullptr);
    m_connection.reset(connection);
    if (opened != SQLITE_OK)
        return lastError();
    sqlite3_busy_timeout(connection, m_options.busyTimeoutMs);
    return {};
}

Result<> Database::configure()
{
    // A page that many commits touch is copied from the log but once: 64 MB of it may gather, sixteen times the
    // default.
    for (const char* pragma : {"PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -32768",
                               "PRAGMA wal_autocheckpoint = 16384"}) {
        if (Result<> done = execute(QString::fromLatin1(pragma)); !done)
            return done;
    }
    const bool full = m_options.durability == Durability::PowerLoss;
    if (Result<> done =
            execute(full ? QStringLiteral("PRAGMA synchronous = FULL") : QStringLiteral("PRAGMA synchronous = NORMAL"));
        !done)
        return done;
    const auto mode = first("PRAGMA journal_mode = WAL", {}, [](const Row& row) { return row.text(0); });
    if (!mode)
        return mode.error();
    if (*mode != QStringLiteral("wal"))
        return Error::unavailable(QStringLiteral("The database may only be read, or lies on a file system without "
                                                 "shared memory. Move it to a local disk that may be written to."),
                                  m_options.path);
    return {};
}

Result<> Database::checkThread() const
{
    if (std::this_thread::get_id() == m_thread)
        return {};
    qCCritical(log::store) << "a database connection was used outside of its thread";
    return Error::internal(QStringLiteral("A database connection was used outside of its thread."), m_options.path);
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_connection.get()) == 0;
}

Error Database::lastError() const
{
    return store::lastError(m_connection.get(), m_options.path);
}

Result<sqlite3_stmt*> Database::prepared(Sql sql)
{
    if (Result<> mine = checkThread(); !mine)
        return mine.error();
    if (const auto known = m_statements.find(sql.text()); known != m_statements.end())
        return known->second.get();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_connection.get(), sql.text(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK)
        return lastError();
    return m_statements.emplace(sql.text(), statement).first->second.get();
}

Result<sqlite3_stmt*> Database::bound(Sql sql, ValueList values)
{
    const Result<sqlite3_stmt*> statement = prepared(sql);
    if (!statement)
        return statement;
    if (sqlite3_bind_parameter_count(*statement) != int(values.size()))
        return Error::internal(QStringLiteral("A statement was given the wrong number of values."),
                               QString::fromUtf8(sql.text()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].bindTo(*statement, int(i) + 1) != SQLITE_OK)
            return lastError();
    }
    return statement;
}

Result<qint64> Database::run(Sql sql, ValueList values)
{
    if (Result<> done = each(sql, values, [](const Row&) {}); !done)
        return done.error();
    return qint64(sqlite3_changes64(m_connection.get()));
}

Result<> Database::each(Sql sql, ValueList values, const std::function<void(const Row&)>& row)
{
    const Result<sqlite3_stmt*> statement = bound(sql, values);
    if (!statement)
        return statement.error();
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(*statement)) == SQLITE_ROW)
        row(Row(*statement));
    const Result<> done = code == SQLITE_DONE ? Result<>() : Result<>(lastError());
    sqlite3_reset(*statement);
    sqlite3_clear_bindings(*statement);  // the values were only lent
    return done;
}

Result<qint64> Database::number(Sql sql, ValueList values)
{
    const auto found = first(sql, values, [](const Row& row) { return row.integer(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<> Database::execute(const QString& statement)
{
    if (Result<> mine = checkThread(); !mine)
        return mine;
    if (sqlite3_exec(m_connection.get(), statement.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

}  // namespace refrain::store
