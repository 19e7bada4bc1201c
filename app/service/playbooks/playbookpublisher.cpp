#include "service/playbooks/playbookpublisher.h"

#include "store/categorystore.h"
#include "wire/actor.h"

namespace refrain::service {
namespace {

constexpr int mostCopies = 1'000;

}  // namespace

/// One publishing or taking back, while it is made.
struct PlaybookPublisher::Act {
    WorkspaceId workspace;
    EditContext context;
    store::Definition definition;  ///< Before, and after it was noted.
    PlaybookCopy copy;             ///< As it is to be.
    const Playbook* playbook = nullptr;
};

Result<PlaybookPublisher::Act> PlaybookPublisher::begin(const WorkspaceId& workspace, const QString& slug,
                                                        const EditContext& context)
{
    Result<store::Definition> found = m_parts.copies.find(workspace, slug);
    if (!found)
        return found.error();
    Act act{workspace, context, *found, copyFromJson(found->body), nullptr};
    act.playbook = m_parts.library.find(act.copy.playbook);
    if (!act.playbook)
        return Error::conflict(
            QStringLiteral("This version of Refrain has no playbook “%1” any more.").arg(act.copy.playbook));
    return act;
}

Result<store::Definition> PlaybookPublisher::publish(const WorkspaceId& workspace, const QString& slug,
                                                     const EditContext& context)
{
    Result<Act> act = begin(workspace, slug, context);
    if (!act || act->copy.published)
        return act ? Result<store::Definition>(act->definition) : act.error();
    act->context.reason = QStringLiteral("The playbook “%1” was published.").arg(slug);
    act->copy.published = true;
    act->copy.publishedAt = toRfc3339(m_parts.clock.now());
    act->copy.publishedBy = wire::toJson(context.actor);
    Result<> done;
    if (act->playbook->kind == Playbook::Kind::Announcement) {
        done = announce(*act);
    } else {
        if (Result<> free = checkClash(*act); !free)
            return free.error();
        if (act->playbook->resubscribe) {
            const Result<store::Database*> database = m_parts.pool.connection();
            const auto every = database ? store::CategoryStore(**database).find(workspace, everyCategory())
                                        : Result<std::optional<Category>>(database.error());
            if (!every)
                return every.error();
            const Resubscribe before = every->value_or(Category()).resubscribe;
            act->copy.restores = toString(before);
            done = setPolicy(*act, before, *act->playbook->resubscribe);
        } else {
            done = noteAlone(*act);
        }
    }
    return done ? Result<store::Definition>(act->definition) : done.error();
}

Result<store::Definition> PlaybookPublisher::unpublish(const WorkspaceId& workspace, const QString& slug,
                                                       const EditContext& context)
{
    Result<Act> act = begin(workspace, slug, context);
    if (!act || !act->copy.published)
        return act ? Result<store::Definition>(act->definition) : act.error();
    act->context.reason = QStringLiteral("The playbook “%1” was unpublished.").arg(slug);
    const std::optional<Resubscribe> before = resubscribeFromString(act->copy.restores);
    act->copy.published = false;
    act->copy.publishedAt.clear();
    act->copy.publishedBy = {};
    act->copy.restores.clear();
    Result<> done;
    if (!act->copy.notification.isEmpty()) {
        const auto stopped =
            m_parts.notifications.act({workspace, act->copy.notification}, NotificationDesk::Act::Cancel, act->context);
        // What was sent was sent.
        if (!stopped && !stopped.error().is(ErrorCode::Conflict) && !stopped.error().is(ErrorCode::NotFound))
            return stopped.error();
    }
    if (act->playbook->resubscribe && before)
        done = setPolicy(*act, *act->playbook->resubscribe, *before);
    else
        done = noteAlone(*act);
    return done ? Result<store::Definition>(act->definition) : done.error();
}

/// Two that say the same sentence would leave it to chance which of them is heard.
Result<> PlaybookPublisher::checkClash(const Act& act)
{
    const auto all = m_parts.copies.list(act.workspace, {}, mostCopies);
    if (!all)
        return all.error();
    for (const store::Definition& definition : *all) {
        const PlaybookCopy other = copyFromJson(definition.body);
        if (!other.published || definition.slug == act.definition.slug)
            continue;
        bool isSame = other.playbook == act.copy.playbook;
        for (const QString& key : act.copy.texts.keys())
            isSame = isSame || other.texts.contains(key);
        if (isSame)
            return Error::conflict(QStringLiteral("“%1” is published and says the same in other words. Unpublish it "
                                                  "first; nothing was changed.")
                                       .arg(definition.slug));
    }
    return {};
}

Result<QString> PlaybookPublisher::announcement(const WorkspaceId& workspace, const PlaybookCopy& copy)
{
    const Playbook* playbook = m_parts.library.find(copy.playbook);
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database || !playbook || playbook->texts.empty())
        return database ? Error::notFound(QStringLiteral("There is nothing to announce.")) : database.error();
    const auto category = store::CategoryStore(**database).find(workspace, copy.about);
    if (!category)
        return category.error();
    const Category about = category->value_or(Category());
    return filled(textOf(copy, playbook->texts.front(), copy.language),
                  {about.title.isEmpty() ? copy.about.toString() : about.title, about.description});
}

