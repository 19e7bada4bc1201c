#pragma once

#include "domain/subject.h"

#include <QJsonObject>
#include <QString>

namespace refrain::slack {

/// A member as Slack tells it; every field may be missing for deactivated people.
struct User {
    Subject subject;  ///< What Refrain keeps of them; updatedAt is Slack's own `updated`, in ms.
    QString teamId;
    bool isAdmin = false;    ///< Admin or owner of the workspace, or of the organization.
    bool isInvited = false;  ///< Has not joined yet.

    /// Reads Slack's user object; a row without an id has an empty subject id.
    [[nodiscard]] static User parse(const QJsonObject& user);
};

}  // namespace refrain::slack
