#include "service/slackside/messages.h"

namespace refrain::service {

QJsonObject ephemeral(const QString& text, const QJsonArray& blocks)
{
    QJsonObject message{{QStringLiteral("response_type"), QStringLiteral("ephemeral")}, {QStringLiteral("text"), text}};
    if (!blocks.isEmpty())
        message.insert(QStringLiteral("blocks"), blocks);
    return message;
}

QJsonObject inPlace(const QString& text, const QJsonArray& blocks)
{
    QJsonObject message = ephemeral(text, blocks);
    message.insert(QStringLiteral("replace_original"), true);
    return message;
}

QString oneMoment()
{
    return QStringLiteral("One moment: this takes a little longer. The result follows here.");
}

QString tooBusy()
{
    return QStringLiteral(
        "Refrain has too much to do right now, so nothing was changed. Please try again in a minute.");
}

}  // namespace refrain::service
