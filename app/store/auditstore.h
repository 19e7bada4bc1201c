#pragma once

#include "domain/auditentry.h"
#include "domain/merkletree.h"
#include "domain/preference.h"
#include "store/database.h"

#include <functional>

namespace refrain::store {

/// The hashes of a workspace's audit log, for root and proofs. Borrowed database, its thread.
class StoredTree final : public TreeHashes {
public:
    StoredTree(Database& database, WorkspaceId workspace) : m_database(database), m_workspace(std::move(workspace)) {}
    [[nodiscard]] Result<TreeHash> hash(int level, qint64 index) const override;

private:
    Database& m_database;
    WorkspaceId m_workspace;
};

/// An entry as it is kept: the exact leaf, and what of its openings was not erased.
struct StoredEntry {
    qint64 index = 0;
    QByteArray leaf;
    std::vector<Opening> openings;
};

/// The type of the entries that say an erasure was done: they outlive it.
inline constexpr QLatin1String erasureEntry("erasure");

/// Which entries a page shows, in the order of their indexes.
struct AuditQuery {
    SubjectId subject;                  ///< Empty: any. Erased subjects are not found.
    QStringList categories;             ///< Any of them; empty: any at all.
    QString actor;                      ///< The actor's id; empty: any.
    std::optional<QStringList> actors;  ///< The ids of some actors, any of them; none: any.
    std::optional<Source> source;
    /// Choices that turned something to this, as the plots count them: no slips, and no ways back from one.
    std::optional<PreferenceState> became;
    std::optional<Millis> from;  ///< Included.
    std::optional<Millis> to;    ///< Excluded.
    qint64 after = -1;           ///< Index of the last entry of the page before; negative: the first page.
    bool newestFirst = false;
    int limit = 100;
};

/// The audit log: append-only. Only openings are ever erased.
class AuditStore {
public:
    explicit AuditStore(Database& database) : m_database(database) {}

    /// Seals the entry at the log's end and completes the tree; `entry.index` and `entry.workspace` are set here.
    /// REQUIRES: a write transaction of the caller's.
    [[nodiscard]] Result<qint64> append(const WorkspaceId& workspace, AuditEntry entry, Random& random);
    /// Makes the entry of that number, on any of several threads.
    using EntryAt = std::function<AuditDraft(std::size_t)>;
    /// Work of the caller's while others make entries; `made` waits until that of a number is made.
    using Meanwhile = std::function<Result<>(const std::function<void(std::size_t)>& made)>;
    /// The same for many, in their order; the index of the first. `random` is asked on several threads.
    [[nodiscard]] Result<qint64> appendAll(const WorkspaceId& workspace, std::size_t count, const EntryAt& entryAt,
                                           Random& random, const Meanwhile& meanwhile = {});

    [[nodiscard]] Result<qint64> size(const WorkspaceId& workspace);
    [[nodiscard]] Result<std::optional<StoredEntry>> entry(const WorkspaceId& workspace, qint64 index);
    [[nodiscard]] Result<std::vector<StoredEntry>> page(const WorkspaceId& workspace, const AuditQuery& query);

    /// Deletes values and salts of all entries about a subject but of erasures; how many they were.
    [[nodiscard]] Result<qint64> eraseOpenings(const WorkspaceId& workspace, const SubjectId& subject);

    /// The signed checkpoint of this size, an empty text where there is none.
    [[nodiscard]] Result<QByteArray> checkpoint(const WorkspaceId& workspace, qint64 size);
    [[nodiscard]] Result<> keepCheckpoint(const WorkspaceId& workspace, qint64 size, const QByteArray& note, Millis at);

private:
    /// The entries of that time on begin here or later, as long as the clock was never set back by more than a day.
    [[nodiscard]] Result<qint64> firstIndexFrom(const WorkspaceId& workspace, Millis time);
    struct Sealed;
    class Sealing;
    [[nodiscard]] Result<> insert(const WorkspaceId& workspace, qint64 first, Sealing& sealing);
    Database& m_database;
};

}  // namespace refrain::store
