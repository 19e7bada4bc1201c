#include "service/workflows/workflowclock.h"

#include "base/log.h"
#include "service/workflows/workspacezone.h"
#include "store/definitionstore.h"
#include "store/workflowrunstore.h"
#include "store/workspacestore.h"

namespace refrain::service {
namespace {

constexpr Millis lookInterval = 60'000;  // what was edited meanwhile is seen after this at the latest
constexpr int pageSize = 1'000;
constexpr int mostCounted = 1'000;

struct Missed {
    int count = 0;  // capped
    Millis last = 0;
};

/// What was due after `after` and before `until`.
Missed missedBetween(const Schedule& schedule, const QTimeZone& zone, Millis after, Millis until)
{
    Missed missed;
    if (const Millis last = lastMoment(schedule, zone, until - 1); last > after)
        missed.last = last;
    for (Millis moment = after; missed.last > 0 && missed.count < mostCounted; ++missed.count) {
        moment = nextMoment(schedule, zone, moment);
        if (moment >= until)
            break;
    }
    return missed;
}

}  // namespace

std::optional<Millis> WorkflowClock::nextRun(const wire::Workflow& workflow, const QTimeZone& zone, Millis now)
{
    if (!workflow.schedule || workflow.paused || workflow.archived)
        return std::nullopt;
    return nextMoment(*workflow.schedule, zone, now);
}

void WorkflowClock::wake()
{
    const Millis now = m_parts.clock.now();
    // A clock that was set back must not keep anybody waiting.
    const Millis nextLook = m_nextLook;
    if ((now < nextLook && nextLook <= now + lookInterval) || m_looking.exchange(true))
        return;
    if (!m_tasks.run([this] {
            look();
            m_looking = false;
        }))
        m_looking = false;
}

void WorkflowClock::look()
{
    Millis next = m_parts.clock.now() + lookInterval;
    const Result<store::Database*> database = m_parts.pool.connection();
    const auto workspaces = database ? store::WorkspaceStore(**database, m_parts.vault).all()
                                     : Result<std::vector<store::Workspace>>(database.error());
    if (!workspaces) {
        qCWarning(log::service) << "workflows:" << workspaces.error().toString();
        m_nextLook = next;
        return;
    }
    for (const store::Workspace& workspace : *workspaces) {
        if (workspace.status != store::WorkspaceStatus::Active)
            continue;
        const Result<Millis> due = lookAt(workspace.id);
        if (due)
            next = std::min(next, *due);
        else
            qCWarning(log::service) << "workflows:" << workspace.id.toString() << due.error().toString();
    }
    m_nextLook = next;
}

/// When something is due there next.
Result<Millis> WorkflowClock::lookAt(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const Result<QTimeZone> zone = zoneOf(**database, m_parts.vault, workspace);
    if (!zone)
        return zone.error();
    store::DefinitionStore workflows(**database, workflowKind());
    Millis next = m_parts.clock.now() + lookInterval;
    QString after;
    for (;;) {
        const auto page = workflows.page(workspace, after, pageSize);
        if (!page)
            return page.error();
        for (const store::Definition& definition : *page) {
            after = definition.slug;
            Result<wire::Workflow> workflow = wire::workflowFromJson(definition.body);
            if (!workflow)
                continue;
            workflow->activeSince = definition.body.value(QLatin1String("activeSince")).toString();
            if (Result<> done = consider(workspace, definition.slug, *workflow, *zone); !done)
                qCWarning(log::service) << "workflow:" << definition.slug << done.error().toString();
            next = std::min(next, nextRun(*workflow, *zone, m_parts.clock.now()).value_or(next));
        }
        if (page->size() < size_t(pageSize))
            return next;
    }
}

Result<> WorkflowClock::consider(const WorkspaceId& workspace, const QString& slug, const wire::Workflow& workflow,
                                 const QTimeZone& zone)
{
    const Millis now = m_parts.clock.now();
    if (!nextRun(workflow, zone, now))
        return {};
    const Result<store::Database*> database = m_parts.pool.connection();
    const auto last = database ? store::WorkflowRunStore(**database).lastScheduled(workspace, slug)
                               : Result<std::optional<Millis>>(database.error());
    if (!last)
        return last.error();
    const Millis since = std::max(last->value_or(0), fromRfc3339(workflow.activeSince).value_or(now));
    const Millis due = lastMoment(*workflow.schedule, zone, now);
    if (due <= since)
        return {};
    const bool isLate = due < now - grace;
    const Missed missed = missedBetween(*workflow.schedule, zone, since, isLate ? due + 1 : due);
    if (missed.last > 0) {
        if (Result<> noted = noteMissed(workspace, slug, missed.last, missed.count); !noted)
            return noted;
    }
    return isLate ? Result<>() : runOrNote(workspace, slug, due);
}

Result<> WorkflowClock::noteMissed(const WorkspaceId& workspace, const QString& slug, Millis last, int count)
{
    WorkflowRun run = m_parts.runner.begun(slug, RunCause::Schedule);
    run.scheduledFor = last;
    run.outcome = RunOutcome::Missed;
    run.error = QStringLiteral(
        "Nothing was sent: for more than an hour after it was due Refrain did not run, or could "
        "not ask Slack.");
    if (count > 1)
        run.error += QStringLiteral(" The same holds for %1 runs before it.").arg(count - 1);
    return note(workspace, run);
}

Result<> WorkflowClock::runOrNote(const WorkspaceId& workspace, const QString& slug, Millis dueAt)
{
    const Result<WorkflowRun> done = m_parts.runner.runDue(workspace, slug, dueAt);
    // What may work in a minute is tried again then, for as long as it is not too late.
    if (done || done.error().isTransient() || done.error().is(ErrorCode::Cancelled))
        return done ? Result<>() : Result<>(done.error());
    WorkflowRun run = m_parts.runner.begun(slug, RunCause::Schedule);
    run.scheduledFor = dueAt;
    run.outcome = RunOutcome::Failed;
    run.error = done.error().message();
    return note(workspace, run);
}

Result<> WorkflowClock::note(const WorkspaceId& workspace, const WorkflowRun& run)
{
    const Result<> added = m_parts.pool.write<void>(
        [&](store::Database& database) { return store::WorkflowRunStore(database).add(workspace, run); });
    // Whoever was first has noted it.
    return !added && added.error().is(ErrorCode::Conflict) ? Result<>() : added;
}

}  // namespace refrain::service
