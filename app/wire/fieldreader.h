#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace refrain::wire {

/// Reads the fields of one JSON object and remembers the first that is wrong. Unknown fields are
/// passed over; absent and null are the same unless has() is asked.
///
///     FieldReader in(object);
///     value.title = in.text("title");
///     if (const auto done = in.done(); !done) return done.error();
///
/// The Error is Invalid, its message the sentence and its context() the JSON pointer (RFC 6901).
class FieldReader {
public:
    explicit FieldReader(QJsonObject object, const QString& pointer = {});

    /// Present at all, null included.
    [[nodiscard]] bool has(const char* key) const;
    [[nodiscard]] bool isNull(const char* key) const;

    [[nodiscard]] QString text(const char* key, qsizetype longest = -1);
    /// A text to be kept and shown: as withoutTurns().
    [[nodiscard]] QString words(const char* key, qsizetype longest);
    [[nodiscard]] QString requiredText(const char* key, qsizetype longest = -1);
    /// Words that are one sentence: where it is present and not null it has 1 to `longest` characters, not all of them
    /// blank and none of them a control character.
    [[nodiscard]] QString sentence(const char* key, qsizetype longest);
    [[nodiscard]] bool flag(const char* key, bool fallback);
    [[nodiscard]] qint64 number(const char* key, qint64 fallback);
    [[nodiscard]] std::optional<qint64> maybeNumber(const char* key);
    [[nodiscard]] std::optional<Millis> time(const char* key);
    [[nodiscard]] Millis requiredTime(const char* key);
    [[nodiscard]] QByteArray base64(const char* key);
    [[nodiscard]] QJsonArray array(const char* key);
    [[nodiscard]] QJsonObject object(const char* key);
    [[nodiscard]] QStringList texts(const char* key);
    /// A reader of the object below, sharing the memory of what went wrong; empty where it is absent.
    [[nodiscard]] FieldReader child(const char* key);
    [[nodiscard]] FieldReader element(const char* key, qsizetype index, const QJsonValue& value);

    /// One of an enum's words, by its ...FromString.
    template <class E>
    [[nodiscard]] std::optional<E> word(const char* key, std::optional<E> (*fromString)(const QString&))
    {
        const QString name = text(key);
        const std::optional<E> value = name.isEmpty() ? std::nullopt : fromString(name);
        if (!value && (!name.isEmpty() || isEmptyText(key)))
            fail(key, QStringLiteral("“%1” is none of the words that may stand here.").arg(name));
        return value;
    }
    template <class E>
    [[nodiscard]] E word(const char* key, std::optional<E> (*fromString)(const QString&), E fallback)
    {
        return word(key, fromString).value_or(fallback);
    }

    /// Any other field is a fault: for what would mean more people than were meant if it were passed over.
    void allowOnly(const QStringList& keys);

    /// Notes a fault of one field; empty key: of the object itself. The first one is kept.
    void fail(const char* key, const QString& detail);

    [[nodiscard]] Result<> done() const;

private:
    FieldReader(QJsonObject object, QString pointer, std::shared_ptr<std::optional<Error>> fault);
    [[nodiscard]] QJsonValue value(const char* key) const;
    [[nodiscard]] bool isEmptyText(const char* key) const;

    QJsonObject m_object;
    QString m_pointer;
    std::shared_ptr<std::optional<Error>> m_fault;
};

/// `null` for the empty text, the absent time and the absent word.
[[nodiscard]] QJsonValue orNull(const QString& text);
[[nodiscard]] QJsonValue orNull(std::optional<Millis> time);

/// The object of a body. Anything else is Invalid with context `bad_request`.
[[nodiscard]] Result<QJsonObject> objectFromBody(const QByteArray& body);
[[nodiscard]] QByteArray toBody(const QJsonObject& object);

}  // namespace refrain::wire
