#include "service/sending/message.h"

#include <QJsonObject>

namespace refrain::service {

QJsonArray messageBlocks(const Message& message, const QJsonArray& below)
{
    QJsonArray blocks = message.blocks;
    if (blocks.isEmpty() && below.isEmpty())
        return {};
    if (blocks.isEmpty()) {
        const QJsonObject said{{QStringLiteral("type"), QStringLiteral("mrkdwn")},
                               {QStringLiteral("text"), message.text}};
        blocks.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("section")}, {QStringLiteral("text"), said}});
    }
    for (const QJsonValue& block : below)
        blocks.append(block);
    return blocks;
}

}  // namespace refrain::service
