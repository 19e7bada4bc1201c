#include "service/sync/syncscheduler.h"

#include "base/log.h"
#include "store/syncstore.h"

namespace refrain::service {
namespace {

constexpr int syncThreads = 2;
constexpr int syncQueue = 10'000;

}  // namespace

SyncScheduler::SyncScheduler(const DirectorySync::Parts& parts, Millis interval)
    : m_parts(parts), m_interval(interval), m_sync(parts), m_tasks(syncThreads, syncQueue)
{
}

Result<SyncRun> SyncScheduler::request(const WorkspaceId& workspace)
{
    const std::lock_guard lock(m_mutex);
    const Result<SyncRun> run = m_sync.begin(workspace);
    if (!run || !m_running.insert(workspace).second)
        return run;
    if (!m_tasks.run([this, workspace, run = *run] { carryOut(workspace, run); })) {
        m_running.erase(workspace);
        return Error::unavailable(QStringLiteral("Too many directories are being read right now; try again later."));
    }
    return run;
}

void SyncScheduler::carryOut(const WorkspaceId& workspace, const SyncRun& run)
{
    const Result<SyncRun> done = m_sync.perform(workspace, run);
    if (!done && !done.error().is(ErrorCode::Cancelled))
        qCWarning(log::sync) << workspace.toString() << done.error().toString();
    const std::lock_guard lock(m_mutex);
    m_running.erase(workspace);
}

void SyncScheduler::startDue()
{
    const Result<store::Database*> database = m_parts.pool.connection();
    const auto workspaces = database ? store::WorkspaceStore(**database, m_parts.vault).all()
                                     : Result<std::vector<store::Workspace>>(database.error());
    if (!workspaces) {
        qCWarning(log::sync) << workspaces.error().toString();
        return;
    }
    for (const store::Workspace& workspace : *workspaces) {
        const Result<bool> due = isDue(**database, workspace);
        if (due && !*due)
            continue;
        const Result<SyncRun> run = due ? request(workspace.id) : Result<SyncRun>(due.error());
        if (!run)
            qCWarning(log::sync) << workspace.id.toString() << run.error().toString();
    }
}

Result<bool> SyncScheduler::isDue(store::Database& database, const store::Workspace& workspace) const
{
    if (workspace.status != store::WorkspaceStatus::Active)
        return false;
    const Result<std::optional<SyncRun>> last = store::SyncStore(database).last(workspace.id, SyncKind::Directory);
    if (!last)
        return last.error();
    if (!*last || (*last)->outcome == SyncOutcome::Running)
        return true;
    return (*last)->finishedAt.value_or((*last)->startedAt) + m_interval <= m_parts.clock.now();
}

}  // namespace refrain::service
