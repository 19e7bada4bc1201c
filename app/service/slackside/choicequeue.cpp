#include "service/slackside/choicequeue.h"

#include <utility>

namespace refrain::service {
namespace {

constexpr std::size_t mostTogether = 64;  // the first waits for the last

}  // namespace

ChoiceQueue::ChoiceQueue(PreferenceWriter& preferences) : m_preferences(preferences), m_thread([this] { work(); }) {}

ChoiceQueue::~ChoiceQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ChoiceQueue::add(const WorkspaceId& workspace, std::vector<ChangeRequest> requests,
                      PreferenceWriter::BeforeCommit beforeCommit, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({workspace, std::move(requests), std::move(beforeCommit), std::move(done)});
    }
    m_wake.notify_one();
}

void ChoiceQueue::work()
{
    for (;;) {
        Jobs jobs;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            jobs = takeTogether();
        }
        run(jobs);
    }
}

/// The longest waiting, and those behind it of the same workspace. REQUIRES: the lock, and somebody who waits.
ChoiceQueue::Jobs ChoiceQueue::takeTogether()
{
    Jobs jobs;
    const WorkspaceId workspace = m_waiting.front().workspace;
    for (auto job = m_waiting.begin(); job != m_waiting.end() && jobs.size() < mostTogether;) {
        if (job->workspace == workspace) {
            jobs.push_back(std::move(*job));
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
    for (const Job& job : jobs)
        job.done(together || jobs.size() == 1 ? together : runTogether({&job, 1}));
}

Result<> ChoiceQueue::runTogether(std::span<const Job> jobs)
{
    std::vector<ChangeRequest> requests;
    for (const Job& job : jobs)
        requests.insert(requests.end(), job.requests.begin(), job.requests.end());
    const auto beforeCommit = [&jobs](store::Database& database, const BatchOutcome& all) -> Result<> {
        auto from = all.items.begin();
        for (const Job& job : jobs) {
            const auto to = from + std::ptrdiff_t(job.requests.size());
            const BatchOutcome own{{from, to}, all.seq, all.written};
            from = to;
            if (Result<> done = job.beforeCommit(database, own); !done)
                return done;
        }
        return {};
    };
    const Result<BatchOutcome> done =
        m_preferences.applyAll(jobs.front().workspace, requests, BatchMode::Each, false, beforeCommit);
    return done ? Result<>() : Result<>(done.error());
}

}  // namespace refrain::service
