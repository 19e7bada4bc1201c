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
    /// A wish about an id that Slack gave up is led to the one in its place.
    [[nodiscard]] Result<Judged> judge(ChangeRequest& request);

private:
    /// False where nobody has the id; leads on to the one that took its place.
    [[nodiscard]] Result<bool> findCurrent(SubjectId& subject);
    [[nodiscard]] Result<std::optional<Category>> category(const CategorySlug& slug);
    [[nodiscard]] Result<Preference> current(const SubjectId& subject, const CategorySlug& category);

    store::Database& m_database;
    WorkspaceId m_workspace;
    Millis m_now;
    qint64 m_nextSeq;
    QHash<CategorySlug, std::optional<Category>> m_categories;
    QHash<QPair<SubjectId, CategorySlug>, Preference> m_changed;
};

}  // namespace refrain::service
