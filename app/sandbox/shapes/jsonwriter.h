#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QLatin1String>
#include <QString>

namespace refrain::sandbox {

/// Writes JSON text straight into bytes. A page of users.list has 60,000 fields; building a
/// QJsonObject of them first costs ten times as much. The caller pairs begin and end.
class JsonWriter {
public:
    JsonWriter& beginObject();
    JsonWriter& beginObject(QLatin1String key);
    JsonWriter& endObject();
    JsonWriter& beginArray(QLatin1String key);
    JsonWriter& endArray();

    JsonWriter& field(QLatin1String key, const QString& text);
    JsonWriter& field(QLatin1String key, QLatin1String text);
    JsonWriter& field(QLatin1String key, qint64 number);
    JsonWriter& field(QLatin1String key, bool value);
    JsonWriter& null(QLatin1String key);
    JsonWriter& field(QLatin1String key, const QJsonValue& value);
    /// An element of an array.
    JsonWriter& item(const QString& text);

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

private:
    void key(QLatin1String name);
    void separate();
    void string(const QString& text);

    QByteArray m_bytes;
    bool m_comma = false;
};

}  // namespace refrain::sandbox
