#include "service/slackside/homewatch.h"

#include "base/log.h"

namespace refrain::service {
namespace {

constexpr int queueLimit = 1'000;
constexpr int pageSize = 500;

}  // namespace

HomeWatch::HomeWatch(ChangeFeed& feed, const Clock& clock, Publish publish)
    : m_feed(feed), m_clock(clock), m_publish(std::move(publish)), m_tasks(1, queueLimit)
{
    m_gate->to = this;
}

HomeWatch::~HomeWatch()
{
    const std::lock_guard lock(m_gate->mutex);
    m_gate->to = nullptr;
}

void HomeWatch::opened(const WorkspaceId& workspace, const SubjectId& person, qint64 seq)
{
    const std::lock_guard lock(m_mutex);
    Watched& watched = m_watched[workspace];
    if (watched.people.isEmpty())
        watched.seq = seq;
    watched.people.insert(person, m_clock.now() + openFor);
    if (!watched.isWaiting)
        wait(workspace);
}

/// REQUIRES: m_mutex.
void HomeWatch::wait(const WorkspaceId& workspace)
{
    Watched& watched = m_watched[workspace];
    watched.isWaiting = true;
    watched.wait = m_feed.wait(workspace, watched.seq, [gate = m_gate, workspace](qint64) {
        const std::lock_guard lock(gate->mutex);
        HomeWatch* to = gate->to;
        if (to && !to->m_tasks.run([to, workspace] { to->follow(workspace); }))
            qCWarning(log::slack) << "App Home: too many changes wait to be shown";
    });
}

void HomeWatch::follow(const WorkspaceId& workspace)
{
    qint64 seq = 0;
    {
        const std::lock_guard lock(m_mutex);
        seq = m_watched[workspace].seq;
    }
    const Result<FeedPage> page = m_feed.page(workspace, seq, pageSize);
    std::vector<SubjectId> people;
    {
        const std::lock_guard lock(m_mutex);
        Watched& watched = m_watched[workspace];
        watched.isWaiting = false;
        if (page)
            people = concerned(workspace, *page);
        if (page)
            watched.seq = page->gone || page->items.empty() ? page->seq : page->items.back().seq;
        if (page && !watched.people.isEmpty())
            wait(workspace);
    }
    for (const SubjectId& person : people)
        m_publish(workspace, person);
}

/// Whose open Homes show something else now. REQUIRES: m_mutex.
std::vector<SubjectId> HomeWatch::concerned(const WorkspaceId& workspace, const FeedPage& page)
{
    QHash<SubjectId, Millis>& open = m_watched[workspace].people;
    open.removeIf([now = m_clock.now()](const QHash<SubjectId, Millis>::iterator& one) { return *one < now; });
    std::vector<SubjectId> people;
    for (const store::ChangeRecord& change : page.items) {
        if (change.type == QLatin1String("category"))
            return {open.keyBegin(), open.keyEnd()};
        // What was done in the Home is shown there already.
        const bool concerns = change.type == QLatin1String("preference") && change.source != Source::AppHome &&
                              open.contains(change.subject);
        if (concerns && std::find(people.begin(), people.end(), change.subject) == people.end())
            people.push_back(change.subject);
    }
    return people;
}

}  // namespace refrain::service
