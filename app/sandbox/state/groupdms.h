#pragma once

#include "sandbox/state/ledger.h"
#include "sandbox/world/world.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace refrain::sandbox {

/// A direct message among several people and the app's bot: an `mpim`.
struct GroupDm {
    QString id;         ///< `C…`, as of any channel.
    QStringList users;  ///< Without the bot, sorted.
    qint64 created = 0;
};

/// The group direct messages that were opened: one for the same people, whoever is named first. Call with the sandbox's
/// lock held.
class GroupDms {
public:
    explicit GroupDms(Ledger& ledger) : m_ledger(ledger) {}

    [[nodiscard]] std::optional<GroupDm> find(const QString& id) const;
    [[nodiscard]] std::optional<GroupDm> among(QStringList users) const;
    [[nodiscard]] std::vector<GroupDm> all() const;
    GroupDm open(QStringList users, qint64 created);

private:
    Ledger& m_ledger;
};

/// A Slack conversation object.
[[nodiscard]] QJsonObject toJson(const World& world, const GroupDm& group);

}  // namespace refrain::sandbox
