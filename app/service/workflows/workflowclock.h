#pragma once

#include "service/background/taskpool.h"
#include "service/workflows/workflowrunner.h"

#include <atomic>

namespace refrain::service {

/// Runs what is due. A run that was missed while the program did not run is made up for within an hour; an older one is
/// noted as missed, with how many others before it, and nobody gets yesterday's reminder.
class WorkflowClock {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        WorkflowRunner& runner;
        const Clock& clock;
    };
    static constexpr Millis grace = 60LL * 60 * 1000;

    explicit WorkflowClock(const Parts& parts) : m_parts(parts), m_tasks(1, 1) {}

    /// Once a second; costs nothing until something may be due. One thread.
    void wake();
    /// Looks at every workflow now and runs what is due. Background threads only, one at a time.
    void look();

    /// When the workflow runs next by itself; nothing where it does not.
    [[nodiscard]] static std::optional<Millis> nextRun(const wire::Workflow& workflow, const QTimeZone& zone,
                                                       Millis now);

private:
    [[nodiscard]] Result<Millis> lookAt(const WorkspaceId& workspace);
    [[nodiscard]] Result<> consider(const WorkspaceId& workspace, const QString& slug, const wire::Workflow& workflow,
                                    const QTimeZone& zone);
    [[nodiscard]] Result<> noteMissed(const WorkspaceId& workspace, const QString& slug, Millis last, int count);
    [[nodiscard]] Result<> runOrNote(const WorkspaceId& workspace, const QString& slug, Millis dueAt);
    [[nodiscard]] Result<> note(const WorkspaceId& workspace, const WorkflowRun& run);

    Parts m_parts;
    std::atomic<Millis> m_nextLook = 0;
    std::atomic<bool> m_looking = false;
    TaskPool m_tasks;  // last: its thread ends before what it uses
};

}  // namespace refrain::service
