#pragma once

#include "sandbox/shapes/jsonwriter.h"
#include "sandbox/world/world.h"

#include <QJsonObject>

namespace refrain::sandbox {

/// What the caller may see or asked for.
struct UserView {
    bool email = false;       ///< `users:read.email`
    bool locale = false;      ///< `include_locale`
    bool enterprise = false;  ///< The workspace belongs to an organization.
};

/// Writes one Slack user object (docs.slack.dev/reference/objects/user-object) as an element or after
/// a key: deactivated people come abbreviated, strangers without address.
void writeUser(JsonWriter& json, const World& world, const Person& person, const UserView& view);

/// The same as an object, for events.
[[nodiscard]] QJsonObject userObject(const World& world, const Person& person, const UserView& view);

}  // namespace refrain::sandbox
