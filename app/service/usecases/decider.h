#pragma once

#include "service/usecases/decisionindex.h"
#include "store/databasepool.h"

#include <memory>
#include <mutex>

namespace refrain::service {

/// Answers to "may this message go to these people?", in the order in which they were asked about.
struct Decisions {
    Category category;  ///< With the onFailure that senders must heed.
    qint64 seq = 0;     ///< The change up to which this holds.
    std::vector<Decision> items;
};

/// A preference with what follows from it now.
struct PreferenceView {
    Preference preference;
    Decision decision;
};

/// THE function behind every question of delivery, whoever asks.
///
/// Few subjects are read from the tables, many from an index in memory: for 100,000 subjects the tables take
/// seconds, the index tens of milliseconds, and it is one point query away from being proven fresh. Any thread.
class Decider {
public:
    /// Up to this many subjects are read from the tables, which needs no index to be loaded first.
    static constexpr std::size_t fewSubjects = 64;

    Decider(store::DatabasePool& pool, const Clock& clock) : m_pool(pool), m_clock(clock) {}

    /// Invalid (422) where the category is unknown or archived, or `asOf` is still to come; unknown subjects are
    /// answered as unreachable. `asOf`: by the choices and rules that held then. `whatIf`: as if that held as well.
    [[nodiscard]] Result<Decisions> decide(const WorkspaceId& workspace, const CategorySlug& category,
                                           const std::vector<SubjectId>& subjects,
                                           std::optional<Millis> asOf = std::nullopt, const WhatIf& whatIf = {});

    /// A subject's preference for one category with what follows from it, as `database` sees it: inside a write
    /// transaction, after the change. NotFound where subject or category are unknown.
    [[nodiscard]] Result<PreferenceView> view(store::Database& database, const WorkspaceId& workspace,
                                              const SubjectId& subject, const CategorySlug& category) const;
    /// The same for `*` and every category that is not archived, in the order in which people see them.
    [[nodiscard]] Result<std::vector<PreferenceView>> views(store::Database& database, const WorkspaceId& workspace,
                                                            const SubjectId& subject) const;
    /// The same for those of `categories` that are not archived, in their order: for who has read them already.
    [[nodiscard]] Result<std::vector<PreferenceView>> views(store::Database& database, const WorkspaceId& workspace,
                                                            const SubjectId& subject,
                                                            const std::vector<Category>& categories) const;
    /// The same as it was then, of every category that people could see then; none where nothing was known yet. Invalid
    /// where `asOf` is still to come.
    [[nodiscard]] Result<std::vector<PreferenceView>> viewsAt(store::Database& database, const WorkspaceId& workspace,
                                                              const SubjectId& subject, Millis asOf) const;
    /// What follows from choices that the caller has at hand, stored or not, each as of its place in their order.
    /// Internal where a category is unknown.
    [[nodiscard]] Result<std::vector<PreferenceView>> views(store::Database& database, const WorkspaceId& workspace,
                                                            std::vector<Preference> preferences) const;

private:
    [[nodiscard]] Result<Decisions> decideStored(store::Database& database, const WorkspaceId& workspace,
                                                 const CategorySlug& category, const std::vector<SubjectId>& subjects,
                                                 const WhatIf& whatIf) const;
    [[nodiscard]] Result<Decisions> decideIndexed(store::Database& database, const WorkspaceId& workspace,
                                                  const CategorySlug& category, const std::vector<SubjectId>& subjects);
    [[nodiscard]] Result<Decisions> decidePast(store::Database& database, const WorkspaceId& workspace,
                                               const CategorySlug& category, const std::vector<SubjectId>& subjects,
                                               Millis asOf, const WhatIf& whatIf) const;
    [[nodiscard]] std::shared_ptr<DecisionIndex> index(const WorkspaceId& workspace);

    store::DatabasePool& m_pool;
    const Clock& m_clock;
    std::mutex m_mutex;  // guards m_indexes
    QHash<WorkspaceId, std::shared_ptr<DecisionIndex>> m_indexes;
};

}  // namespace refrain::service
