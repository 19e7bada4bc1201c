#include "service/slackside/directoryevents.h"

#include "slack/channel.h"
#include "slack/methods/authtest.h"
#include "slack/user.h"
#include "store/subjectstore.h"

#include <QJsonArray>

namespace refrain::service {
namespace {

/// Slack tells when an event was to the second.
constexpr Millis coarseness = 1000;
constexpr qsizetype rememberedChannels = 10'000;

SyncCounts oneChanged()
{
    SyncCounts counts;
    counts.read = 1;
    counts.changed = 1;
    return counts;
}

SyncCounts nothingDone()
{
    SyncCounts counts;
    counts.read = 1;
    return counts;
}

/// The event's channel: an object in some events, its id in others.
QString channelOf(const slack::Event& event)
{
    const QJsonValue channel = event.body.value(QLatin1String("channel"));
    return channel.isObject() ? channel.toObject().value(QLatin1String("id")).toString() : channel.toString();
}

/// `channel_rename` and `group_rename` say the same.
QString what(const slack::Event& event)
{
    return event.type.section(QLatin1Char('_'), 1);
}

Subject after(const slack::Event& event, const std::optional<Subject>& known)
{
    const QString kind = what(event);
    const QJsonObject told = event.body.value(QLatin1String("channel")).toObject();
    Subject subject = known.value_or(slack::channelSubject(told));
    if (event.type.startsWith(QLatin1String("group_")))
        subject.isPrivate = true;
    if (kind == QLatin1String("created") || kind == QLatin1String("rename"))
        subject.name = told.value(QLatin1String("name")).toString(subject.name);
    if (kind == QLatin1String("archive"))
        subject.archived = true;
    if (kind == QLatin1String("unarchive"))
        subject.archived = false;
    if (kind == QLatin1String("deleted"))
        subject.deleted = true;
    return subject;
}

}  // namespace

void DirectoryEvents::addTo(Dispatcher& dispatcher)
{
    for (const char* type :
         {"team_join", "user_change", "channel_created", "channel_rename", "channel_archive", "channel_unarchive",
          "channel_deleted", "channel_id_changed", "group_rename", "group_archive", "group_unarchive", "group_deleted",
          "team_rename", "app_uninstalled", "tokens_revoked"})
        dispatcher.onEvent(QLatin1String(type), [this](const slack::Event& event) { return hear(event); });
}

Result<> DirectoryEvents::hear(const slack::Event& event)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    const auto known = database ? store::WorkspaceStore(**database, m_parts.vault).find(event.workspace)
                                : Result<std::optional<store::Workspace>>(database.error());
    if (!known)
        return known.error();
    if (!*known)
        return {};  // never connected here: there is no directory to change and no journal to note it in
    const Result<SyncCounts> counts = handle(event);
    if (counts) {
        m_parts.journal.note(event.workspace, *counts);
        return {};
    }
    if (!counts.error().isTransient())
        m_parts.journal.noteFailure(event.workspace, counts.error().message());
    return counts.error();
}

Result<SyncCounts> DirectoryEvents::handle(const slack::Event& event)
{
    if (event.type == QLatin1String("team_join") || event.type == QLatin1String("user_change"))
        return person(event);
    if (event.type == QLatin1String("channel_id_changed"))
        return newChannelId(event);
    if (event.type == QLatin1String("team_rename"))
        return teamRenamed(event);
    if (event.type == QLatin1String("app_uninstalled"))
        return uninstalled(event);
    if (event.type == QLatin1String("tokens_revoked"))
        return tokensRevoked(event);
    const bool isChannel =
        event.type.startsWith(QLatin1String("channel_")) || event.type.startsWith(QLatin1String("group_"));
    return isChannel ? channel(event) : nothingDone();
}

Result<SyncCounts> DirectoryEvents::person(const slack::Event& event)
{
    const slack::User user = slack::User::parse(event.body.value(QLatin1String("user")).toObject());
    const Subject& subject = user.subject;
    if (subject.id.isEmpty() || user.isInvited)
        return nothingDone();
    if (subject.deleted) {
        if (Result<> ended = m_parts.sessions.revokeAll(event.workspace, subject.id.toString()); !ended)
            return ended.error();
    }
    return m_parts.directory.put(event.workspace, {{subject}, {}, {}});
}

