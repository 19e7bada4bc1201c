#pragma once

#include "domain/workflowrun.h"
#include "service/templates/templates.h"
#include "service/usecases/notificationdesk.h"
#include "service/workflows/recipientfinder.h"
#include "wire/workflow.h"

namespace refrain::service {

/// What a workflow would send, and to whom.
struct WorkflowMessage {
    wire::Workflow workflow;
    Message message;
    std::vector<SubjectId> recipients;
};

/// Runs workflows: renders, finds the recipients and takes a notification on, which is gated and journaled as any
/// other. Waits for Slack and for the template: background threads only.
class WorkflowRunner {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        DefinitionDesk& workflows;
        Templates& templates;
        RecipientFinder& finder;
        NotificationDesk& notifications;
        Random& random;
        const Clock& clock;
    };
    /// Runs inside the run's transaction; an error undoes all. With an approval the message waits for a second admin.
    using BeforeCommit = std::function<Result<>(store::Database&, const WorkflowRun&, const std::optional<Approval>&)>;

    explicit WorkflowRunner(const Parts& parts) : m_parts(parts) {}

    /// Now, because somebody asks. NotFound, Conflict where it is archived or somebody has to look at it first, Invalid
    /// where data, template or recipients do not do: then nothing was sent and no run is noted.
    [[nodiscard]] Result<WorkflowRun> trigger(const WorkspaceId& workspace, const QString& slug,
                                              const wire::TriggerRequest& request, const EditContext& context,
                                              const BeforeCommit& beforeCommit = {});
    /// Because it is due; Conflict where that run was made already. An error leaves no trace: the caller notes it.
    [[nodiscard]] Result<WorkflowRun> runDue(const WorkspaceId& workspace, const QString& slug, Millis dueAt);

    /// What it would send; sends nothing.
    [[nodiscard]] Result<WorkflowMessage> prepare(const WorkspaceId& workspace, const QString& slug,
                                                  const wire::TriggerRequest& request, RunCause cause, Millis at);

    /// A run of this moment, with an id.
    [[nodiscard]] WorkflowRun begun(const QString& slug, RunCause cause) const;

private:
    [[nodiscard]] Result<WorkflowRun> send(const WorkspaceId& workspace, const WorkflowMessage& message,
                                           WorkflowRun run, const EditContext& context,
                                           const BeforeCommit& beforeCommit);

    Parts m_parts;
};

/// What a template finds under `run`, by the workspace's own calendar: `{"cause", "date", "time", "weekday"}`.
[[nodiscard]] QJsonObject runData(RunCause cause, Millis at, const QTimeZone& zone);

[[nodiscard]] inline QString workflowKind()
{
    return QStringLiteral("workflow");
}

/// Workflows as definitions: one whose message cannot be made, or whose schedule cannot be followed, is not stored.
[[nodiscard]] DefinitionDesk::Rules workflowRules(store::DatabasePool& pool, const store::Vault& vault,
                                                  Templates& templates, const Clock& clock);

}  // namespace refrain::service
