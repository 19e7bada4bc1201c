#pragma once

#include "sandbox/api/method.h"
#include "sandbox/shapes/channeljson.h"
#include "sandbox/world/world.h"

#include <optional>

/// What the halves of conversations.* and chat.* share.
namespace refrain::sandbox {

/// Ledger table of the direct messages that the app has opened, by `D…` id.
inline const QString dmTable = QStringLiteral("dms");

/// Public channels are seen by all, private ones by their members alone.
[[nodiscard]] bool maySee(const World& world, const Channel& channel, const Grant& grant);

[[nodiscard]] ChannelView viewFor(const Call& call);

/// A channel that the call may read, or the refusal.
struct VisibleChannel {
    std::optional<Channel> channel;
    std::optional<Answer> refusal;
};
[[nodiscard]] VisibleChannel visibleChannel(const World& world, const QString& id, const Call& call);

}  // namespace refrain::sandbox
