#include "store/transaction.h"

#include "base/log.h"

#include <utility>

namespace refrain::store {

Result<Transaction> Transaction::begin(Database& database, Kind kind)
{
    if (database.m_inTransaction)
        return Error::internal(QStringLiteral("A transaction was begun inside another one."), database.path());
    const Result<qint64> begun = kind == Kind::Write ? database.run("BEGIN IMMEDIATE") : database.run("BEGIN");
    if (!begun)
        return begun.error();
    database.m_inTransaction = true;
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (m_database)
        rollback();
}

Result<> Transaction::part(const std::function<Result<>(Database&)>& work)
{
    if (const Result<qint64> begun = m_database->run("SAVEPOINT part"); !begun)
        return begun.error();
    Result<> done = work(*m_database);
    if (!done && isStanding()) {
        if (const Result<qint64> taken = m_database->run("ROLLBACK TO part"); !taken)
            return taken.error();
    }
    if (!isStanding())
        return done;
    const Result<qint64> released = m_database->run("RELEASE part");
    return done && !released ? released.error() : done;
}

Result<> Transaction::commit()
{
    if (!m_database)
        return Error::internal(QStringLiteral("A transaction was committed twice."));
    const Result<qint64> done = m_database->run("COMMIT");
    if (!done) {
        rollback();
        return done.error();
    }
    std::exchange(m_database, nullptr)->m_inTransaction = false;
    return {};
}

void Transaction::rollback()
{
    Database* database = std::exchange(m_database, nullptr);
    database->m_inTransaction = false;
    // SQLite itself has rolled back after some failures (disk full among them) and then answers that none is open.
    if (const Result<qint64> done = database->run("ROLLBACK"); !done)
        qCDebug(log::store) << "rollback:" << done.error().toString();
}

}  // namespace refrain::store
