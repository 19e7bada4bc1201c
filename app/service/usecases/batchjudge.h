#pragma once

#include "service/usecases/preferencewriter.h"

#include <QHash>

namespace refrain::service {

/// Judges wishes one after the other against what is stored and what the wishes before them would change, and writes
/// nothing. REQUIRES: the write transaction in which they are then applied, or a read transaction for a dry run.
class BatchJudge {
public:
    BatchJudge(store::Database& database, WorkspaceId workspace, Millis now, qint64 nextSeq)
        : m_database(database), m_workspace(std::move(workspace)), m_now(now), m_nextSeq(nextSeq)
    {
    }

    struct Judged {
        ChangeOutcome outcome;
        Preference before;  ///< What the wish found.
    };
    /// Reads what the wishes will ask about, for many of them quicker than one by one. REQUIRES: judge() is then asked
    /// about no others.
    [[nodiscard]] Result<> lookAhead(const std::vector<ChangeRequest>& requests);
    /// A wish about an id that Slack gave up is led to the one in its place.
    [[nodiscard]] Result<Judged> judge(ChangeRequest& request);

private:
    /// False where nobody has the id; leads on to the one that took its place.
    [[nodiscard]] Result<bool> findCurrent(SubjectId& subject);
    [[nodiscard]] Result<std::optional<Category>> category(const CategorySlug& slug);
    /// As it is stored and was changed by the wishes before. `isLookedUp`: what is stored is known already.
    [[nodiscard]] Result<Preference> current(const SubjectId& subject, const CategorySlug& category, bool isLookedUp);

    store::Database& m_database;
    WorkspaceId m_workspace;
    Millis m_now;
    qint64 m_nextSeq;
    QHash<CategorySlug, std::optional<Category>> m_categories;
    QHash<QPair<SubjectId, CategorySlug>, Preference> m_known;  // as it is after the wishes so far
    std::optional<QHash<SubjectId, SubjectId>> m_moves;         // of all that are known; none: not looked ahead
};

}  // namespace refrain::service
