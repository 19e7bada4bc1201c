#pragma once

#include "service/usecases/preferencewriter.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <span>
#include <thread>

namespace refrain::service {

/// Brings the choices that many people make in the same moment into one transaction: on disk a commit costs the same
/// for one as for fifty. Whoever comes while another transaction is being committed goes into the next one. One thread
/// of its own writes, so that no other has to wait for the disk.
class ChoiceQueue {
public:
    /// Told once what became of it: durable, or not done at all. On the queue's thread, where it must not block.
    using Done = std::function<void(const Result<>&)>;

    explicit ChoiceQueue(PreferenceWriter& preferences);
    /// What was given to it is done before it goes.
    ~ChoiceQueue();
    ChoiceQueue(const ChoiceQueue&) = delete;
    ChoiceQueue& operator=(const ChoiceQueue&) = delete;

    /// As PreferenceWriter::applyAll() with BatchMode::Each, soon; `beforeCommit` is shown its own items alone. Where
    /// one of those who share a transaction fails, each is tried alone. Any thread.
    void add(const WorkspaceId& workspace, std::vector<ChangeRequest> requests,
             PreferenceWriter::BeforeCommit beforeCommit, Done done);

private:
    struct Job {
        WorkspaceId workspace;
        std::vector<ChangeRequest> requests;
        PreferenceWriter::BeforeCommit beforeCommit;
        Done done;
    };
    using Jobs = std::vector<Job>;

    void work();
    [[nodiscard]] Jobs takeTogether();
    void run(const Jobs& jobs);
    [[nodiscard]] Result<> runTogether(std::span<const Job> jobs);

    PreferenceWriter& m_preferences;
    std::mutex m_mutex;  // guards the next three
    std::condition_variable m_wake;
    std::deque<Job> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;  // last: it uses the rest
};

}  // namespace refrain::service
