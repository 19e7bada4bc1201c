#pragma once

#include "service/installations/tokenkeeper.h"
#include "service/oauth/consoletokens.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/directorywriter.h"
#include "store/memberstore.h"
#include "store/migrator.h"
#include "store/subjectstore.h"
#include "tests/service/fakeslack.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

namespace refrain::test {

/// The service's parts over an empty database and a Slack that the test plays.
struct Workshop {
    Workshop()
    {
        const Result<store::Database*> database = pool.connection();
        if (!database || !store::Migrator(QStringLiteral(":/migrations/service")).migrate(**database))
            qFatal("The test's database could not be made.");
    }

    [[nodiscard]] store::Database& database() { return **pool.connection(); }

    /// A connected workspace T1 with a bot token and, where `expiresIn` is given, a refresh token.
    void connectWorkspace(std::optional<Millis> expiresIn = std::nullopt)
    {
        store::Workspace workspace;
        workspace.id = id;
        workspace.name = QStringLiteral("One");
        workspace.scopes = {QStringLiteral("users:read"), QStringLiteral("channels:read")};
        store::BotTokens tokens{Secret(QByteArray("xoxb-1")), {}, std::nullopt};
        if (expiresIn)
            tokens = {Secret(QByteArray("xoxb-1")), Secret(QByteArray("xoxe-1-1")), clock.now() + *expiresIn};
        require(pool.write<void>(
            [&](store::Database& open) { return store::WorkspaceStore(open, vault).install(workspace, tokens); }));
    }

    void addMember(const QString& user, Role role)
    {
        require(pool.write<void>([&](store::Database& open) {
            return store::MemberStore(open).put(id, {user, QStringLiteral("Name of %1").arg(user), role, {}, 0});
        }));
    }

    static void require(const Result<>& done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }

    const WorkspaceId id{QStringLiteral("T1")};
    QTemporaryDir dir;
    ManualClock clock;
    FixedRandom random;
    store::DatabasePool pool{store::Database::Options{dir.filePath(QStringLiteral("refrain.db"))}};
    store::Vault vault{Secret(QByteArray(store::Vault::KeyBytes, 'k')), random};
    service::FeedSignal feed;
    service::WorkspaceWriter writer{pool, clock, random, feed};
    FakeSlack slack;
    slack::AppCredential app{QStringLiteral("1.1"), Secret(QByteArray("app-secret"))};
    service::TokenKeeper keeper{pool, vault, slack, app, clock};
    service::ConsoleTokens tokens{pool, clock, random};
};

}  // namespace refrain::test
