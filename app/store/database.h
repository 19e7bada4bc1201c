#pragma once

#include "base/result.h"
#include "store/sql.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace refrain::store {

/// What a commit survives.
enum class Durability {
    PowerLoss,  ///< synchronous=FULL: the system of record and the outbox.
    Crash,      ///< synchronous=NORMAL: a cache that can be fetched again.
};

/// One connection to one SQLite file: WAL, foreign keys on, statements prepared once.
///
/// Belongs to the thread that opened it; a call from another one is an Internal error. Not re-entrant: the function
/// handed to each() may use other statements, not the same one.
class Database {
public:
    struct Options {
        QString path;  ///< Created 0600 where it does not exist.
        Durability durability = Durability::PowerLoss;
        int busyTimeoutMs = 5000;
    };

    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Options& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs a statement; the number of rows it changed.
    [[nodiscard]] Result<qint64> run(Sql sql, ValueList values = {});

    /// Hands every row to `row`, in order.
    [[nodiscard]] Result<> each(Sql sql, ValueList values, const std::function<void(const Row&)>& row);

    /// All rows, read by `read`.
    template <class Read>
    [[nodiscard]] auto all(Sql sql, ValueList values, Read read)
        -> Result<std::vector<std::invoke_result_t<Read, const Row&>>>
    {
        std::vector<std::invoke_result_t<Read, const Row&>> rows;
        if (Result<> done = each(sql, values, [&](const Row& row) { rows.push_back(read(row)); }); !done)
            return done.error();
        return rows;
    }

    /// The first row, or nullopt where there is none.
    template <class Read>
    [[nodiscard]] auto first(Sql sql, ValueList values, Read read)
        -> Result<std::optional<std::invoke_result_t<Read, const Row&>>>
    {
        std::optional<std::invoke_result_t<Read, const Row&>> found;
        const auto keepFirst = [&](const Row& row) {
            if (!found)
                found = read(row);
        };
        if (Result<> done = each(sql, values, keepFirst); !done)
            return done.error();
        return found;
    }

    /// The first column of the first row; 0 where there is no row or NULL.
    [[nodiscard]] Result<qint64> number(Sql sql, ValueList values = {});

    /// Runs one statement that is no literal: migrations and pragmas, never a person's text. Not cached.
    [[nodiscard]] Result<> execute(const QString& statement);

    [[nodiscard]] const QString& path() const { return m_options.path; }
    [[nodiscard]] const Options& options() const { return m_options; }
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

private:
    friend class Transaction;
    /// As SQLite sees it.
    [[nodiscard]] bool isInTransaction() const;

    struct Closer {
        void operator()(sqlite3* connection) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

    explicit Database(Options options);
    [[nodiscard]] Result<> connect();
    [[nodiscard]] Result<> configure();
    [[nodiscard]] Result<> checkThread() const;
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] Result<sqlite3_stmt*> prepared(Sql sql);
    [[nodiscard]] Result<sqlite3_stmt*> bound(Sql sql, ValueList values);

    Options m_options;
    std::thread::id m_thread;
    bool m_inTransaction = false;
    std::unique_ptr<sqlite3, Closer> m_connection;
    std::unordered_map<const char*, Statement> m_statements;  // a literal's address names its statement
};

}  // namespace refrain::store
