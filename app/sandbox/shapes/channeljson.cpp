#include "sandbox/shapes/channeljson.h"

#include <QJsonArray>

#include <algorithm>

namespace refrain::sandbox {

namespace {

QString nameOf(quint64 person, const World& world)
{
    return world.person(std::min(person, world.peopleCount() - 1)).id;
}

QJsonObject note(const World& world, const Channel& channel, const QString& text)
{
    const bool set = !text.isEmpty();
    return {{QStringLiteral("value"), text},
            {QStringLiteral("creator"), set ? nameOf(channel.creator, world) : QString()},
            {QStringLiteral("last_set"), set ? channel.updated / 1000 : 0}};
}

/// What conversations of every kind have to say about being shared.
QJsonObject sharing(const World& world, const Channel& channel)
{
    QJsonArray teams{world.teamId()};
    QJsonArray connected;
    if (channel.extShared) {
        teams.append(world.strangersTeamId());
        connected.append(world.strangersTeamId());
    }
    QJsonArray pending;
    if (channel.pendingExtShared)
        pending.append(world.strangersTeamId());
    return {{QStringLiteral("is_shared"), channel.extShared || channel.orgShared},
            {QStringLiteral("is_ext_shared"), channel.extShared},
            {QStringLiteral("is_org_shared"), channel.orgShared},
            {QStringLiteral("is_pending_ext_shared"), channel.pendingExtShared},
            {QStringLiteral("is_global_shared"), false},
            {QStringLiteral("is_org_default"), false},
            {QStringLiteral("is_org_mandatory"), false},
            {QStringLiteral("context_team_id"), world.teamId()},
            {QStringLiteral("conversation_host_id"), world.teamId()},
            {QStringLiteral("shared_team_ids"), teams},
            {QStringLiteral("internal_team_ids"), QJsonArray{world.teamId()}},
            {QStringLiteral("connected_team_ids"), connected},
            {QStringLiteral("pending_shared"), pending},
            {QStringLiteral("pending_connected_team_ids"), pending},
            {QStringLiteral("parent_conversation"), QJsonValue::Null},
            {QStringLiteral("unlinked"), 0}};
}

}  // namespace

QJsonObject channelObject(const World& world, const Channel& channel, const ChannelView& view)
{
    QJsonObject json = sharing(world, channel);
    const bool group = channel.isPrivate && channel.id.startsWith(u'G');
    json.insert(QStringLiteral("id"), channel.id);
    json.insert(QStringLiteral("name"), channel.name);
    json.insert(QStringLiteral("name_normalized"), normalized(channel.name));
    json.insert(QStringLiteral("previous_names"), QJsonArray::fromStringList(channel.previousNames));
    json.insert(QStringLiteral("is_channel"), !group);
    json.insert(QStringLiteral("is_group"), group);
    json.insert(QStringLiteral("is_im"), false);
    json.insert(QStringLiteral("is_mpim"), false);
    json.insert(QStringLiteral("is_private"), channel.isPrivate);
    json.insert(QStringLiteral("is_archived"), channel.archived);
    json.insert(QStringLiteral("is_general"), channel.general);
    json.insert(QStringLiteral("is_member"),
                view.viewer < world.peopleCount() && world.isMember(channel, world.person(view.viewer)));
    json.insert(QStringLiteral("created"), channel.created);
    json.insert(QStringLiteral("updated"), channel.updated);
    json.insert(QStringLiteral("creator"), nameOf(channel.creator, world));
    json.insert(QStringLiteral("topic"), note(world, channel, channel.topic));
    json.insert(QStringLiteral("purpose"), note(world, channel, channel.purpose));
    json.insert(QStringLiteral("properties"), QJsonObject{{QStringLiteral("tabs"), QJsonArray()}});
    if (view.memberCount)
        json.insert(QStringLiteral("num_members"), qint64(world.memberCount(channel)));
    if (view.locale)
        json.insert(QStringLiteral("locale"), QStringLiteral("en-US"));
    if (view.enterprise)
        json.insert(QStringLiteral("enterprise_id"), world.enterpriseId());
    return json;
}

QJsonObject dmObject(const World& world, const Person& person, qint64 created)
{
    return {{QStringLiteral("id"), world.dmId(person.index)},
            {QStringLiteral("created"), created},
            {QStringLiteral("updated"), created * 1000},
            {QStringLiteral("is_im"), true},
            {QStringLiteral("is_archived"), false},
            {QStringLiteral("is_org_shared"), false},
            {QStringLiteral("context_team_id"), world.teamId()},
            {QStringLiteral("user"), person.id},
            {QStringLiteral("is_user_deleted"), person.deleted},
            {QStringLiteral("priority"), 0}};
}

QJsonObject channelEventObject(const World& world, const Channel& channel)
{
    return {{QStringLiteral("id"), channel.id},
            {QStringLiteral("name"), channel.name},
            {QStringLiteral("name_normalized"), normalized(channel.name)},
            {QStringLiteral("created"), channel.created},
            {QStringLiteral("creator"), nameOf(channel.creator, world)},
            {QStringLiteral("context_team_id"), world.teamId()},
            {QStringLiteral("is_channel"), true},
            {QStringLiteral("is_group"), false},
            {QStringLiteral("is_im"), false},
            {QStringLiteral("is_mpim"), false},
            {QStringLiteral("is_private"), channel.isPrivate},
            {QStringLiteral("is_archived"), channel.archived},
            {QStringLiteral("is_general"), channel.general},
            {QStringLiteral("is_shared"), channel.extShared || channel.orgShared},
            {QStringLiteral("is_ext_shared"), channel.extShared},
            {QStringLiteral("is_org_shared"), channel.orgShared}};
}

}  // namespace refrain::sandbox
