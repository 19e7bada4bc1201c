#include "service/usecases/decisionfacts.h"

#include "service/usecases/profilealias.h"
#include "service/usecases/recordjson.h"
#include "store/changestore.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"
#include "wire/category.h"
#include "wire/preference.h"
#include "wire/subject.h"

#include <algorithm>

namespace refrain::service {

namespace {

std::optional<Preference> ifSet(Preference preference)
{
    return preference.version > 0 ? std::optional(std::move(preference)) : std::nullopt;
}

const Preference* pointer(const std::optional<Preference>& preference)
{
    return preference ? &*preference : nullptr;
}

}  // namespace

Result<FactsOfOne> FactsOfOne::read(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    store::SubjectStore subjects(database);
    const auto linked = subjects.linkedWith(workspace, subject);
    if (!linked)
        return linked.error();
    const Result<SubjectId> address =
        linked->empty() ? Result<SubjectId>(subject) : subjects.addressOf(workspace, subject);
    if (!address)
        return address.error();
    FactsOfOne facts;
    facts.m_asked = subject;
    bool isKnown = false;
    for (const SubjectId& one : decidedTogether(*address, subject, *linked)) {
        auto known = subjects.find(workspace, one);
        auto choices = store::PreferenceStore(database).ofSubject(workspace, one);
        if (!known || !choices)
            return !known ? known.error() : choices.error();
        if (*known)
            facts.m_all.push_back({**std::move(known), *std::move(choices)});
        isKnown = isKnown || (*known && one == subject);
    }
    if (!isKnown)
        return Error::notFound(QStringLiteral("Nobody here has the id “%1”.").arg(subject.toString()));
    return facts;
}

std::optional<Preference> FactsOfOne::One::choice(const CategorySlug& category) const
{
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Preference& preference) { return preference.category == category; });
    return found == choices.end() ? std::nullopt : ifSet(*found);
}

Preference FactsOfOne::preference(const CategorySlug& category) const
{
    Preference never;
    never.subject = m_asked;
    never.category = category;
    for (const One& one : m_all) {
        if (one.subject.id == m_asked)
            return one.choice(category).value_or(never);
    }
    return never;
}

Result<> FactsOfOne::gather(const Category& category, const SubjectId&, std::vector<SubjectFacts>& facts)
{
    for (const One& one : m_all)
        facts.push_back({one.subject, one.choice(everyCategory()), one.choice(category.slug),
                         category.parent.isEmpty() ? std::nullopt : one.choice(category.parent)});
    return {};
}

Result<> StoredFacts::gather(const Category& category, const SubjectId& subject, std::vector<SubjectFacts>& facts)
{
    store::SubjectStore subjects(m_database);
    const auto linked = subjects.linkedWith(m_workspace, subject);
    if (!linked)
        return linked.error();
    if (linked->empty())
        return addKnown(category, subject, facts);
    const Result<SubjectId> address = subjects.addressOf(m_workspace, subject);
    if (!address)
        return address.error();
    for (const SubjectId& one : decidedTogether(*address, subject, *linked)) {
        if (Result<> done = addKnown(category, one, facts); !done)
            return done;
    }
    return {};
}

Result<> StoredFacts::addKnown(const Category& category, const SubjectId& id, std::vector<SubjectFacts>& facts)
{
    auto subject = store::SubjectStore(m_database).find(m_workspace, id);
    if (!subject)
        return subject.error();
    return *subject ? add(category, **std::move(subject), facts) : Result<>();
}

Result<> StoredFacts::add(const Category& category, Subject subject, std::vector<SubjectFacts>& facts)
{
    store::PreferenceStore preferences(m_database);
    Result<Preference> everything = preferences.find(m_workspace, subject.id, everyCategory());
    if (!everything)
        return everything.error();
    Result<Preference> own = preferences.find(m_workspace, subject.id, category.slug);
    if (!own)
        return own.error();
    Result<Preference> parent =
        category.parent.isEmpty() ? Preference() : preferences.find(m_workspace, subject.id, category.parent);
    if (!parent)
        return parent.error();
    facts.push_back(
        {std::move(subject), ifSet(*std::move(everything)), ifSet(*std::move(own)), ifSet(*std::move(parent))});
    return {};
}

template <class Read>
auto HistoricFacts::then(const SubjectId& subject, const CategorySlug& category, Read read)
    -> Result<std::optional<typename std::invoke_result_t<Read, const QJsonObject&>::Value>>
{
    using Value = typename std::invoke_result_t<Read, const QJsonObject&>::Value;
    const auto change = store::ChangeStore(m_database).lastUntil(m_workspace, subject, category, m_asOf);
    if (!change)
        return change.error();
    if (!*change)
        return std::optional<Value>();
    Result<Value> value = read(fromText((*change)->after));
    if (!value)
        return value.error();
    return std::optional<Value>(*std::move(value));
}

Result<> HistoricFacts::gather(const Category& category, const SubjectId& id, std::vector<SubjectFacts>& facts)
{
    if (!m_links) {
        if (Result<> read = readLinks(); !read)
            return read;
    }
    for (const SubjectId& one : decidedTogether(m_links->addressOf(id), id, m_links->with(id))) {
        if (Result<> done = addKnown(category, one, facts); !done)
            return done;
    }
    return {};
}

