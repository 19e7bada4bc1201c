#pragma once

#include "domain/decide.h"
#include "domain/whatif.h"
#include "service/usecases/linkedsubjects.h"
#include "store/database.h"

#include <QHash>
#include <QJsonObject>

#include <type_traits>

namespace refrain::service {

/// What is known of one subject when a category is decided.
struct SubjectFacts {
    Subject subject;
    std::optional<Preference> everything;
    std::optional<Preference> own;
    std::optional<Preference> parent;
};

/// Where the facts of decisions come from: the tables as they are, as they were, or an index in memory.
class FactSource {
public:
    virtual ~FactSource() = default;
    /// Adds the facts of the subject whose address is in use, which is the asked one but for an alias, and then those
    /// of all linked with it; nothing where none of them is known.
    [[nodiscard]] virtual Result<> gather(const Category& category, const SubjectId& subject,
                                          std::vector<SubjectFacts>& facts) = 0;
};

/// The tables as they are: no start-up, some 20 µs a subject. In the database's thread.
class StoredFacts final : public FactSource {
public:
    StoredFacts(store::Database& database, WorkspaceId workspace)
        : m_database(database), m_workspace(std::move(workspace))
    {
    }
    [[nodiscard]] Result<> gather(const Category& category, const SubjectId& subject,
                                  std::vector<SubjectFacts>& facts) override;

private:
    [[nodiscard]] Result<> addKnown(const Category& category, const SubjectId& id, std::vector<SubjectFacts>& facts);
    [[nodiscard]] Result<> add(const Category& category, Subject subject, std::vector<SubjectFacts>& facts);
    store::Database& m_database;
    WorkspaceId m_workspace;
};

/// The tables as they are for one subject and those linked with it, read once for all categories.
class FactsOfOne final : public FactSource {
public:
    /// NotFound where nobody has that id. In the database's thread; what it read is good anywhere.
    [[nodiscard]] static Result<FactsOfOne> read(store::Database& database, const WorkspaceId& workspace,
                                                 const SubjectId& subject);
    /// The subject's own choice, or the one that was never set.
    [[nodiscard]] Preference preference(const CategorySlug& category) const;
    /// REQUIRES: the subject that was read.
    [[nodiscard]] Result<> gather(const Category& category, const SubjectId& subject,
                                  std::vector<SubjectFacts>& facts) override;

private:
    struct One {
        Subject subject;
        std::vector<Preference> choices;

        [[nodiscard]] std::optional<Preference> choice(const CategorySlug& category) const;
    };
    FactsOfOne() = default;
    SubjectId m_asked;
    std::vector<One> m_all;  // in the order in which they are decided
};

/// The past, as the change feed tells it, links and aliases included. In the database's thread.
class HistoricFacts final : public FactSource {
public:
    HistoricFacts(store::Database& database, WorkspaceId workspace, Millis asOf)
        : m_database(database), m_workspace(std::move(workspace)), m_asOf(asOf)
    {
    }
    [[nodiscard]] Result<> gather(const Category& category, const SubjectId& subject,
                                  std::vector<SubjectFacts>& facts) override;
    /// The category as it was then; nothing where it did not exist yet.
    [[nodiscard]] Result<std::optional<Category>> category(const CategorySlug& slug);
    /// Number of the last change that had been made by then.
    [[nodiscard]] Result<qint64> seq();
    /// A subject's choice; nothing where it had never chosen.
    [[nodiscard]] Result<std::optional<Preference>> preference(const SubjectId& subject, const CategorySlug& category);

private:
    /// What the last change until then left of a preference, a subject or a category, as ChangeStore::lastUntil().
    template <class Read>
    [[nodiscard]] auto then(const SubjectId& subject, const CategorySlug& category, Read read)
        -> Result<std::optional<typename std::invoke_result_t<Read, const QJsonObject&>::Value>>;
    [[nodiscard]] Result<> readLinks();
    [[nodiscard]] Result<std::optional<Subject>> subject(const SubjectId& id);
    [[nodiscard]] Result<> addKnown(const Category& category, const SubjectId& id, std::vector<SubjectFacts>& facts);
    [[nodiscard]] Result<> add(const Category& category, Subject subject, std::vector<SubjectFacts>& facts);
    store::Database& m_database;
    WorkspaceId m_workspace;
    Millis m_asOf;
    std::optional<LinkedSubjects> m_links;  // as they were, once they are asked for
};

/// Another source's facts, as if more choices had been made. In that one's thread.
class SupposedFacts final : public FactSource {
public:
    /// Both are borrowed.
    SupposedFacts(FactSource& real, const WhatIf& whatIf) : m_real(real), m_whatIf(whatIf) {}
    [[nodiscard]] Result<> gather(const Category& category, const SubjectId& subject,
                                  std::vector<SubjectFacts>& facts) override;

private:
    FactSource& m_real;
    const WhatIf& m_whatIf;
};

/// Another source's facts, with preferences that a caller has at hand in place of what is stored of them. In that one's
/// thread.
class FactsAtHand final : public FactSource {
public:
    explicit FactsAtHand(FactSource& stored) : m_stored(stored) {}
    void set(const Preference& preference) { m_atHand[{preference.subject, preference.category}] = preference; }
    [[nodiscard]] Result<> gather(const Category& category, const SubjectId& subject,
                                  std::vector<SubjectFacts>& facts) override;

private:
    FactSource& m_stored;
    QHash<std::pair<SubjectId, CategorySlug>, Preference> m_atHand;
};

/// Asks the preference rule about each subject, together with those it is linked with, in order; about an id that Slack
/// gave up by the one in its place.
[[nodiscard]] Result<std::vector<Decision>> decideEach(FactSource& source, const Category& category,
                                                       const std::vector<SubjectId>& subjects, Millis now);

}  // namespace refrain::service
