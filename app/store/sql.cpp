#include "store/sql.h"

#include <sqlite3.h>
#include <algorithm>

namespace refrain::store {

Value::Value(const QString& text) : m_kind(Kind::ShortText), m_number(text.size())
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (text.size() <= longestShort && std::all_of(text.begin(), text.end(), isAscii)) {
        std::transform(text.begin(), text.end(), m_short.begin(), [](QChar c) { return char(c.unicode()); });
        return;
    }
    m_kind = Kind::Text;
    m_bytes = text.toUtf8();
}

Value::Value(const QByteArray& bytes) : m_kind(Kind::Bytes), m_bytes(bytes) {}

Value::Value(qint64 number) : m_kind(Kind::Integer), m_number(number) {}

Value::Value(int number) : Value(qint64(number)) {}

Value::Value(bool flag) : Value(qint64(flag ? 1 : 0)) {}

Value::Value(std::nullopt_t) {}

Value Value::utf8(const QByteArray& text)
{
    Value value(text);
    value.m_kind = Kind::Text;
    return value;
}

int Value::bindTo(sqlite3_stmt* statement, int position) const
{
    // constData() is never null, which SQLite would take for NULL.
    const auto size = sqlite3_uint64(m_bytes.size());
    switch (m_kind) {
        case Kind::Null: return sqlite3_bind_null(statement, position);
        case Kind::Integer: return sqlite3_bind_int64(statement, position, m_number);
        case Kind::ShortText:
            return sqlite3_bind_text64(statement, position, m_short.data(), sqlite3_uint64(m_number), nullptr,
                                       SQLITE_UTF8);
        case Kind::Text:
            return sqlite3_bind_text64(statement, position, m_bytes.constData(), size, nullptr, SQLITE_UTF8);
        case Kind::Bytes: return sqlite3_bind_blob64(statement, position, m_bytes.constData(), size, nullptr);
    }
    return SQLITE_MISUSE;
}

QString Row::text(int column) const
{
    const unsigned char* text = sqlite3_column_text(m_statement, column);
    return QString::fromUtf8(reinterpret_cast<const char*>(text), sqlite3_column_bytes(m_statement, column));
}

QByteArray Row::bytes(int column) const
{
    const void* bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(bytes), sqlite3_column_bytes(m_statement, column)};
}

std::string_view Row::utf8(int column) const
{
    const unsigned char* text = sqlite3_column_text(m_statement, column);
    return {reinterpret_cast<const char*>(text), static_cast<size_t>(sqlite3_column_bytes(m_statement, column))};
}

qint64 Row::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Row::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::optional<qint64> Row::maybeInteger(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return integer(column);
}

}  // namespace refrain::store
