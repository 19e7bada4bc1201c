#pragma once

#include "service/usecases/directorywriter.h"
#include "store/databasepool.h"

#include <map>
#include <mutex>

namespace refrain::service {

/// Journals what Slack's events did to each workspace: one sync run an hour, not one per event. The run is brought up
/// to date each minute and enters the audit log when its hour is over. Any thread.
class EventsJournal {
public:
    static constexpr Millis span = 60 * 60 * 1000;

    EventsJournal(store::DatabasePool& pool, DirectoryWriter& writer, const Clock& clock, Random& random)
        : m_pool(pool), m_writer(writer), m_clock(clock), m_random(random)
    {
    }

    void note(const WorkspaceId& workspace, const SyncCounts& counts);
    /// An event that could not be dealt with: `sentence` is the run's error.
    void noteFailure(const WorkspaceId& workspace, const QString& sentence);
    /// A run of its own: no events can arrive.
    void noteOutage(const WorkspaceId& workspace, const QString& sentence);

    /// Once a minute.
    void keep();
    /// Before the program ends.
    void close();

private:
    struct Open {
        SyncRun run;
        bool isNew = true;  ///< Something was noted since it was last kept.
    };

    Open& openRun(const WorkspaceId& workspace);
    void keepAll(bool closing);
    void write(const WorkspaceId& workspace, const SyncRun& run, bool isOver);

    store::DatabasePool& m_pool;
    DirectoryWriter& m_writer;
    const Clock& m_clock;
    Random& m_random;
    std::mutex m_mutex;  // guards m_open
    std::map<WorkspaceId, Open> m_open;
};

}  // namespace refrain::service
