#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "domain/address.h"

#include <QJsonObject>

namespace refrain::wire {

/// A profile as it was sent: the address that wins, and the names of what was given beside it and is dropped.
struct ProfileRequest {
    Address address;
    QStringList dropped;
};

/// `{"slack": {…}}` by the contract's precedence. Invalid where none of the four is given, the winner cannot be an
/// address, or its token is missing; whether a webhook's host is right is for the caller to check.
[[nodiscard]] Result<ProfileRequest> profileRequestFromJson(const QJsonObject& object);

/// A profile as it is told: secrets masked.
struct ProfileAnswer {
    QString distinctId;
    Address address;
    SubjectId aliasOf;  ///< The member or channel of this workspace that it is; empty: none.
    QString problem;    ///< Slack's word for why it cannot be reached; empty: nothing is known against it.
    Millis updatedAt = 0;
    QStringList warnings;
};

[[nodiscard]] QJsonObject toJson(const ProfileAnswer& profile);

}  // namespace refrain::wire
