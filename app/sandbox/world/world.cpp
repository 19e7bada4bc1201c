#include "sandbox/world/world.h"

#include <algorithm>
#include <utility>

namespace refrain::sandbox {

namespace {

const QString peopleTable = QStringLiteral("people");
const QString channelsTable = QStringLiteral("channels");
const QString membersTable = QStringLiteral("members");
const QString countsTable = QStringLiteral("counts");

void merge(QJsonObject& into, const QJsonObject& change)
{
    for (auto field = change.begin(); field != change.end(); ++field)
        into.insert(field.key(), field.value());
}

}  // namespace

QString WorldSize::toString() const
{
    return QStringLiteral("seed %1, %2 users, %3 channels").arg(seed).arg(users).arg(channels);
}

World::World(const WorldSize& size, Ledger& ledger, const Clock& clock)
    : m_size(size),
      m_ledger(ledger),
      m_clock(clock),
      m_people(size.seed),
      m_channels(size.seed, size.users),
      m_dmIds(size.seed, IdFamily::DirectMessage),
      m_botIds(size.seed, IdFamily::Bot),
      m_teamId(IdScheme(size.seed, IdFamily::Team).encode(0)),
      m_strangersTeamId(IdScheme(size.seed, IdFamily::Team).encode(1)),
      m_enterpriseId(IdScheme(size.seed, IdFamily::Enterprise).encode(0)),
      m_appId(IdScheme(size.seed, IdFamily::App).encode(0))
{
    remember();
}

void World::remember()
{
    const QJsonObject counts = m_ledger.get(countsTable, QStringLiteral("world"));
    m_joined = quint64(counts.value(QStringLiteral("joined")).toInteger());
    m_opened = quint64(counts.value(QStringLiteral("opened")).toInteger());
    const QMap<QString, QJsonObject>& people = m_ledger.all(peopleTable);
    for (auto change = people.begin(); change != people.end(); ++change) {
        m_personChanges.insert(change.key().toULongLong(), change.value());
        if (const QString email = change->value(QStringLiteral("email")).toString(); !email.isEmpty())
            m_changedEmails.insert(email.toLower(), change.key().toULongLong());
    }
    const QMap<QString, QJsonObject>& channels = m_ledger.all(channelsTable);
    for (auto change = channels.begin(); change != channels.end(); ++change)
        m_channelChanges.insert(change.key().toULongLong(), change.value());
    for (const QJsonObject& move : m_ledger.all(membersTable)) {
        const quint64 channel = quint64(move.value(QStringLiteral("channel")).toInteger());
        const quint64 person = quint64(move.value(QStringLiteral("person")).toInteger());
        const bool in = move.value(QStringLiteral("in")).toBool();
        m_moves[channel].insert(person, in);
        if (in)
            m_comers[channel].push_back(person);
    }
}

Person World::person(quint64 index) const
{
    Q_ASSERT(index < peopleCount());
    Person person = m_people.at(index);
    if (const auto change = m_personChanges.constFind(index); change != m_personChanges.cend())
        applyChange(*change, person);
    return person;
}

std::optional<Person> World::findPerson(QStringView id) const
{
    const std::optional<quint64> index = m_people.indexOf(id);
    if (!index || *index >= peopleCount())
        return std::nullopt;
    return person(*index);
}

std::optional<Person> World::findByEmail(const QString& email) const
{
    std::optional<quint64> index = m_people.indexFromEmail(email);
    if (const auto changed = m_changedEmails.constFind(email.toLower()); changed != m_changedEmails.cend())
        index = *changed;
    if (!index || *index >= peopleCount())
        return std::nullopt;
    Person found = person(*index);
    if (found.email.isEmpty() || found.email.compare(email, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return found;
}

Channel World::channel(quint64 index) const
{
    Q_ASSERT(index < channelCount());
    Channel channel = m_channels.at(index);
    if (const auto change = m_channelChanges.constFind(index); change != m_channelChanges.cend())
        applyChange(*change, channel);
    return channel;
}

std::optional<Channel> World::findChannel(QStringView id) const
{
    const std::optional<quint64> index = m_channels.indexOf(id);
    if (!index || *index >= channelCount())
        return std::nullopt;
    return channel(*index);
}

std::optional<Channel> World::findChannelByName(const QString& name) const
{
    const QString wanted = name.startsWith(u'#') ? name.mid(1) : name;
    for (quint64 index = 0; index < channelCount(); ++index) {
        Channel found = channel(index);
        if (found.name == wanted)
            return found;
    }
    return std::nullopt;
}

std::optional<Person> World::findDm(QStringView id) const
{
    const std::optional<quint64> index = m_dmIds.decode(id);
    if (!index || *index >= peopleCount() || dmId(*index) != id)
        return std::nullopt;
    return person(*index);
}

Person World::changePerson(quint64 index, QJsonObject change)
{
    QJsonObject& stored = m_personChanges[index];
    if (!change.contains(QStringLiteral("updated")))
        change.insert(QStringLiteral("updated"), m_clock.now() / 1000);
    merge(stored, change);
    if (const QString email = stored.value(QStringLiteral("email")).toString(); !email.isEmpty())
        m_changedEmails.insert(email.toLower(), index);
    m_ledger.put(peopleTable, QString::number(index), stored);
    m_generalCount.reset();
    return person(index);
}

Person World::addPerson(const QJsonObject& change)
{
    const quint64 index = peopleCount();
    ++m_joined;
    m_ledger.put(countsTable, QStringLiteral("world"),
                 {{QStringLiteral("joined"), qint64(m_joined)}, {QStringLiteral("opened"), qint64(m_opened)}});
    // Whoever joins is an ordinary, active member unless the caller says otherwise.
    QJsonObject first{{QStringLiteral("kind"), QStringLiteral("member")}, {QStringLiteral("deleted"), false}};
    merge(first, change);
    return changePerson(index, first);
}

Channel World::changeChannel(quint64 index, QJsonObject change)
{
    QJsonObject& stored = m_channelChanges[index];
    if (!change.contains(QStringLiteral("updated")))
        change.insert(QStringLiteral("updated"), m_clock.now());
    merge(stored, change);
    m_ledger.put(channelsTable, QString::number(index), stored);
    return channel(index);
}

Channel World::addChannel(const QJsonObject& change)
{
    const quint64 index = channelCount();
    ++m_opened;
    m_ledger.put(countsTable, QStringLiteral("world"),
                 {{QStringLiteral("joined"), qint64(m_joined)}, {QStringLiteral("opened"), qint64(m_opened)}});
    QJsonObject first{{QStringLiteral("archived"), false}};
    merge(first, change);
    return changeChannel(index, first);
}

}  // namespace refrain::sandbox
