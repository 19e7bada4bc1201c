// Who belongs to which channel: the second half of World.
#include "sandbox/world/world.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace refrain::sandbox {

namespace {
constexpr quint64 guestsChannel = 2;  // #support: the one channel of every single-channel guest

/// Who has a place in every channel of their kind: the app's bot, and one of another company, so that there is always
/// somebody in what is shared.
constexpr std::array regulars{People::appBot, People::neighbour};

bool isRegular(quint64 person)
{
    return std::find(regulars.begin(), regulars.end(), person) != regulars.end();
}
}  // namespace

bool World::mayBelong(const Channel& channel, PersonKind kind, bool deleted, quint64 index) const
{
    if (deleted)
        return false;
    switch (kind) {
        case PersonKind::Member:
        case PersonKind::Admin:
        case PersonKind::Owner:
        case PersonKind::PrimaryOwner: return true;
        case PersonKind::Guest: return !channel.general;
        case PersonKind::SingleChannelGuest: return channel.index == guestsChannel;
        case PersonKind::Stranger: return channel.extShared;
        case PersonKind::Bot: return !channel.general && index % 2 == 0;
        case PersonKind::AppBot: return m_channels.hasBot(channel.index);
        case PersonKind::Invited:
        case PersonKind::WorkflowBot:
        case PersonKind::ConnectorBot:
        case PersonKind::Slackbot: return false;
    }
    return false;
}

std::optional<bool> World::movedMember(quint64 channel, quint64 person) const
{
    const auto moves = m_moves.constFind(channel);
    if (moves == m_moves.cend())
        return std::nullopt;
    const auto move = moves->constFind(person);
    return move == moves->cend() ? std::nullopt : std::optional(*move);
}

bool World::belongs(const Channel& channel, quint64 person) const
{
    PersonKind kind = m_people.kindAt(person);
    bool deleted = m_people.deletedAt(person);
    if (m_personChanges.contains(person)) {
        const Person changed = this->person(person);
        kind = changed.kind;
        deleted = changed.deleted;
    }
    if (const std::optional<bool> moved = movedMember(channel.index, person))
        return *moved && !deleted;
    return mayBelong(channel, kind, deleted, person);
}

quint64 World::places(const Channel& channel) const
{
    const quint64 first = channel.general ? peopleCount() : m_channels.places(channel.index);
    const auto comers = m_comers.constFind(channel.index);
    // One more place for each regular, and one for each who came later.
    return first + regulars.size() + (comers == m_comers.cend() ? 0 : comers->size());
}

std::optional<quint64> World::personAtPlace(const Channel& channel, quint64 place) const
{
    const quint64 first = channel.general ? peopleCount() : m_channels.places(channel.index);
    if (place < first)
        return channel.general ? place : m_channels.personAt(channel.index, place);
    const auto already = [&](quint64 person) {
        return channel.general ? person < peopleCount() : m_channels.hasPlace(channel.index, person);
    };
    const quint64 beyond = place - first;
    const bool isComer = beyond >= regulars.size();
    const quint64 person = isComer ? m_comers.value(channel.index)[beyond - regulars.size()] : regulars[size_t(beyond)];
    if (isComer && isRegular(person))
        return std::nullopt;  // has a place already
    return person >= peopleCount() || already(person) ? std::nullopt : std::optional(person);
}

bool World::isMember(const Channel& channel, const Person& person) const
{
    if (const std::optional<bool> moved = movedMember(channel.index, person.index))
        return *moved && !person.deleted;
    const bool placed = channel.general || isRegular(person.index) || m_channels.hasPlace(channel.index, person.index);
    return placed && mayBelong(channel, person.kind, person.deleted, person.index);
}

quint64 World::memberCount(const Channel& channel) const
{
    if (channel.general && m_generalCount)
        return *m_generalCount;
    quint64 count = 0;
    for (quint64 place = 0; place < places(channel); ++place) {
        const std::optional<quint64> person = personAtPlace(channel, place);
        if (person && belongs(channel, *person))
            ++count;
    }
    if (channel.general)
        m_generalCount = count;
    return count;
}

QStringList World::members(const Channel& channel, quint64 place, quint64 count, std::optional<quint64>& next) const
{
    QStringList ids;
    const quint64 end = places(channel);
    for (; place < end && quint64(ids.size()) < count; ++place) {
        const std::optional<quint64> person = personAtPlace(channel, place);
        if (person && belongs(channel, *person))
            ids << m_people.idAt(*person);
    }
    next = place < end ? std::optional(place) : std::nullopt;
    return ids;
}

void World::setMember(const Channel& channel, const Person& person, bool member)
{
    if (isMember(channel, person) == member)
        return;
    std::vector<quint64>& comers = m_comers[channel.index];
    if (member && std::find(comers.begin(), comers.end(), person.index) == comers.end())
        comers.push_back(person.index);
    m_moves[channel.index].insert(person.index, member);
    m_generalCount.reset();
    m_ledger.put(QStringLiteral("members"), QStringLiteral("%1/%2").arg(channel.index).arg(person.index),
                 {{QStringLiteral("channel"), qint64(channel.index)},
                  {QStringLiteral("person"), qint64(person.index)},
                  {QStringLiteral("in"), member}});
}

}  // namespace refrain::sandbox
