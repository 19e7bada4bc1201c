#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/fairmutex.h"
#include "store/transaction.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace refrain::store {

/// Gives every thread its own connection to one database file, and lets one thread at a time write.
///
/// Usable from any thread. A connection lives until the pool goes, so use it from few and long-lived threads,
/// all of them joined before the pool is destroyed.
class DatabasePool {
public:
    explicit DatabasePool(Database::Options options) : m_options(std::move(options)) {}
    DatabasePool(const DatabasePool&) = delete;
    DatabasePool& operator=(const DatabasePool&) = delete;

    /// The calling thread's connection, opened at its first use. Only this thread may use it.
    [[nodiscard]] Result<Database*> connection();

    /// Runs `work` inside one write transaction on the calling thread's connection and commits it when `work`
    /// returns success; an error rolls everything back and is handed on. Writers queue here, in the order in which they
    /// come, rather than in SQLite's busy handler, which would be neither fair nor woken. Does not nest.
    template <class T>
    [[nodiscard]] Result<T> write(const std::function<Result<T>(Database&)>& work);

    /// Runs `work` inside one read transaction: every query in it sees the same moment.
    template <class T>
    [[nodiscard]] Result<T> read(const std::function<Result<T>(Database&)>& work);

    [[nodiscard]] const Database::Options& options() const { return m_options; }

private:
    Database::Options m_options;
    std::mutex m_mutex;  // guards m_connections
    FairMutex m_writing;
    std::unordered_map<std::thread::id, std::unique_ptr<Database>> m_connections;
};

template <class T>
Result<T> runInTransaction(Database& database, Transaction::Kind kind, const std::function<Result<T>(Database&)>& work)
{
    Result<Transaction> transaction = Transaction::begin(database, kind);
    if (!transaction)
        return transaction.error();
    Result<T> result = work(database);
    if (!result)
        return result;
    if (Result<> done = transaction->commit(); !done)
        return done.error();
    return result;
}

template <class T>
Result<T> DatabasePool::write(const std::function<Result<T>(Database&)>& work)
{
    const Result<Database*> mine = connection();
    if (!mine)
        return mine.error();
    const std::lock_guard lock(m_writing);
    return runInTransaction<T>(**mine, Transaction::Kind::Write, work);
}

template <class T>
Result<T> DatabasePool::read(const std::function<Result<T>(Database&)>& work)
{
    const Result<Database*> mine = connection();
    if (!mine)
        return mine.error();
    return runInTransaction<T>(**mine, Transaction::Kind::Read, work);
}

}  // namespace refrain::store
