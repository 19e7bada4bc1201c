#include "wire/jsontext.h"

#include "domain/canonicaljson.h"

namespace refrain::wire {

void JsonText::name(const char* key)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text.append('"').append(key).append("\":");
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

}  // namespace refrain::wire
