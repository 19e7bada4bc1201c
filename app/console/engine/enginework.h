#pragma once

#include "console/audit/auditpages.h"
#include "console/audit/logverifier.h"
#include "console/desk/subjectreader.h"
#include "console/engine/agreementcheck.h"
#include "console/engine/categorysender.h"
#include "console/engine/changefeed.h"
#include "console/engine/directorysync.h"
#include "console/engine/outboxsender.h"
#include "console/engine/workspacereader.h"

#include <memory>

namespace refrain::console {

struct DeskSetup;

/// Everything that works on one workspace's databases, built and dropped together. Engine thread.
struct EngineWork {
    EngineWork(const DeskSetup& setup, Api& api, std::unique_ptr<CacheStore> cacheStore,
               std::unique_ptr<OutboxStore> outboxStore);

    Api& calls;  ///< For what has no worker of its own.
    std::unique_ptr<CacheStore> cache;
    std::unique_ptr<OutboxStore> outbox;
    WorkspaceReader workspace;
    DirectorySync sync;
    ChangeFeed feed;
    FeedJournal feedJournal;
    OutboxSender sender;
    AgreementCheck agreement;
    LogPins pins;
    LogVerifier log;
    SubjectReader subjects;
    AuditPages audit;
    CategorySender categories;
};

}  // namespace refrain::console
