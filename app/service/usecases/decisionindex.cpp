#include "service/usecases/decisionindex.h"

#include "service/usecases/profilealias.h"
#include "store/changestore.h"
#include "store/transaction.h"

#include <QSet>

#include <algorithm>
#include <mutex>

namespace refrain::service {

namespace {

/// Beyond this many changes reading everything anew is quicker than following them one by one.
constexpr qint64 farBehind = 20'000;

}  // namespace

/// REQUIRES: the index's lock is held while it is used.
class IndexFacts final : public FactSource {
public:
    explicit IndexFacts(const DecisionIndex& index) : m_index(index) {}

    [[nodiscard]] Result<> gather(const Category& category, const SubjectId& subject,
                                  std::vector<SubjectFacts>& facts) override
    {
        const LinkedSubjects& links = m_index.m_links;
        for (const SubjectId& one : decidedTogether(links.addressOf(subject), subject, links.with(subject)))
            add(category, one, facts);
        return {};
    }

private:
    void add(const Category& category, const SubjectId& id, std::vector<SubjectFacts>& facts) const
    {
        const auto reachable = m_index.m_reachable.constFind(id);
        if (reachable == m_index.m_reachable.constEnd())
            return;
        SubjectFacts& added = facts.emplace_back();
        added.subject.id = id;
        added.subject.deleted = !*reachable;
        added.subject.movedTo = m_index.m_movedTo.value(id);
        added.everything = choice(everyCategory(), id);
        added.own = choice(category.slug, id);
        if (!category.parent.isEmpty())
            added.parent = choice(category.parent, id);
    }

    [[nodiscard]] std::optional<Preference> choice(const CategorySlug& category, const SubjectId& id) const
    {
        const auto choices = m_index.m_choices.constFind(category);
        if (choices == m_index.m_choices.constEnd())
            return std::nullopt;
        const auto found = choices->constFind(id);
        if (found == choices->constEnd())
            return std::nullopt;
        Preference preference;
        preference.state = found->state;
        preference.snoozedUntil = found->snoozedUntil;
        preference.at = found->at;
        preference.version = found->version;
        return preference;
    }

