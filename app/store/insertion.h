#pragma once

#include "store/database.h"

#include <array>
#include <utility>

namespace refrain::store {

/// A statement's head and `Rows` times the question marks of one row, put together when the program is built.
template <SqlPiece Head, SqlPiece Row, std::size_t Rows>
struct RepeatedSql {
    static constexpr std::size_t headSize = sizeof(Head.text) - 1;
    static constexpr std::size_t rowSize = sizeof(Row.text) - 1;
    static constexpr auto text = [] {
        std::array<char, headSize + Rows*(rowSize + 1)> all{};  // a comma before each but the first, and the end
        auto end = std::copy_n(Head.text, headSize, all.begin());
        for (std::size_t i = 0; i < Rows; ++i) {
            if (i > 0)
                *end++ = ',';
            end = std::copy_n(Row.text, rowSize, end);
        }
        return all;
    }();
};

/// Puts many rows into one table with few statements: what SQLite does to begin and end a statement, and to find its
/// place in the table, is then done once for many rows. `Head` ends with VALUES, `Row` is "(?, ?)".
///
/// REQUIRES: a write transaction of the caller's, and end() before anything else looks into the table.
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
    static constexpr Sql one{RepeatedSql<Head, Row, 1>::text.data()};
    static constexpr Sql many{RepeatedSql<Head, Row, atOnce>::text.data()};

    Database& m_database;
    Values m_values;
};

}  // namespace refrain::store
