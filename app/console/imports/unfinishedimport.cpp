#include "console/imports/unfinishedimport.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::console {

namespace {

QJsonObject toJson(const QHash<QString, QString>& texts)
{
    QJsonObject json;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QHash<QString, QString> textsIn(const QJsonValue& value)
{
    const QJsonObject json = value.toObject();
    QHash<QString, QString> texts;
    for (auto it = json.begin(); it != json.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

}  // namespace

QByteArray toText(const UnfinishedImport& import)
{
    const wire::RowFormat& format = import.plan.format;
    const ColumnMapping& mapping = import.plan.mapping;
    const QJsonObject json{{QStringLiteral("id"), import.id},
                           {QStringLiteral("key"), QString::fromLatin1(import.key)},
                           {QStringLiteral("stamp"), import.stamp},
                           {QStringLiteral("path"), import.plan.path},
                           {QStringLiteral("encoding"), int(format.encoding)},
                           {QStringLiteral("isJson"), format.isJson},
                           {QStringLiteral("delimiter"), int(format.delimiter)},
                           {QStringLiteral("hasHeader"), format.hasHeader},
                           {QStringLiteral("columns"), toJson(mapping.columns)},
                           {QStringLiteral("same"), toJson(mapping.same)},
                           {QStringLiteral("categories"), toJson(mapping.categories)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<UnfinishedImport> unfinishedImportFromText(const QByteArray& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto at = [&json](const char* key) { return json.value(QLatin1String(key)); };
    UnfinishedImport import;
    import.id = at("id").toString();
    import.key = at("key").toString().toLatin1();
    import.stamp = at("stamp").toString();
    import.plan.path = at("path").toString();
    import.plan.format = {wire::RowFormat::Encoding(at("encoding").toInt()), at("isJson").toBool(),
                          char(at("delimiter").toInt()), at("hasHeader").toBool()};
    import.plan.mapping = {textsIn(at("columns")), textsIn(at("same")), textsIn(at("categories"))};
    if (import.id.isEmpty() || import.key.isEmpty() || import.plan.path.isEmpty())
        return std::nullopt;
    return import;
}

}  // namespace refrain::console