    const DecisionIndex& m_index;
};

Result<std::vector<Decision>> DecisionIndex::decide(const Category& category, const std::vector<SubjectId>& subjects,
                                                    Millis now, qint64& seq) const
{
    const std::shared_lock lock(m_mutex);
    IndexFacts facts(*this);
    seq = m_seq;
    return decideEach(facts, category, subjects, now);
}

Result<> DecisionIndex::refresh(store::Database& database)
{
    const Result<qint64> committed = store::ChangeStore(database).lastSeq(m_workspace);
    if (!committed)
        return committed.error();
    {
        const std::shared_lock lock(m_mutex);
        if (m_seq == *committed)
            return {};
    }
    const std::unique_lock lock(m_mutex);
    // Begun under the lock, so that no later refresh ever sees an earlier moment.
    Result<store::Transaction> moment = store::Transaction::begin(database, store::Transaction::Kind::Read);
    if (!moment)
        return moment.error();
    const Result<qint64> last = store::ChangeStore(database).lastSeq(m_workspace);
    if (!last)
        return last.error();
    const Result<qint64> keptAfter = store::ChangeStore(database).keptAfter(m_workspace);
    if (!keptAfter)
        return keptAfter.error();
    const bool follows = m_seq >= *keptAfter && m_seq <= *last && *last - m_seq <= farBehind;
    Result<> done = follows ? follow(database, *last) : rebuild(database, *last);
    if (!done) {
        m_seq = -1;  // half followed: begin anew next time
        return done;
    }
    return moment->commit();
}

Result<> DecisionIndex::follow(store::Database& database, qint64 lastSeq)
{
    QSet<SubjectId> subjects;
    QSet<ChoiceKey> choices;
    Result<> read = database.each("SELECT type, subject, category FROM changes WHERE workspace = ? AND seq > ?",
                                  {m_workspace, m_seq}, [&](const store::Row& row) {
                                      if (row.text(0) == QLatin1String("preference"))
                                          choices.insert({row.id<SubjectId>(1), row.id<CategorySlug>(2)});
                                      else if (row.text(0) == QLatin1String("subject") || row.text(0) == profileChange)
                                          subjects.insert(row.id<SubjectId>(1));
                                  });
    if (!read)
        return read;
    for (const SubjectId& subject : std::as_const(subjects)) {
        if (Result<> done = readSubject(database, subject); !done)
            return done;
        if (Result<> done = readAliases(database, subject); !done)
            return done;
    }
    for (const ChoiceKey& key : std::as_const(choices)) {
        if (Result<> done = readChoice(database, key); !done)
            return done;
    }
    m_seq = lastSeq;
    return {};
}

Result<> DecisionIndex::rebuild(store::Database& database, qint64 lastSeq)
{
    m_reachable.clear();
    m_movedTo.clear();
    m_links = {};
    m_choices.clear();
    Result<> done = database.each(
        "SELECT id, deleted + bot + archived + address_dead, person, moved_to FROM subjects WHERE workspace = ?",
        {m_workspace}, [&](const store::Row& row) {
            m_reachable.insert(row.id<SubjectId>(0), row.integer(1) == 0);
            if (row.text(3) != QLatin1String(""))
                m_movedTo.insert(row.id<SubjectId>(0), row.id<SubjectId>(3));
            if (row.text(2) != QLatin1String(""))
                m_links.setPerson(row.id<SubjectId>(0), row.id<PersonId>(2));
        });
    if (!done)
        return done;
    done = database.each("SELECT distinct_id, alias_of FROM profiles WHERE workspace = ? AND alias_of <> ''",
                         {m_workspace},
                         [&](const store::Row& row) { m_links.setAlias(row.id<SubjectId>(0), row.id<SubjectId>(1)); });
    if (!done)
        return done;
    done = database.each(
        "SELECT subject, category, state, snoozed_until, at, version FROM preferences WHERE workspace = ?",
        {m_workspace}, [&](const store::Row& row) {
            m_choices[row.id<CategorySlug>(1)].insert(
                row.id<SubjectId>(0), {preferenceStateFromString(row.text(2)).value_or(PreferenceState::Default),
                                       row.maybeInteger(3), row.integer(4), row.integer(5)});
        });
    if (done)
        m_seq = lastSeq;
    return done;
}

Result<> DecisionIndex::readSubject(store::Database& database, const SubjectId& id)
{
    return database.each(
        "SELECT deleted + bot + archived + address_dead, person, moved_to FROM subjects WHERE workspace = ? AND id = ?",
        {m_workspace, id}, [&](const store::Row& row) {
            m_reachable.insert(id, row.integer(0) == 0);
            if (const SubjectId moved = row.id<SubjectId>(2); moved.isEmpty())
                m_movedTo.remove(id);
            else
                m_movedTo.insert(id, moved);
            m_links.setPerson(id, row.id<PersonId>(1));
        });
}

Result<> DecisionIndex::readChoice(store::Database& database, const ChoiceKey& key)
{
    return database.each(
        "SELECT state, snoozed_until, at, version FROM preferences"
        " WHERE workspace = ? AND subject = ? AND category = ?",
        {m_workspace, key.first, key.second}, [&](const store::Row& row) {
            m_choices[key.second].insert(key.first,
                                         {preferenceStateFromString(row.text(0)).value_or(PreferenceState::Default),
                                          row.maybeInteger(1), row.integer(2), row.integer(3)});
        });
}

Result<> DecisionIndex::readAliases(store::Database& database, const SubjectId& id)
{
    m_links.clearAliases(id);
    return database.each(
        "SELECT distinct_id, alias_of FROM profiles WHERE workspace = ?1 AND distinct_id = ?2 AND alias_of <> ''"
        " UNION SELECT distinct_id, alias_of FROM profiles WHERE workspace = ?1 AND alias_of = ?2 AND alias_of <> ''",
        {m_workspace, id},
        [&](const store::Row& row) { m_links.setAlias(row.id<SubjectId>(0), row.id<SubjectId>(1)); });
}

}  // namespace refrain::service
