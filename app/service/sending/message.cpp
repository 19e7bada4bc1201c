#include "service/sending/message.h"

#include <QJsonObject>

namespace refrain::service {

QJsonArray messageBlocks(const QString& text, const QJsonArray& below)
{
    if (below.isEmpty())
        return {};
    const QJsonObject said{{QStringLiteral("type"), QStringLiteral("mrkdwn")}, {QStringLiteral("text"), text}};
    QJsonArray blocks{QJsonObject{{QStringLiteral("type"), QStringLiteral("section")}, {QStringLiteral("text"), said}}};
    for (const QJsonValue& block : below)
        blocks.append(block);
    return blocks;
}

}  // namespace refrain::service
