#include "sandbox/api/arguments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::sandbox {

namespace {

void take(const web::Parameters& parameters, Arguments& arguments)
{
    for (const auto& [name, value] : parameters.entries())
        arguments.set(name, value);
}

/// Reads a JSON body; false where it is none.
bool takeJson(const QByteArray& body, Arguments& arguments)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        // A token in a JSON body counts for nothing.
        if (field.key() != u"token")
            arguments.set(field.key(), field.value());
    }
    return true;
}

}  // namespace

Arguments::Read Arguments::from(const web::Request& request)
{
    Read read;
    take(request.query, read.arguments);
    if (request.method == "POST" && !request.body.isEmpty()) {
        const QByteArray type = request.mediaType();
        if (type.isEmpty()) {
            read.problem = QStringLiteral("missing_post_type");
        } else if (type == "application/json") {
            read.missingCharset = !request.header("Content-Type").toLower().contains("charset");
            if (!takeJson(request.body, read.arguments))
                read.problem = QStringLiteral("invalid_json");
        } else if (type == "application/x-www-form-urlencoded") {
            take(request.form(), read.arguments);
        } else {
            read.problem = QStringLiteral("invalid_post_type");
        }
    }
    read.token = request.bearerToken().reveal();
    if (read.token.isEmpty())
        read.token = read.arguments.text(QStringLiteral("token")).toUtf8();
    return read;
}

QString Arguments::text(const QString& name) const
{
    return m_values.value(name).toVariant().toString();
}

bool Arguments::flag(const QString& name, bool fallback) const
{
    if (!has(name))
        return fallback;
    const QString value = text(name);
    return value == u"true" || value == u"1";
}

std::optional<qint64> Arguments::number(const QString& name, qint64 fallback) const
{
    const QString value = text(name);
    if (value.isEmpty())
        return fallback;
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QJsonValue Arguments::json(const QString& name) const
{
    const QJsonValue value = m_values.value(name, QJsonValue(QJsonValue::Undefined));
    if (!value.isString())
        return value;
    const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
    if (document.isArray())
        return document.array();
    if (document.isObject())
        return document.object();
    return QJsonValue::Undefined;
}

QStringList Arguments::list(const QString& name) const
{
    if (const QJsonValue array = json(name); array.isArray()) {
        QStringList out;
        for (const QJsonValue& value : array.toArray())
            out << value.toString();
        return out;
    }
    QStringList out;
    for (const QString& word : text(name).split(u',', Qt::SkipEmptyParts))
        out << word.trimmed();
    return out;
}

}  // namespace refrain::sandbox
