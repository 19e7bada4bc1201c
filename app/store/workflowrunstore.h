#pragma once

#include "domain/workflowrun.h"
#include "store/database.h"

namespace refrain::store {

class WorkflowRunStore {
public:
    explicit WorkflowRunStore(Database& database) : m_database(database) {}

    /// Conflict where the moment that it was scheduled for has a run already.
    [[nodiscard]] Result<> add(const WorkspaceId& workspace, const WorkflowRun& run);
    /// Newest first, after the run `after` that began at `before`; 0: from the beginning.
    [[nodiscard]] Result<std::vector<WorkflowRun>> page(const WorkspaceId& workspace, const QString& workflow,
                                                        Millis before, const QString& after, int limit);
    /// The last moment that was run or given up; nothing where there is none yet.
    [[nodiscard]] Result<std::optional<Millis>> lastScheduled(const WorkspaceId& workspace, const QString& workflow);

private:
    Database& m_database;
};

}  // namespace refrain::store