/// The changes by which people linked and unlinked are few; what the directory sync writes links nobody anew.
Result<> HistoricFacts::readLinks()
{
    m_links.emplace();
    return m_database.each(
        "SELECT type, subject, after_json FROM changes WHERE workspace = ? AND source <> ''"
        " AND type IN ('subject', 'profile') AND at <= ? ORDER BY seq",
        {m_workspace, m_asOf}, [this](const store::Row& row) {
            const SubjectId subject = row.id<SubjectId>(1);
            const QJsonObject after = fromText(row.bytes(2));
            if (row.text(0) == profileChange)
                m_links->setAlias(subject, SubjectId(after.value(aliasField).toString()));
            else
                m_links->setPerson(subject, PersonId(after.value(QLatin1String("person")).toString()));
        });
}

Result<> HistoricFacts::addKnown(const Category& category, const SubjectId& id, std::vector<SubjectFacts>& facts)
{
    auto subject = this->subject(id);
    if (!subject)
        return subject.error();
    return *subject ? add(category, **std::move(subject), facts) : Result<>();
}

Result<std::optional<Category>> HistoricFacts::category(const CategorySlug& slug)
{
    return then({}, slug, wire::categoryFromJson);
}

Result<qint64> HistoricFacts::seq()
{
    return m_database.number("SELECT seq FROM changes WHERE workspace = ? AND at <= ? ORDER BY seq DESC LIMIT 1",
                             {m_workspace, m_asOf});
}

Result<std::optional<Subject>> HistoricFacts::subject(const SubjectId& id)
{
    return then(id, {}, wire::subjectFromJson);
}

Result<std::optional<Preference>> HistoricFacts::preference(const SubjectId& subject, const CategorySlug& category)
{
    const auto view = then(subject, category, wire::preferenceFromJson);
    if (!view)
        return view.error();
    return *view ? std::optional((*view)->preference) : std::nullopt;
}

Result<> HistoricFacts::add(const Category& category, Subject subject, std::vector<SubjectFacts>& facts)
{
    auto everything = preference(subject.id, everyCategory());
    if (!everything)
        return everything.error();
    auto own = preference(subject.id, category.slug);
    if (!own)
        return own.error();
    auto parent = category.parent.isEmpty() ? std::optional<Preference>() : preference(subject.id, category.parent);
    if (!parent)
        return parent.error();
    facts.push_back({std::move(subject), *std::move(everything), *std::move(own), *std::move(parent)});
    return {};
}

Result<> SupposedFacts::gather(const Category& category, const SubjectId& subject, std::vector<SubjectFacts>& facts)
{
    if (Result<> done = m_real.gather(category, subject, facts); !done)
        return done;
    for (SubjectFacts& one : facts) {
        for (const WhatIf::Choice& choice : m_whatIf.choices) {
            const bool isMeant =
                choice.subject.isEmpty() ? one.subject.id == subject : one.subject.id == choice.subject;
            if (!isMeant)
                continue;
            std::optional<Preference>& preference = choice.category == everyCategory() ? one.everything
                                                    : choice.category == category.slug ? one.own
                                                                                       : one.parent;
            preference = choice.applied(preference.value_or(Preference()));
        }
    }
    return {};
}

Result<> FactsAtHand::gather(const Category& category, const SubjectId& subject, std::vector<SubjectFacts>& facts)
{
    if (Result<> done = m_stored.gather(category, subject, facts); !done)
        return done;
    const auto replace = [this](const SubjectId& whose, const CategorySlug& slug, std::optional<Preference>& stored) {
        if (const auto found = m_atHand.constFind({whose, slug}); found != m_atHand.cend())
            stored = ifSet(*found);
    };
    for (SubjectFacts& one : facts) {
        replace(one.subject.id, everyCategory(), one.everything);
        replace(one.subject.id, category.slug, one.own);
        replace(one.subject.id, category.parent, one.parent);
    }
    return {};
}

namespace {

/// Puts into `facts` what is known of the subject under the id that it has now, and says where it stands itself.
Result<std::vector<SubjectFacts>::iterator> gatherCurrent(FactSource& source, const Category& category,
                                                          SubjectId subject, std::vector<SubjectFacts>& facts)
{
    for (;;) {
        facts.clear();
        if (Result<> done = source.gather(category, subject, facts); !done)
            return done.error();
        const auto asked = std::find_if(facts.begin(), facts.end(),
                                        [&](const SubjectFacts& one) { return one.subject.id == subject; });
        if (asked == facts.end() || asked->subject.movedTo.isEmpty())
            return asked;
        subject = asked->subject.movedTo;
    }
}

}  // namespace

Result<std::vector<Decision>> decideEach(FactSource& source, const Category& category,
                                         const std::vector<SubjectId>& subjects, Millis now)
{
    std::vector<Decision> decisions;
    decisions.reserve(subjects.size());
    std::vector<SubjectFacts> facts;
    std::vector<DecisionFacts> person;
    for (const SubjectId& subject : subjects) {
        person.clear();
        const auto asked = gatherCurrent(source, category, subject, facts);
        if (!asked)
            return asked.error();
        // A profile that stands for a member has two addresses, its own and the member's: a dead one decides.
        if (*asked != facts.end() && !isReachable((*asked)->subject))
            std::iter_swap(facts.begin(), *asked);
        for (const SubjectFacts& one : facts)
            person.push_back({&one.subject, pointer(one.everything), pointer(one.own), pointer(one.parent)});
        if (person.empty())
            person.emplace_back();  // unknown
        decisions.push_back(decideTogether(category, person, now));
    }
    return decisions;
}

}  // namespace refrain::service
