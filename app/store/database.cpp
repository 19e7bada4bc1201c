#include "store/database.h"

#include "base/log.h"
#include "store/sqlerror.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

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

Database::Database(Options options, QString connection)
    : m_options(std::move(options)), m_connection(std::move(connection)), m_thread(std::this_thread::get_id())
{
}

Database::~Database()
{
    m_statements.clear();
    m_handle.close();
    m_handle = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const Options& options)
{
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    createPrivately(options.path);
    std::unique_ptr<Database> database(new Database(options, connection));
    database->m_handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    if (!database->m_handle.isValid())
        return Error::internal(QStringLiteral("Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite."));
    database->m_handle.setDatabaseName(options.path);
    database->m_handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs));
    if (!database->m_handle.open())
        return toError(database->m_handle.lastError(), options.path);
    if (Result<> done = database->configure(); !done)
        return done.error();
    return database;
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

Result<QSqlQuery*> Database::prepared(Sql sql)
{
    if (Result<> mine = checkThread(); !mine)
        return mine.error();
    if (const auto known = m_statements.find(sql.text()); known != m_statements.end())
        return &known->second;
    QSqlQuery query(m_handle);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql.text())))
        return toError(query.lastError(), m_options.path);
    return &m_statements.emplace(sql.text(), std::move(query)).first->second;
}

Result<QSqlQuery*> Database::executed(Sql sql, const Values& values)
{
    Result<QSqlQuery*> query = prepared(sql);
    if (!query)
        return query.error();
    for (std::size_t i = 0; i < values.size(); ++i)
        (*query)->bindValue(int(i), values[i].variant());
    if ((*query)->exec())
        return query;
    const Error error = toError((*query)->lastError(), m_options.path);
    (*query)->finish();
    return error;
}

Result<qint64> Database::run(Sql sql, const Values& values)
{
    const Result<QSqlQuery*> query = executed(sql, values);
    if (!query)
        return query.error();
    const qint64 rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

Result<> Database::each(Sql sql, const Values& values, const std::function<void(const Row&)>& row)
{
    const Result<QSqlQuery*> query = executed(sql, values);
    if (!query)
        return query.error();
    while ((*query)->next())
        row(Row(**query));
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return toError(error, m_options.path);
    return {};
}

Result<qint64> Database::number(Sql sql, const Values& values)
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
    QSqlQuery query(m_handle);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return toError(query.lastError(), m_options.path);
    return {};
}

}  // namespace refrain::store
