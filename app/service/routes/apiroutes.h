#pragma once

#include "service/access/apikeys.h"
#include "service/access/members.h"
#include "service/approvals/guardedwriter.h"
#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/sync/syncscheduler.h"
#include "service/usecases/auditlog.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/changefeed.h"
#include "service/usecases/decisionjournal.h"
#include "service/usecases/preferencewriter.h"
#include "service/usecases/workspacereader.h"

class QObject;

namespace refrain::service {

/// The use cases that the API's routes hand their calls to. All outlive the routes.
struct ApiParts {
    store::DatabasePool& pool;
    const store::Vault& vault;
    WorkspaceWriter& writer;
    WorkspaceReader& reader;
    PreferenceWriter& preferences;
    CategoryWriter& categories;
    GuardedWriter& guarded;
    Decider& decider;
    DecisionJournal& journal;
    ChangeFeed& feed;
    AuditLog& audit;
    SyncScheduler& syncs;
    Members& members;
    ApiKeys& keys;
    Repeatable& repeatable;
    TaskPool& tasks;
    const Clock& clock;
    QObject& timers;  ///< Lives in a thread with an event loop; long polls time out there.
};

/// Each adds one group of routes: parse, ask the use case, write the answer.
void addWorkspaceRoutes(Api& api, const ApiParts& parts);
void addSubjectRoutes(Api& api, const ApiParts& parts);
void addPersonRoutes(Api& api, const ApiParts& parts);
void addPreferenceRoutes(Api& api, const ApiParts& parts);
void addBatchRoutes(Api& api, const ApiParts& parts);
void addCategoryRoutes(Api& api, const ApiParts& parts);
void addDecisionRoutes(Api& api, const ApiParts& parts);
void addChangeRoutes(Api& api, const ApiParts& parts);
void addAuditRoutes(Api& api, const ApiParts& parts);
void addSyncRoutes(Api& api, const ApiParts& parts);
void addStatRoutes(Api& api, const ApiParts& parts);
void addMemberRoutes(Api& api, const ApiParts& parts);
void addApiKeyRoutes(Api& api, const ApiParts& parts);

/// All of them.
void addApiRoutes(Api& api, const ApiParts& parts);

/// The OpenAPI document, for anybody.
void addDocumentRoute(RouteTable& routes);

}  // namespace refrain::service
