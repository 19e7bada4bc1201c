#pragma once

#include "base/id.h"

#include <QString>

#include <optional>

namespace refrain::console {

/// `refrain://workspace/T…/subject/U…`: one person or channel, for a ticket or a wiki. It opens something to look at
/// and never does anything.
struct DeepLink {
    WorkspaceId workspace;
    SubjectId subject;

    /// None for anything else, to the letter: another place, a query, a port, a name that no Slack ID can be. What a
    /// browser or a mail hands over is not to be trusted.
    [[nodiscard]] static std::optional<DeepLink> fromString(const QString& text);
    [[nodiscard]] QString toString() const;

    friend bool operator==(const DeepLink&, const DeepLink&) = default;
};

}  // namespace refrain::console
