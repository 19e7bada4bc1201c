#include "service/usecases/decider.h"

#include "store/categorystore.h"
#include "store/changestore.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"

namespace refrain::service {

namespace {

Result<Category> usable(const Result<std::optional<Category>>& found, const CategorySlug& slug)
{
    if (!found)
        return found.error();
    if (!*found)
        return Error::invalid(QStringLiteral("There is no category “%1”, so nothing was decided.").arg(slug.toString()),
                              QStringLiteral("/category"));
    if ((*found)->archived)
        return Error::invalid(
            QStringLiteral("The category “%1” is archived and sends nothing any more, so nothing was decided.")
                .arg(slug.toString()),
            QStringLiteral("/category"));
    return **found;
}

/// By `facts`, and as if `whatIf` held.
Result<Decisions> supposed(FactSource& facts, const Category& real, qint64 seq, const std::vector<SubjectId>& subjects,
                           Millis now, const WhatIf& whatIf)
{
    const Category category = whatIf.applied(real);
    if (category.required && category.paused)
        return Error::invalid(QStringLiteral("A category cannot be required and paused at once."),
                              QStringLiteral("/whatIf"));
    for (size_t i = 0; i < whatIf.choices.size(); ++i) {
        if (!whatIf.choices[i].bearsOn(category))
            return Error::invalid(QStringLiteral("A choice for “%1” decides nothing about “%2”.")
                                      .arg(whatIf.choices[i].category.toString(), category.slug.toString()),
                                  QStringLiteral("/whatIf/preferences/%1/category").arg(i));
    }
    SupposedFacts supposedFacts(facts, whatIf);
    auto items = decideEach(supposedFacts, category, subjects, now);
    if (!items)
        return items.error();
    return Decisions{category, seq, *std::move(items)};
}

Result<SubjectId> knownAs(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    const Result<SubjectId> current = store::SubjectStore(database).current(workspace, subject);
    if (!current)
        return current;
    const auto known = store::SubjectStore(database).find(workspace, *current);
    if (!known)
        return known.error();
    if (!*known)
        return Error::notFound(QStringLiteral("Nobody here has the id “%1”.").arg(subject.toString()));
    return current;
}

/// With the ids that the subjects go by now, as the facts have them.
Result<WhatIf> withCurrentIds(store::Database& database, const WorkspaceId& workspace, WhatIf whatIf)
{
    for (WhatIf::Choice& choice : whatIf.choices) {
        if (choice.subject.isEmpty())
            continue;
        Result<SubjectId> current = store::SubjectStore(database).current(workspace, choice.subject);
        if (!current)
            return current.error();
        choice.subject = *std::move(current);
    }
    return whatIf;
}

Result<PreferenceView> viewOf(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject,
                              const Category& category, Millis now)
{
    Result<Preference> preference = store::PreferenceStore(database).find(workspace, subject, category.slug);
    if (!preference)
        return preference.error();
    StoredFacts facts(database, workspace);
    const auto decided = decideEach(facts, category, {subject}, now);
    if (!decided)
        return decided.error();
    return PreferenceView{*std::move(preference), decided->front()};
}

}  // namespace

Result<Decisions> Decider::decide(const WorkspaceId& workspace, const CategorySlug& category,
                                  const std::vector<SubjectId>& subjects, std::optional<Millis> asOf,
                                  const WhatIf& whatIf)
{
    if (asOf && *asOf > m_clock.now())
        return Error::invalid(QStringLiteral("Nothing can be decided for a time that is still to come."),
                              QStringLiteral("/asOf"));
    if (!asOf && whatIf.isEmpty() && subjects.size() > fewSubjects) {
        const Result<store::Database*> database = m_pool.connection();
        if (!database)
            return database.error();
        return decideIndexed(**database, workspace, category, subjects);
    }
    return m_pool.read<Decisions>([&](store::Database& database) -> Result<Decisions> {
        const Result<WhatIf> supposed = withCurrentIds(database, workspace, whatIf);
        if (!supposed)
            return supposed.error();
        if (asOf)
            return decidePast(database, workspace, category, subjects, *asOf, *supposed);
        return decideStored(database, workspace, category, subjects, *supposed);
    });
}

Result<Decisions> Decider::decideStored(store::Database& database, const WorkspaceId& workspace,
                                        const CategorySlug& slug, const std::vector<SubjectId>& subjects,
                                        const WhatIf& whatIf) const
{
    const Result<Category> category = usable(store::CategoryStore(database).find(workspace, slug), slug);
    if (!category)
        return category.error();
    const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
    if (!seq)
        return seq.error();
    StoredFacts facts(database, workspace);
    return supposed(facts, *category, *seq, subjects, m_clock.now(), whatIf);
}

Result<Decisions> Decider::decideIndexed(store::Database& database, const WorkspaceId& workspace,
                                         const CategorySlug& slug, const std::vector<SubjectId>& subjects)
{
    const Result<Category> category = usable(store::CategoryStore(database).find(workspace, slug), slug);
    if (!category)
        return category.error();
    const std::shared_ptr<DecisionIndex> known = index(workspace);
    if (Result<> fresh = known->refresh(database); !fresh)
        return fresh.error();
    Decisions decisions;
    decisions.category = *category;
    auto items = known->decide(*category, subjects, m_clock.now(), decisions.seq);
    if (!items)
        return items.error();
    decisions.items = *std::move(items);
    return decisions;
}

Result<Decisions> Decider::decidePast(store::Database& database, const WorkspaceId& workspace, const CategorySlug& slug,
                                      const std::vector<SubjectId>& subjects, Millis asOf, const WhatIf& whatIf) const
{
    HistoricFacts facts(database, workspace, asOf);
    const Result<Category> category = usable(facts.category(slug), slug);
    if (!category)
        return category.error();
    const Result<qint64> seq = facts.seq();
    if (!seq)
        return seq.error();
    return supposed(facts, *category, *seq, subjects, asOf, whatIf);
}

Result<PreferenceView> Decider::view(store::Database& database, const WorkspaceId& workspace, const SubjectId& subject,
                                     const CategorySlug& slug) const
{
    const Result<SubjectId> known = knownAs(database, workspace, subject);
    if (!known)
        return known.error();
    const auto category = store::CategoryStore(database).find(workspace, slug);
    if (!category)
        return category.error();
    if (!*category)
        return Error::notFound(QStringLiteral("There is no category “%1”.").arg(slug.toString()));
    return viewOf(database, workspace, *known, **category, m_clock.now());
}

Result<std::vector<PreferenceView>> Decider::views(store::Database& database, const WorkspaceId& workspace,
                                                   const SubjectId& subject) const
{
    store::CategoryStore categories(database);
    const auto every = categories.find(workspace, everyCategory());
    if (!every)
        return every.error();
    auto all = categories.all(workspace);
    if (!all)
        return all.error();
    if (*every)
        all->insert(all->begin(), **every);
    return views(database, workspace, subject, *all);
}

Result<std::vector<PreferenceView>> Decider::views(store::Database& database, const WorkspaceId& workspace,
                                                   const SubjectId& subject,
                                                   const std::vector<Category>& categories) const
{
    const Result<SubjectId> current = store::SubjectStore(database).current(workspace, subject);
    if (!current)
        return current.error();
    Result<FactsOfOne> facts = FactsOfOne::read(database, workspace, *current);
    if (!facts)
        return facts.error();
    std::vector<PreferenceView> views;
    for (const Category& category : categories) {
        if (category.archived)
            continue;
        const auto decided = decideEach(*facts, category, {*current}, m_clock.now());
        if (!decided)
            return decided.error();
        views.push_back({facts->preference(category.slug), decided->front()});
    }
    return views;
}

Result<std::vector<PreferenceView>> Decider::viewsAt(store::Database& database, const WorkspaceId& workspace,
                                                     const SubjectId& subject, Millis asOf) const
{
    if (asOf > m_clock.now())
        return Error::invalid(QStringLiteral("Nothing can be told of a time that is still to come."),
                              QStringLiteral("/asOf"));
    const Result<SubjectId> current = store::SubjectStore(database).current(workspace, subject);
    if (!current)
        return current.error();
    const auto all = store::CategoryStore(database).all(workspace);
    if (!all)
        return all.error();
    std::vector<CategorySlug> slugs{everyCategory()};
    for (const Category& category : *all)
        slugs.push_back(category.slug);
    HistoricFacts facts(database, workspace, asOf);
    std::vector<PreferenceView> views;
    for (const CategorySlug& slug : slugs) {
        const auto category = facts.category(slug);
        auto own = facts.preference(*current, slug);
        if (!category || !own)
            return !category ? category.error() : own.error();
        if (!*category || (*category)->archived)
            continue;
        const auto decided = decideEach(facts, **category, {*current}, asOf);
        if (!decided)
            return decided.error();
        Preference preference = own->value_or(Preference());
        preference.subject = *current;
        preference.category = slug;
        views.push_back({std::move(preference), decided->front()});
    }
    return views;
}

Result<std::vector<PreferenceView>> Decider::views(store::Database& database, const WorkspaceId& workspace,
                                                   std::vector<Preference> preferences) const
{
    StoredFacts stored(database, workspace);
    FactsAtHand facts(stored);
    QHash<CategorySlug, Category> categories;
    std::vector<PreferenceView> found;
    found.reserve(preferences.size());
    for (Preference& preference : preferences) {
        if (!categories.contains(preference.category)) {
            const auto category = store::CategoryStore(database).find(workspace, preference.category);
            if (!category)
                return category.error();
            if (!*category)
                return Error::internal(QStringLiteral("A choice is about a category that does not exist."));
            categories.insert(preference.category, **category);
        }
        facts.set(preference);
        const auto decided = decideEach(facts, categories[preference.category], {preference.subject}, m_clock.now());
        if (!decided)
            return decided.error();
        found.push_back({std::move(preference), decided->front()});
    }
    return found;
}

std::shared_ptr<DecisionIndex> Decider::index(const WorkspaceId& workspace)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<DecisionIndex>& known = m_indexes[workspace];
    if (!known)
        known = std::make_shared<DecisionIndex>(workspace);
    return known;
}

}  // namespace refrain::service
