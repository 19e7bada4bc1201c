#include "wire/jsontext.h"

#include "domain/canonicaljson.h"
#include "wire/fieldreader.h"

#include <utility>

namespace refrain::wire {

void JsonText::name(const char* key)
{
    appendKey(m_text, m_text.isEmpty() ? '{' : ',', key);
}

void JsonText::operator()(const char* key, const QString& value)
{
    name(key);
    appendCanonical(m_text, value);
}

void JsonText::operator()(const char* key, bool value)
{
    name(key);
    m_text += value ? "true" : "false";
}

void JsonText::operator()(const char* key, qint64 value)
{
    name(key);
    m_text += QByteArray::number(value);
}

void JsonText::operator()(const char* key, const QStringList& values)
{
    name(key);
    m_text += '[';
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0)
            m_text += ',';
        appendCanonical(m_text, values[i]);
    }
    m_text += ']';
}

void JsonText::orNull(const char* key, const QString& value)
{
    if (!value.isEmpty())
        return (*this)(key, value);
    name(key);
    m_text += "null";
}

void JsonText::raw(const char* key, const QByteArray& json)
{
    name(key);
    m_text += json;
}

QByteArray JsonText::text() &&
{
    m_text += m_text.isEmpty() ? "{}" : "}";
    return std::move(m_text);
}

void JsonFields::operator()(const char* key, const QStringList& values)
{
    object.insert(QLatin1String(key), QJsonArray::fromStringList(values));
}

void JsonFields::orNull(const char* key, const QString& value)
{
    object.insert(QLatin1String(key), wire::orNull(value));
}

}  // namespace refrain::wire
