#pragma once

#include "console/desk/deskstatus.h"
#include "console/desk/localchange.h"
#include "ui/common/textdelegate.h"

#include <QTimeZone>

#include <vector>

namespace refrain::ui {

/// What one card of the Sync screen says.
struct CardText {
    QString figure;
    Tone tone = Tone::Text;
    QString meaning;
    friend bool operator==(const CardText&, const CardText&) = default;
};

/// What is known, when, and in which zone it is told.
struct SyncFacts {
    const console::ConnectionState& connection;
    const console::LoadProgress& progress;
    Millis now = 0;
    QTimeZone zone;
};

/// Whether console and backend agree: green only while the backend answers. Without contact: since when, and what was
/// true then.
[[nodiscard]] CardText agreementCard(const console::Agreement& agreement, const SyncFacts& facts);
/// What waits here, since when; "every change is in force" only where the backend can say so.
[[nodiscard]] CardText outboxCard(const std::vector<console::LocalChange>& outbox, const SyncFacts& facts);
[[nodiscard]] CardText directoryCard(std::optional<Millis> syncedAt, qint64 people, qint64 channels,
                                     const SyncFacts& facts);

}  // namespace refrain::ui
