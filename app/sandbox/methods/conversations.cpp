// The reading half of conversations.*; conversationwrites.cpp has the other.
#include "sandbox/methods/conversations.h"
#include "sandbox/methods/methods.h"
#include "sandbox/state/groupdms.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace refrain::sandbox {

namespace {

constexpr quint64 largestPage = 999;
constexpr quint64 defaultPage = 100;

const QStringList allReads{QStringLiteral("channels:read"), QStringLiteral("groups:read"), QStringLiteral("im:read"),
                           QStringLiteral("mpim:read")};

QString scopeFor(const QString& type)
{
    if (type == u"public_channel")
        return QStringLiteral("channels:read");
    if (type == u"private_channel")
        return QStringLiteral("groups:read");
    if (type == u"im")
        return QStringLiteral("im:read");
    return type == u"mpim" ? QStringLiteral("mpim:read") : QString();
}

QJsonObject nextCursor(const QString& cursor)
{
    return {{QStringLiteral("next_cursor"), cursor}};
}

/// conversations.list: first all channels, then the direct messages that were opened, then those of groups. The page is
/// cut before the filters, so that it may come out short or empty long before the end.
class List {
public:
    List(const World& world, Ledger& ledger, const Cursors& cursors, const Call& call)
        : m_world(world), m_dms(ledger.all(dmTable)), m_groups(GroupDms(ledger).all()), m_cursors(cursors), m_call(call)
    {
    }

    Answer run()
    {
        m_types = m_call.arguments.list(QStringLiteral("types"));
        if (m_types.isEmpty())
            m_types << QStringLiteral("public_channel");
        if (const std::optional<Answer> refusal = checkTypes())
            return *refusal;
        const PageRequest page = pageRequest(m_call.arguments, m_cursors, QStringLiteral("channel"), largestPage);
        if (!page.problem.isEmpty())
            return Answer::fault(page.problem);
        const quint64 count = m_world.channelCount() + quint64(m_dms.size()) + m_groups.size();
        const quint64 end = std::min(count, page.from + (page.limit == 0 ? defaultPage : page.limit));
        QJsonArray channels;
        for (quint64 position = page.from; position < end; ++position)
            append(position, channels);
        const QString next = end < count ? m_cursors.make(QStringLiteral("channel"), end) : QString();
        return Answer::ok(
            {{QStringLiteral("channels"), channels}, {QStringLiteral("response_metadata"), nextCursor(next)}});
    }

private:
    std::optional<Answer> checkTypes() const
    {
        const QString team = m_call.arguments.text(QStringLiteral("team_id"));
        if (m_call.grant.enterprise && team.isEmpty())
            return Answer::fault(QStringLiteral("missing_argument"));
        if (m_call.grant.enterprise && team != m_world.teamId())
            return Answer::fault(QStringLiteral("team_not_found"));
        QStringList missing;
        for (const QString& type : m_types) {
            const QString scope = scopeFor(type);
            if (scope.isEmpty())
                return Answer::fault(QStringLiteral("invalid_types"));
            if (!m_call.grant.scopes.contains(scope))
                missing << scope;
        }
        if (missing.isEmpty())
            return std::nullopt;
        return missingScope(missing, m_call.grant.scopes);
    }

    void append(quint64 position, QJsonArray& out) const
    {
        const quint64 directly = position - m_world.channelCount();
        if (position < m_world.channelCount())
            appendChannel(m_world.channel(position), out);
        else if (directly >= quint64(m_dms.size()))
            appendGroup(m_groups[directly - quint64(m_dms.size())], out);
        else if (m_types.contains(QStringLiteral("im")))
            appendDm(std::next(m_dms.begin(), qsizetype(directly)), out);
    }

    void appendChannel(const Channel& channel, QJsonArray& out) const
    {
        const QString type = channel.isPrivate ? QStringLiteral("private_channel") : QStringLiteral("public_channel");
        if (!m_types.contains(type))
            return;
        if (channel.archived && m_call.arguments.flag(QStringLiteral("exclude_archived")))
            return;
        if (maySee(m_world, channel, m_call.grant))
            out.append(channelObject(m_world, channel, viewFor(m_call)));
    }

    void appendDm(QMap<QString, QJsonObject>::const_iterator dm, QJsonArray& out) const
    {
        if (const std::optional<Person> person = m_world.findDm(dm.key()))
            out.append(dmObject(m_world, *person, dm->value(QStringLiteral("created")).toInteger()));
    }

    void appendGroup(const GroupDm& group, QJsonArray& out) const
    {
        if (m_types.contains(QStringLiteral("mpim")))
            out.append(toJson(m_world, group));
    }

