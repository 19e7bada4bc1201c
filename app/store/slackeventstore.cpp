#include "store/slackeventstore.h"

namespace refrain::store {

Result<bool> SlackEventStore::isKnown(const WorkspaceId& workspace, const QString& event)
{
    const Result<qint64> found =
        m_database.number("SELECT 1 FROM slack_events WHERE workspace = ? AND event = ?", {workspace, event});
    if (!found)
        return found.error();
    return *found == 1;
}

Result<> SlackEventStore::note(const WorkspaceId& workspace, const QString& event, Millis now)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO slack_events (workspace, event, received_at) VALUES (?, ?, ?)"
        " ON CONFLICT (workspace, event) DO NOTHING",
        {workspace, event, now});
    return done ? Result<>() : Result<>(done.error());
}

Result<> SlackEventStore::forgetExpired(Millis now)
{
    const Result<qint64> done = m_database.run("DELETE FROM slack_events WHERE received_at < ?", {now - keptFor});
    return done ? Result<>() : Result<>(done.error());
}

}  // namespace refrain::store
