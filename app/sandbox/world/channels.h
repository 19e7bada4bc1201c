#pragma once

#include "sandbox/world/channel.h"
#include "sandbox/world/ids.h"

#include <optional>

namespace refrain::sandbox {

/// All channels the seed makes, and who belongs to them: pure functions of (seed, index). Any thread.
///
/// Members of a channel are the first places of a shuffle of everybody, so that they can be listed
/// in steps and one person can be asked about without listing.
class Channels {
public:
    Channels(quint64 seed, quint64 people);

    [[nodiscard]] Channel at(quint64 index) const;
    [[nodiscard]] std::optional<quint64> indexOf(QStringView id) const;
    [[nodiscard]] QString idAt(quint64 index) const;
    [[nodiscard]] bool privateAt(quint64 index) const;

    /// How many places the shuffle of this channel has; people who cannot be members fall out later.
    [[nodiscard]] quint64 places(quint64 channel) const;
    /// REQUIRES: place < places(channel).
    [[nodiscard]] quint64 personAt(quint64 channel, quint64 place) const;
    [[nodiscard]] bool hasPlace(quint64 channel, quint64 person) const;
    /// Whether the app's bot was in the channel from the start.
    [[nodiscard]] bool hasBot(quint64 channel) const;

    static constexpr quint64 general = 0;

private:
    [[nodiscard]] Permutation shuffle(quint64 channel) const;

    quint64 m_seed;
    quint64 m_people;
    IdScheme m_ids;
};

}  // namespace refrain::sandbox
