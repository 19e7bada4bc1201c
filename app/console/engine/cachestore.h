#pragma once

#include "base/result.h"
#include "console/desk/deskstatus.h"
#include "domain/category.h"
#include "domain/preference.h"
#include "domain/subject.h"
#include "store/database.h"

#include <functional>
#include <memory>
#include <vector>

namespace refrain::console {

/// What the console knows of one workspace, on disk: the directory, choices, categories, and where the feed stands.
/// Engine thread only. Everything in it can be fetched again.
class CacheStore {
public:
    /// Opens or makes the file; one that is damaged or of a newer version is deleted and made anew.
    [[nodiscard]] static Result<std::unique_ptr<CacheStore>> open(const QString& path);

    [[nodiscard]] store::Database& database() { return *m_database; }

    [[nodiscard]] Result<QString> meta(const QString& key);
    [[nodiscard]] Result<> setMeta(const QString& key, const QString& value);

    [[nodiscard]] Result<std::vector<Category>> categories();
    /// Replaces all of them.
    [[nodiscard]] Result<> setCategories(const std::vector<Category>& categories);
    [[nodiscard]] Result<> upsertCategory(const Category& category);

    /// `sweep`: the number of the running full sync, 0 from the feed (keeps a row's number).
    [[nodiscard]] Result<> upsert(const Subject& subject, qint64 sweep);
    /// Keeps the newer of the two versions; true where the row changed.
    [[nodiscard]] Result<bool> upsert(const Preference& preference, qint64 sweep);
    [[nodiscard]] Result<> removeSubject(const SubjectId& subject);
    /// Takes out what the full sync `sweep` did not see; how many rows went.
    [[nodiscard]] Result<qint64> sweepOut(qint64 sweep);

    /// As they are stored, in the order of their ids, for what cacherows.h makes of a row.
    [[nodiscard]] Result<> eachSubjectRow(const std::function<void(const store::Row&)>& take);
    /// The choices of all subjects from `first` to `last`, by subject. Ids in UTF-8.
    [[nodiscard]] Result<> eachChoiceRow(const QByteArray& first, const QByteArray& last,
                                         const std::function<void(const store::Row&)>& take);
    [[nodiscard]] Result<> eachSubject(const std::function<void(const Subject&)>& take);
    [[nodiscard]] Result<> eachPreference(const std::function<void(const Preference&)>& take);
    [[nodiscard]] Result<std::optional<Subject>> subject(const SubjectId& id);
    [[nodiscard]] Result<std::vector<Preference>> preferences(const SubjectId& subject);
    [[nodiscard]] Result<std::vector<Subject>> linked(const PersonId& person);

    /// Appends one exchange to the journal and drops all but the newest 1,000.
    [[nodiscard]] Result<> writeJournal(const Exchange& exchange);
    [[nodiscard]] Result<std::vector<Exchange>> journal();  ///< Newest first.

private:
    explicit CacheStore(std::unique_ptr<store::Database> database) : m_database(std::move(database)) {}
    std::unique_ptr<store::Database> m_database;
};

}  // namespace refrain::console