Result<> PlaybookPublisher::announce(Act& act)
{
    const auto recipients = m_parts.finder.find(act.workspace, act.copy.recipients);
    const Result<QString> text = announcement(act.workspace, act.copy);
    if (!recipients || !text)
        return !recipients ? recipients.error() : text.error();
    if (recipients->empty())
        return Error::conflict(QStringLiteral("Nobody fits whom the announcement is for. Nothing was sent."));
    Notification wish;
    wish.category = act.copy.about;
    wish.text = *text;
    const auto created = m_parts.notifications.create(act.workspace, wish, *recipients, act.context,
                                                      [&](store::Database& database, const NotificationView& view) {
                                                          act.copy.notification = view.notification.id;
                                                          return note(act, database);
                                                      });
    if (!created)
        return created.error();
    return m_parts.writer.write<void>(act.workspace,
                                      [&](WorkspaceTransaction& transaction) { return audit(act, transaction); });
}

Result<> PlaybookPublisher::setPolicy(Act& act, Resubscribe from, Resubscribe to)
{
    const auto edit = [&](Category& every) {
        if (every.resubscribe == from)
            every.resubscribe = to;
    };
    const auto outcome =
        m_parts.categories.edit(act.workspace, everyCategory(), edit, act.context,
                                [&](store::Database& database, const CategoryOutcome&) { return note(act, database); });
    if (!outcome)
        return outcome.error();
    using Kind = CategoryOutcome::Kind;
    if (outcome->kind != Kind::Changed && outcome->kind != Kind::Unchanged)
        return Error::conflict(outcome->sentence);
    return m_parts.writer.write<void>(act.workspace,
                                      [&](WorkspaceTransaction& transaction) { return audit(act, transaction); });
}

Result<> PlaybookPublisher::noteAlone(Act& act)
{
    return m_parts.writer.write<void>(act.workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        if (Result<> done = note(act, transaction.database()); !done)
            return done;
        return audit(act, transaction);
    });
}

Result<> PlaybookPublisher::note(Act& act, store::Database& database)
{
    store::DefinitionStore copies(database, playbookKind());
    const auto now = copies.find(act.workspace, act.definition.slug);
    if (!now)
        return now.error();
    if (!*now || (*now)->version != act.definition.version)
        return Error::conflict(
            QStringLiteral("Somebody changed the playbook at the same time. Nothing was changed; look "
                           "at it and try again."));
    store::Definition after = act.definition;
    after.body = toJson(act.copy);
    ++after.version;
    after.updatedAt = m_parts.clock.now();
    after.updatedBy = act.context.actor;
    if (Result<> done = copies.put(act.workspace, after); !done)
        return done;
    act.definition = after;
    return {};
}

Result<> PlaybookPublisher::audit(const Act& act, WorkspaceTransaction& transaction)
{
    AuditEntry entry;
    entry.type = playbookKind();
    entry.outcome = QStringLiteral("accepted");
    entry.source = act.context.source;
    entry.actor = act.context.actor;
    entry.reason = act.context.reason;
    entry.after = {{QStringLiteral("slug"), act.definition.slug},
                   {QStringLiteral("playbook"), act.copy.playbook},
                   {QStringLiteral("published"), act.copy.published},
                   {QStringLiteral("version"), act.definition.version}};
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

}  // namespace refrain::service
