#include "sandbox/api/answer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace refrain::sandbox {

Answer Answer::ok(QJsonObject fields)
{
    fields.insert(QStringLiteral("ok"), true);
    return {std::move(fields), {}};
}

Answer Answer::written(QByteArray json)
{
    return {{}, std::move(json)};
}

Answer Answer::fault(const QString& word, QJsonObject extra)
{
    extra.insert(QStringLiteral("ok"), false);
    extra.insert(QStringLiteral("error"), word);
    return {std::move(extra), {}};
}

Answer Answer::badArguments(const QStringList& messages)
{
    QJsonArray list;
    for (const QString& message : messages)
        list.append(QStringLiteral("[ERROR] ") + message);
    return fault(QStringLiteral("invalid_arguments"),
                 {{QStringLiteral("response_metadata"), QJsonObject{{QStringLiteral("messages"), list}}}});
}

Answer Answer::missingArgument(const QString& name)
{
    return badArguments({QStringLiteral("missing required field: ") + name});
}

QByteArray Answer::bytes() const
{
    return raw.isEmpty() ? QJsonDocument(fields).toJson(QJsonDocument::Compact) : raw;
}

}  // namespace refrain::sandbox
