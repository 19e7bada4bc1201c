#include "sandbox/practice/payloads.h"

#include "sandbox/views/blockrules.h"
#include "sandbox/views/entered.h"

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

QJsonValue enterpriseOf(const Occasion& occasion)
{
    if (!isWide(occasion))
        return {};
    return QJsonObject{{QStringLiteral("id"), occasion.world.enterpriseId()},
                       {QStringLiteral("name"), occasion.world.enterpriseName()}};
}

QString teamOf(const World& world, const Person& person)
{
    return person.kind == PersonKind::Stranger ? world.strangersTeamId() : world.teamId();
}

/// What every interaction tells: who acted, where, for which app.
QJsonObject interaction(const Occasion& occasion, const char* type)
{
    const World& world = occasion.world;
    return {{QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), occasion.member.id},
                                                 {QStringLiteral("username"), occasion.member.handle},
                                                 {QStringLiteral("name"), occasion.member.handle},
                                                 {QStringLiteral("team_id"), teamOf(world, occasion.member)}}},
            {QStringLiteral("api_app_id"), world.appId()},
            {QStringLiteral("token"), verificationToken},
            {QStringLiteral("trigger_id"), occasion.triggerId},
            {QStringLiteral("team"),
             QJsonObject{{QStringLiteral("id"), world.teamId()}, {QStringLiteral("domain"), world.teamDomain()}}},
            {QStringLiteral("enterprise"), enterpriseOf(occasion)},
            {QStringLiteral("is_enterprise_install"), isWide(occasion)}};
}

/// The state with what this very act chose.
QJsonObject stateAfter(const QJsonArray& blocks, QJsonObject entered, const QJsonObject& action,
                       const QStringList& values)
{
    const QString block = action.value(QStringLiteral("block_id")).toString();
    QJsonObject byAction = entered.value(block).toObject();
    byAction.insert(action.value(QStringLiteral("action_id")).toString(), QJsonArray::fromStringList(values));
    entered.insert(block, byAction);
    return {{QStringLiteral("values"), stateValues(blocks, entered)}};
}

QJsonObject withState(QJsonObject view, const QJsonObject& state)
{
    view.insert(QStringLiteral("state"), state);
    return view;
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

Press pressFrom(const QJsonObject& body)
{
    Press press;
    press.block = body.value(QStringLiteral("block")).toInt(-1);
    press.element = body.value(QStringLiteral("element")).toInt(-1);
    for (const QJsonValue& value : body.value(QStringLiteral("values")).toArray())
        press.values << value.toString();
    return press;
}

std::optional<QJsonObject> blockActionsPayload(const Occasion& occasion, const Message& message, const Press& press)
{
    const QJsonObject shown = messageObject(occasion.world, message);
    const QJsonArray blocks = shown.value(QStringLiteral("blocks")).toArray();
    const QJsonObject block = blocks.at(press.block).toObject();
    const std::optional<QJsonObject> action =
        actionOf(block, elementAt(block, press.element), press.values, slackTime(occasion.now));
    if (!action)
        return std::nullopt;
    const bool ephemeral = !message.onlyFor.isEmpty();
    QJsonObject payload = interaction(occasion, "block_actions");
    payload.insert(QStringLiteral("container"), QJsonObject{{QStringLiteral("type"), QStringLiteral("message")},
                                                            {QStringLiteral("message_ts"), message.ts},
                                                            {QStringLiteral("channel_id"), message.channel},
                                                            {QStringLiteral("is_ephemeral"), ephemeral}});
    payload.insert(QStringLiteral("channel"),
                   QJsonObject{{QStringLiteral("id"), message.channel},
                               {QStringLiteral("name"),
                                occasion.place.isDirect ? QStringLiteral("directmessage") : occasion.place.name}});
    payload.insert(QStringLiteral("state"), stateAfter(blocks, {}, *action, press.values));
    payload.insert(QStringLiteral("response_url"), occasion.responseUrl);
    payload.insert(QStringLiteral("actions"), QJsonArray{*action});
    if (!ephemeral)  // Slack keeps no ephemeral message that it could show
        payload.insert(QStringLiteral("message"), shown);
    return payload;
}

std::optional<QJsonObject> viewActionsPayload(const Occasion& occasion, const QJsonObject& view, const Press& press,
                                              const QJsonObject& entered)
{
    const QJsonArray blocks = view.value(QStringLiteral("blocks")).toArray();
    const QJsonObject block = blocks.at(press.block).toObject();
    const std::optional<QJsonObject> action =
        actionOf(block, elementAt(block, press.element), press.values, slackTime(occasion.now));
    if (!action)
        return std::nullopt;
    QJsonObject payload = interaction(occasion, "block_actions");
    payload.insert(QStringLiteral("container"),
                   QJsonObject{{QStringLiteral("type"), QStringLiteral("view")},
                               {QStringLiteral("view_id"), view.value(QStringLiteral("id"))}});
    payload.insert(QStringLiteral("view"), withState(view, stateAfter(blocks, entered, *action, press.values)));
    payload.insert(QStringLiteral("actions"), QJsonArray{*action});
    return payload;
}

QJsonObject viewSubmissionPayload(const Occasion& occasion, const QJsonObject& view, const QJsonObject& entered)
{
    const QJsonArray blocks = view.value(QStringLiteral("blocks")).toArray();
    QJsonObject payload = interaction(occasion, "view_submission");
    payload.insert(QStringLiteral("view"),
                   withState(view, {{QStringLiteral("values"), stateValues(blocks, entered, true)}}));
    payload.insert(QStringLiteral("response_urls"), QJsonArray());
    return payload;
}

QJsonObject viewClosedPayload(const Occasion& occasion, const QJsonObject& view, bool cleared)
{
    QJsonObject payload = interaction(occasion, "view_closed");
    payload.remove(QStringLiteral("trigger_id"));
    payload.insert(QStringLiteral("view"), view);
    payload.insert(QStringLiteral("is_cleared"), cleared);
    return payload;
}

QJsonObject homeOpenedEvent(const World& world, const Person& member, const QJsonObject& view)
{
    QJsonObject event{{QStringLiteral("type"), QStringLiteral("app_home_opened")},
                      {QStringLiteral("user"), member.id},
                      {QStringLiteral("channel"), world.dmId(member.index)},
                      {QStringLiteral("tab"), QStringLiteral("home")}};
    if (!view.isEmpty())
        event.insert(QStringLiteral("view"), view);
    return event;
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
        json.insert(QStringLiteral("blocks"), withIds(json.value(QStringLiteral("blocks")).toArray()));
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
