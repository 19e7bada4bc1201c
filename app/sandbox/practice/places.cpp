#include "sandbox/practice/places.h"

namespace refrain::sandbox {

namespace {

constexpr quint64 searchDepth = 2000;
constexpr size_t mostPlaces = 100;

Place placeOf(const Channel& channel)
{
    return {channel.id, channel.name, false, channel.isPrivate};
}

}  // namespace

Place Places::direct(const Person& member) const
{
    return {m_world.dmId(member.index), authorName(m_world.botUserId()), true, false};
}

/// Slack opens no direct message between an app and people of other companies.
bool Places::hasDirect(const Person& member) const
{
    return member.kind != PersonKind::Stranger;
}

std::vector<Place> Places::of(const Person& member) const
{
    std::vector<Place> places;
    if (hasDirect(member))
        places.push_back(direct(member));
    const quint64 count = std::min(m_world.channelCount(), searchDepth);
    for (quint64 index = 0; index < count && places.size() < mostPlaces; ++index) {
        const Channel channel = m_world.channel(index);
        if (!channel.archived && m_world.isMember(channel, member))
            places.push_back(placeOf(channel));
    }
    return places;
}

std::optional<Place> Places::find(const Person& member, const QString& id) const
{
    if (id == m_world.dmId(member.index))
        return hasDirect(member) ? std::optional(direct(member)) : std::nullopt;
    const std::optional<Channel> channel = m_world.findChannel(id);
    if (!channel || channel->archived || !m_world.isMember(*channel, member))
        return std::nullopt;
    return placeOf(*channel);
}

std::vector<Message> Places::messages(const Person& member, const Place& place) const
{
    std::vector<Message> messages = m_mailbox.inChannel(place.id);
    std::erase_if(messages,
                  [&](const Message& message) { return !message.onlyFor.isEmpty() && message.onlyFor != member.id; });
    return messages;
}

QString Places::authorName(const QString& id) const
{
    const std::optional<Person> author = m_world.findPerson(id);
    if (!author)
        return id;
    return author->displayName.isEmpty() ? author->realName : author->displayName;
}

}  // namespace refrain::sandbox
