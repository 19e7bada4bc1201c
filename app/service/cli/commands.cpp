#include "service/cli/commands.h"

#include "service/access/apikeys.h"
#include "service/cli/exporter.h"
#include "service/cli/importer.h"
#include "service/cli/restorer.h"
#include "service/serve/storage.h"
#include "store/backup.h"
#include "store/workspacestore.h"

#include <QFile>
#include <QFileInfo>
#include <QTextStream>

namespace refrain::service {
namespace {

/// The parts that write, beside a backend that may be serving meanwhile.
struct Desk {
    explicit Desk(Storage opened) : storage(std::move(opened)) {}

    SystemClock clock;
    SystemRandom random;
    Storage storage;
    FeedSignal feed;
    WorkspaceWriter writer{*storage.pool, clock, random, feed};
    PreferenceWriter preferences{writer};
    ImportDesk imports{{*storage.pool, writer, preferences, clock, random}};
    ApiKeys keys{*storage.pool, writer, random};
};

Result<std::unique_ptr<Desk>> openDesk(const Config& config)
{
    const Result<QString> file = databaseFile(config);
    if (!file)
        return file.error();
    if (!QFile::exists(*file))
        return Error::notFound(QStringLiteral("There is no database at %1 yet. Start refraind first.").arg(*file));
    Result<Storage> storage = openStorage(config);
    if (!storage)
        return storage.error();
    return std::make_unique<Desk>(*std::move(storage));
}

/// Whoever has a shell on the backend's computer.
Actor operatorActor()
{
    return {ActorKind::System, QStringLiteral("refraind"), QStringLiteral("command line")};
}

/// The workspace that was named, or the only one there is.
Result<WorkspaceId> onlyWorkspace(Desk& desk, const QString& named)
{
    const Result<store::Database*> database = desk.storage.pool->connection();
    if (!database)
        return database.error();
    const auto workspaces = store::WorkspaceStore(**database, *desk.storage.vault).all();
    if (!workspaces)
        return workspaces.error();
    for (const store::Workspace& workspace : *workspaces) {
        if (workspace.id.toString() == named || (named.isEmpty() && workspaces->size() == 1))
            return workspace.id;
    }
    return Error::notFound(named.isEmpty() ? QStringLiteral("Name one of the connected workspaces with --workspace.")
                                           : QStringLiteral("The workspace %1 is not connected.").arg(named));
}

Result<std::vector<store::ApiKey>> allKeys(Desk& desk)
{
    const Result<store::Database*> database = desk.storage.pool->connection();
    if (!database)
        return database.error();
    const auto workspaces = store::WorkspaceStore(**database, *desk.storage.vault).all();
    if (!workspaces)
        return workspaces.error();
    std::vector<store::ApiKey> all;
    for (const store::Workspace& workspace : *workspaces) {
        Result<std::vector<store::ApiKey>> keys = desk.keys.all(workspace.id);
        if (!keys)
            return keys.error();
        all.insert(all.end(), keys->begin(), keys->end());
    }
    return all;
}

/// What revoking `key` came to, as it was before.
QString inWords(const store::ApiKey& key)
{
    const QString shown = QStringLiteral("The API key %1 (%2, %3) of %4")
                              .arg(key.id, key.name, toString(key.role), key.workspace.toString());
    return key.revokedAt ? QStringLiteral("%1 was revoked already, on %2.").arg(shown, toRfc3339(key.revokedAt))
                         : QStringLiteral("%1 is revoked: it opens nothing any more.").arg(shown);
}

}  // namespace

Result<> migrate(const Config& config)
{
    const Result<DataDirLock> lock = DataDirLock::take(config.dataDir);
    if (!lock)
        return lock.error();
    const Result<Storage> storage = openStorage(config);
    if (!storage)
        return storage.error();
    QTextStream(stdout) << "The database is up to date.\n";
    return {};
}

Result<> backup(const Config& config, const QString& file)
{
    const Result<QString> database = databaseFile(config);
    if (!database)
        return database.error();
    if (!QFile::exists(*database))
        return Error::notFound(QStringLiteral("There is no database at %1.").arg(*database));
    store::DatabasePool pool(store::Database::Options{*database});
    const Result<store::Database*> connection = pool.connection();
    if (!connection)
        return connection.error();
    if (Result<> done = store::backup(**connection, file); !done)
        return done;
    QTextStream(stdout) << "Copied to " << file << ". Keep " << config.keyFile
                        << " with it, in another place: without it Slack's tokens in it are lost.\n";
    return {};
}

Result<> restore(const Config& config, const QString& file)
{
    const Result<DataDirLock> lock = DataDirLock::take(config.dataDir);
    if (!lock)
        return lock.error();
    const Result<QString> database = databaseFile(config);
    if (!database)
        return database.error();
    const SystemClock clock;
    SystemRandom random;
    const Result<QStringList> done = Restorer(clock, random).restore(file, *database);
    if (!done)
        return done.error();
    QTextStream out(stdout);
    out << "Restored " << *database << " from " << file << "; what stood there is kept as " << *database
        << ".before-restore. Messages that waited in the backup are not sent.\n";
    for (const QString& sentence : *done)
        out << sentence << '\n';
    return {};
}

Result<> exportAll(const Config& config, const Invocation& invocation)
{
    const Result<std::unique_ptr<Desk>> desk = openDesk(config);
    if (!desk)
        return desk.error();
    const Result<WorkspaceId> workspace = onlyWorkspace(**desk, invocation.workspace);
    if (!workspace)
        return workspace.error();
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return Error::unavailable(QStringLiteral("Standard output cannot be written."));
    const ExportFormat format =
        invocation.format == QLatin1String("jsonl") ? ExportFormat::JsonLines : ExportFormat::Csv;
    const Result<qint64> count = exportPreferences(*(*desk)->storage.pool, *workspace, format, out);
    if (!count)
        return count.error();
    QTextStream(stderr) << *count << " preferences written.\n";
    return {};
}

namespace {

/// What the import is called where imports are listed.
QString nameOf(const QString& file)
{
    return file == QLatin1String("-") ? QStringLiteral("standard input") : QFileInfo(file).fileName();
}

}  // namespace

Result<> importAll(const Config& config, const Invocation& invocation)
{
    QFile in(invocation.file);
    const bool isOpen =
        invocation.file == QLatin1String("-") ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error::notFound(QStringLiteral("%1 cannot be read: %2.").arg(invocation.file, in.errorString()));
    const Result<std::unique_ptr<Desk>> desk = openDesk(config);
    if (!desk)
        return desk.error();
    const Result<WorkspaceId> workspace = onlyWorkspace(**desk, invocation.workspace);
    if (!workspace)
        return workspace.error();
    QTextStream progress(stderr);
    const Result<ImportCounts> counts = Importer((*desk)->imports, operatorActor(), progress)
                                            .run(*workspace, nameOf(invocation.file), in, invocation.dryRun);
    if (!counts)
        return counts.error();
    progress.flush();
    QTextStream(stdout) << (invocation.dryRun ? "Nothing was changed. This would be: " : "") << counts->changed
                        << " changed, " << counts->unchanged << " so already, " << counts->refused
                        << " refused because of a choice or a rule here, " << counts->waiting
                        << " waiting for people who are not here yet, " << counts->broken << " not readable.\n";
    return counts->refused + counts->broken == 0
               ? Result<>()
               : Error::conflict(QStringLiteral("Not every line was taken over; the others stand above."));
}

Result<> createApiKey(const Config& config, const Invocation& invocation)
{
    const Result<std::unique_ptr<Desk>> desk = openDesk(config);
    if (!desk)
        return desk.error();
    const Result<ApiKeys::Made> made =
        (*desk)->keys.create(WorkspaceId(invocation.workspace), invocation.name,
                             roleFromString(invocation.role).value_or(Role::Service), operatorActor(), Source::Api);
    if (!made)
        return made.error();
    QTextStream(stdout) << QString::fromLatin1(made->secret.reveal()) << '\n';
    return {};
}

Result<> listApiKeys(const Config& config)
{
    const Result<std::unique_ptr<Desk>> desk = openDesk(config);
    if (!desk)
        return desk.error();
    const Result<std::vector<store::ApiKey>> keys = allKeys(**desk);
    if (!keys)
        return keys.error();
    QTextStream out(stdout);
    for (const store::ApiKey& key : *keys)
        out << key.id << '\t' << key.workspace.toString() << '\t' << toString(key.role) << '\t'
            << (key.revokedAt ? QStringLiteral("revoked ") + toRfc3339(key.revokedAt) : QStringLiteral("good")) << '\t'
            << key.name << '\n';
    return {};
}

Result<> revokeApiKey(const Config& config, const QString& id)
{
    const Result<std::unique_ptr<Desk>> desk = openDesk(config);
    if (!desk)
        return desk.error();
    const Result<std::vector<store::ApiKey>> keys = allKeys(**desk);
    if (!keys)
        return keys.error();
    for (const store::ApiKey& key : *keys) {
        if (key.id != id)
            continue;
        const Result<> done =
            key.revokedAt ? Result<>() : (*desk)->keys.revoke(key.workspace, id, operatorActor(), Source::Api);
        if (!done)
            return done;
        QTextStream(stdout) << inWords(key) << '\n';
        return {};
    }
    return Error::notFound(QStringLiteral("There is no API key %1. See: refraind apikey list").arg(id));
}

}  // namespace refrain::service
