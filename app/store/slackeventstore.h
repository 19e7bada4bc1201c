#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// Which of Slack's events were dealt with, so that a repeated delivery changes nothing.
class SlackEventStore {
public:
    /// Slack repeats for an hour, with delayed events for a day.
    static constexpr Millis keptFor = 3LL * 24 * 60 * 60 * 1000;

    explicit SlackEventStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<bool> isKnown(const WorkspaceId& workspace, const QString& event);
    /// Noting it again changes nothing.
    [[nodiscard]] Result<> note(const WorkspaceId& workspace, const QString& event, Millis now);
    [[nodiscard]] Result<> forgetExpired(Millis now);

private:
    Database& m_database;
};

}  // namespace refrain::store
