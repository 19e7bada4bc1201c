#pragma once

#include "base/clock.h"
#include "base/id.h"

#include <QJsonObject>
#include <QString>

namespace refrain::slack {

/// Something that happened in a workspace: the envelope of the Events API (docs.slack.dev/apis/events-api).
struct Event {
    WorkspaceId workspace;  ///< The installation that is told; the event itself may concern another team.
    QString team;
    QString id;        ///< `Ev…`, the same for a repeated delivery.
    Millis at = 0;     ///< When it happened, to the second.
    QString type;      ///< `user_change`, `message`, …
    QJsonObject body;  ///< The inner `event`.

    /// Reads an `event_callback` envelope; anything else has an empty type.
    [[nodiscard]] static Event parse(const QJsonObject& envelope);
};

}  // namespace refrain::slack
