#include "store/preferencestore.h"

#include "store/manyrows.h"

namespace refrain::store {

namespace {

Preference read(const Row& row)
{
    Preference preference;
    preference.subject = row.id<SubjectId>(0);
    preference.category = row.id<CategorySlug>(1);
    preference.state = preferenceStateFromString(row.text(2)).value_or(PreferenceState::Default);
    preference.snoozedUntil = row.maybeInteger(3);
    preference.version = row.integer(4);
    preference.source = sourceFromString(row.text(5));
    preference.actor = Actor{actorKindFromString(row.text(6)).value_or(ActorKind::System), row.text(7), row.text(8)};
    if (!row.isNull(9))
        preference.requestedBy = requestedByFromString(row.text(9));
    preference.reason = row.text(10);
    preference.ticket = row.text(11);
    preference.at = row.integer(12);
    preference.stateIsOwnWord = row.flag(13);
    preference.snoozeIsOwnWord = row.flag(14);
    preference.correctableUntil = row.maybeInteger(15);
    return preference;
}

}  // namespace

Result<Preference> PreferenceStore::find(const WorkspaceId& workspace, const SubjectId& subject,
                                         const CategorySlug& category)
{
    const auto found = m_database.first(
        "SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name,"
        " requested_by, reason, ticket, at, state_own, snooze_own, correctable_until FROM preferences"
        " WHERE workspace = ? AND subject = ? AND category = ?",
        {workspace, subject, category}, read);
    if (!found)
        return found.error();
    if (*found)
        return **found;
    Preference never;
    never.subject = subject;
    never.category = category;
    return never;
}

Result<> PreferenceStore::findAll(const WorkspaceId& workspace, const CategorySlug& category,
                                  const std::vector<SubjectId>& subjects,
                                  const std::function<void(Preference)>& preference)
{
    return eachOf(m_database,
                  repeatedSql<"SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id,"
                              " actor_name, requested_by, reason, ticket, at, state_own, snooze_own, correctable_until"
                              " FROM preferences WHERE workspace = ? AND category = ? AND subject IN (",
                              "?", idsAtOnce, ")">,
                  {workspace, category}, subjects, [&preference](const Row& row) { preference(read(row)); });
}

Result<std::vector<Preference>> PreferenceStore::ofSubject(const WorkspaceId& workspace, const SubjectId& subject)
{
    return m_database.all(
        "SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name,"
        " requested_by, reason, ticket, at, state_own, snooze_own, correctable_until FROM preferences"
        " WHERE workspace = ? AND subject = ? ORDER BY category",
        {workspace, subject}, read);
}

Result<std::vector<Preference>> PreferenceStore::page(const WorkspaceId& workspace, const PreferenceQuery& query)
{
    const QString category = query.category ? query.category->toString() : QString();
    const QString state = query.state ? toString(*query.state) : QString();
    return m_database.all(
        "SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name,"
        " requested_by, reason, ticket, at, state_own, snooze_own, correctable_until FROM preferences"
        " WHERE workspace = ? AND (subject, category) > (?, ?) AND (? = '' OR category = ?) AND (? = '' OR state = ?)"
        " AND (state <> 'default' OR snoozed_until > ? OR ? = 'default') ORDER BY subject, category LIMIT ?",
        {workspace, query.afterSubject, query.afterCategory, category, category, state, state, query.now, state,
         query.limit},
        read);
}

Result<> PreferenceStore::each(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to,
                               const std::function<void(const Preference&)>& preference)
{
    return m_database.each(
        "SELECT subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name,"
        " requested_by, reason, ticket, at, state_own, snooze_own, correctable_until FROM preferences"
        " WHERE workspace = ? AND subject >= ? AND (? = '' OR subject < ?) ORDER BY subject, category",
        {workspace, from, to, to}, [&](const Row& row) { preference(read(row)); });
}

Result<> PreferenceStore::put(const WorkspaceId& workspace, const Preference& preference)
{
    return putAll(workspace, {&preference});
}

Result<> PreferenceStore::putAll(const WorkspaceId& workspace, const std::vector<const Preference*>& preferences)
{
    Insertion<
        "INSERT OR REPLACE INTO preferences (workspace, subject, category, state, snoozed_until, version, source,"
        " actor_kind, actor_id, actor_name, requested_by, reason, ticket, at, state_own, snooze_own,"
        " correctable_until) VALUES ",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)">
        rows(m_database);
    for (const Preference* preference : preferences) {
        const Actor actor = preference->actor.value_or(Actor{});
        const std::optional<QString> requestedBy =
            preference->requestedBy ? std::optional(toString(*preference->requestedBy)) : std::nullopt;
        const Result<> added = rows.add(
            workspace, preference->subject, preference->category, toString(preference->state), preference->snoozedUntil,
            preference->version, preference->source ? toString(*preference->source) : QString(), toString(actor.kind),
            actor.id, actor.name, requestedBy, preference->reason, preference->ticket, preference->at.value_or(0),
            preference->stateIsOwnWord, preference->snoozeIsOwnWord, preference->correctableUntil);
        if (!added)
            return added;
    }
    return rows.end();
}

}  // namespace refrain::store
