#include "store/workflowrunstore.h"

namespace refrain::store {
namespace {

WorkflowRun read(const Row& row)
{
    WorkflowRun run;
    run.id = row.text(0);
    run.workflow = row.text(1);
    run.cause = runCauseFromString(row.text(2)).value_or(RunCause::Trigger);
    run.scheduledFor = row.maybeInteger(3);
    run.startedAt = row.integer(4);
    run.outcome = runOutcomeFromString(row.text(5)).value_or(RunOutcome::Failed);
    run.recipients = row.integer(6);
    run.notification = row.text(7);
    run.error = row.text(8);
    return run;
}

}  // namespace

Result<> WorkflowRunStore::add(const WorkspaceId& workspace, const WorkflowRun& run)
{
    const Result<qint64> added = m_database.run(
        "INSERT INTO workflow_runs (workspace, id, workflow, cause, scheduled_for, started_at, outcome, recipients,"
        " notification, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        {workspace, run.id, run.workflow, toString(run.cause), run.scheduledFor, run.startedAt, toString(run.outcome),
         run.recipients, run.notification, run.error});
    if (!added)
        return added.error();
    if (*added == 0)
        return Error::conflict(QStringLiteral("This run was made already."));
    return {};
}

Result<std::vector<WorkflowRun>> WorkflowRunStore::page(const WorkspaceId& workspace, const QString& workflow,
                                                        Millis before, const QString& after, int limit)
{
    return m_database.all(
        "SELECT id, workflow, cause, scheduled_for, started_at, outcome, recipients, notification, error"
        " FROM workflow_runs WHERE workspace = ? AND workflow = ? AND (? = 0 OR (started_at, id) < (?, ?))"
        " ORDER BY started_at DESC, id DESC LIMIT ?",
        {workspace, workflow, before, before, after, limit}, read);
}

Result<std::optional<Millis>> WorkflowRunStore::lastScheduled(const WorkspaceId& workspace, const QString& workflow)
{
    const auto last = m_database.first(
        "SELECT max(scheduled_for) FROM workflow_runs WHERE workspace = ? AND workflow = ?"
        " AND scheduled_for IS NOT NULL",
        {workspace, workflow}, [](const Row& row) { return row.maybeInteger(0); });
    if (!last)
        return last.error();
    return last->value_or(std::nullopt);
}

}  // namespace refrain::store
