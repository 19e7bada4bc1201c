#pragma once

#include "store/database.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace refrain::store {

/// A statement's head, `Rows` times the question marks of one row, and its end, put together when the program is built.
template <SqlPiece Head, SqlPiece Row, std::size_t Rows, SqlPiece Tail = "">
struct RepeatedSql {
    static constexpr auto text = [] {
        constexpr std::size_t headSize = sizeof(Head.text) - 1;
        constexpr std::size_t rowSize = sizeof(Row.text) - 1;
        std::array<char, headSize + Rows * rowSize + (Rows - 1) + sizeof(Tail.text)> all{};
        auto end = std::copy_n(Head.text, headSize, all.begin());
        for (std::size_t i = 0; i < Rows; ++i) {
            if (i > 0)
                *end++ = ',';
            end = std::copy_n(Row.text, rowSize, end);
        }
        std::copy_n(Tail.text, sizeof(Tail.text), end);
        return all;
    }();
};
template <SqlPiece Head, SqlPiece Row, std::size_t Rows, SqlPiece Tail = "">
inline constexpr Sql repeatedSql{RepeatedSql<Head, Row, Rows, Tail>::text.data()};

/// Puts many rows into one table with few statements: what SQLite does to begin and end a statement, and to find its
/// place in the table, is then done once for many rows. `Head` ends with VALUES, `Row` is "(?, ?)".
///
/// REQUIRES: a write transaction of the caller's, and end() before anything else looks into the table. After an error
/// nothing more is to be written: SQLite may have ended the transaction.
template <SqlPiece Head, SqlPiece Row>
class Insertion {
public:
    explicit Insertion(Database& database) : m_database(database) {}

    /// One row's values in the order of its columns.
    template <class... Columns>
    [[nodiscard]] Result<> add(Columns&&... columns)
    {
        static_assert(sizeof...(columns) == marks, "as many values as columns");
        if (m_values.empty())
            m_values.reserve(atOnce * marks);
        (m_values.emplace_back(std::forward<Columns>(columns)), ...);
        if (m_values.size() < atOnce * marks)
            return {};
        const Result<qint64> done = m_database.run(many, m_values);
        m_values.clear();
        return done ? Result<>() : Result<>(done.error());
    }

    /// Writes what was added and is not written yet.
    [[nodiscard]] Result<> end()
    {
        const Values rest = std::exchange(m_values, {});
        for (std::size_t from = 0; from < rest.size(); from += marks) {
            if (const Result<qint64> done = m_database.run(one, ValueList(rest, from, marks)); !done)
                return done.error();
        }
        return {};
    }

private:
    static constexpr std::size_t atOnce = 25;
    static constexpr std::size_t marks = std::count(std::begin(Row.text), std::end(Row.text), '?');
    static constexpr Sql one = repeatedSql<Head, Row, 1>;
    static constexpr Sql many = repeatedSql<Head, Row, atOnce>;

    Database& m_database;
    Values m_values;
};

/// How many ids one statement asks about.
inline constexpr std::size_t idsAtOnce = 50;

/// Asks a statement that ends with `idsAtOnce` question marks in brackets about all of `ids`, so many at a time; the
/// last of them fill up what is over. `first`: the values of the marks before.
template <class AnyId>
[[nodiscard]] Result<> eachOf(Database& database, Sql sql, const Values& first, const std::vector<AnyId>& ids,
                              const std::function<void(const Row&)>& row)
{
    for (std::size_t from = 0; from < ids.size(); from += idsAtOnce) {
        Values values;
        values.reserve(first.size() + idsAtOnce);
        values = first;
        for (std::size_t i = from; i < from + idsAtOnce; ++i)
            values.emplace_back(ids[std::min(i, ids.size() - 1)]);
        if (Result<> done = database.each(sql, values, row); !done)
            return done;
    }
    return {};
}

}  // namespace refrain::store
