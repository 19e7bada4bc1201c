#pragma once

#include "service/usecases/preferencewriter.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace refrain::service {

/// Brings the choices that many people make in the same moment into one transaction: on disk a commit costs the same
/// for one as for fifty. Whoever comes while another transaction is being committed goes into the next one. Any thread;
/// blocks until the choice is durable.
class ChoiceQueue {
public:
    explicit ChoiceQueue(PreferenceWriter& preferences) : m_preferences(preferences) {}

    /// As PreferenceWriter::applyAll() with BatchMode::Each; `beforeCommit` is shown its own items alone. Where one of
    /// those who share a transaction fails, each is tried alone.
    [[nodiscard]] Result<> apply(const WorkspaceId& workspace, const std::vector<ChangeRequest>& requests,
                                 const PreferenceWriter::BeforeCommit& beforeCommit);

private:
    struct Job {
        const WorkspaceId& workspace;
        const std::vector<ChangeRequest>& requests;
        const PreferenceWriter::BeforeCommit& beforeCommit;
        bool isDone = false;
        Result<> result;
    };
    using Jobs = std::vector<Job*>;

    [[nodiscard]] Jobs takeTogether();
    void run(const Jobs& jobs);
    [[nodiscard]] Result<> runTogether(const Jobs& jobs);

    PreferenceWriter& m_preferences;
    std::mutex m_mutex;  // guards what follows, and isDone of every job
    std::condition_variable m_change;
    std::deque<Job*> m_waiting;
    bool m_isLed = false;  // somebody carries a transaction out
};

}  // namespace refrain::service