Result<SyncCounts> DirectoryEvents::channel(const slack::Event& event)
{
    const QString id = channelOf(event);
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto known = store::SubjectStore(**database).find(event.workspace, SubjectId(id));
    if (!known)
        return known.error();
    const bool isComplete = event.body.value(QLatin1String("channel")).isObject();
    // Of a channel that is not known yet an id alone says too little; the directory's next reading has all of it.
    if (id.isEmpty() || slack::isDirect(event.body.value(QLatin1String("channel")).toObject()) ||
        (!*known && !isComplete) || isOld(event, id, *known))
        return nothingDone();
    return m_parts.directory.put(event.workspace, {{after(event, *known)}, {}, {}});
}

bool DirectoryEvents::isOld(const slack::Event& event, const QString& channel, const std::optional<Subject>& known)
{
    if (known && event.at + coarseness <= known->updatedAt)
        return true;
    const std::lock_guard lock(m_mutex);
    if (m_lastHeard.size() > rememberedChannels)
        m_lastHeard.clear();
    Millis& last = m_lastHeard[event.workspace.toString() + QLatin1Char('/') + channel];
    if (event.at < last)
        return true;
    last = event.at;
    return false;
}

Result<SyncCounts> DirectoryEvents::newChannelId(const slack::Event& event)
{
    const SubjectId before(event.body.value(QLatin1String("old_channel_id")).toString());
    const SubjectId now(event.body.value(QLatin1String("new_channel_id")).toString());
    if (before.isEmpty() || now.isEmpty() || before == now)
        return nothingDone();
    const Result<bool> moved = m_parts.rekeyer.move(event.workspace, before, now);
    if (!moved)
        return moved.error();
    return *moved ? oneChanged() : nothingDone();
}

Result<SyncCounts> DirectoryEvents::teamRenamed(const slack::Event& event)
{
    const QString name = event.body.value(QLatin1String("name")).toString();
    const Result<bool> changed = m_parts.pool.write<bool>([&](store::Database& database) -> Result<bool> {
        store::WorkspaceStore workspaces(database, m_parts.vault);
        const auto known = workspaces.find(event.workspace);
        if (!known)
            return known.error();
        // The teams of an organization that was installed as a whole have names of their own.
        if (!*known || (*known)->organizationWide || name.isEmpty() || (*known)->name == name)
            return false;
        const Result<> done = workspaces.rename(event.workspace, name, (*known)->domain);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    if (!changed)
        return changed.error();
    return *changed ? oneChanged() : nothingDone();
}

Result<SyncCounts> DirectoryEvents::uninstalled(const slack::Event& event)
{
    return lose(event, store::WorkspaceStatus::Uninstalled);
}

Result<SyncCounts> DirectoryEvents::tokensRevoked(const slack::Event& event)
{
    const QJsonArray bots = event.body.value(QLatin1String("tokens")).toObject().value(QLatin1String("bot")).toArray();
    return bots.isEmpty() ? nothingDone() : lose(event, store::WorkspaceStatus::Revoked);
}

/// The two events come in either order, and also after the app was installed anew: what is older than the installation,
/// or of a token that still lives, is about an installation before this one. Choices outlive all of it.
Result<SyncCounts> DirectoryEvents::lose(const slack::Event& event, store::WorkspaceStatus status)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto known = store::WorkspaceStore(**database, m_parts.vault).find(event.workspace);
    if (!known)
        return known.error();
    using Status = store::WorkspaceStatus;
    const bool concerns = *known && event.at + coarseness > (*known)->installedAt;
    if (!concerns || (*known)->status == status || (*known)->status == Status::Uninstalled)
        return nothingDone();
    const auto asked = m_parts.slack.run(event.workspace, slack::AuthTest());
    if (asked)
        return nothingDone();
    if (asked.error().isTransient())
        return asked.error();
    const Result<> done = m_parts.pool.write<void>([&](store::Database& open) {
        return store::WorkspaceStore(open, m_parts.vault).setStatus(event.workspace, status);
    });
    return done ? Result<SyncCounts>(oneChanged()) : Result<SyncCounts>(done.error());
}

}  // namespace refrain::service
