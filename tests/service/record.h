#pragma once

#include "service/imports/importdesk.h"
#include "service/usecases/auditlog.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/changefeed.h"
#include "service/usecases/decider.h"
#include "service/usecases/directorywriter.h"
#include "service/usecases/personwriter.h"
#include "service/usecases/preferencewriter.h"
#include "service/usecases/workspacereader.h"
#include "store/migrator.h"
#include "store/workspacestore.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

namespace refrain::test {

/// The system of record with one fresh workspace `T1`, and people `U0` to `U9` where wanted.
class Record {
public:
    explicit Record(int people = 10) : pool({folder.filePath(QStringLiteral("refrain.db"))})
    {
        store::Workspace installed;
        installed.id = workspace;
        installed.installedAt = clock.now();
        const Result<int> migrated = store::Migrator(QStringLiteral(":/migrations/service")).migrate(db());
        if (!migrated || !store::WorkspaceStore(db(), vault).install(installed, {}))
            qFatal("no database");
        if (const Result<> done = categories.seed(workspace); !done)
            qFatal("%s", qPrintable(done.error().toString()));
        service::DirectoryWriter::Page page;
        for (int i = 0; i < people; ++i)
            page.subjects.push_back(person(i));
        if (const auto done = directory.put(workspace, page); !done)
            qFatal("%s", qPrintable(done.error().toString()));
    }

    static Subject person(int number)
    {
        Subject subject;
        subject.id = SubjectId(QStringLiteral("U%1").arg(number));
        subject.name = QStringLiteral("Person %1").arg(number);
        subject.updatedAt = 1;
        return subject;
    }

    /// `state`: as on the wire; empty: kept.
    static ChangeRequest wish(const char* subject, const char* category, const char* state,
                              Source source = Source::Console)
    {
        ChangeRequest request;
        request.subject = SubjectId(QString::fromLatin1(subject));
        request.category = CategorySlug(QString::fromLatin1(category));
        request.state = preferenceStateFromString(QString::fromLatin1(state));
        request.source = source;
        request.actor = {ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")};
        request.reason = QStringLiteral("asked for it");
        return request;
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
    ManualClock clock;
    SystemRandom random;
    store::Vault vault{Secret(QByteArray(store::Vault::KeyBytes, 'k')), random};
    store::DatabasePool pool;
    service::FeedSignal signal;
    service::WorkspaceWriter writer{pool, clock, random, signal, [this](service::WorkspaceTransaction& transaction) {
                                        return service::applyWaiting(transaction, preferences);
                                    }};
    service::CategoryWriter categories{writer};
    service::DirectoryWriter directory{writer};
    service::PersonWriter persons{writer, random};
    service::PreferenceWriter preferences{writer};
    service::ImportDesk imports{{pool, writer, preferences, clock, random}};
    service::Decider decider{pool, clock};
    service::ChangeFeed feed{pool, signal};
    service::AuditLog audit{pool, vault, clock, random};
    service::WorkspaceReader reader{pool, clock};
};

}  // namespace refrain::test
