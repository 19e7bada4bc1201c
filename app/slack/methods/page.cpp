#include "slack/methods/page.h"

#include "slack/failure.h"

namespace refrain::slack {

Result<QJsonArray> pageRows(const QJsonObject& answer, const QString& method, QLatin1String name)
{
    const QJsonValue rows = answer.value(name);
    if (!rows.isArray())
        return unreadable(method, QStringLiteral("no array \"%1\"").arg(name));
    return rows.toArray();
}

QString nextCursor(const QJsonObject& answer)
{
    return answer.value(QLatin1String("response_metadata")).toObject().value(QLatin1String("next_cursor")).toString();
}

}  // namespace refrain::slack
