#pragma once

#include "sandbox/world/world.h"

#include <QJsonObject>

namespace refrain::sandbox {

/// Whose eyes a channel is seen with, and what of it was asked for.
struct ChannelView {
    quint64 viewer = People::appBot;  ///< Index of the token's user.
    bool memberCount = false;
    bool locale = false;
    bool enterprise = false;
};

/// A Slack conversation object (docs.slack.dev/reference/objects/conversation-object).
[[nodiscard]] QJsonObject channelObject(const World& world, const Channel& channel, const ChannelView& view);

/// The direct message between the app's bot and `person`.
[[nodiscard]] QJsonObject dmObject(const World& world, const Person& person, qint64 created);

/// The few fields that channel_created and channel_rename carry.
[[nodiscard]] QJsonObject channelEventObject(const World& world, const Channel& channel);

}  // namespace refrain::sandbox
