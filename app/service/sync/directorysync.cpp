#include "service/sync/directorysync.h"

#include "base/log.h"
#include "slack/failure.h"
#include "slack/methods/authteamslist.h"
#include "slack/methods/conversationslist.h"
#include "slack/methods/userslist.h"
#include "store/syncstore.h"
#include "store/workspacestore.h"

namespace refrain::service {
namespace {

/// How often a list may begin anew in one run before something else must be wrong.
constexpr int restartLimit = 3;

/// Positions are kept by these, with the team behind them where an organization has several. A position of an older
/// run means nothing, so it may stay.
const QString usersList = QStringLiteral("users");
const QString conversationsList = QStringLiteral("conversations");

}  // namespace

struct DirectorySync::PageRead {
    std::vector<Subject> subjects;
    QString nextCursor;
};

Result<SyncRun> DirectorySync::begin(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const Result<std::optional<SyncRun>> last = store::SyncStore(**database).last(workspace, SyncKind::Directory);
    if (!last)
        return last.error();
    if (*last && (*last)->outcome == SyncOutcome::Running)
        return **last;
    SyncRun run;
    run.id = QString::fromLatin1(m_parts.random.bytes(8).toHex());
    run.startedAt = m_parts.clock.now();
    if (Result<> written = journal(workspace, run); !written)
        return written.error();
    return run;
}

Result<SyncRun> DirectorySync::perform(const WorkspaceId& workspace, SyncRun run)
{
    const Result<> read = readAll(workspace, run);
    if (!read && read.error().is(ErrorCode::Cancelled))
        return read.error();
    run.finishedAt = m_parts.clock.now();
    run.outcome = read ? SyncOutcome::Ok : run.counts.read > 0 ? SyncOutcome::Partial : SyncOutcome::Failed;
    if (!read) {
        run.error = read.error().message();
        run.counts.failed = 1;
        qCWarning(log::sync) << "directory of" << workspace.toString() << read.error().toString();
    }
    if (Result<> done = m_parts.writer.finish(workspace, run); !done)
        return done.error();
    qCInfo(log::sync) << "directory of" << workspace.toString() << toString(run.outcome) << "read" << run.counts.read
                      << "added" << run.counts.added << "changed" << run.counts.changed << "removed"
                      << run.counts.removed;
    return run;
}

Result<> DirectorySync::readAll(const WorkspaceId& workspace, SyncRun& run)
{
    const Result<store::Workspace> installed = installation(workspace);
    if (!installed)
        return installed.error();
    const Result<QStringList> teams = teamsOf(*installed);
    if (!teams)
        return teams.error();
    for (const QString& team : *teams) {
        if (Result<> done = readPeople(workspace, team, run); !done)
            return done;
    }
    if (Result<> done = removeLeavers(workspace, SubjectKind::User, run); !done)
        return done;
    const bool withPrivate = installed->scopes.contains(QLatin1String("groups:read"));
    for (const QString& team : *teams) {
        if (Result<> done = readChannels(workspace, team, withPrivate, run); !done)
            return done;
    }
    return removeLeavers(workspace, SubjectKind::Channel, run);
}

/// An organization's token names the team it asks about, one after the other; any other token has only its own.
Result<QStringList> DirectorySync::teamsOf(const store::Workspace& installed)
{
    if (!installed.organizationWide)
        return QStringList(QString());
    QStringList teams;
    QString cursor;
    do {
        const Result<slack::AuthTeamsList::Response> page =
            m_parts.slack.run(installed.id, slack::AuthTeamsList(cursor));
        if (!page)
            return page.error();
        teams += page->teams;
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    return teams;
}

Result<> DirectorySync::readPeople(const WorkspaceId& workspace, const QString& team, SyncRun& run)
{
    const ReadPage read = [&](const QString& cursor) -> Result<PageRead> {
        Result<slack::UsersList::Response> page =
            m_parts.slack.run(workspace, slack::UsersList(cursor, pageSize, team));
        if (!page)
            return page.error();
        PageRead people{{}, page->nextCursor};
        for (slack::User& user : page->members)
            people.subjects.push_back(std::move(user.subject));
        return people;
    };
    return readList(workspace, usersList + team, read, run);
}

Result<> DirectorySync::readChannels(const WorkspaceId& workspace, const QString& team, bool withPrivate, SyncRun& run)
{
    const ReadPage read = [&](const QString& cursor) -> Result<PageRead> {
        Result<slack::ConversationsList::Response> page =
            m_parts.slack.run(workspace, slack::ConversationsList(cursor, pageSize, withPrivate, team));
        if (!page)
            return page.error();
        return PageRead{std::move(page->channels), page->nextCursor};
    };
    return readList(workspace, conversationsList + team, read, run);
}

Result<> DirectorySync::readList(const WorkspaceId& workspace, const QString& name, const ReadPage& read, SyncRun& run)
{
    const Result<std::optional<QString>> start = position(workspace, name, run.id);
    if (!start)
        return start.error();
    // No position: nothing read yet. An empty one: all of it was.
    if (*start && (*start)->isEmpty())
        return {};
    std::future<Result<PageRead>> coming = readAhead(read, start->value_or(QString()));
    int restarts = 0;
    while (coming.valid()) {
        const Result<PageRead> page = coming.get();
        if (!page && slack::errorWord(page.error()) == QLatin1String("invalid_cursor") && restarts < restartLimit) {
            ++restarts;
            coming = readAhead(read, QString());
            continue;
        }
        if (!page)
            return page.error();
        if (!page->nextCursor.isEmpty())
            coming = readAhead(read, page->nextCursor);
        if (Result<> stored = storePage(workspace, name, *page, run); !stored) {
            if (coming.valid())
                coming.wait();  // it reads with what the caller lent
            return stored;
        }
    }
    return {};
}

/// Reads a page on a thread beside this one; what `read` uses must live until the page is there.
std::future<Result<DirectorySync::PageRead>> DirectorySync::readAhead(const ReadPage& read, const QString& cursor)
{
    const auto task = std::make_shared<std::packaged_task<Result<PageRead>()>>([read, cursor] { return read(cursor); });
    std::future<Result<PageRead>> page = task->get_future();
    if (!m_readers.run([task] { (*task)(); }))
        (*task)();
    return page;
}

Result<> DirectorySync::storePage(const WorkspaceId& workspace, const QString& name, const PageRead& page, SyncRun& run)
{
    const store::SyncCursor cursor{name, run.id, page.nextCursor, m_parts.clock.now()};
    const Result<SyncCounts> counts = m_parts.writer.put(workspace, {page.subjects, run.id, cursor, run});
    if (!counts)
        return counts.error();
    run.counts += *counts;
    return {};
}

Result<> DirectorySync::removeLeavers(const WorkspaceId& workspace, SubjectKind kind, SyncRun& run)
{
    // A list that came back empty is Slack's mishap rather than everybody's farewell.
    if (run.counts.read == 0)
        return {};
    const Result<SyncCounts> counts = m_parts.writer.removeUnseen(workspace, kind, run.id);
    if (!counts)
        return counts.error();
    run.counts += *counts;
    return {};
}

Result<std::optional<QString>> DirectorySync::position(const WorkspaceId& workspace, const QString& name,
                                                       const QString& run)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const Result<std::optional<store::SyncCursor>> found = store::SyncStore(**database).cursor(workspace, name);
    if (!found)
        return found.error();
    if (!*found || (*found)->run != run)
        return std::optional<QString>();
    return std::optional<QString>((*found)->cursor);
}

Result<> DirectorySync::journal(const WorkspaceId& workspace, const SyncRun& run)
{
    return m_parts.pool.write<void>(
        [&](store::Database& database) { return store::SyncStore(database).put(workspace, run); });
}

Result<store::Workspace> DirectorySync::installation(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto found = store::WorkspaceStore(**database, m_parts.vault).find(workspace);
    if (!found)
        return found.error();
    if (!*found)
        return Error::notFound(QStringLiteral("The workspace is not connected."));
    return **found;
}

}  // namespace refrain::service
