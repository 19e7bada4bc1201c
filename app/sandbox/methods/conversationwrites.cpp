#include "sandbox/delivery/events.h"
#include "sandbox/methods/conversations.h"
#include "sandbox/methods/methods.h"
#include "sandbox/state/groupdms.h"

#include <QJsonObject>
#include <QSet>

namespace refrain::sandbox {

namespace {

Answer opened(const World& world, const Person& person, qint64 created, bool already, const Call& call)
{
    QJsonObject json;
    if (already) {
        json.insert(QStringLiteral("no_op"), true);
        json.insert(QStringLiteral("already_open"), true);
    }
    json.insert(QStringLiteral("channel"), call.arguments.flag(QStringLiteral("return_im"))
                                               ? dmObject(world, person, created)
                                               : QJsonObject{{QStringLiteral("id"), world.dmId(person.index)}});
    return Answer::ok(json);
}

/// Why nobody can be written to, or nothing.
QString recipientProblem(const std::optional<Person>& person)
{
    if (!person || person->kind == PersonKind::Invited)
        return QStringLiteral("user_not_found");
    if (person->kind == PersonKind::Stranger)
        return QStringLiteral("user_not_visible");
    if (person->deleted)
        return QStringLiteral("user_disabled");
    return isBot(person->kind) ? QStringLiteral("cannot_dm_bot") : QString();
}

/// Of several people and the app.
Answer openGroup(const World& world, Ledger& ledger, const Clock& clock, const QStringList& users, const Call& call)
{
    if (!call.grant.scopes.contains(QStringLiteral("mpim:write")))
        return missingScope({QStringLiteral("mpim:write")}, call.grant.scopes);
    if (QSet<QString>(users.begin(), users.end()).size() != users.size())
        return Answer::fault(QStringLiteral("invalid_user_combination"));
    for (const QString& user : users) {
        if (const QString problem = recipientProblem(world.findPerson(user)); !problem.isEmpty())
            return Answer::fault(problem);
    }
    GroupDms groups(ledger);
    const std::optional<GroupDm> known = groups.among(users);
    if (!known && call.arguments.flag(QStringLiteral("prevent_creation")))
        return Answer::fault(QStringLiteral("channel_not_found"));
    const GroupDm group = known ? *known : groups.open(users, clock.now() / 1000);
    QJsonObject json{{QStringLiteral("channel"), call.arguments.flag(QStringLiteral("return_im"))
                                                     ? toJson(world, group)
                                                     : QJsonObject{{QStringLiteral("id"), group.id}}}};
    if (known) {
        json.insert(QStringLiteral("no_op"), true);
        json.insert(QStringLiteral("already_open"), true);
    }
    return Answer::ok(json);
}

Answer open(const World& world, Ledger& ledger, const Clock& clock, const Call& call)
{
    std::optional<Person> person;
    const QString channel = call.arguments.text(QStringLiteral("channel"));
    const QStringList users = call.arguments.list(QStringLiteral("users"));
    if (!channel.isEmpty()) {
        if (const std::optional<GroupDm> group = GroupDms(ledger).find(channel))
            return openGroup(world, ledger, clock, group->users, call);
        if (world.findChannel(channel))
            return Answer::fault(QStringLiteral("method_not_supported_for_channel_type"));
        person = world.findDm(channel);
        if (!person || !ledger.has(dmTable, channel))
            return Answer::fault(QStringLiteral("channel_not_found"));
    } else {
        if (users.isEmpty())
            return Answer::fault(QStringLiteral("users_list_not_supplied"));
        if (users.size() > 8)
            return Answer::fault(QStringLiteral("too_many_users"));
        if (users.size() > 1)
            return openGroup(world, ledger, clock, users, call);
        person = world.findPerson(users.front());
    }
    if (const QString problem = recipientProblem(person); !problem.isEmpty())
        return Answer::fault(problem);
    const QString id = world.dmId(person->index);
    const bool already = ledger.has(dmTable, id);
    const qint64 created =
        already ? ledger.get(dmTable, id).value(QStringLiteral("created")).toInteger() : clock.now() / 1000;
    if (!already && call.arguments.flag(QStringLiteral("prevent_creation")))
        return Answer::fault(QStringLiteral("channel_not_found"));
    ledger.put(dmTable, id, {{QStringLiteral("created"), created}});
    return opened(world, *person, created, already, call);
}

Answer join(World& world, Events& events, const Call& call)
{
    const QString id = call.arguments.text(QStringLiteral("channel"));
    if (id.isEmpty())
        return Answer::missingArgument(QStringLiteral("channel"));
    const std::optional<Channel> channel = world.findChannel(id);
    if (!channel)
        return Answer::fault(QStringLiteral("channel_not_found"));
    if (channel->isPrivate)
        return Answer::fault(QStringLiteral("method_not_supported_for_channel_type"));
    if (channel->archived)
        return Answer::fault(QStringLiteral("is_archived"));
    if (call.grant.person >= world.peopleCount())
        return Answer::fault(QStringLiteral("user_not_found"));
    const Person person = world.person(call.grant.person);
    const bool already = world.isMember(*channel, person);
    world.setMember(*channel, person, true);
    QJsonObject json{{QStringLiteral("channel"), channelObject(world, *channel, viewFor(call))}};
    if (already) {
        json.insert(QStringLiteral("warning"), QStringLiteral("already_in_channel"));
    } else {
        events.emitEvent({{QStringLiteral("type"), QStringLiteral("member_joined_channel")},
                          {QStringLiteral("user"), person.id},
                          {QStringLiteral("channel"), id},
                          {QStringLiteral("channel_type"), QStringLiteral("C")},
                          {QStringLiteral("team"), world.teamId()}},
                         QStringLiteral("channels:read"));
    }
    return Answer::ok(json);
}

}  // namespace

void addConversationWrites(MethodTable& table, World& world, Ledger& ledger, const Clock& clock, Events& events)
{
    table.add({QStringLiteral("conversations.open"),
               Tier::Three,
               Method::Needs::Token,
               {QStringLiteral("im:write"), QStringLiteral("mpim:write")},
               [&](const Call& call) { return open(world, ledger, clock, call); }});
    table.add({QStringLiteral("conversations.join"),
               Tier::Three,
               Method::Needs::Token,
               {QStringLiteral("channels:join"), QStringLiteral("channels:write")},
               [&](const Call& call) { return join(world, events, call); }});
}

}  // namespace refrain::sandbox
