#include "wire/fieldreader.h"

#include "base/direction.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace refrain::wire {

namespace {

/// Beyond it a double skips integers, so nobody can have meant the number that arrived.
constexpr double largestInteger = 9007199254740991.0;

}  // namespace

FieldReader::FieldReader(QJsonObject object, const QString& pointer)
    : FieldReader(std::move(object), pointer, std::make_shared<std::optional<Error>>())
{
}

FieldReader::FieldReader(QJsonObject object, QString pointer, std::shared_ptr<std::optional<Error>> fault)
    : m_object(std::move(object)), m_pointer(std::move(pointer)), m_fault(std::move(fault))
{
}

QJsonValue FieldReader::value(const char* key) const
{
    return m_object.value(QLatin1String(key));
}

bool FieldReader::has(const char* key) const
{
    return m_object.contains(QLatin1String(key));
}

bool FieldReader::isNull(const char* key) const
{
    return value(key).isNull();
}

bool FieldReader::isEmptyText(const char* key) const
{
    return value(key).isString() && value(key).toString().isEmpty();
}

QString FieldReader::text(const char* key, qsizetype longest)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return {};
    if (!found.isString())
        fail(key, QStringLiteral("This must be a text."));
    const QString text = found.toString();
    // Characters are counted as people count them: an emoji is one, not two.
    if (longest >= 0 && text.size() > longest && text.toUcs4().size() > longest)
        fail(key, QStringLiteral("This text has %1 characters; at most %2 are allowed.")
                      .arg(text.toUcs4().size())
                      .arg(longest));
    return text;
}

QString FieldReader::words(const char* key, qsizetype longest)
{
    return withoutTurns(text(key, longest));
}

QString FieldReader::requiredText(const char* key, qsizetype longest)
{
    const QString found = text(key, longest);
    if (found.isEmpty())
        fail(key, QStringLiteral("This is missing."));
    return found;
}

QString FieldReader::sentence(const char* key, qsizetype longest)
{
    const QString found = words(key, longest);
    if (value(key).isString() && found.trimmed().isEmpty())
        fail(key, QStringLiteral("This text is blank. Leave it out or say something."));
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::any_of(found.begin(), found.end(), isControl))
        fail(key, QStringLiteral("This text holds a control character, such as the end of a line. Write one line of "
                                 "plain text."));
    return found;
}

bool FieldReader::flag(const char* key, bool fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return fallback;
    if (!found.isBool())
        fail(key, QStringLiteral("This must be true or false."));
    return found.toBool(fallback);
}

std::optional<qint64> FieldReader::maybeNumber(const char* key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    const double number = found.toDouble();
    if (!found.isDouble() || std::trunc(number) != number || std::abs(number) > largestInteger) {
        fail(key, QStringLiteral("This must be a whole number."));
        return std::nullopt;
    }
    return found.toInteger();
}

qint64 FieldReader::number(const char* key, qint64 fallback)
{
    return maybeNumber(key).value_or(fallback);
}

std::optional<Millis> FieldReader::time(const char* key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    const std::optional<Millis> time = fromRfc3339(found.toString());
    if (!time)
        fail(key, QStringLiteral("This must be a time as RFC 3339 writes it, such as 2026-05-03T08:12:00.000Z."));
    return time;
}

Millis FieldReader::requiredTime(const char* key)
{
    const std::optional<Millis> found = time(key);
    if (!found)
        fail(key, QStringLiteral("This is missing."));
    return found.value_or(0);
}

QByteArray FieldReader::base64(const char* key)
{
    const auto decoded = QByteArray::fromBase64Encoding(text(key).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        fail(key, QStringLiteral("This must be base64."));
    return decoded ? decoded.decoded : QByteArray();
}

QJsonArray FieldReader::array(const char* key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isNull() && !found.isArray())
        fail(key, QStringLiteral("This must be a list."));
    return found.toArray();
}

QJsonObject FieldReader::object(const char* key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isNull() && !found.isObject())
        fail(key, QStringLiteral("This must be an object."));
    return found.toObject();
}

QStringList FieldReader::texts(const char* key)
{
    const QJsonArray found = array(key);
    QStringList out;
    out.reserve(found.size());
    for (const QJsonValue& item : found) {
        if (!item.isString())
            fail(key, QStringLiteral("Number %1 of this list must be a text.").arg(out.size() + 1));
        out << item.toString();
    }
    return out;
}

FieldReader FieldReader::child(const char* key)
{
    return {object(key), m_pointer + QLatin1Char('/') + QLatin1String(key), m_fault};
}

FieldReader FieldReader::element(const char* key, qsizetype index, const QJsonValue& value)
{
    FieldReader reader(value.toObject(), QStringLiteral("%1/%2/%3").arg(m_pointer, QLatin1String(key)).arg(index),
                       m_fault);
    if (!value.isObject())
        reader.fail("", QStringLiteral("This must be an object."));
    return reader;
}

void FieldReader::allowOnly(const QStringList& keys)
{
    for (auto field = m_object.begin(); field != m_object.end(); ++field) {
        if (!keys.contains(field.key()))
            fail(QString(field.key().left(80))
                     .replace(QLatin1Char('~'), QLatin1String("~0"))
                     .replace(QLatin1Char('/'), QLatin1String("~1"))
                     .toUtf8()
                     .constData(),
                 QStringLiteral("There is no field “%1” here. Known are %2.")
                     .arg(field.key().left(80), keys.join(QStringLiteral(", "))));
    }
}

void FieldReader::fail(const char* key, const QString& detail)
{
    if (m_fault->has_value())
        return;
    const QString name = QString::fromUtf8(key);
    m_fault->emplace(Error::invalid(detail, name.isEmpty() ? m_pointer : m_pointer + QLatin1Char('/') + name));
}

Result<> FieldReader::done() const
{
    if (m_fault->has_value())
        return **m_fault;
    return {};
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(std::optional<Millis> time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

Result<QJsonObject> objectFromBody(const QByteArray& body)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (!document.isObject())
        return Error::invalid(document.isNull()
                                  ? QStringLiteral("The body is not JSON: %1, at byte %2. Nothing was changed.")
                                        .arg(fault.errorString())
                                        .arg(fault.offset)
                                  : QStringLiteral("The body must be a JSON object. Nothing was changed."),
                              QStringLiteral("bad_request"));
    return document.object();
}

QByteArray toBody(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}  // namespace refrain::wire
