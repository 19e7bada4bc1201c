#include "service/usecases/directorywriter.h"

#include "base/direction.h"
#include "service/usecases/recordjson.h"
#include "store/subjectstore.h"
#include "wire/subject.h"

#include <QHash>

namespace refrain::service {

namespace {

constexpr qsizetype keptFormerNames = 10;
constexpr int leaversAtOnce = 500;

/// A leaver without a name was erased: what Slack still tells of them is not written down again.
bool staysErased(const Subject& known, const Subject& news)
{
    return known.deleted && news.deleted && known.name.isEmpty() && known.displayName.isEmpty();
}

/// As it is kept: Slack lets people call themselves what they like.
Subject readable(Subject news)
{
    for (QString* text : {&news.name, &news.displayName, &news.title, &news.topic})
        *text = withoutTurns(std::move(*text));
    return news;
}

/// What Slack says, with what only Refrain knows.
Subject merged(const Subject& known, const Subject& news)
{
    Subject after = news;
    after.person = known.person;
    // Slack may list a channel under its old id for a while.
    after.movedTo = known.movedTo;
    after.deleted = news.deleted || !known.movedTo.isEmpty();
    const bool isBack = (known.deleted && !news.deleted) || (known.archived && !news.archived);
    after.addressDead = known.addressDead && known.email == news.email && !isBack;
    after.updatedAt = news.updatedAt > 0 ? news.updatedAt : known.updatedAt;
    after.formerNames = known.formerNames;
    for (const QString& name : {known.displayName, known.name}) {
        if (name.isEmpty() || name == news.name || name == news.displayName)
            continue;
        after.formerNames.removeAll(name);
        after.formerNames.prepend(name);
    }
    after.formerNames = after.formerNames.mid(0, keptFormerNames);
    return after;
}

Result<> writeSubject(WorkspaceTransaction& transaction, const std::optional<Subject>& before, const Subject& after,
                      const QString& seenIn = {})
{
    store::ChangeRecord record;
    record.type = QStringLiteral("subject");
    record.subject = after.id;
    record.before = before ? wire::toJsonText(*before) : QByteArrayLiteral("null");
    record.after = wire::toJsonText(after);
    if (Result<> done = store::SubjectStore(transaction.database()).put(transaction.workspace(), after, seenIn); !done)
        return done;
    if (Result<qint64> seq = transaction.change(std::move(record)); !seq)
        return seq.error();
    return {};
}

/// Of those that a page names, the ones that are stored: looked up at once, because a first sync knows nobody.
using Known = QHash<SubjectId, Subject>;

Result<Known> knownOf(WorkspaceTransaction& transaction, const std::vector<Subject>& news)
{
    QStringList ids;
    ids.reserve(qsizetype(news.size()));
    for (const Subject& subject : news)
        ids << subject.id.toString();
    auto stored = store::SubjectStore(transaction.database()).findAll(transaction.workspace(), ids);
    if (!stored)
        return stored.error();
    Known known;
    for (Subject& subject : *stored)
        known.insert(subject.id, std::move(subject));
    return known;
}

/// People's status changes many times a day, and Slack's time with it: nobody needs to hear of that.
bool isSameButForItsTime(const Subject& before, Subject after)
{
    after.updatedAt = before.updatedAt;
    return before == after;
}

Result<> putOne(WorkspaceTransaction& transaction, Known& known, const Subject& news, const QString& fullRun,
                SyncCounts& counts)
{
    const auto found = known.constFind(news.id);
    const std::optional<Subject> before = found == known.constEnd() ? std::nullopt : std::optional(*found);
    ++counts.read;
    // Some events bear no time; they are about now.
    const bool stale = before && news.updatedAt > 0 && news.updatedAt < before->updatedAt;
    const bool erased = before && staysErased(*before, news);
    const Subject after = before ? merged(*before, news) : news;
    if (before && !stale && !erased && fullRun.isEmpty() && isSameButForItsTime(*before, after))
        return store::SubjectStore(transaction.database()).put(transaction.workspace(), after);
    if (!stale && !erased && after != before) {
        ++(before ? counts.changed : counts.added);
        known.insert(after.id, after);  // the page may name it again
        return writeSubject(transaction, before, after, fullRun);
    }
    return fullRun.isEmpty()
               ? Result<>()
               : store::SubjectStore(transaction.database()).markSeen(transaction.workspace(), news.id, fullRun);
}

}  // namespace

Result<SyncCounts> DirectoryWriter::put(const WorkspaceId& workspace, const Page& page)
{
    return m_writer.write<SyncCounts>(workspace, [&](WorkspaceTransaction& transaction) -> Result<SyncCounts> {
        Result<Known> known = knownOf(transaction, page.subjects);
        if (!known)
            return known.error();
        SyncCounts counts;
        for (const Subject& subject : page.subjects) {
            if (Result<> done = putOne(transaction, *known, readable(subject), page.fullRun, counts); !done)
                return done.error();
        }
        if (page.cursor) {
            if (Result<> done = store::SyncStore(transaction.database()).putCursor(workspace, *page.cursor); !done)
                return done.error();
        }
        if (page.journal) {
            SyncRun run = *page.journal;
            run.counts += counts;
            if (Result<> done = store::SyncStore(transaction.database()).put(workspace, run); !done)
                return done.error();
        }
        return counts;
    });
}

Result<SyncCounts> DirectoryWriter::removeUnseen(const WorkspaceId& workspace, SubjectKind kind, const QString& fullRun)
{
    SyncCounts counts;
    for (;;) {
        const Result<qint64> removed =
            m_writer.write<qint64>(workspace, [&](WorkspaceTransaction& transaction) -> Result<qint64> {
                const auto leavers =
                    store::SubjectStore(transaction.database()).unseen(workspace, kind, fullRun, leaversAtOnce);
                if (!leavers)
                    return leavers.error();
                for (const Subject& leaver : *leavers) {
                    Subject gone = leaver;
                    gone.deleted = true;
                    if (Result<> done = writeSubject(transaction, leaver, gone); !done)
                        return done.error();
                }
                return qint64(leavers->size());
            });
        if (!removed)
            return removed.error();
        if (*removed == 0)
            return counts;
        counts.removed += *removed;
    }
}

Result<> DirectoryWriter::setAddressDead(const WorkspaceId& workspace, const SubjectId& subject, bool dead)
{
    return m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        const auto known = store::SubjectStore(transaction.database()).find(workspace, subject);
        if (!known)
            return known.error();
        if (!*known || (*known)->addressDead == dead)
            return {};
        Subject after = **known;
        after.addressDead = dead;
        return writeSubject(transaction, *known, after);
    });
}

Result<> DirectoryWriter::finish(const WorkspaceId& workspace, const SyncRun& run)
{
    return m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        if (Result<> done = store::SyncStore(transaction.database()).put(workspace, run); !done)
            return done;
        AuditEntry entry;
        entry.type = QStringLiteral("sync_run");
        entry.outcome = toString(run.outcome);
        entry.source = Source::Policy;
        entry.after = QJsonObject{{QStringLiteral("id"), run.id},
                                  {QStringLiteral("kind"), toString(run.kind)},
                                  {QStringLiteral("startedAt"), toRfc3339(run.startedAt)},
                                  {QStringLiteral("read"), run.counts.read},
                                  {QStringLiteral("added"), run.counts.added},
                                  {QStringLiteral("changed"), run.counts.changed},
                                  {QStringLiteral("removed"), run.counts.removed},
                                  {QStringLiteral("sent"), run.counts.sent},
                                  {QStringLiteral("failed"), run.counts.failed}};
        if (Result<qint64> index = transaction.audit(std::move(entry)); !index)
            return index.error();
        return {};
    });
}

}  // namespace refrain::service
