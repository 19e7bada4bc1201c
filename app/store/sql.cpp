#include "store/sql.h"

#include <QSqlQuery>

namespace refrain::store {

Value::Value(const QString& text) : m_variant(text.isNull() ? QStringLiteral("") : text) {}

Value::Value(const QByteArray& bytes) : m_variant(bytes.isNull() ? QByteArrayLiteral("") : bytes) {}

Value::Value(qint64 number) : m_variant(number) {}

Value::Value(int number) : m_variant(number) {}

Value::Value(bool flag) : m_variant(flag ? 1 : 0) {}

Value::Value(std::nullopt_t) {}

QString Row::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Row::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 Row::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

bool Row::isNull(int column) const
{
    return m_query.isNull(column);
}

std::optional<qint64> Row::maybeInteger(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return integer(column);
}

}  // namespace refrain::store
