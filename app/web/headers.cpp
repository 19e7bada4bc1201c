#include "web/headers.h"

namespace refrain::web {

namespace {

bool named(const Headers::Field& field, QByteArrayView name)
{
    return field.first.compare(name, Qt::CaseInsensitive) == 0;
}

}  // namespace

QByteArray Headers::value(QByteArrayView name) const
{
    for (const Field& field : m_fields)
        if (named(field, name))
            return field.second;
    return {};
}

QList<QByteArray> Headers::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Field& field : m_fields)
        if (named(field, name))
            found << field.second;
    return found;
}

bool Headers::contains(QByteArrayView name) const
{
    for (const Field& field : m_fields)
        if (named(field, name))
            return true;
    return false;
}

void Headers::add(QByteArray name, QByteArray value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

void Headers::set(QByteArray name, QByteArray value)
{
    remove(name);
    add(std::move(name), std::move(value));
}

void Headers::remove(QByteArrayView name)
{
    m_fields.removeIf([name](const Field& field) { return named(field, name); });
}

}  // namespace refrain::web
