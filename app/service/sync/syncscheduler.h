#pragma once

#include "service/background/taskpool.h"
#include "service/sync/directorysync.h"

#include <mutex>
#include <set>

namespace refrain::service {

/// Decides when a workspace's directory is read: after it was connected, when somebody asks, and when the last
/// reading is older than the interval. One run per workspace at a time.
class SyncScheduler {
public:
    static constexpr Millis defaultInterval = 30 * 60 * 1000;

    SyncScheduler(const DirectorySync::Parts& parts, Millis interval = defaultInterval);

    /// The run that is under way now, be it new or not. Any thread.
    [[nodiscard]] Result<SyncRun> request(const WorkspaceId& workspace);

    /// Starts what is due: runs that a stop cut short, and workspaces not read for an interval.
    void startDue();

private:
    [[nodiscard]] Result<bool> isDue(store::Database& database, const store::Workspace& workspace) const;
    void carryOut(const WorkspaceId& workspace, const SyncRun& run);

    DirectorySync::Parts m_parts;
    Millis m_interval;
    DirectorySync m_sync;
    std::mutex m_mutex;  // guards m_running
    std::set<WorkspaceId> m_running;
    TaskPool m_tasks;  // last: its threads end before what they use
};

}  // namespace refrain::service
