#pragma once

#include "service/background/taskpool.h"
#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/usecases/notificationdesk.h"

namespace refrain::service {

/// `/notifications` of the API. All outlive the routes.
void addNotificationRoutes(Api& api, NotificationDesk& desk, Repeatable& repeatable, store::DatabasePool& pool,
                           TaskPool& tasks);

}  // namespace refrain::service
