#include "sandbox/practice/payloads.h"

#include <QJsonArray>

namespace refrain::sandbox {

namespace {

const QString verificationToken = QStringLiteral("practice-verification-token");

bool isWide(const Occasion& occasion)
{
    return occasion.workspace == occasion.world.enterpriseId();
}

QString slackTime(Millis now)
{
    return QStringLiteral("%1.%2").arg(now / 1000).arg(now % 1000 * 1000, 6, 10, QLatin1Char('0'));
}

QJsonArray withBlockIds(QJsonArray blocks)
{
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        QJsonObject block = blocks.at(i).toObject();
        if (block.value(QStringLiteral("block_id")).toString().isEmpty())
            block.insert(QStringLiteral("block_id"), QStringLiteral("b%1").arg(i));
        blocks.replace(i, block);
    }
    return blocks;
}

/// The element's options, those of its groups included.
QList<QJsonObject> optionsOf(const QJsonObject& element)
{
    QList<QJsonObject> options;
    for (const QJsonValue& option : element.value(QStringLiteral("options")).toArray())
        options << option.toObject();
    for (const QJsonValue& group : element.value(QStringLiteral("option_groups")).toArray())
        options << optionsOf(group.toObject());
    return options;
}

/// Adds to `action` what was chosen; false where a value is none of the element's.
bool addChoice(const QJsonObject& element, const QStringList& values, QJsonObject& action)
{
    const QString type = element.value(QStringLiteral("type")).toString();
    if (type == QStringLiteral("button")) {
        for (const char* name : {"text", "value"})
            if (element.contains(QLatin1String(name)))
                action.insert(QLatin1String(name), element.value(QLatin1String(name)));
        return true;
    }
    QJsonArray chosen;
    for (const QJsonObject& option : optionsOf(element))
        if (values.contains(option.value(QStringLiteral("value")).toString()))
            chosen.append(option);
    if (chosen.size() != values.size())
        return false;
    const bool several = type == QStringLiteral("checkboxes") || type.startsWith(QStringLiteral("multi_"));
    if (several)
        action.insert(QStringLiteral("selected_options"), chosen);
    else
        action.insert(QStringLiteral("selected_option"), chosen.isEmpty() ? QJsonValue() : chosen.first());
    return several || chosen.size() <= 1;
}

std::optional<QJsonObject> actionOf(const QJsonArray& blocks, const Press& press, Millis now)
{
    const QJsonObject block = blocks.at(press.block).toObject();
    const QJsonObject element = press.element < 0
                                    ? block.value(QStringLiteral("accessory")).toObject()
                                    : block.value(QStringLiteral("elements")).toArray().at(press.element).toObject();
    if (element.value(QStringLiteral("action_id")).toString().isEmpty())
        return std::nullopt;
    QJsonObject action{{QStringLiteral("type"), element.value(QStringLiteral("type"))},
                       {QStringLiteral("block_id"), block.value(QStringLiteral("block_id"))},
                       {QStringLiteral("action_id"), element.value(QStringLiteral("action_id"))},
                       {QStringLiteral("action_ts"), slackTime(now)}};
    if (!addChoice(element, press.values, action))
        return std::nullopt;
    return action;
}

/// `state.values`: what stands chosen after the act.
QJsonObject stateOf(const QJsonObject& action)
{
    QJsonObject entry{{QStringLiteral("type"), action.value(QStringLiteral("type"))}};
    for (const char* name : {"selected_option", "selected_options"})
        if (action.contains(QLatin1String(name)))
            entry.insert(QLatin1String(name), action.value(QLatin1String(name)));
    if (entry.size() == 1)
        return {{QStringLiteral("values"), QJsonObject()}};
    const QJsonObject byAction{{action.value(QStringLiteral("action_id")).toString(), entry}};
    return {{QStringLiteral("values"), QJsonObject{{action.value(QStringLiteral("block_id")).toString(), byAction}}}};
}

}  // namespace

