#pragma once

#include "base/clock.h"
#include "service/usecases/decider.h"
#include "store/decisionstore.h"

#include <QJsonObject>

#include <chrono>
#include <mutex>

namespace refrain::service {

/// What was asked before sending, by whom, and what they were told: kept 90 days. Any thread.
///
/// No answer waits for the disk: what was answered is written together once a second, so that a killed process may
/// lose the last second of the journal, and never a choice. Where it cannot be written the answers go on, for a
/// sender that hears nothing is worse than a gap; the gap is told by `missed()`.
class DecisionJournal {
public:
    static constexpr std::chrono::milliseconds kept = std::chrono::hours(24 * 90);
    /// So many answers wait at most; who comes then writes them.
    static constexpr qint64 mostWaiting = 1'000'000;

    DecisionJournal(store::DatabasePool& pool, const Clock& clock) : m_pool(pool), m_clock(clock) {}

    void add(const WorkspaceId& workspace, const Actor& caller, const Decisions& decisions,
             const std::vector<SubjectId>& subjects);
    /// Writes what waits. Storage errors keep it for the next time, up to `mostWaiting` answers.
    [[nodiscard]] Result<> flush();
    /// Forgets what is older than `kept`.
    [[nodiscard]] Result<> forgetExpired();

    /// Everything asked until now is found.
    [[nodiscard]] Result<store::DecisionStore::Page> page(const WorkspaceId& workspace,
                                                          const store::DecisionStore::Filter& filter,
                                                          std::optional<store::DecisionStore::Position> after,
                                                          int limit);
    [[nodiscard]] Result<std::optional<store::DecisionRecord>> find(const WorkspaceId& workspace, qint64 id);

    /// How many answers were given since the start that never came into the journal.
    [[nodiscard]] qint64 missed() const;

private:
    [[nodiscard]] Result<> write(const std::vector<store::DecisionRecord>& records);

    store::DatabasePool& m_pool;
    const Clock& m_clock;
    std::mutex m_writing;        // before m_mutex: batches come into the journal in order
    mutable std::mutex m_mutex;  // guards what follows
    std::vector<store::DecisionRecord> m_waiting;
    qint64 m_waitingAnswers = 0;
    qint64 m_missed = 0;
};

/// `{"id", "at", "caller", "category", "seq", "asked", "skipped", "items"?: [{"subject", "decision", "rule"}]}`.
[[nodiscard]] QJsonObject toJson(const store::DecisionRecord& record);

}  // namespace refrain::service
