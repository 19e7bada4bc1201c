#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"
#include "store/database.h"

namespace refrain::store {

/// One accepted mutation, as the change feed keeps it. `before` and `after` are JSON texts ("null" where there is
/// none).
struct ChangeRecord {
    qint64 seq = 0;
    QString type;  ///< preference, category, subject, person
    SubjectId subject;
    CategorySlug category;
    Millis at = 0;
    std::optional<Millis> askedAt;  ///< Of the click; not read back.
    std::optional<Source> source;   ///< None: the directory sync.
    Actor actor;
    QString reason;
    QByteArray before = "null";
    QByteArray after = "null";
};

/// The feed of a workspace, numbered from 1 without gaps.
class ChangeStore {
public:
    explicit ChangeStore(Database& database) : m_database(database) {}

    /// Keeps a change under `change.seq`, which is one more than the last one's.
    /// REQUIRES: a write transaction of the caller's, in which all that the change consists of is written, and which
    /// ends with setLastSeq().
    [[nodiscard]] Result<> append(const WorkspaceId& workspace, const ChangeRecord& change);
    /// The same for many, in their order; `recordAt` is asked once for each.
    using RecordAt = std::function<const ChangeRecord&(std::size_t)>;
    [[nodiscard]] Result<> appendAll(const WorkspaceId& workspace, std::size_t count, const RecordAt& recordAt);
    [[nodiscard]] Result<> setLastSeq(const WorkspaceId& workspace, qint64 seq);

    /// NotFound where the workspace is unknown.
    [[nodiscard]] Result<qint64> lastSeq(const WorkspaceId& workspace);
    /// Positions before this one are no longer kept.
    [[nodiscard]] Result<qint64> keptAfter(const WorkspaceId& workspace);
    /// Changes with a number greater than `seq`, in order.
    [[nodiscard]] Result<std::vector<ChangeRecord>> after(const WorkspaceId& workspace, qint64 seq, int limit);
    /// Preferences' changes with these numbers, both included, newest first.
    [[nodiscard]] Result<std::vector<ChangeRecord>> preferencesBetween(const WorkspaceId& workspace, qint64 first,
                                                                       qint64 last, int limit);
    /// A subject's own history, newest first, before number `before` (0: from the newest).
    [[nodiscard]] Result<std::vector<ChangeRecord>> ofSubject(const WorkspaceId& workspace, const SubjectId& subject,
                                                              qint64 before, int limit);
    /// What somebody in Slack chose for others, such as a channel, newest first: at most `limit`.
    [[nodiscard]] Result<std::vector<ChangeRecord>> forOthersBy(const WorkspaceId& workspace, const SubjectId& person,
                                                                int limit);
    /// What the directory said of a subject, newest first, up to `until`: each change of its name, role and the like.
    [[nodiscard]] Result<std::vector<ChangeRecord>> directoryOf(const WorkspaceId& workspace, const SubjectId& subject,
                                                                Millis until, int limit);
    /// The last change up to `at` of a subject's preference, or with an empty category of the subject itself (not of
    /// its profile), or with an empty subject of the category.
    [[nodiscard]] Result<std::optional<ChangeRecord>> lastUntil(const WorkspaceId& workspace, const SubjectId& subject,
                                                                const CategorySlug& category, Millis at);
    /// Puts `change` in place of the one with its number: for erasing texts, never for what was decided.
    [[nodiscard]] Result<> rewrite(const WorkspaceId& workspace, const ChangeRecord& change);
    /// Answers no position before this one any longer.
    [[nodiscard]] Result<> keepFrom(const WorkspaceId& workspace, qint64 seq);
    /// Forgets changes of the directory up to `seq`; the feed then begins there. Preferences' changes are kept.
    [[nodiscard]] Result<> forgetDirectory(const WorkspaceId& workspace, qint64 seq);

private:
    Database& m_database;
};

}  // namespace refrain::store
