#pragma once

#include "domain/actor.h"
#include "domain/subject.h"

#include <QJsonObject>

namespace refrain::service {

/// The subject as this role may see it: of a private channel everybody but an admin learns the id and what was chosen
/// for it, and neither name nor topic.
[[nodiscard]] Subject visibleTo(Role role, Subject subject);

/// The same for a subject's record in the change feed.
[[nodiscard]] QJsonObject recordVisibleTo(Role role, QJsonObject record);

}  // namespace refrain::service
