#include "service/workflows/workflowrunner.h"

#include "service/workflows/workspacezone.h"
#include "store/workflowrunstore.h"
#include "wire/notification.h"

namespace refrain::service {

WorkflowRun WorkflowRunner::begun(const QString& slug, RunCause cause) const
{
    WorkflowRun run;
    run.id = QString::fromLatin1(m_parts.random.bytes(12).toHex());
    run.workflow = slug;
    run.cause = cause;
    run.startedAt = m_parts.clock.now();
    return run;
}

Result<WorkflowRun> WorkflowRunner::trigger(const WorkspaceId& workspace, const QString& slug,
                                            const wire::TriggerRequest& request, const EditContext& context,
                                            const BeforeCommit& beforeCommit)
{
    const WorkflowRun run = begun(slug, RunCause::Trigger);
    const Result<WorkflowMessage> message = prepare(workspace, slug, request, run.cause, run.startedAt);
    if (!message)
        return message.error();
    return send(workspace, *message, run, context, beforeCommit);
}

Result<WorkflowRun> WorkflowRunner::runDue(const WorkspaceId& workspace, const QString& slug, Millis dueAt)
{
    WorkflowRun run = begun(slug, RunCause::Schedule);
    run.scheduledFor = dueAt;
    const Result<WorkflowMessage> message = prepare(workspace, slug, {}, run.cause, dueAt);
    if (!message)
        return message.error();
    const Actor actor{ActorKind::System, {}, QStringLiteral("Workflow %1").arg(slug)};
    return send(workspace, *message, run, {Source::Policy, actor, {}, {}}, {});
}

Result<WorkflowMessage> WorkflowRunner::prepare(const WorkspaceId& workspace, const QString& slug,
                                                const wire::TriggerRequest& request, RunCause cause, Millis at)
{
    const Result<store::Definition> found = m_parts.workflows.find(workspace, slug);
    const Result<wire::Workflow> workflow =
        found ? wire::workflowFromJson(found->body) : Result<wire::Workflow>(found.error());
    if (!workflow)
        return workflow.error();
    if (workflow->archived)
        return Error::conflict(QStringLiteral("The workflow “%1” is archived. Nothing was sent.").arg(slug));
    const Result<store::Database*> database = m_parts.pool.connection();
    const auto zone = database ? zoneOf(**database, m_parts.vault, workspace) : Result<QTimeZone>(database.error());
    if (!zone)
        return zone.error();
    QJsonObject data = workflow->data;
    for (auto field = request.data.begin(); field != request.data.end(); ++field)
        data.insert(field.key(), field.value());
    data.insert(QStringLiteral("run"), runData(cause, at, *zone));
    const Result<Message> message = m_parts.templates.render(workspace, workflow->templateSlug, data);
    if (!message)
        return message.error();
    if (request.recipients.empty() && workflow->recipients.include.empty())
        return Error::invalid(QStringLiteral("The workflow does not say whom it is for; name the recipients."),
                              QStringLiteral("/recipients"));
    const auto recipients = request.recipients.empty() ? m_parts.finder.find(workspace, workflow->recipients)
                                                       : Result<std::vector<SubjectId>>(request.recipients);
    if (!recipients)
        return recipients.error();
    if (recipients->size() > size_t(wire::NotifyRequest::mostRecipients))
        return Error::invalid(QStringLiteral("The workflow asks for %1 recipients; at most %2 are allowed.")
                                  .arg(recipients->size())
                                  .arg(wire::NotifyRequest::mostRecipients),
                              QStringLiteral("/recipients"));
    return WorkflowMessage{*workflow, *message, *recipients};
}

Result<WorkflowRun> WorkflowRunner::send(const WorkspaceId& workspace, const WorkflowMessage& message, WorkflowRun run,
                                         const EditContext& context, const BeforeCommit& beforeCommit)
{
    const auto note = [&](store::Database& database, const std::optional<Approval>& approval) -> Result<> {
        if (Result<> added = store::WorkflowRunStore(database).add(workspace, run); !added)
            return added;
        return beforeCommit ? beforeCommit(database, run, approval) : Result<>();
    };
    run.recipients = qint64(message.recipients.size());
    if (message.recipients.empty()) {
        run.outcome = RunOutcome::Nobody;
        const Result<> noted = m_parts.pool.write<void>([&](store::Database& database) { return note(database, {}); });
        return noted ? Result<WorkflowRun>(run) : noted.error();
    }
    Notification wish;
    wish.category = message.workflow.category;
    wish.text = message.message.text;
    wish.blocks = message.message.blocks;
    wish.templateSlug = message.workflow.templateSlug;
    wish.workflow = run.workflow;
    const auto created = m_parts.notifications.create(workspace, wish, message.recipients, context,
                                                      [&](store::Database& database, const NotificationView& view) {
                                                          run.notification = view.notification.id;
                                                          return note(database, view.approval);
                                                      });
    return created ? Result<WorkflowRun>(run) : created.error();
}

}  // namespace refrain::service
