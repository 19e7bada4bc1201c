#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace refrain::store {

/// SQL that stands in the source: only a literal converts, so no text of a person's can ever become SQL.
class Sql {
public:
    consteval Sql(const char* text) : m_text(text) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] const char* text() const { return m_text; }

private:
    const char* m_text;
};

/// A piece of a statement, as several statements share it.
template <std::size_t Size>
struct SqlPiece {
    consteval SqlPiece(const char (&literal)[Size])  // NOLINT(google-explicit-constructor)
    {
        std::copy_n(literal, Size, text);
    }
    char text[Size] = {};
};

/// Pieces of literals put together when the program is built, in the order given and with nothing in between.
template <SqlPiece... Pieces>
struct JoinedSql {
    static constexpr auto text = [] {
        std::array<char, ((sizeof(Pieces.text) - 1) + ... + 1)> all{};
        auto end = all.begin();
        ((end = std::copy_n(Pieces.text, sizeof(Pieces.text) - 1, end)), ...);
        return all;
    }();
};
template <SqlPiece... Pieces>
inline constexpr Sql joinedSql{JoinedSql<Pieces...>::text.data()};

/// One bound parameter. Empty text stays text: '' and never NULL, which is said with an empty optional.
class Value {
public:
    Value(const QString& text);      // NOLINT(google-explicit-constructor)
    Value(const QByteArray& bytes);  // NOLINT(google-explicit-constructor)
    Value(qint64 number);            // NOLINT(google-explicit-constructor)
    Value(int number);               // NOLINT(google-explicit-constructor)
    Value(bool flag);                // NOLINT(google-explicit-constructor)
    Value(std::nullopt_t null);      // NOLINT(google-explicit-constructor)
    Value(const char* text) = delete;
    template <class Tag>
    Value(const Id<Tag>& id) : Value(id.toString())  // NOLINT(google-explicit-constructor)
    {
    }
    template <class T>
    Value(const std::optional<T>& value)  // NOLINT(google-explicit-constructor)
        : Value(value ? Value(*value) : Value(std::nullopt))
    {
    }
    /// Text that is UTF-8 already, such as JSON.
    [[nodiscard]] static Value utf8(const QByteArray& text);

    /// Lends itself to parameter `position` (from 1) until the statement is reset; SQLite's result code.
    [[nodiscard]] int bindTo(sqlite3_stmt* statement, int position) const;

private:
    enum class Kind { Null, Integer, ShortText, Text, Bytes };
    static constexpr qsizetype longestShort = 23;

    Kind m_kind = Kind::Null;
    std::array<char, longestShort> m_short{};  // of ShortText: nearly all ids and words, which then take no memory
    qint64 m_number = 0;                       // of ShortText its size
    QByteArray m_bytes;                        // of Text in UTF-8
};

using Values = std::vector<Value>;

/// The values of one statement, lent to it: a list in braces where it is called, or Values. For parameters alone.
class ValueList {
public:
    ValueList(std::initializer_list<Value> values)  // NOLINT(google-explicit-constructor)
        : m_first(std::data(values)), m_size(values.size())
    {
    }
    ValueList(const Values& values)  // NOLINT(google-explicit-constructor)
        : ValueList(values, 0, values.size())
    {
    }
    /// Some of them, from the one of that number on.
    ValueList(const Values& values, std::size_t from, std::size_t size) : m_first(values.data() + from), m_size(size) {}
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Value& operator[](std::size_t index) const { return m_first[index]; }

private:
    const Value* m_first;
    std::size_t m_size;
};

/// One row of an answer, valid only inside the function it was handed to. Columns count from 0.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    /// Text as it is stored, not copied: of this row alone.
    [[nodiscard]] std::string_view utf8(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<qint64> maybeInteger(int column) const;
    template <class AnyId>
    [[nodiscard]] AnyId id(int column) const
    {
        return AnyId(text(column));
    }

private:
    sqlite3_stmt* m_statement;
};

}  // namespace refrain::store