    const World& m_world;
    const QMap<QString, QJsonObject> m_dms;
    const std::vector<GroupDm> m_groups;
    const Cursors& m_cursors;
    const Call& m_call;
    QStringList m_types;
};

Answer info(const World& world, Ledger& ledger, const Call& call)
{
    const QString id = call.arguments.text(QStringLiteral("channel"));
    if (id.isEmpty())
        return Answer::missingArgument(QStringLiteral("channel"));
    if (const std::optional<Person> person = world.findDm(id)) {
        const QJsonObject dm = ledger.get(dmTable, id);
        if (dm.isEmpty())
            return Answer::fault(QStringLiteral("channel_not_found"));
        if (!call.grant.scopes.contains(QStringLiteral("im:read")))
            return missingScope({QStringLiteral("im:read")}, call.grant.scopes);
        return Answer::ok(
            {{QStringLiteral("channel"), dmObject(world, *person, dm.value(QStringLiteral("created")).toInteger())}});
    }
    if (const std::optional<GroupDm> group = GroupDms(ledger).find(id)) {
        if (!call.grant.scopes.contains(QStringLiteral("mpim:read")))
            return missingScope({QStringLiteral("mpim:read")}, call.grant.scopes);
        return Answer::ok({{QStringLiteral("channel"), toJson(world, *group)}});
    }
    const VisibleChannel found = visibleChannel(world, id, call);
    if (found.refusal)
        return *found.refusal;
    ChannelView view = viewFor(call);
    view.memberCount = call.arguments.flag(QStringLiteral("include_num_members"));
    view.locale = call.arguments.flag(QStringLiteral("include_locale"));
    return Answer::ok({{QStringLiteral("channel"), channelObject(world, *found.channel, view)}});
}

Answer members(const World& world, Ledger& ledger, const Cursors& cursors, const Call& call)
{
    const QString id = call.arguments.text(QStringLiteral("channel"));
    if (id.isEmpty())
        return Answer::missingArgument(QStringLiteral("channel"));
    const PageRequest page = pageRequest(call.arguments, cursors, QStringLiteral("member/") + id, largestPage);
    if (!page.problem.isEmpty())
        return Answer::fault(page.problem);
    if (const std::optional<Person> person = world.findDm(id))
        return Answer::ok({{QStringLiteral("members"), QJsonArray{person->id, world.botUserId()}},
                           {QStringLiteral("response_metadata"), nextCursor({})}});
    if (const std::optional<GroupDm> group = GroupDms(ledger).find(id))
        return Answer::ok(
            {{QStringLiteral("members"), QJsonArray::fromStringList(group->users + QStringList{world.botUserId()})},
             {QStringLiteral("response_metadata"), nextCursor({})}});
    const VisibleChannel found = visibleChannel(world, id, call);
    if (found.refusal)
        return *found.refusal;
    std::optional<quint64> next;
    const QStringList ids = world.members(*found.channel, page.from, page.limit == 0 ? defaultPage : page.limit, next);
    const QString cursor = next ? cursors.make(QStringLiteral("member/") + id, *next) : QString();
    return Answer::ok({{QStringLiteral("members"), QJsonArray::fromStringList(ids)},
                       {QStringLiteral("response_metadata"), nextCursor(cursor)}});
}

}  // namespace

bool maySee(const World& world, const Channel& channel, const Grant& grant)
{
    return !channel.isPrivate ||
           (grant.person < world.peopleCount() && world.isMember(channel, world.person(grant.person)));
}

ChannelView viewFor(const Call& call)
{
    return {call.grant.person, false, false, call.grant.enterprise};
}

VisibleChannel visibleChannel(const World& world, const QString& id, const Call& call)
{
    VisibleChannel found{world.findChannel(id), {}};
    if (!found.channel || !maySee(world, *found.channel, call.grant)) {
        found.refusal = Answer::fault(QStringLiteral("channel_not_found"));
        return found;
    }
    const QString scope = found.channel->isPrivate ? QStringLiteral("groups:read") : QStringLiteral("channels:read");
    if (!call.grant.scopes.contains(scope))
        found.refusal = missingScope({scope}, call.grant.scopes);
    return found;
}

void addConversationReads(MethodTable& table, const World& world, Ledger& ledger, const Cursors& cursors)
{
    table.add({QStringLiteral("conversations.list"), Tier::Two, Method::Needs::Token, allReads,
               [&](const Call& call) { return List(world, ledger, cursors, call).run(); }});
    table.add({QStringLiteral("conversations.info"), Tier::Three, Method::Needs::Token, allReads,
               [&](const Call& call) { return info(world, ledger, call); }});
    table.add({QStringLiteral("conversations.members"), Tier::Four, Method::Needs::Token, allReads,
               [&](const Call& call) { return members(world, ledger, cursors, call); }});
}

}  // namespace refrain::sandbox
