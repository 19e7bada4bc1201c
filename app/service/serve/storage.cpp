#include "service/serve/storage.h"

#include "store/migrator.h"

#include <QDir>

namespace refrain::service {

Result<QString> databaseFile(const Config& config)
{
    static const QString scheme = QStringLiteral("sqlite://");
    if (!config.database.startsWith(scheme))
        return Error::invalid(
            QStringLiteral("REFRAIN_DATABASE: this refraind keeps its data in SQLite; PostgreSQL is not "
                           "built in."));
    return QDir::cleanPath(config.database.mid(scheme.size()));
}

Result<Storage> openStorage(const Config& config)
{
    auto random = std::make_unique<SystemRandom>();
    const Result<QString> file = databaseFile(config);
    if (!file)
        return file.error();
    auto pool = std::make_unique<store::DatabasePool>(store::Database::Options{*file});
    const Result<store::Database*> database = pool->connection();
    if (!database)
        return database.error();
    const Result<int> migrated = store::Migrator(QStringLiteral(":/migrations/service")).migrate(**database);
    if (!migrated)
        return migrated.error();
    const Result<qint64> workspaces = (*database)->number("SELECT count(*) FROM workspaces");
    if (!workspaces)
        return workspaces.error();
    Result<Secret> key = store::Vault::masterKey(config.keyFile, *random, *workspaces == 0);
    if (!key)
        return key.error();
    auto vault = std::make_unique<store::Vault>(*std::move(key), *random);
    return Storage{std::move(random), std::move(pool), std::move(vault)};
}

}  // namespace refrain::service
