#include "sandbox/shapes/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::sandbox {

void JsonWriter::separate()
{
    if (m_comma)
        m_bytes += ',';
    m_comma = true;
}

void JsonWriter::key(QLatin1String name)
{
    separate();
    m_bytes += '"';
    m_bytes.append(name.data(), name.size());
    m_bytes += "\":";
}

void JsonWriter::string(const QString& text)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_bytes += '"';
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_bytes += '\\';
            m_bytes += c;
        } else if (byte < 0x20) {
            m_bytes += "\\u00";
            m_bytes += hex[byte >> 4];
            m_bytes += hex[byte & 15];
        } else {
            m_bytes += c;
        }
    }
    m_bytes += '"';
}

JsonWriter& JsonWriter::beginObject()
{
    separate();
    m_bytes += '{';
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::beginObject(QLatin1String name)
{
    key(name);
    m_bytes += '{';
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::endObject()
{
    m_bytes += '}';
    m_comma = true;
    return *this;
}

JsonWriter& JsonWriter::beginArray(QLatin1String name)
{
    key(name);
    m_bytes += '[';
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::endArray()
{
    m_bytes += ']';
    m_comma = true;
    return *this;
}

JsonWriter& JsonWriter::field(QLatin1String name, const QString& text)
{
    key(name);
    string(text);
    return *this;
}

JsonWriter& JsonWriter::field(QLatin1String name, QLatin1String text)
{
    return field(name, QString(text));
}

JsonWriter& JsonWriter::field(QLatin1String name, qint64 number)
{
    key(name);
    m_bytes += QByteArray::number(number);
    return *this;
}

JsonWriter& JsonWriter::field(QLatin1String name, bool value)
{
    key(name);
    m_bytes += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null(QLatin1String name)
{
    key(name);
    m_bytes += "null";
    return *this;
}

JsonWriter& JsonWriter::field(QLatin1String name, const QJsonValue& value)
{
    // QJsonDocument writes arrays and objects only: wrap the value, and cut the brackets off again.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    key(name);
    m_bytes += wrapped.mid(1, wrapped.size() - 2);
    return *this;
}

JsonWriter& JsonWriter::item(const QString& text)
{
    separate();
    string(text);
    return *this;
}

}  // namespace refrain::sandbox
