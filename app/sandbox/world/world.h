#pragma once

#include "base/clock.h"
#include "sandbox/state/ledger.h"
#include "sandbox/world/channels.h"
#include "sandbox/world/people.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace refrain::sandbox {

struct WorldSize {
    quint64 users = 1000;
    quint64 channels = 50;
    quint64 seed = 1;

    /// The words by which a state file remembers which world it belongs to.
    [[nodiscard]] QString toString() const;
};

/// The practice workspace: what the seed makes, with what has changed since laid over it. Costs
/// memory for differences only. Not thread-safe: the owner locks.
class World {
public:
    /// `ledger` and `clock` outlive this.
    World(const WorldSize& size, Ledger& ledger, const Clock& clock);

    [[nodiscard]] const WorldSize& size() const { return m_size; }
    [[nodiscard]] quint64 peopleCount() const { return m_size.users + m_joined; }
    [[nodiscard]] quint64 channelCount() const { return m_size.channels + m_opened; }

    [[nodiscard]] const QString& teamId() const { return m_teamId; }
    [[nodiscard]] const QString& strangersTeamId() const { return m_strangersTeamId; }
    [[nodiscard]] const QString& enterpriseId() const { return m_enterpriseId; }
    [[nodiscard]] const QString& appId() const { return m_appId; }
    [[nodiscard]] QString teamName() const { return QStringLiteral("Acme Practice"); }
    [[nodiscard]] QString teamDomain() const { return QStringLiteral("acme-practice"); }
    [[nodiscard]] QString enterpriseName() const { return QStringLiteral("Acme Group"); }
    [[nodiscard]] QString botUserId() const { return m_people.idAt(People::appBot); }
    [[nodiscard]] QString botId(quint64 person) const { return m_botIds.encode(person); }

    /// REQUIRES: index < peopleCount().
    [[nodiscard]] Person person(quint64 index) const;
    [[nodiscard]] std::optional<Person> findPerson(QStringView id) const;
    /// People with an address, deactivated ones included; case does not matter.
    [[nodiscard]] std::optional<Person> findByEmail(const QString& email) const;
    [[nodiscard]] const Names& names() const { return m_people.names(); }

    /// REQUIRES: index < channelCount().
    [[nodiscard]] Channel channel(quint64 index) const;
    [[nodiscard]] std::optional<Channel> findChannel(QStringView id) const;
    /// By name, as `#general` or `general`.
    [[nodiscard]] std::optional<Channel> findChannelByName(const QString& name) const;

    [[nodiscard]] QString dmId(quint64 person) const { return m_dmIds.encode(person); }
    /// The person behind a direct message's id.
    [[nodiscard]] std::optional<Person> findDm(QStringView id) const;

    [[nodiscard]] bool isMember(const Channel& channel, const Person& person) const;
    [[nodiscard]] quint64 memberCount(const Channel& channel) const;
    /// Members from `place` on, at most `count`; `next` becomes the place to go on from, or nothing at the end.
    [[nodiscard]] QStringList members(const Channel& channel, quint64 place, quint64 count,
                                      std::optional<quint64>& next) const;

    /// Lays `change` (applyChange()'s keys) over the account and stamps `updated`.
    Person changePerson(quint64 index, QJsonObject change);
    /// One more account, made from the seed like the rest, with `change` over it.
    Person addPerson(const QJsonObject& change);
    Channel changeChannel(quint64 index, QJsonObject change);
    Channel addChannel(const QJsonObject& change);
    void setMember(const Channel& channel, const Person& person, bool member);

private:
    [[nodiscard]] bool mayBelong(const Channel& channel, PersonKind kind, bool deleted, quint64 index) const;
    [[nodiscard]] std::optional<bool> movedMember(quint64 channel, quint64 person) const;
    [[nodiscard]] bool belongs(const Channel& channel, quint64 person) const;
    [[nodiscard]] quint64 places(const Channel& channel) const;
    [[nodiscard]] std::optional<quint64> personAtPlace(const Channel& channel, quint64 place) const;
    void remember();

    WorldSize m_size;
    Ledger& m_ledger;
    const Clock& m_clock;
    People m_people;
    Channels m_channels;
    IdScheme m_dmIds;
    IdScheme m_botIds;
    QString m_teamId;
    QString m_strangersTeamId;
    QString m_enterpriseId;
    QString m_appId;

    quint64 m_joined = 0;  ///< Accounts that joined after the start.
    quint64 m_opened = 0;  ///< Channels that were opened after the start.
    QHash<quint64, QJsonObject> m_personChanges;
    QHash<quint64, QJsonObject> m_channelChanges;
    QHash<QString, quint64> m_changedEmails;
    QHash<quint64, QHash<quint64, bool>> m_moves;  ///< Channel, person, is a member now.
    QHash<quint64, std::vector<quint64>> m_comers;
    mutable std::optional<quint64> m_generalCount;
};

}  // namespace refrain::sandbox
