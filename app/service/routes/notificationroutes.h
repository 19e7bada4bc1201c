#pragma once

#include "service/background/taskpool.h"
#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/templates/templates.h"
#include "service/usecases/notificationdesk.h"

namespace refrain::service {

/// `/notifications` of the API. All outlive the routes.
struct NotificationRouteParts {
    NotificationDesk& desk;
    Templates& templates;
    Repeatable& repeatable;
    store::DatabasePool& pool;
    TaskPool& tasks;
};

void addNotificationRoutes(Api& api, const NotificationRouteParts& parts);

}  // namespace refrain::service
