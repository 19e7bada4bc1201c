#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace refrain::wire {

/// Writes the fields of one JSON object straight as text: for what goes by the hundred thousand, of which QJsonObject's
/// sorting and copying would be most of the work.
///
///     JsonText object;
///     object("id", id);
///     QByteArray text = object.text();
class JsonText {
public:
    void operator()(const char* key, const QString& value);
    void operator()(const char* key, const char* value) = delete;
    void operator()(const char* key, bool value);
    void operator()(const char* key, const QStringList& values);
    /// `null` for the empty text.
    void orNull(const char* key, const QString& value);

    [[nodiscard]] QByteArray text() && { return std::move(m_text += '}'); }

private:
    void name(const char* key);

    QByteArray m_text{"{"};
};

}  // namespace refrain::wire
