#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/transaction.h"
#include "store/writequeue.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
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

    /// Runs `work` inside a write transaction and commits what it wrote when it returns success; an error takes that
    /// back and is handed on. Writers queue here, in the order in which they come, rather than in SQLite's busy
    /// handler, which would be neither fair nor woken; whose turn it is runs the works of those behind it along, so
    /// `work` uses the connection it is given, and may run on another thread while this one waits. Does not nest.
    template <class T>
    [[nodiscard]] Result<T> write(const std::function<Result<T>(Database&)>& work);

    /// Runs `work` inside one read transaction: every query in it sees the same moment.
    template <class T>
    [[nodiscard]] Result<T> read(const std::function<Result<T>(Database&)>& work);

    /// How many wait for their turn to write at this moment.
    [[nodiscard]] std::size_t waitingWriters() const { return m_writes.waiting(); }

    [[nodiscard]] const Database::Options& options() const { return m_options; }

private:
    Database::Options m_options;
    std::mutex m_mutex;  // guards m_connections
    WriteQueue m_writes;
    std::unordered_map<std::thread::id, std::unique_ptr<Database>> m_connections;
};

template <class T>
Result<T> DatabasePool::write(const std::function<Result<T>(Database&)>& work)
{
    const Result<Database*> mine = connection();
    if (!mine)
        return mine.error();
    std::optional<Result<T>> result;
    const Result<> committed = m_writes.run(**mine, [&](Database& database) {
        result = work(database);
        return *result ? Result<>() : result->error();
    });
    if (!committed)
        return committed.error();
    return *std::move(result);
}

template <class T>
Result<T> DatabasePool::read(const std::function<Result<T>(Database&)>& work)
{
    const Result<Database*> mine = connection();
    if (!mine)
        return mine.error();
    Result<Transaction> transaction = Transaction::begin(**mine, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    Result<T> result = work(**mine);
    if (!result)
        return result;
    if (Result<> done = transaction->commit(); !done)
        return done.error();
    return result;
}

}  // namespace refrain::store
