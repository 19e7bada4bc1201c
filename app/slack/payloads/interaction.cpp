#include "slack/payloads/interaction.h"

#include "slack/payloads/installation.h"

#include <QJsonArray>

namespace refrain::slack {
namespace {

QString textAt(const QJsonObject& object, const char* outer, const char* inner)
{
    return object.value(QLatin1String(outer)).toObject().value(QLatin1String(inner)).toString();
}

QStringList valuesOf(const QJsonObject& action)
{
    const auto valueOf = [](const QJsonValue& option) {
        return option.toObject().value(QLatin1String("value")).toString();
    };
    if (action.contains(QLatin1String("value")))
        return {action.value(QLatin1String("value")).toString()};
    if (action.value(QLatin1String("selected_option")).isObject())
        return {valueOf(action.value(QLatin1String("selected_option")))};
    QStringList values;
    for (const QJsonValue& option : action.value(QLatin1String("selected_options")).toArray())
        values << valueOf(option);
    return values;
}

Interaction::Action actionOf(const QJsonObject& action)
{
    return {action.value(QLatin1String("action_id")).toString(), action.value(QLatin1String("block_id")).toString(),
            valuesOf(action)};
}

}  // namespace

Interaction Interaction::parse(const QJsonObject& payload)
{
    const QJsonArray actions = payload.value(QLatin1String("actions")).toArray();
    const QJsonObject container = payload.value(QLatin1String("container")).toObject();
    Interaction read;
    read.type = payload.value(QLatin1String("type")).toString();
    read.userTeam = textAt(payload, "user", "team_id");
    read.team = textAt(payload, "team", "id");
    read.workspace =
        installationOf(payload.value(QLatin1String("is_enterprise_install")), textAt(payload, "enterprise", "id"),
                       read.team.isEmpty() ? read.userTeam : read.team);
    read.user = SubjectId(textAt(payload, "user", "id"));
    read.userName = textAt(payload, "user", "name");
    read.channel = textAt(payload, "channel", "id");
    if (read.channel.isEmpty())
        read.channel = container.value(QLatin1String("channel_id")).toString();
    read.messageTs = container.value(QLatin1String("message_ts")).toString();
    read.isEphemeral = container.value(QLatin1String("is_ephemeral")).toBool();
    read.viewId = textAt(payload, "view", "id");
    read.callbackId = textAt(payload, "view", "callback_id");
    read.responseUrl = Secret(payload.value(QLatin1String("response_url")).toString().toUtf8());
    read.triggerId = payload.value(QLatin1String("trigger_id")).toString();
    read.actionTs = actions.first().toObject().value(QLatin1String("action_ts")).toString();
    for (const QJsonValue& action : actions)
        read.actions.push_back(actionOf(action.toObject()));
    read.payload = payload;
    return read;
}

std::optional<Millis> Interaction::pressedAt() const
{
    bool isNumber = false;
    const double seconds = actionTs.toDouble(&isNumber);
    return isNumber && seconds > 0 ? std::optional<Millis>(Millis(seconds * 1000)) : std::nullopt;
}

}  // namespace refrain::slack