QJsonObject commandPayload(const Occasion& occasion, const QString& command, const QString& text)
{
    const World& world = occasion.world;
    const QString channelName = occasion.place.isDirect    ? QStringLiteral("directmessage")
                                : occasion.place.isPrivate ? QStringLiteral("privategroup")
                                                           : occasion.place.name;
    QJsonObject fields{
        {QStringLiteral("token"), verificationToken},
        {QStringLiteral("team_id"), world.teamId()},
        {QStringLiteral("team_domain"), world.teamDomain()},
        {QStringLiteral("channel_id"), occasion.place.id},
        {QStringLiteral("channel_name"), channelName},
        {QStringLiteral("user_id"), occasion.member.id},
        {QStringLiteral("user_name"), occasion.member.handle},
        {QStringLiteral("command"), command},
        {QStringLiteral("text"), text},
        {QStringLiteral("api_app_id"), world.appId()},
        {QStringLiteral("is_enterprise_install"), isWide(occasion) ? QStringLiteral("true") : QStringLiteral("false")},
        {QStringLiteral("response_url"), occasion.responseUrl},
        {QStringLiteral("trigger_id"), occasion.triggerId}};
    if (isWide(occasion)) {
        fields.insert(QStringLiteral("enterprise_id"), world.enterpriseId());
        fields.insert(QStringLiteral("enterprise_name"), world.enterpriseName());
    }
    return fields;
}

std::optional<QJsonObject> blockActionsPayload(const Occasion& occasion, const Message& message, const Press& press)
{
    const World& world = occasion.world;
    const QJsonObject shown = messageObject(world, message);
    const std::optional<QJsonObject> action =
        actionOf(shown.value(QStringLiteral("blocks")).toArray(), press, occasion.now);
    if (!action)
        return std::nullopt;
    const bool ephemeral = !message.onlyFor.isEmpty();
    const QJsonObject team{{QStringLiteral("id"), world.teamId()}, {QStringLiteral("domain"), world.teamDomain()}};
    const QJsonObject enterprise{{QStringLiteral("id"), world.enterpriseId()},
                                 {QStringLiteral("name"), world.enterpriseName()}};
    QJsonObject payload{{QStringLiteral("type"), QStringLiteral("block_actions")},
                        {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), occasion.member.id},
                                                             {QStringLiteral("username"), occasion.member.handle},
                                                             {QStringLiteral("name"), occasion.member.handle},
                                                             {QStringLiteral("team_id"), world.teamId()}}},
                        {QStringLiteral("api_app_id"), world.appId()},
                        {QStringLiteral("token"), verificationToken},
                        {QStringLiteral("container"), QJsonObject{{QStringLiteral("type"), QStringLiteral("message")},
                                                                  {QStringLiteral("message_ts"), message.ts},
                                                                  {QStringLiteral("channel_id"), message.channel},
                                                                  {QStringLiteral("is_ephemeral"), ephemeral}}},
                        {QStringLiteral("trigger_id"), occasion.triggerId},
                        {QStringLiteral("team"), team},
                        {QStringLiteral("enterprise"), isWide(occasion) ? QJsonValue(enterprise) : QJsonValue()},
                        {QStringLiteral("is_enterprise_install"), isWide(occasion)},
                        {QStringLiteral("channel"),
                         QJsonObject{{QStringLiteral("id"), message.channel},
                                     {QStringLiteral("name"), occasion.place.isDirect ? QStringLiteral("directmessage")
                                                                                      : occasion.place.name}}},
                        {QStringLiteral("state"), stateOf(*action)},
                        {QStringLiteral("response_url"), occasion.responseUrl},
                        {QStringLiteral("actions"), QJsonArray{*action}}};
    if (!ephemeral)  // Slack keeps no ephemeral message that it could show
        payload.insert(QStringLiteral("message"), shown);
    return payload;
}

QJsonObject messageObject(const World& world, const Message& message)
{
    QJsonObject json = message.content;
    json.insert(QStringLiteral("type"), QStringLiteral("message"));
    json.insert(QStringLiteral("user"), message.author);
    json.insert(QStringLiteral("ts"), message.ts);
    json.insert(QStringLiteral("team"), world.teamId());
    if (message.author == world.botUserId()) {
        json.insert(QStringLiteral("bot_id"), world.botId(People::appBot));
        json.insert(QStringLiteral("app_id"), world.appId());
    }
    if (json.contains(QStringLiteral("blocks")))
        json.insert(QStringLiteral("blocks"), withBlockIds(json.value(QStringLiteral("blocks")).toArray()));
    return json;
}

QJsonObject directMessageEvent(const World& world, const Message& message)
{
    QJsonObject event = messageObject(world, message);
    event.insert(QStringLiteral("channel"), message.channel);
    event.insert(QStringLiteral("channel_type"), QStringLiteral("im"));
    return event;
}

}  // namespace refrain::sandbox
