#pragma once

#include "base/result.h"
#include "store/database.h"

namespace refrain::store {

/// BEGIN IMMEDIATE … COMMIT around a scope; rolled back unless committed. Being IMMEDIATE, it waits for the
/// write lock at its start, so that what it reads is still true when it writes.
class Transaction {
public:
    /// For reading only: one unchanging picture of the whole database, next to whatever is being written.
    enum class Kind { Write, Read };

    /// REQUIRES: no transaction open on this connection (they do not nest).
    [[nodiscard]] static Result<Transaction> begin(Database& database, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;

    /// Runs `work` as a part of this: where it returns an error, what it wrote is taken back and the rest stands.
    [[nodiscard]] Result<> part(const std::function<Result<>(Database&)>& work);
    /// False once SQLite itself has rolled all of it back, as it does where the disk is full.
    [[nodiscard]] bool isStanding() const { return m_database && m_database->isInTransaction(); }

    /// Durable when it returns success; rolled back when it returns an error.
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    void rollback();
    Database* m_database;  // null once finished
};

}  // namespace refrain::store
