#pragma once

#include "base/random.h"
#include "store/databasepool.h"
#include "store/migrator.h"
#include "store/vault.h"
#include "store/workspacestore.h"

#include <QTemporaryDir>

#include <memory>

namespace refrain::test {

/// A migrated database of refraind's in a folder of its own, with one workspace: `T1`.
class ServiceDatabase {
public:
    ServiceDatabase() : pool({folder.filePath(QStringLiteral("refrain.db"))})
    {
        if (const Result<int> done = store::Migrator(QStringLiteral(":/migrations/service")).migrate(db()); !done)
            qFatal("%s", qPrintable(done.error().toString()));
        store::Workspace installed;
        installed.id = workspace;
        installed.name = QStringLiteral("Acme");
        installed.scopes = QStringList{QStringLiteral("chat:write"), QStringLiteral("users:read")};
        installed.installedAt = 1'000;
        const store::BotTokens tokens{Secret(QByteArray("xoxb-1")), Secret(), std::nullopt};
        if (const Result<> done = store::WorkspaceStore(db(), vault).install(installed, tokens); !done)
            qFatal("%s", qPrintable(done.error().toString()));
    }

    /// The calling thread's connection.
    [[nodiscard]] store::Database& db()
    {
        const Result<store::Database*> mine = pool.connection();
        if (!mine)
            qFatal("%s", qPrintable(mine.error().toString()));
        return **mine;
    }

    const WorkspaceId workspace{QStringLiteral("T1")};
    QTemporaryDir folder;
    SystemRandom random;
    store::Vault vault{Secret(QByteArray(store::Vault::KeyBytes, 'k')), random};
    store::DatabasePool pool;
};

}  // namespace refrain::test
