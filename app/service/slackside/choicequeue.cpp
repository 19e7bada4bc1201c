#include "service/slackside/choicequeue.h"

namespace refrain::service {
namespace {

constexpr std::size_t mostTogether = 64;

}  // namespace

Result<> ChoiceQueue::apply(const WorkspaceId& workspace, const std::vector<ChangeRequest>& requests,
                            const PreferenceWriter::BeforeCommit& beforeCommit)
{
    Job job{workspace, requests, beforeCommit, false, {}};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&job);
    m_change.wait(lock, [&] { return job.isDone || !m_isLed; });
    while (!job.isDone) {
        m_isLed = true;
        const Jobs jobs = takeTogether();
        lock.unlock();
        run(jobs);
        lock.lock();
        for (Job* done : jobs)
            done->isDone = true;
        m_isLed = false;
    }
    lock.unlock();
    m_change.notify_all();
    return job.result;
}

/// The longest waiting, and those behind it of the same workspace. REQUIRES: the lock, and somebody who waits.
ChoiceQueue::Jobs ChoiceQueue::takeTogether()
{
    Jobs jobs;
    const WorkspaceId workspace = m_waiting.front()->workspace;
    for (auto job = m_waiting.begin(); job != m_waiting.end() && jobs.size() < mostTogether;) {
        if ((*job)->workspace == workspace) {
            jobs.push_back(*job);
            job = m_waiting.erase(job);
        } else {
            ++job;
        }
    }
    return jobs;
}

void ChoiceQueue::run(const Jobs& jobs)
{
    const Result<> together = runTogether(jobs);
    for (Job* job : jobs)
        job->result = together || jobs.size() == 1 ? together : runTogether({job});
}

Result<> ChoiceQueue::runTogether(const Jobs& jobs)
{
    std::vector<ChangeRequest> requests;
    for (const Job* job : jobs)
        requests.insert(requests.end(), job->requests.begin(), job->requests.end());
    const auto beforeCommit = [&jobs](store::Database& database, const BatchOutcome& all) -> Result<> {
        auto from = all.items.begin();
        for (const Job* job : jobs) {
            const auto to = from + std::ptrdiff_t(job->requests.size());
            BatchOutcome own{{from, to}, all.seq, all.written};
            from = to;
            if (Result<> done = job->beforeCommit(database, own); !done)
                return done;
        }
        return {};
    };
    const Result<BatchOutcome> done =
        m_preferences.applyAll(jobs.front()->workspace, requests, BatchMode::Each, false, beforeCommit);
    return done ? Result<>() : Result<>(done.error());
}

}  // namespace refrain::service
