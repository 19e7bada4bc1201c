#include "service/cli/restorer.h"

#include "service/usecases/recordjson.h"
#include "service/usecases/subjecteraser.h"
#include "service/usecases/workspacewriter.h"
#include "store/backup.h"
#include "store/migrator.h"
#include "store/settingstore.h"

namespace refrain::service {
namespace {

// More changes than a lost database can have given numbers to.
constexpr qint64 unknownChanges = 1'000'000'000;

/// What the replaced database knew of a workspace, where the backup is of its past.
struct Past {
    qint64 seq = 0;      ///< Of the backup.
    qint64 lastSeq = 0;  ///< No number above it was ever given out.
    bool isKnown = false;
};

Actor operatorActor()
{
    return {ActorKind::System, QStringLiteral("refraind"), QStringLiteral("command line")};
}

bool isOfRefraind(store::Database& database)
{
    const Result<qint64> tables = database.number(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('workspaces', 'audit_entries', "
        "'changes')");
    return tables && *tables == 3;
}

Result<Past> pastOf(store::Database& copy, const WorkspaceId& workspace, std::optional<store::CarryOver>& replaced)
{
    const Result<qint64> seq = store::ChangeStore(copy).lastSeq(workspace);
    if (!seq)
        return seq.error();
    if (!replaced)
        return Past{*seq, *seq + unknownChanges, false};
    const Result<bool> extends = replaced->extendsLog(workspace);
    const auto last = replaced->lastSeq(workspace);
    if (!extends || !last)
        return !extends ? extends.error() : last.error();
    if (!*extends)
        return Past{*seq, qMax(*seq, last->value_or(0)) + unknownChanges, false};
    return Past{*seq, qMax(*seq, **last), true};
}

/// The restore is the first change after all that were given out.
Result<> recordRestore(WorkspaceTransaction& transaction, const Past& past)
{
    store::ChangeStore changes(transaction.database());
    if (Result<> done = changes.setLastSeq(transaction.workspace(), past.lastSeq); !done)
        return done;
    store::ChangeRecord record;
    record.type = QStringLiteral("restore");
    record.source = Source::Api;
    record.actor = operatorActor();
    const QJsonObject before = past.isKnown ? QJsonObject{{QStringLiteral("seq"), past.lastSeq}} : QJsonObject();
    const QJsonObject after{{QStringLiteral("seq"), past.seq}, {QStringLiteral("logKept"), past.isKnown}};
    if (past.isKnown)
        record.before = toText(before);
    record.after = toText(after);
    const Result<qint64> seq = transaction.change(record);
    if (!seq)
        return seq.error();
    AuditEntry entry;
    entry.seq = *seq;
    entry.type = record.type;
    entry.outcome = QStringLiteral("accepted");
    entry.source = Source::Api;
    entry.actor = record.actor;
    entry.before = before;
    entry.after = after;
    if (Result<qint64> index = transaction.audit(entry); !index)
        return index.error();
    if (Result<> done = changes.keepFrom(transaction.workspace(), *seq); !done)
        return done;
    return transaction.finish();
}

QString inWords(const WorkspaceId& workspace, const Past& past)
{
    return past.isKnown ? QStringLiteral(
                              "%1: %2 changes made since the backup are no longer in force; they stay in the audit "
                              "log, which goes on. Sessions and API keys are as they were.")
                              .arg(workspace.toString())
                              .arg(past.lastSeq - past.seq)
                        : QStringLiteral(
                              "%1: the database that was replaced could not be read, or the backup is not of its "
                              "past. The audit log goes on from the backup's end under a new signing key, which "
                              "consoles will ask about. API keys and sessions are those of the backup: end again "
                              "what was ended since, and erase again who was erased.")
                              .arg(workspace.toString());
}

Result<std::vector<WorkspaceId>> workspacesOf(store::Database& database)
{
    return database.all("SELECT workspace FROM workspaces ORDER BY workspace", {},
                        [](const store::Row& row) { return row.id<WorkspaceId>(0); });
}

}  // namespace

Result<QStringList> Restorer::restore(const QString& backupFile, const QString& databaseFile)
{
    QStringList words;
    const auto prepared = [&](store::Database& copy) -> Result<> {
        if (!isOfRefraind(copy))
            return Error::invalid(
                QStringLiteral("The file %1 is no backup of refraind. The database is unchanged.").arg(backupFile));
        Result<QStringList> said = prepare(copy, databaseFile);
        if (!said)
            return said.error();
        words = *std::move(said);
        return {};
    };
    if (Result<> done = store::restore(backupFile, databaseFile, prepared); !done)
        return done.error();
    return words;
}

Result<QStringList> Restorer::prepare(store::Database& copy, const QString& replacedFile)
{
    if (Result<int> migrated = store::Migrator(QStringLiteral(":/migrations/service")).migrate(copy); !migrated)
        return migrated.error();
    // A database that cannot be read is a reason to restore one, so no error here.
    Result<store::CarryOver> attached = store::CarryOver::attach(copy, replacedFile);
    std::optional<store::CarryOver> replaced = attached ? std::optional(*std::move(attached)) : std::nullopt;
    const auto workspaces = workspacesOf(copy);
    if (!workspaces)
        return workspaces.error();
    Result<store::Transaction> transaction = store::Transaction::begin(copy);
    if (!transaction)
        return transaction.error();
    if (Result<> done = store::settleWhatWaited(copy, m_clock.now()); !done)
        return done.error();
    QStringList words;
    Erased erased;
    for (const WorkspaceId& workspace : *workspaces) {
        const auto since = replaced ? replaced->erasedSince(workspace) : std::vector<SubjectId>();
        const Result<QString> said = carryOn(copy, workspace, replaced);
        if (!since || !said)
            return !since ? since.error() : said.error();
        words << *said;
        for (const SubjectId& subject : *since)
            erased.emplace_back(workspace, subject);
    }
    if (Result<> done = transaction->commit(); !done)
        return done.error();
    const Result<int> count = eraseAgain(copy.path(), erased);
    if (!count)
        return count.error();
    if (*count > 0)
        words << QStringLiteral("Erased again, because that was asked for since the backup: %1.").arg(*count);
    return words;
}

/// A backup brings nobody back who was promised to be erased.
Result<int> Restorer::eraseAgain(const QString& file, const Erased& erased)
{
    store::DatabasePool pool(store::Database::Options{file});
    FeedSignal nobodyListens;
    WorkspaceWriter writer(pool, m_clock, m_random, nobodyListens);
    const EditContext context{Source::Api, operatorActor(), QStringLiteral("A backup had brought it back."), {}};
    int count = 0;
    for (const auto& [workspace, subject] : erased) {
        const Result<Erasure> done = SubjectEraser(writer).erase(workspace, subject, context);
        if (!done && !done.error().is(ErrorCode::NotFound))
            return done.error();
        count += done && !done->isEmpty() ? 1 : 0;
    }
    return count;
}

Result<QString> Restorer::carryOn(store::Database& copy, const WorkspaceId& workspace,
                                  std::optional<store::CarryOver>& replaced)
{
    const Result<Past> past = pastOf(copy, workspace, replaced);
    if (!past)
        return past.error();
    Result<> taken = past->isKnown ? replaced->takeLog(workspace) : store::SigningKeyStore::retireAll(copy, workspace);
    if (taken && past->isKnown)
        taken = replaced->takeCredentials(workspace);
    if (!taken)
        return taken.error();
    WorkspaceTransaction transaction(copy, workspace, m_clock.now(), m_random);
    if (Result<> done = recordRestore(transaction, *past); !done)
        return done.error();
    return inWords(workspace, *past);
}

}  // namespace refrain::service
