#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

class QSqlQuery;

namespace refrain::store {

/// SQL that stands in the source: only a literal converts, so no text of a person's can ever become SQL.
class Sql {
public:
    consteval Sql(const char* text) : m_text(text) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] const char* text() const { return m_text; }

private:
    const char* m_text;
};

/// One bound parameter. Empty text stays text ('' and never NULL, which Qt would make of a null
/// QString); NULL is said with an empty optional.
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

    [[nodiscard]] const QVariant& variant() const { return m_variant; }

private:
    QVariant m_variant;
};

using Values = std::vector<Value>;

/// One row of an answer, valid only inside the function it was handed to. Columns count from 0.
class Row {
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
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
    const QSqlQuery& m_query;
};

}  // namespace refrain::store
