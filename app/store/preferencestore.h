#pragma once

#include "domain/preference.h"
#include "store/database.h"

namespace refrain::store {

/// Which explicit choices a page shows, in the order of subject and category.
struct PreferenceQuery {
    std::optional<CategorySlug> category;
    std::optional<PreferenceState> state;
    SubjectId afterSubject;  ///< Position of the last row of the page before; empty: from the start.
    CategorySlug afterCategory;
    int limit = 100;
    Millis now = 0;  ///< A snooze that ended before no longer counts as a choice.
};

/// Preferences that somebody once set. A choice taken back stays, as state default, for its version.
class PreferenceStore {
public:
    explicit PreferenceStore(Database& database) : m_database(database) {}

    /// The stored preference, or the one that was never set.
    [[nodiscard]] Result<Preference> find(const WorkspaceId& workspace, const SubjectId& subject,
                                          const CategorySlug& category);
    /// What is stored of these subjects for the category, in no order.
    [[nodiscard]] Result<> findAll(const WorkspaceId& workspace, const CategorySlug& category,
                                   const std::vector<SubjectId>& subjects,
                                   const std::function<void(Preference)>& preference);
    [[nodiscard]] Result<std::vector<Preference>> ofSubject(const WorkspaceId& workspace, const SubjectId& subject);
    /// Choices and running snoozes only; with the state default, also the choices that were taken back.
    [[nodiscard]] Result<std::vector<Preference>> page(const WorkspaceId& workspace, const PreferenceQuery& query);
    /// Every stored row of the subjects with from <= id < to, compared as UTF-8, ordered by subject and category; an
    /// empty end is open.
    [[nodiscard]] Result<> each(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to,
                                const std::function<void(const Preference&)>& preference);
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Preference& preference);
    /// The same for many; of several for one choice the last counts.
    [[nodiscard]] Result<> putAll(const WorkspaceId& workspace, const std::vector<const Preference*>& preferences);

private:
    Database& m_database;
};

}  // namespace refrain::store
