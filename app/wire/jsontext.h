#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace refrain::wire {

/// Writes the fields of one JSON object straight as text: for what goes by the hundred thousand, of which QJsonObject's
/// sorting and copying would be most of the work.
///
///     JsonText object;
///     object("id", id);
///     QByteArray text = std::move(object).text();
class JsonText {
public:
    JsonText() { m_text.reserve(512); }

    void operator()(const char* key, const QString& value);
    void operator()(const char* key, const char* value) = delete;
    void operator()(const char* key, bool value);
    void operator()(const char* key, qint64 value);
    void operator()(const char* key, const QStringList& values);
    /// `null` for the empty text.
    void orNull(const char* key, const QString& value);
    /// A value that is JSON already.
    void raw(const char* key, const QByteArray& json);

    [[nodiscard]] QByteArray text() &&;

private:
    void name(const char* key);

    QByteArray m_text;
};

/// Takes the same fields into a QJsonObject, so that a shape is described once for both.
struct JsonFields {
    QJsonObject object;

    void operator()(const char* key, const QString& value) { object.insert(QLatin1String(key), value); }
    void operator()(const char* key, const char* value) = delete;
    void operator()(const char* key, bool value) { object.insert(QLatin1String(key), value); }
    void operator()(const char* key, qint64 value) { object.insert(QLatin1String(key), value); }
    void operator()(const char* key, const QStringList& values);
    void orNull(const char* key, const QString& value);
};

}  // namespace refrain::wire
