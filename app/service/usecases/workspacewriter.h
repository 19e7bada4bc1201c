#pragma once

#include "base/random.h"
#include "domain/auditentry.h"
#include "service/usecases/feedsignal.h"
#include "store/auditstore.h"
#include "store/changestore.h"
#include "store/databasepool.h"

namespace refrain::service {

/// What one act writes to a workspace: all of it, or nothing.
class WorkspaceTransaction {
public:
    WorkspaceTransaction(store::Database& database, WorkspaceId workspace, Millis now, Random& random)
        : m_database(database), m_workspace(std::move(workspace)), m_now(now), m_random(random)
    {
    }

    [[nodiscard]] store::Database& database() { return m_database; }
    [[nodiscard]] const WorkspaceId& workspace() const { return m_workspace; }
    [[nodiscard]] Millis now() const { return m_now; }

    /// The number that the next change() will get.
    [[nodiscard]] Result<qint64> nextSeq();
    /// Appends to the change feed; sets `at`. The change's number.
    [[nodiscard]] Result<qint64> change(store::ChangeRecord record);
    /// The same for many, in their order, which bear the next numbers already.
    [[nodiscard]] Result<> changeAll(std::size_t count, const store::ChangeStore::RecordAt& recordAt);
    /// Appends to the audit log; sets `at`. The entry's index.
    [[nodiscard]] Result<qint64> audit(AuditEntry entry);
    /// The same for many, in their order; `entryAt` is asked on several threads, and `meanwhile` is done on this one.
    [[nodiscard]] Result<> auditAll(std::size_t count, const store::AuditStore::EntryAt& entryAt,
                                    const store::AuditStore::Meanwhile& meanwhile);

    /// Writes down the workspace's last number where changes were made here: before the commit.
    [[nodiscard]] Result<> finish();
    /// Number of the last change made here; 0: none.
    [[nodiscard]] qint64 lastSeq() const { return m_changed ? m_seq.value_or(0) : 0; }
    /// Whose record in the directory was added or changed here.
    [[nodiscard]] const std::vector<SubjectId>& touchedSubjects() const { return m_subjects; }

private:
    store::Database& m_database;
    WorkspaceId m_workspace;
    Millis m_now;
    Random& m_random;
    std::optional<qint64> m_seq;  // the workspace's last number, once it was read
    bool m_changed = false;
    std::vector<SubjectId> m_subjects;
};

/// The one way to write to a workspace: a transaction that takes numbers in its feed and its audit log,
/// and word to those who wait once it is committed. Any thread; borrowed objects outlive it.
class WorkspaceWriter {
public:
    /// Called inside a transaction that touched the directory, before it ends: what waited for these subjects is done
    /// in the moment in which they appear. An error undoes all.
    using Arrivals = std::function<Result<>(WorkspaceTransaction&)>;

    WorkspaceWriter(store::DatabasePool& pool, const Clock& clock, Random& random, FeedSignal& signal,
                    Arrivals arrivals = {})
        : m_pool(pool), m_clock(clock), m_random(random), m_signal(signal), m_arrivals(std::move(arrivals))
    {
    }

    /// Commits what `work` wrote when it returns a value; an error rolls all of it back.
    template <class T>
    [[nodiscard]] Result<T> write(const WorkspaceId& workspace,
                                  const std::function<Result<T>(WorkspaceTransaction&)>& work)
    {
        qint64 lastSeq = 0;
        Result<T> done = m_pool.write<T>([&](store::Database& database) -> Result<T> {
            WorkspaceTransaction transaction(database, workspace, m_clock.now(), m_random);
            Result<T> result = work(transaction);
            if (!result)
                return result;
            if (Result<> finished = finish(transaction); !finished)
                return finished.error();
            lastSeq = transaction.lastSeq();
            return result;
        });
        if (done && lastSeq > 0)
            m_signal.announce(workspace, lastSeq);
        return done;
    }

private:
    [[nodiscard]] Result<> finish(WorkspaceTransaction& transaction) const;

    store::DatabasePool& m_pool;
    const Clock& m_clock;
    Random& m_random;
    FeedSignal& m_signal;
    Arrivals m_arrivals;
};

}  // namespace refrain::service
