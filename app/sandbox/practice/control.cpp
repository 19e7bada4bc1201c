#include "sandbox/practice/control.h"

#include "sandbox/delivery/events.h"
#include "sandbox/shapes/channeljson.h"
#include "sandbox/shapes/userjson.h"
#include "sandbox/state/grants.h"
#include "sandbox/state/webhooks.h"

#include <QJsonArray>

namespace refrain::sandbox {

namespace {

QJsonObject typed(const char* type, QJsonObject fields)
{
    fields.insert(QStringLiteral("type"), QLatin1String(type));
    return fields;
}

QJsonObject revoked(const QJsonArray& people, const QJsonArray& bots)
{
    return typed("tokens_revoked", {{QStringLiteral("tokens"),
                                     QJsonObject{{QStringLiteral("oauth"), people}, {QStringLiteral("bot"), bots}}}});
}

}  // namespace

Control::Control(World& world, Grants& grants, Webhooks& webhooks, Mailbox& mailbox, Events& events, Faults& faults,
                 RateLimiter& limiter, const Clock& clock)
    : m_world(world),
      m_grants(grants),
      m_webhooks(webhooks),
      m_mailbox(mailbox),
      m_events(events),
      m_faults(faults),
      m_limiter(limiter),
      m_clock(clock)
{
}

QJsonObject Control::changeUser(const Person& before, const QJsonObject& change)
{
    const Person person = m_world.changePerson(before.index, change);
    if (person.deleted && !before.deleted && m_grants.dropUser(person.index))
        m_events.emitEvent(revoked({person.id}, {}));
    const QJsonObject user = userObject(m_world, person, {true, true, false});
    m_events.emitEvent(
        typed("user_change", {{QStringLiteral("user"), user}, {QStringLiteral("cache_ts"), m_clock.now() / 1000}}),
        QStringLiteral("users:read"));
    return user;
}

QJsonObject Control::addUser(const QJsonObject& change)
{
    const Person person = m_world.addPerson(change);
    const QJsonObject user = userObject(m_world, person, {true, true, false});
    m_events.emitEvent(
        typed("team_join", {{QStringLiteral("user"), user}, {QStringLiteral("cache_ts"), m_clock.now() / 1000}}),
        QStringLiteral("users:read"));
    return user;
}

void Control::emitForChannel(const Channel& channel, const char* name, const QJsonObject& fields)
{
    if (!channel.isPrivate)
        return m_events.emitEvent(typed((QByteArray("channel_") + name).constData(), fields),
                                  QStringLiteral("channels:read"));
    const bool seen =
        m_world.peopleCount() > People::appBot && m_world.isMember(channel, m_world.person(People::appBot));
    if (seen)
        m_events.emitEvent(typed((QByteArray("group_") + name).constData(), fields), QStringLiteral("groups:read"));
}

QJsonObject Control::changeChannel(const Channel& before, const QJsonObject& change)
{
    const Channel channel = m_world.changeChannel(before.index, change);
    if (channel.name != before.name)
        emitForChannel(channel, "rename", {{QStringLiteral("channel"), channelEventObject(m_world, channel)}});
    if (channel.archived != before.archived)
        emitForChannel(channel, channel.archived ? "archive" : "unarchive",
                       {{QStringLiteral("channel"), channel.id},
                        {QStringLiteral("user"), m_world.person(People::primaryOwner).id}});
    return channelObject(m_world, channel, {});
}

QJsonObject Control::addChannel(const QJsonObject& change)
{
    const Channel channel = m_world.addChannel(change);
    if (!channel.isPrivate)
        emitForChannel(channel, "created", {{QStringLiteral("channel"), channelEventObject(m_world, channel)}});
    return channelObject(m_world, channel, {});
}

void Control::setMember(const Channel& channel, const Person& person, bool member)
{
    if (m_world.isMember(channel, person) == member)
        return;
    m_world.setMember(channel, person, member);
    const QString scope = channel.isPrivate ? QStringLiteral("groups:read") : QStringLiteral("channels:read");
    m_events.emitEvent(
        typed(member ? "member_joined_channel" : "member_left_channel",
              {{QStringLiteral("user"), person.id},
               {QStringLiteral("channel"), channel.id},
               {QStringLiteral("channel_type"), channel.isPrivate ? QStringLiteral("G") : QStringLiteral("C")},
               {QStringLiteral("team"), m_world.teamId()}}),
        scope);
}

void Control::uninstall(const QString& workspace)
{
    m_grants.uninstall(workspace);
    m_webhooks.removeAll(workspace);
    // Slack promises no order of the two.
    m_events.emitTo(workspace, revoked({}, {m_world.botUserId()}));
    m_events.emitTo(workspace, typed("app_uninstalled", {}));
}

}  // namespace refrain::sandbox
