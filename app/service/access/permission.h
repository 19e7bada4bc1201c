#pragma once

#include "domain/actor.h"

namespace refrain::service {

/// What a route asks of whoever calls it. Every route names one; the table in permission.cpp is the only
/// place that knows which role has which.
enum class Permission {
    Read,        ///< See the workspace, its people and its log.
    ChangeOne,   ///< Change one subject's preference.
    Send,        ///< Send notifications.
    SeeSent,     ///< See what became of a notification.
    Decide,      ///< Ask for decisions.
    MintLinks,   ///< Make opt-out links.
    Administer,  ///< Everything else: categories, batches, members, keys, erasure, syncs.
};

/// Contract, the table of roles.
[[nodiscard]] bool may(Role role, Permission permission);

/// Names of private channels are for admins only.
[[nodiscard]] bool seesPrivateChannels(Role role);

/// A reason is required of support with every change, and of senders, who may what support may.
[[nodiscard]] bool needsReason(Role role);

}  // namespace refrain::service
