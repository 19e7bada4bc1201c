#include "service/slackside/eventsjournal.h"

#include "base/log.h"

namespace refrain::service {
namespace {

SyncRun newRun(Millis now, Random& random)
{
    SyncRun run;
    run.id = QString::fromLatin1(random.token(12));
    run.kind = SyncKind::Events;
    run.startedAt = now;
    run.finishedAt = now;
    run.outcome = SyncOutcome::Ok;
    return run;
}

void add(SyncCounts& sum, const SyncCounts& more)
{
    sum.read += more.read;
    sum.added += more.added;
    sum.changed += more.changed;
    sum.removed += more.removed;
    sum.sent += more.sent;
    sum.failed += more.failed;
}

}  // namespace

/// REQUIRES: m_mutex.
EventsJournal::Open& EventsJournal::openRun(const WorkspaceId& workspace)
{
    const auto [found, isNew] = m_open.try_emplace(workspace);
    if (isNew)
        found->second.run = newRun(m_clock.now(), m_random);
    found->second.run.finishedAt = m_clock.now();
    found->second.isNew = true;
    return found->second;
}

void EventsJournal::note(const WorkspaceId& workspace, const SyncCounts& counts)
{
    const std::lock_guard lock(m_mutex);
    add(openRun(workspace).run.counts, counts);
}

void EventsJournal::noteFailure(const WorkspaceId& workspace, const QString& sentence)
{
    const std::lock_guard lock(m_mutex);
    SyncRun& run = openRun(workspace).run;
    ++run.counts.failed;
    run.outcome = SyncOutcome::Partial;
    run.error = sentence;
}

void EventsJournal::noteOutage(const WorkspaceId& workspace, const QString& sentence)
{
    SyncRun run = newRun(m_clock.now(), m_random);
    run.outcome = SyncOutcome::Failed;
    run.error = sentence;
    write(workspace, run, true);
}

void EventsJournal::keep()
{
    keepAll(false);
}

void EventsJournal::close()
{
    keepAll(true);
}

void EventsJournal::keepAll(bool closing)
{
    std::map<WorkspaceId, SyncRun> over;
    std::map<WorkspaceId, SyncRun> going;
    {
        const std::lock_guard lock(m_mutex);
        for (auto one = m_open.begin(); one != m_open.end();) {
            auto& [workspace, open] = *one;
            const bool isOver = closing || open.run.startedAt + span <= m_clock.now();
            if (isOver)
                over.emplace(workspace, open.run);
            else if (open.isNew)
                going.emplace(workspace, open.run);
            open.isNew = false;
            one = isOver ? m_open.erase(one) : std::next(one);
        }
    }
    for (const auto& [workspace, run] : over)
        write(workspace, run, true);
    for (const auto& [workspace, run] : going)
        write(workspace, run, false);
}

void EventsJournal::write(const WorkspaceId& workspace, const SyncRun& run, bool isOver)
{
    const Result<> done = isOver ? m_writer.finish(workspace, run) : m_pool.write<void>([&](store::Database& database) {
        return store::SyncStore(database).put(workspace, run);
    });
    if (!done)
        qCWarning(log::sync) << "events:" << done.error().toString();
}

}  // namespace refrain::service
