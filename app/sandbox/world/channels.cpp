#include "sandbox/world/channels.h"

#include "sandbox/world/draw.h"

#include <QLatin1String>

#include <algorithm>
#include <array>

namespace refrain::sandbox {

namespace {

enum Stream : quint64 { ShapeStream = 101, MemberStream, PlaceStream, PrivateStream };

constexpr std::array firstNames{
    "general", "random",   "support", "announcements",     "engineering",   "design",    "sales",     "leads",
    "lunch",   "war-room", "exec",    "partner-northwind", "old-migration", "help-desk", "incidents", "people-team"};

constexpr std::array prefixes{u"team", u"proj",   u"help",         u"feed",  u"ext",
                              u"tmp",  u"région", u"プロジェクト", u"проект"};
constexpr std::array subjects{u"atlas",      u"billing", u"café",    u"deploys", u"events", u"falcon", u"growth",
                              u"hiring",     u"ideas",   u"juniper", u"kitchen", u"logs",   u"mobile", u"news",
                              u"onboarding", u"privacy", u"quality", u"release", u"search", u"travel"};

template <size_t N>
QString word(const std::array<const char16_t*, N>& from, Draw& draw)
{
    return QString::fromUtf16(from[draw.below(N)]);
}

}  // namespace

Channels::Channels(quint64 seed, quint64 people)
    : m_seed(seed), m_people(std::max<quint64>(people, 1)), m_ids(seed, IdFamily::Channel)
{
}

bool Channels::privateAt(quint64 index) const
{
    if (index < firstNames.size())
        return index == 9 || index == 10 || index == 7;
    return Draw(m_seed, PrivateStream, index).percent(25);
}

QString Channels::idAt(quint64 index) const
{
    // Private channels made before 2021 kept their G.
    return m_ids.encode(index, privateAt(index) && index % 4 == 1 ? 'G' : 'C');
}

std::optional<quint64> Channels::indexOf(QStringView id) const
{
    const std::optional<quint64> index = m_ids.decode(id);
    if (!index || idAt(*index) != id)
        return std::nullopt;
    return index;
}

Channel Channels::at(quint64 index) const
{
    Draw draw(m_seed, ShapeStream, index);
    Channel channel;
    channel.index = index;
    channel.id = idAt(index);
    channel.general = index == general;
    channel.isPrivate = privateAt(index);
    channel.created = 1'546'300'800 + draw.below(126'000'000);
    channel.updated = (channel.created + draw.below(90'000'000)) * 1000;
    channel.creator = index < firstNames.size() ? 0 : draw.below(quint32(std::min<quint64>(m_people, 1U << 31)));
    if (index < firstNames.size()) {
        channel.name = QLatin1String(firstNames[index]);
        channel.archived = channel.name == u"old-migration";
        channel.extShared = channel.name == u"partner-northwind";
    } else {
        channel.name = QStringLiteral("%1-%2-%3").arg(word(prefixes, draw), word(subjects, draw)).arg(index);
        channel.archived = draw.percent(10);
        channel.extShared = !channel.archived && draw.percent(5);
        channel.pendingExtShared = !channel.archived && !channel.extShared && draw.percent(1);
        channel.orgShared = !channel.extShared && draw.percent(3);
        if (draw.percent(8))
            channel.previousNames << QStringLiteral("old-%1-%2").arg(word(subjects, draw)).arg(index);
    }
    if (draw.percent(60))
        channel.topic = QStringLiteral("All about %1 <https://wiki.acme.test/%2>").arg(channel.name).arg(index);
    if (draw.percent(70))
        channel.purpose = QStringLiteral("Talk about %1 & what comes next").arg(channel.name);
    return channel;
}

quint64 Channels::places(quint64 channel) const
{
    if (channel == general)
        return m_people;
    const quint64 wanted = 3 + Draw(m_seed, PlaceStream, channel).below(channel < firstNames.size() ? 400 : 150);
    return std::min(wanted, m_people);
}

Permutation Channels::shuffle(quint64 channel) const
{
    return Permutation(mix(m_seed, MemberStream, channel), m_people);
}

quint64 Channels::personAt(quint64 channel, quint64 place) const
{
    return channel == general ? place : shuffle(channel).forward(place);
}

bool Channels::hasPlace(quint64 channel, quint64 person) const
{
    if (person >= m_people)
        return false;
    return channel == general || shuffle(channel).inverse(person) < places(channel);
}

bool Channels::hasBot(quint64 channel) const
{
    if (channel < firstNames.size())
        return channel <= 2 || channel == 9;
    return Draw(m_seed, MemberStream, channel).oneIn(3);
}

void applyChange(const QJsonObject& change, Channel& channel)
{
    if (const QJsonValue name = change.value(QStringLiteral("name")); name.isString()) {
        if (name.toString() != channel.name)
            channel.previousNames.prepend(channel.name);
        channel.name = name.toString();
    }
    if (const QJsonValue topic = change.value(QStringLiteral("topic")); topic.isString())
        channel.topic = topic.toString();
    if (const QJsonValue purpose = change.value(QStringLiteral("purpose")); purpose.isString())
        channel.purpose = purpose.toString();
    channel.archived = change.value(QStringLiteral("archived")).toBool(channel.archived);
    channel.updated = change.value(QStringLiteral("updated")).toInteger(channel.updated);
}

}  // namespace refrain::sandbox
