#include "sandbox/state/groupdms.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace refrain::sandbox {
namespace {

const QString table = QStringLiteral("mpims");

/// By who is in it, so that the same people always meet in the same place.
QString idOf(const QStringList& users)
{
    const QByteArray hash =
        QCryptographicHash::hash(users.join(QLatin1Char(' ')).toLatin1(), QCryptographicHash::Sha256);
    const quint64 number = hash.left(5).toHex().toULongLong(nullptr, 16);
    return QStringLiteral("C0M") + QString::number(number, 36).toUpper().rightJustified(8, QLatin1Char('0'));
}

GroupDm groupOf(const QString& id, const QJsonObject& record)
{
    GroupDm group{id, {}, record.value(QLatin1String("created")).toInteger()};
    for (const QJsonValue& user : record.value(QLatin1String("users")).toArray())
        group.users << user.toString();
    return group;
}

}  // namespace

std::optional<GroupDm> GroupDms::find(const QString& id) const
{
    const QJsonObject record = m_ledger.get(table, id);
    return record.isEmpty() ? std::nullopt : std::optional(groupOf(id, record));
}

std::optional<GroupDm> GroupDms::among(QStringList users) const
{
    users.sort();
    return find(idOf(users));
}

std::vector<GroupDm> GroupDms::all() const
{
    std::vector<GroupDm> groups;
    const QMap<QString, QJsonObject>& records = m_ledger.all(table);
    for (auto record = records.begin(); record != records.end(); ++record)
        groups.push_back(groupOf(record.key(), record.value()));
    return groups;
}

GroupDm GroupDms::open(QStringList users, qint64 created)
{
    users.sort();
    const GroupDm group{idOf(users), users, created};
    m_ledger.put(table, group.id,
                 {{QStringLiteral("users"), QJsonArray::fromStringList(users)}, {QStringLiteral("created"), created}});
    return group;
}

QJsonObject toJson(const World& world, const GroupDm& group)
{
    QStringList names;
    for (const QString& user : group.users) {
        const std::optional<Person> person = world.findPerson(user);
        names << (person ? person->handle : user);
    }
    const QString name = QStringLiteral("mpdm-%1-1").arg(names.join(QStringLiteral("--")));
    return {{QStringLiteral("id"), group.id},
            {QStringLiteral("name"), name},
            {QStringLiteral("name_normalized"), name},
            {QStringLiteral("is_channel"), false},
            {QStringLiteral("is_group"), true},
            {QStringLiteral("is_im"), false},
            {QStringLiteral("is_mpim"), true},
            {QStringLiteral("is_private"), true},
            {QStringLiteral("is_archived"), false},
            {QStringLiteral("is_member"), true},
            {QStringLiteral("created"), group.created},
            {QStringLiteral("updated"), group.created * 1000},
            {QStringLiteral("creator"), world.botUserId()},
            {QStringLiteral("context_team_id"), world.teamId()}};
}

}  // namespace refrain::sandbox
