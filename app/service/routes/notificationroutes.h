#pragma once

#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/usecases/notificationdesk.h"

namespace refrain::service {

/// `/notifications` of the API. Both outlive the routes.
void addNotificationRoutes(Api& api, NotificationDesk& desk, Repeatable& repeatable);

}  // namespace refrain::service
