#pragma once

#include "service/usecases/decisionfacts.h"

#include <QHash>
#include <QSet>

#include <shared_mutex>

namespace refrain::service {

/// All that decisions ask about a workspace's subjects, in memory: about 100 bytes a subject and 50 a choice.
///
/// It follows the change feed: each refresh reads what changed since the last one and reads those rows again, so it
/// can never differ from the tables for longer than a transaction takes. Any thread.
class DecisionIndex {
public:
    explicit DecisionIndex(WorkspaceId workspace) : m_workspace(std::move(workspace)) {}

    /// Brings the index to the newest committed change; `database` is the calling thread's.
    [[nodiscard]] Result<> refresh(store::Database& database);

    /// Decides all in one picture; the number of the change that the picture stands at goes to `seq`.
    [[nodiscard]] Result<std::vector<Decision>> decide(const Category& category, const std::vector<SubjectId>& subjects,
                                                       Millis now, qint64& seq) const;

private:
    friend class IndexFacts;
    struct Choice {
        PreferenceState state = PreferenceState::Default;
        std::optional<Millis> snoozedUntil;
        Millis at = 0;
        qint64 version = 0;
    };
    using ChoiceKey = QPair<SubjectId, CategorySlug>;

    [[nodiscard]] Result<> follow(store::Database& database, qint64 lastSeq);
    [[nodiscard]] Result<> rebuild(store::Database& database, qint64 lastSeq);
    [[nodiscard]] Result<> readSubject(store::Database& database, const SubjectId& id);
    [[nodiscard]] Result<> readChoice(store::Database& database, const ChoiceKey& key);
    [[nodiscard]] Result<> readAliases(store::Database& database, const SubjectId& id);

    const WorkspaceId m_workspace;
    mutable std::shared_mutex m_mutex;  // guards what follows
    qint64 m_seq = -1;
    QHash<SubjectId, bool> m_reachable;
    QHash<SubjectId, SubjectId> m_movedTo;  // of the few that were
    LinkedSubjects m_links;
    QHash<CategorySlug, QHash<SubjectId, Choice>> m_choices;
};

}  // namespace refrain::service
